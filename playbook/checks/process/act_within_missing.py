"""A step does not say how soon it begins.

Each step says under `act_within` how soon it begins once the facts are known. A clock of the
step with `within`, or a place under `by_time`, says it too; taking no action needs no time.
Where no step of a ladder says it, the ladder is reported once.

Why: a consequence that comes late feels like a trap, and nothing can be learnt from what
nobody remembers. The practice of compassionate accountability asks for responses that are
delivered promptly; the Acas Code of Practice on disciplinary and grievance procedures says
that meetings and decisions should not be unreasonably delayed.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
    act_within: 10 working days
```

How to mend: add `act_within` with a time that can be kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.ladder import Ladder, Rung
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_SUCH_AS = "such as: act_within: 5 working days"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps that may begin at any time."""
    for record, ladder in ladders(inspection):
        timed = _timed(ladder)
        late = [index for index, rung in enumerate(ladder.rungs) if not _is_timed(rung, timed)]
        if len(late) > 1 and len(late) == len(ladder.rungs):
            message = "none of these steps says how soon it begins once the facts are known"
            hint = f"add act_within to each of them, {_SUCH_AS}"
            yield Finding(record.at("rungs", key=True), message, hint)
            continue
        for index in late:
            title = ladder.rungs[index].title
            message = f'"{title}" does not say how soon it begins once the facts are known'
            yield Finding(record.at("rungs", index, "id"), message, f"add act_within, {_SUCH_AS}")


def _timed(ladder: Ladder) -> set[str]:
    """The steps that follow from time alone."""
    return {step.rung for step in ladder.by_time.steps} if ladder.by_time else set()


def _is_timed(rung: Rung, timed: set[str]) -> bool:
    clocked = any(clock.within for clock in rung.clocks)
    return bool(rung.act_within) or clocked or rung.kind == "none" or rung.id in timed
