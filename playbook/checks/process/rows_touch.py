"""One row of the grid ends at the very length of time at which another begins.

Both ends of a range count. So `15 to 30 minutes` and `30 to 60 minutes` both hold for
exactly 30 minutes, and there they give two answers. Rows are compared as for
`rows-overlap`; rows that lead to the same steps are not reported.

Why: the case at the border is the one people argue about. Somebody who is 30 minutes late
should not depend on which of two rows is read first; consequences are meant to be
predictable before anything happens.

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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {deviation: no-answer, circumstance: 15 to 30 minutes late}
    cells: {1+: talk}
  - for: {deviation: no-answer, circumstance: 30 to 60 minutes late}
    cells: {1+: agreed-plan}
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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {deviation: no-answer, circumstance: 15 to 30 minutes late}
    cells: {1+: talk}
  - for: {deviation: no-answer, circumstance: more than 30 minutes late}
    cells: {1+: agreed-plan}
```

How to mend: let the second range begin just above the end of the first, such as
`31 to 60 minutes`. If the lengths are quoted from a table that leaves it open, say in `note`
which of the rows holds, and set this check to note under `checks` in handbook.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.checks.rows import meetings, row_at, row_words
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find rows whose lengths of time share one end."""
    for record, ladder in ladders(inspection):
        for met in meetings(inspection.handbook, ladder):
            if met.how == "touch" and not met.alike:
                line = record.at("entry", met.first).line
                one, other = row_words(ladder, met.second), row_words(ladder, met.first)
                message = f'"{one}" touches "{other}" in line {line}: both ends count, so two rows fit there'
                hint = "let the longer range begin just above the end of the shorter one"
                yield Finding(row_at(record, ladder, met.second), message, hint)
