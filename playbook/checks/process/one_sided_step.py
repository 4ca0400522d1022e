"""A step tells the manager what to do, and the person concerned nothing.

Looked for: a step with `say` or `manager_does` and without `you_can_expect`.

Why: the page of a step shows both sides, *your manager* beside *you*. Whoever is at the
step, often frightened, looks for their own side first: what happens, what they may ask for.
A process that only one side can read is not predictable for the other.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: reclarify
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
    manager_does:
      - Name the standard and what was seen.
      - Listen to their account.
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: reclarify
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
    manager_does:
      - Name the standard and what was seen.
      - Listen to their account.
    you_can_expect:
      - A private talk within two working days.
      - To be heard before anything is concluded.
```

How to mend: add `you_can_expect`, in the order in which it happens, with what the person
may ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.asked import add
from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps that speak to the manager alone."""
    for record, ladder in ladders(inspection):
        for index, rung in enumerate(ladder.rungs):
            if (rung.say or rung.manager_does) and not rung.you_can_expect:
                message = f'"{rung.title}" tells the manager what to do, and the person concerned nothing'
                yield Finding(record.at("rungs", index, "id"), message, add("you_can_expect"))
