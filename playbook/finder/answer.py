"""Where we start, for one deviation and one count: the agreed range, its reason, and what must come before it.

One function serves the page and the terminal, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.ladder import End, EntryRow, Ladder, Rung
from playbook.model.whole import FoundDeviation, Handbook

__all__ = ["Answer", "answer_for", "column_for", "matching_rows"]


@dataclass(frozen=True)
class Answer:
    """The organisation's agreed range, as it stands in one cell; nothing here decides.

    ``rungs`` are all rungs of the range, lightest first; ``column`` is the name of
    the cell that was read, such as ``3+``; a cell that says nothing is ``missing``.
    """

    ladder_id: str
    row: EntryRow | None
    occurrence: int
    column: str | None
    low: End | None
    high: End | None
    rungs: tuple[Rung, ...]
    note: str

    @property
    def missing(self) -> bool:
        """Whether the ladder says nothing for this case."""
        return self.low is None

    @property
    def formal(self) -> bool:
        """Whether any step of the range is formal."""
        return any(rung.standing.formal for rung in self.rungs)


def matching_rows(handbook: Handbook, ladder: Ladder, found: FoundDeviation) -> tuple[EntryRow, ...]:
    """The rows that speak of this deviation: its own win over its standard's, these over its severity's."""
    severity = found.deviation.severity

    def fits(row: EntryRow) -> bool:
        about = row.for_
        return (about.severity in (None, severity) and about.standard in (None, found.standard_id)
                and about.deviation in (None, found.deviation.id))

    fitting = [row for row in ladder.entry if fits(row)]
    for field in ("deviation", "standard", "severity"):
        named = [row for row in fitting if getattr(row.for_, field) is not None]
        if named:
            return tuple(named)
    return tuple(fitting)


def column_for(row: EntryRow, occurrence: int) -> str | None:
    """The column that answers for this count; an open last column answers for every later one."""
    for name in row.cells:
        number = int(name.rstrip("+"))
        if number == occurrence or (name.endswith("+") and occurrence >= number):
            return name
    return None


def answer_for(ladder_id: str, ladder: Ladder, row: EntryRow | None, occurrence: int) -> Answer:
    """Read one cell; both ends of a range and every rung between them belong to the answer."""
    column = column_for(row, occurrence) if row else None
    cell = row.cells[column] if row and column else None
    if cell is None or cell.missing or cell.from_ is None:
        return Answer(ladder_id, row, occurrence, column, None, None, (), (cell.note or "") if cell else "")
    low, high = cell.from_, cell.to or cell.from_
    order = [rung.id for rung in ladder.rungs]
    ends = sorted(order.index(end.rung) for end in (low, high) if end.rung in order)
    rungs = tuple(ladder.rungs[ends[0]:ends[-1] + 1]) if ends else ()
    return Answer(ladder_id, row, occurrence, column, low, high, rungs, cell.note or "")
