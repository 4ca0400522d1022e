"""Nothing on the ladder leads to this step.

A step is reached from a cell of `entry` (a range leads to every step between its ends),
from `next` or `needs_before` of another step, from a skip rule, or from a number of
points. The first step needs no way to it. A ladder that says none of this is read in its
order, and then every step is reached.

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
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps without a way to them."""
    for record in inspection.whole("ladder"):
        assert isinstance(record.data, Ladder)
        reached = set(_reached(record.data))
        if not reached <= {rung.id for rung in record.data.rungs}:
            continue  # a misspelt name may be the way that seems to be missing
        for index, rung in enumerate(record.data.rungs[1:], start=1):
            if reached and rung.id not in reached:
                hint = "say in next of another step when it follows, or in entry where it begins"
                yield Finding(record.at("rungs", index, "id"), f'nothing leads to the step "{rung.id}"', hint)


def _reached(ladder: Ladder) -> Iterator[str]:
    """Every step that something leads to; none at all when the ladder leaves it to its order."""
    order = [rung.id for rung in ladder.rungs]
    for rung in ladder.rungs:
        named = [*rung.needs_before, *([rung.next.rung] if rung.next and rung.next.rung else [])]
        yield from (id_ for id_ in named if id_ != rung.id)
    for row in ladder.entry:
        for cell in row.cells.values():
            yield from _covered(order, cell)
    yield from (rule.to for rule in ladder.skip_rules)
    if ladder.points:
        yield from (threshold.rung for threshold in ladder.points.thresholds)


def _covered(order: list[str], cell: Range) -> list[str]:
    ends = [end.rung for end in (cell.from_, cell.to) if end and end.rung in order]
    places = [order.index(end) for end in ends]
    return order[min(places) : max(places) + 1] if places else []
