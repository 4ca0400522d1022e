"""Views of the entry grid: where we start, in words, with both ends of every range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.model.ladder import End, EntryRow, Ladder, Length, Range
from playbook.model.whole import FoundDeviation
from playbook.views.common import Atlas, Link

__all__ = ["EntryCell", "EntryTable", "EntryView", "entry_for", "entry_table", "length_words", "occurrence_words"]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True)
class EntryCell:
    """One cell: the lighter end, the heavier end (if there is a range), and what the grid does not say."""

    occurrence: str
    low: Link | None
    high: Link | None
    missing: bool
    note: str


@dataclass(frozen=True)
class EntryView:
    """One row: what it is about and its cells in order."""

    about: str
    cells: tuple[EntryCell, ...]
    note: str
    ladder: Link


@dataclass(frozen=True)
class EntryTable:
    """The whole grid of a ladder; rows with fewer columns are filled up as missing."""

    columns: tuple[str, ...]
    rows: tuple[EntryView, ...]


def occurrence_words(name: str) -> str:
    """Say a column the way people do: ``3+`` is "third time and later"."""
    number = int(name.rstrip("+"))
    word = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
    return f"{word} time and later" if name.endswith("+") else f"{word} time"


def length_words(length: Length | None) -> str:
    """Say a length with both its ends; an open end says so."""
    if length is None:
        return ""
    if length.length:
        return length.length
    if length.from_ and length.to:
        return f"{length.from_} to {length.to}"
    return f"{length.from_} or more" if length.from_ else f"up to {length.to}"


def entry_table(atlas: Atlas, ladder_id: str, ladder: Ladder) -> EntryTable | None:
    """The grid of a ladder, or None where it has none."""
    if not ladder.entry:
        return None
    names = _columns(ladder)
    rows = tuple(_row(atlas, ladder_id, ladder, row, names) for row in ladder.entry)
    return EntryTable(tuple(occurrence_words(name) for name in names), rows)


def entry_for(atlas: Atlas, found: FoundDeviation) -> tuple[EntryView, ...]:
    """The rows that answer "where do we start?" for one deviation, on every ladder of its track."""
    shown: list[EntryView] = []
    for ladder_id, ladder in atlas.handbook.ladders_for(found.track):
        rows = list(_matching(ladder, found))
        shown += [_row(atlas, ladder_id, ladder, row, tuple(row.cells)) for row in rows]
    return tuple(shown)


def _matching(ladder: Ladder, found: FoundDeviation) -> Iterator[EntryRow]:
    """Rows about this very deviation win over its standard's, and these over its severity's."""
    def about(field: str, value: str | None) -> list[EntryRow]:
        return [row for row in ladder.entry if value and getattr(row.for_, field) == value]

    exact = about("deviation", found.deviation.id)
    yield from exact or about("standard", found.standard_id) or about("severity", found.deviation.severity)


def _columns(ladder: Ladder) -> tuple[str, ...]:
    """Columns of the widest row; a row may end earlier, and ``2+`` stands under its first number."""
    names: dict[int, str] = {}
    for row in ladder.entry:
        for name in row.cells:
            number = int(name.rstrip("+"))
            names[number] = name if number not in names or not name.endswith("+") else names[number]
    return tuple(names[number] for number in sorted(names))


def _row(atlas: Atlas, ladder_id: str, ladder: Ladder, row: EntryRow, names: tuple[str, ...]) -> EntryView:
    by_number = {int(name.rstrip("+")): (name, cell) for name, cell in row.cells.items()}
    cells = []
    for name in names:
        own, cell = by_number.get(int(name.rstrip("+")), (name, None))
        cells.append(_cell(atlas, ladder_id, ladder, own, cell))
    return EntryView(_about(atlas, row), tuple(cells), row.note or "", Link(ladder.title, atlas.addresses.of("ladder", ladder_id)))


def _about(atlas: Atlas, row: EntryRow) -> str:
    book, about = atlas.handbook, row.for_
    severity = book.severities.get(about.severity or "")
    found = book.deviations.get(about.deviation or "")
    standard = book.standards.get(about.standard or "")
    words = [part for part in (
        severity.title if severity else "",
        found.deviation.title if found else "",
        standard.title if standard else "",
        about.circumstance or "",
    ) if part]
    return ": ".join(words)


def _cell(atlas: Atlas, ladder_id: str, ladder: Ladder, name: str, cell: Range | None) -> EntryCell:
    if cell is None or cell.missing or cell.from_ is None:
        return EntryCell(occurrence_words(name), None, None, True, cell.note or "" if cell else "")
    low, high = _end(atlas, ladder_id, ladder, cell.from_), None
    if cell.to and cell.to != cell.from_:
        high = _end(atlas, ladder_id, ladder, cell.to)
    return EntryCell(occurrence_words(name), low, high, False, cell.note or "")


def _end(atlas: Atlas, ladder_id: str, ladder: Ladder, end: End) -> Link:
    rung = atlas.handbook.rung(ladder_id, end.rung)
    title = rung.title if rung else end.rung
    mark = "formal" if rung and rung.standing.formal else ""
    return Link(title, atlas.addresses.of("rung", end.rung, ladder_id), end.lasts or "", mark)
