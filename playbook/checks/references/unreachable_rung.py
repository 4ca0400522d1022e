"""Nothing on the ladder leads to this step.

A step is reached when another part of the ladder leads there: a cell of `entry` (a range
leads to every step between its ends), `next`, `needs_before` or a way out of another step,
a skip rule, a decision test, a number of points, or time. The first step needs no way to
it. A ladder that says none of this is read in its order, and then every step is reached.

Why: consequences must be predictable. A step that nobody can say how to arrive at is
either forgotten or a surprise.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    next: {rung: agreed-plan, when: It happens again within three months.}
  - id: coaching
    title: Four weeks of coaching
    kind: support
    standing: {formal: false, recorded: false}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    next: {rung: coaching, when: It happens again within three months.}
  - id: coaching
    title: Four weeks of coaching
    kind: support
    standing: {formal: false, recorded: false}
    next: {rung: agreed-plan, when: The coaching did not help.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
```

How to mend: say in `next` of the step before when it follows, put it into a cell of
`entry`, or delete the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.ladder import Ladder, Range
from playbook.model.walk import Path, references
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_NO_WAY = {
    ("counting", "counts_from"),
    ("counting", "accumulation", "when"),
    ("forums", "only"),
    ("points", "worked_example"),
    ("rights", "appeal"),
    ("rungs", "rights", "appeal"),
}
"""Parts of a ladder that name a step without leading there."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps without a way to them."""
    for record in inspection.whole("ladder"):
        assert isinstance(record.data, Ladder)
        reached = set(_reached(record.data))
        if not reached <= {rung.id for rung in record.data.rungs}:
            continue  # a misspelt name may be the way that seems to be missing
        if any(rule.to is None for rule in record.data.skip_rules):
            continue  # every step may be gone to at once
        for index, rung in enumerate(record.data.rungs[1:], start=1):
            if reached and rung.id not in reached:
                hint = "say in next of another step when it follows, or in entry where it begins"
                yield Finding(record.at("rungs", index, "id"), f'nothing leads to the step "{rung.id}"', hint)


def _reached(ladder: Ladder) -> Iterator[str]:
    """Every step that something leads to; none at all when the ladder leaves it to its order."""
    order = [rung.id for rung in ladder.rungs]
    for found in references(ladder):
        if found.mark.kind == "rung" and _leads(found.path) and found.value != _own_step(order, found.path):
            yield found.value
    for row in ladder.entry:
        for cell in row.cells.values():
            yield from _between(order, cell)


def _leads(path: Path) -> bool:
    names = tuple(part for part in path if isinstance(part, str))
    return not any(names[: len(part)] == part for part in _NO_WAY)


def _own_step(order: list[str], path: Path) -> str | None:
    return order[path[1]] if path[0] == "rungs" and isinstance(path[1], int) else None


def _between(order: list[str], cell: Range) -> list[str]:
    """The steps between the ends of a range; of single ones only those that are named."""
    ends = [end.rung for end in (cell.from_, cell.to) if end and end.rung in order]
    places = [order.index(end) for end in ends]
    return order[min(places) : max(places) + 1] if places and not cell.one_of else []
