"""Views of the entry grid: where we start, in words, with both ends of every range."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.finder import matching_rows
from playbook.model.ladder import End, EntryRow, Ladder, Range
from playbook.model.whole import FoundDeviation
from playbook.views.common import Atlas, Link
from playbook.views.counting import first_lines
from playbook.views.phrases import length_words

__all__ = [
    "EntryCell",
    "EntryTable",
    "EntryView",
    "entry_cell",
    "entry_for",
    "entry_table",
    "occurrence_words",
    "row_words",
]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True)
class EntryCell:
    """One cell: the lighter end, the heavier end (if there is a range), and what the grid does not say.

    Where only some steps of a range fit, ``choices`` names them; ``as_in`` names
    the open column a cell repeats, such as "second time and later".
    """

    occurrence: str
    low: Link | None
    high: Link | None
    missing: bool
    note: str
    force: str = ""
    choices: tuple[Link, ...] = ()
    as_in: str = ""


@dataclass(frozen=True)
class EntryView:
    """One row: what it is about, its cells in order, and what "first" means there."""

    about: str
    cells: tuple[EntryCell, ...]
    note: str
    ladder: Link
    first: tuple[str, ...]


@dataclass(frozen=True)
class EntryTable:
    """The whole grid of a ladder; a row that ends early is missing there, an open last column goes on.

    ``notes`` are the rows with a note, which stands below the table.
    """

    columns: tuple[str, ...]
    rows: tuple[EntryView, ...]
    notes: tuple[EntryView, ...]
    first: tuple[str, ...]


def occurrence_words(name: str) -> str:
    """Say a column the way people do: ``3+`` is "third time and later"."""
    number = int(name.rstrip("+"))
    word = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
    return f"{word} time and later" if name.endswith("+") else f"{word} time"


def entry_table(atlas: Atlas, ladder_id: str, ladder: Ladder) -> EntryTable | None:
    """The grid of a ladder, or None where it has none."""
    if not ladder.entry:
        return None
    names = _columns(ladder)
    rows = tuple(_row(atlas, ladder_id, ladder, row, names) for row in ladder.entry)
    columns = tuple(occurrence_words(name) for name in names)
    return EntryTable(columns, rows, tuple(row for row in rows if row.note), _first(ladder))


def entry_for(atlas: Atlas, found: FoundDeviation) -> tuple[EntryView, ...]:
    """The rows that answer "where do we start?" for one deviation, on every ladder of its track."""
    shown: list[EntryView] = []
    for ladder_id, ladder in atlas.handbook.ladders_for(found.track):
        rows = matching_rows(atlas.handbook, ladder, found)
        shown += [_row(atlas, ladder_id, ladder, row, tuple(row.cells)) for row in rows]
    return tuple(shown)


def entry_cell(atlas: Atlas, ladder_id: str, ladder: Ladder, column: str, cell: Range | None) -> EntryCell:
    """One cell by itself, in the words of the grid."""
    return _cell(atlas, ladder_id, ladder, column, column, cell)


def _first(ladder: Ladder) -> tuple[str, ...]:
    """What "first" means is always said, also where nobody has written it."""
    return first_lines(ladder) or (
        "What counts as the first time is not written down here. Ask before you count.",
    )


def _columns(ladder: Ladder) -> tuple[str, ...]:
    """Columns of the widest row; ``2+`` stands under its first number."""
    names: dict[int, str] = {}
    for row in ladder.entry:
        for name in row.cells:
            number = int(name.rstrip("+"))
            names[number] = name if number not in names or not name.endswith("+") else names[number]
    return tuple(names[number] for number in sorted(names))


def _row(atlas: Atlas, ladder_id: str, ladder: Ladder, row: EntryRow, names: tuple[str, ...]) -> EntryView:
    cells = tuple(
        _cell(atlas, ladder_id, ladder, name, *_answering(row, int(name.rstrip("+")))) for name in names
    )
    link = Link(ladder.title, atlas.addresses.of("ladder", ladder_id))
    return EntryView(row_words(atlas, row), cells, row.note or "", link, _first(ladder))


def _answering(row: EntryRow, number: int) -> tuple[str, Range | None]:
    """The cell that answers for a column: its own, or an open one before it; none if the row has ended."""
    last = list(row.cells)[-1]
    if last.endswith("+") and number >= int(last.rstrip("+")):
        return last, row.cells[last]
    return str(number), row.cells.get(str(number))


def row_words(atlas: Atlas, row: EntryRow) -> str:
    """What a row is about, in words."""
    book, about = atlas.handbook, row.for_
    severity = book.severities.get(about.severity or "")
    found = book.deviations.get(about.deviation or "")
    standard = book.standards.get(about.standard or "")
    group = next((group.title for group in book.settings.groups if group.id == about.group), "")
    words = (
        severity.title if severity else "",
        found.deviation.title if found else "",
        standard.title if standard else "",
        group,
        about.circumstance or "",
        length_words(about.how_long),
    )
    return ": ".join(word for word in words if word) or "In any case"


def _cell(
    atlas: Atlas, ladder_id: str, ladder: Ladder, column: str, own: str, cell: Range | None
) -> EntryCell:
    occurrence = occurrence_words(own if column.rstrip("+") == own.rstrip("+") else column)
    as_in = occurrence_words(own) if own.endswith("+") and own != column else ""
    if cell is None or cell.missing or cell.from_ is None:
        return EntryCell(occurrence, None, None, True, cell.note or "" if cell else "", as_in=as_in)
    choices = tuple(_end(atlas, ladder_id, ladder, end, end.lasts) for end in cell.one_of)
    low, high = cell.from_, cell.to
    both = (
        f"{low.lasts} to {high.lasts}"
        if high and low.lasts and high.lasts and low.lasts != high.lasts
        else None
    )
    if high is None or high == low or (both and high.rung == low.rung and high.what == low.what):
        last = None
        first: Link | None = _end(atlas, ladder_id, ladder, low, both if high and high != low else low.lasts)
    else:
        first, last = (
            _end(atlas, ladder_id, ladder, low, low.lasts),
            _end(atlas, ladder_id, ladder, high, high.lasts),
        )
    if cell.one_of and (low, high) == (cell.one_of[0], cell.one_of[-1]):
        first = last = None
    return EntryCell(
        occurrence, first, last, False, cell.note or "", (cell.force or "").capitalize(), choices, as_in
    )


def _end(atlas: Atlas, ladder_id: str, ladder: Ladder, end: End, lasts: str | None) -> Link:
    rung = atlas.handbook.rung(ladder_id, end.rung)
    title = rung.title if rung else end.rung
    mark = "formal" if rung and rung.standing.formal else ""
    line = ", ".join(part for part in (end.what, lasts) if part)
    return Link(title, atlas.addresses.of("rung", end.rung, ladder_id), line, mark)
