"""Steps lead in a circle.

Following `next` from step to step must come to an end, and no step may have to come
before itself by way of `needs_before`.

Why: `next` says what follows if it does not get better. In a circle a person could be
sent round without end, and a step that needs itself before can never be taken.

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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
    next: {rung: talk, when: The plan was not kept.}
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
    next: {rung: agreed-plan, when: It happens again within three months.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
    next: {when: The plan was not kept. Then the People team looks at it with both of you.}
```

How to mend: let one of them lead on, or end there in words. A return to an earlier step
after success is not `next`: write it as the way back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.checks.inspection import Finding, Inspection
from playbook.model.ladder import Ladder, Rung
from playbook.problems import Level

__all__ = ["LEVEL", "circles", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find circles of next and of needs_before, each once."""
    for record in inspection.handbook.of_kind("ladder"):
        assert isinstance(record.data, Ladder)
        steps: dict[str, tuple[int, Rung]] = {}
        for index, rung in enumerate(record.data.rungs):
            steps.setdefault(rung.id, (index, rung))
        for circle in circles({id_: _follows(rung) for id_, (_, rung) in steps.items()}):
            index, _ = steps[circle[-1]]
            message = f"the steps lead in a circle: {_drawn(circle, 'to')}"
            hint = "next says what follows if it does not get better: let one of them end, or lead on"
            yield Finding(record.at("rungs", index, "next", "rung"), message, hint)
        for circle in circles({id_: rung.needs_before for id_, (_, rung) in steps.items()}):
            index, rung = steps[circle[0]]
            place = rung.needs_before.index(circle[1 % len(circle)])
            message = f"these steps each need the other before them: {_drawn(circle, 'needs')}"
            if len(circle) == 1:
                message = f'the step "{rung.id}" would have to come before itself'
            yield Finding(
                record.at("rungs", index, "needs_before", place), message, "take it out of needs_before"
            )


def circles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Circles of a graph that share no member, each from the member that is reached first."""
    seen: set[str] = set()
    told: set[str] = set()
    for start in graph:
        # the way walked so far, each member with where it still leads; never recursive, whatever the length
        way = {start: iter(graph[start])} if start not in seen else {}
        seen.add(start)
        while way:
            other = next(way[next(reversed(way))], None)
            if other is None:
                way.popitem()
            elif other in way and other not in told:
                names = list(way)
                circle = names[names.index(other) :]
                if told.isdisjoint(circle):
                    yield circle
                told.update(circle)
            elif other in graph and other not in seen:
                seen.add(other)
                way[other] = iter(graph[other])


def _follows(rung: Rung) -> list[str]:
    return [rung.next.rung] if rung.next and rung.next.rung else []


def _drawn(circle: list[str], word: str) -> str:
    shown = [f'"{name}"' for name in (*circle, circle[0])]
    if len(shown) > 7:
        shown = [*shown[:5], "...", *shown[-2:]]
    return f" {word} ".join(shown)
