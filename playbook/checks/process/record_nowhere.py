"""A step stands in a record, and nothing says where the record lies.

Where `recorded: true` is written, `records` says under `kept` where the record lies, and if
possible who sees it and for how long: once for the whole ladder, or for the step. Each ladder
is reported once, at the first such step.

Why: a person has a right to know what is on file about them. A record without an agreed place
ends up in somebody's own notebook or mailbox, where it cannot be read, corrected or deleted.

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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    act_within: 5 working days
    support: [mentor]
    way_back: The goals are met, and the note is deleted.
# content/support/mentor.yml
title: Time with a mentor
what: One hour a week with somebody who has done it before.
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
records:
  kept: {where: the personnel file, for: 12 months, then: It is destroyed.}
rungs:
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    act_within: 5 working days
    support: [mentor]
    way_back: The goals are met, and the note is deleted.
# content/support/mentor.yml
title: Time with a mentor
what: One hour a week with somebody who has done it before.
```

How to mend: add `records` to the ladder, with `kept` and where it lies; or write
`recorded: false` where nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.inherited import records_at
from playbook.model.ladder import Ladder, Rung
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find the first step of each ladder whose record lies nowhere."""
    for record, ladder in ladders(inspection):
        lost = [index for index, rung in enumerate(ladder.rungs) if _lies_nowhere(ladder, rung)]
        if lost:
            first = f'"{ladder.rungs[lost[0]].title}"'
            others = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
            message = f"{first}{others} stands in a record, and nothing says where it lies"
            hint = "add records to the ladder, and under kept: where it lies, who sees it, for how long"
            yield Finding(record.at("rungs", lost[0], "standing", "recorded"), message, hint)


def _lies_nowhere(ladder: Ladder, rung: Rung) -> bool:
    records = records_at(ladder, rung)
    return rung.standing.recorded and (records is None or records.kept is None)
