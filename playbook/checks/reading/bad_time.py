"""A time of day is not written as one.

A time has hours from 00 to 23 and minutes from 00 to 59, with a colon between them.

Why: the calendar file of a check-in is made from it, and a calendar takes no other form.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
check_ins: [weekly]
# content/check-ins/weekly.yml
title: Weekly check-in
rhythm: weekly
time: half past nine
wins:
  - What went well since last time?
next_steps:
  - Say what each of you does, and by when.
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
check_ins: [weekly]
# content/check-ins/weekly.yml
title: Weekly check-in
rhythm: weekly
time: 09:30
wins:
  - What went well since last time?
next_steps:
  - Say what each of you does, and by when.
```

How to mend: write hours and minutes, or leave the time out; then the day has no time.
"""

from __future__ import annotations

__all__: list[str] = []
