"""The columns of a row under `entry` are not 1, 2, 3 and so on.

Columns count how many times it has happened, from 1 without a gap. The last one may be
open: `3+` is the third and any later time.

Why: with a gap nobody could say what happens the second time.

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
    cells:
      1: talk
      3+: agreed-plan
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
    cells:
      1: talk
      2: talk
      3+: agreed-plan
```

How to mend: add the missing column, or write `missing` in it where the rule says nothing.
"""

from __future__ import annotations

__all__: list[str] = []
