"""In the grid, a later time or a heavier case leads to less than the one before.

Along a row of `entry`, a later column must not be lighter than the one before. Of two rows that
differ only in their severity, or only in their length of time, the heavier one must not be
lighter in any column. Lighter means: neither end of the range is a heavier step, and at least
one is a lighter step or a shorter time. The order of `rungs` says which step is the heavier one.
Cells that are `missing`, and steps in which only the facts are found, are left out.

Why: responses that are proportionate and predictable, as the practice of compassionate
accountability asks, do not get lighter when more has happened. Most often two cells were
swapped. Until somebody notices, the person who did less is met with more.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
counting: {counts_from: First means the first time that somebody talked about it.}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {severity: minor}
    cells: {1: agreed-plan, 2+: {from: talk, to: agreed-plan}}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
counting: {counts_from: First means the first time that somebody talked about it.}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {severity: minor}
    cells: {1: {from: talk, to: agreed-plan}, 2+: agreed-plan}
```

How to mend: change the two cells round, or put the steps under `rungs` into the order in which
they get heavier. If it is meant, keep it with its reason under `accepted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import is_longer, ladders, places
from playbook.checks.rows import more_of_the_same
from playbook.finder import column_for
from playbook.model.ladder import End, EntryRow, Ladder, Range
from playbook.model.whole import Handbook, Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_HINT = "more leads to the same or to a heavier step: look whether two cells were swapped"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find cells that are lighter than what less leads to."""
    for record, ladder in ladders(inspection):
        grid = _Grid(inspection.handbook, ladder)
        for index, row in enumerate(ladder.entry):
            yield from _along(record, grid, index, row)
        for less, more in more_of_the_same(inspection.handbook, ladder):
            yield from _between(record, grid, less, more)


class _Grid:
    """The grid of one ladder, with what makes one range lighter than another."""

    def __init__(self, handbook: Handbook, ladder: Ladder) -> None:
        self.rows = ladder.entry
        self._handbook = handbook
        self._place: Mapping[str, int] = places(ladder)
        self._facts = {rung.id for rung in ladder.rungs if rung.kind == "find-facts"}

    def falls(self, before: Range, after: Range) -> bool:
        """Whether the second range is lighter than the first; False where that cannot be told."""
        pairs = list(zip(self._ends(before), self._ends(after), strict=False))
        found = [self._compared(one, other) for one, other in pairs]
        return bool(found) and max(found) <= 0 and min(found) < 0

    def tells(self, cell: Range) -> bool:
        """Whether the cell says how heavy it is; one that is missing or only finds facts does not."""
        return bool(self._ends(cell))

    def _ends(self, cell: Range) -> tuple[End, ...]:
        if cell.missing or cell.from_ is None:
            return ()
        ends = (cell.from_, cell.to or cell.from_)
        told = all(end.rung in self._place and end.rung not in self._facts for end in ends)
        # a range that runs backwards is reported by itself
        return ends if told and self._compared(*ends) >= 0 else ()

    def _compared(self, one: End, other: End) -> int:
        """Above zero where the other end is heavier, below where it is lighter."""
        if one.rung != other.rung:
            return self._place[other.rung] - self._place[one.rung]
        if not one.lasts or not other.lasts:
            return 0
        book = self._handbook
        return is_longer(book, other.lasts, one.lasts) - is_longer(book, one.lasts, other.lasts)


def _along(record: Record, grid: _Grid, index: int, row: EntryRow) -> Iterator[Finding]:
    told = [(column, cell) for column, cell in row.cells.items() if grid.tells(cell)]
    for (earlier, before), (later, after) in pairwise(told):
        if grid.falls(before, after):
            message = (
                f'column {later} leads to less, "{_said(after)}", than column {earlier}, "{_said(before)}"'
            )
            yield Finding(record.at("entry", index, "cells", later), message, _HINT)


def _between(record: Record, grid: _Grid, less: int, more: int) -> Iterator[Finding]:
    """The first cell of a heavier row that is lighter than the same one of the lighter row."""
    lighter, heavier = grid.rows[less], grid.rows[more]
    for count in range(1, max(len(lighter.cells), len(heavier.cells)) + 1):
        column, other = column_for(heavier, count), column_for(lighter, count)
        if column and other and grid.falls(lighter.cells[other], heavier.cells[column]):
            line = record.at("entry", less, "cells", other).line
            message = (
                f"this row is about more than the one in line {line}, but leads to less here: "
                f'"{_said(heavier.cells[column])}" instead of "{_said(lighter.cells[other])}"'
            )
            yield Finding(record.at("entry", more, "cells", column), message, _HINT)
            return


def _said(cell: Range) -> str:
    """A range as its author wrote it."""
    ends = [f"{end.rung} {end.lasts or ''}".strip() for end in (cell.from_, cell.to) if end]
    return " to ".join(dict.fromkeys(ends))
