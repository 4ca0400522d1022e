"""A number is not written as a number.

Numbers are written in digits, with a point for halves: `7`, `0.5`, `11`.

Why: points are counted against people. "A few" cannot be counted the same way twice.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance by points
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
points:
  events:
    - {event: a late start that nobody was told of, add: half}
  thresholds:
    - {at: 4, rung: talk}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance by points
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
points:
  events:
    - {event: a late start that nobody was told of, add: 0.5}
  thresholds:
    - {at: 4, rung: talk}
```

How to mend: write digits only.
"""

from __future__ import annotations

__all__: list[str] = []
