"""Where we start, for one row of a grid and one count: the agreed range with every step in it.

One function serves the page and the terminal, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.entry import End, EntryRow, Range
from playbook.model.ladder import Ladder
from playbook.model.rung import Rung

__all__ = ["Answer", "answer_at_rung", "answer_for", "column_for", "columns_of", "heaviness"]


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
    cell: Range | None
    rungs: tuple[Rung, ...]

    @property
    def low(self) -> End | None:
        """The lighter end of the range."""
        return None if self.cell is None or self.cell.missing else self.cell.from_

    @property
    def high(self) -> End | None:
        """The heavier end; the lighter one again where there is only one step."""
        return (self.cell.to if self.cell else None) or self.low

    @property
    def missing(self) -> bool:
        """Whether the ladder says nothing for this case."""
        return self.low is None

    @property
    def formal(self) -> bool:
        """Whether any step of the range is formal."""
        return any(rung.standing.formal for rung in self.rungs)


def columns_of(row: EntryRow) -> tuple[str, ...]:
    """The counts a row tells apart; one that ends early has one more, for which it says nothing."""
    last = list(row.cells)[-1]
    return tuple(row.cells) if last.endswith("+") else (*row.cells, f"{int(last) + 1}+")


def column_for(row: EntryRow, occurrence: int) -> str | None:
    """The column that answers for this count; an open last column answers for every later one."""
    for name in row.cells:
        number = int(name.rstrip("+"))
        if number == occurrence or (name.endswith("+") and occurrence >= number):
            return name
    return None


def answer_for(ladder_id: str, ladder: Ladder, row: EntryRow, occurrence: int) -> Answer:
    """Read one cell; both ends of a range and every rung between them belong to the answer."""
    column = column_for(row, occurrence)
    cell = row.cells[column] if column else None
    if cell is None or cell.missing or cell.from_ is None:
        return Answer(ladder_id, row, occurrence, column, cell, ())
    return Answer(ladder_id, row, occurrence, column, cell, _rungs_in(ladder, cell.from_, cell))


def answer_at_rung(ladder_id: str, ladder: Ladder, rung_id: str) -> Answer:
    """One rung that a question, or the order of the steps, leads to without the grid."""
    cell = Range.model_validate({"from": {"rung": rung_id}})
    rungs = tuple(rung for rung in ladder.rungs if rung.id == rung_id)
    return Answer(ladder_id, None, 0, None, cell, rungs)


def heaviness(ladder: Ladder, answer: Answer) -> tuple[int, int]:
    """How heavy an answer is, by its heavier end and then its lighter one; nothing agreed is lightest."""
    allowed = {rung.id for rung in answer.rungs}
    places = [index for index, rung in enumerate(ladder.rungs) if rung.id in allowed]
    return (places[-1], places[0]) if places else (-1, -1)


def _rungs_in(ladder: Ladder, low: End, cell: Range) -> tuple[Rung, ...]:
    """The rungs a cell allows: those it names one by one, else every one from end to end."""
    if cell.one_of:
        named = {end.rung for end in cell.one_of}
        return tuple(rung for rung in ladder.rungs if rung.id in named)
    order = [rung.id for rung in ladder.rungs]
    ends = sorted(order.index(end.rung) for end in (low, cell.to or low) if end.rung in order)
    return tuple(ladder.rungs[ends[0] : ends[-1] + 1]) if ends else ()
