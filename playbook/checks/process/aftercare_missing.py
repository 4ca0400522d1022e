"""A formal step does not say who looks after the person afterwards.

Every formal step needs `aftercare`: who calls or meets the person, and how soon. Finding
the facts, and taking no action, is not looked at. Each ladder is reported once, at the
first such step.

Why: the hours after a formal meeting are the loneliest ones. A short call on the next day
keeps somebody safe, answers the questions that could not be asked in the room, and shows
that a step is about work and not about their worth. The practice of compassionate
accountability asks that consequences are given with empathy and leave people their dignity.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {formal-rights: off}
tracks:
  - {id: performance, title: How work is done}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
records:
  kept: {where: the personnel file, for: 12 months}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    way_back: After 12 months without a repeat it no longer counts.
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {formal-rights: off}
tracks:
  - {id: performance, title: How work is done}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
records:
  kept: {where: the personnel file, for: 12 months}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    way_back: After 12 months without a repeat it no longer counts.
    aftercare: The People team calls the person within one working day.
```

How to mend: add `aftercare` to the step: who is in touch, how, and how soon.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.asked import add
from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import first_with_others, has_consequence, ladders
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find the first formal step of each ladder after which nobody is in touch."""
    for record, ladder in ladders(inspection):
        alone = [
            index
            for index, rung in enumerate(ladder.rungs)
            if rung.standing.formal and has_consequence(rung) and not rung.aftercare
        ]
        if alone:
            what = "does not say who looks after the person afterwards"
            message = f"the formal step {first_with_others(ladder, alone)} {what}"
            yield Finding(record.at("rungs", alone[0], "id"), message, add("aftercare"))
