"""The day is near by which something is to be looked at again.

Looked for: `review_by` in handbook.yml or in a record, within the next 30 days. The check
needs to know the day; `playbook check --today 2026-01-31` says another.

Why: a look that is planned a month ahead finds the people it needs. A note in time is kinder
than a warning too late.

Wrong:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
upkeep: {review_by: 2026-12-01}
```

Right:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
upkeep: {review_by: 2027-12-01}
```

How to mend: plan the look with its owner. The page *What is due* lists every date, also as a
calendar file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from playbook.checks.inspection import Finding, Inspection
from playbook.due import dated_reviews
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE

_AHEAD = timedelta(days=30)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is to be looked at soon."""
    today = inspection.today
    for record, day in dated_reviews(inspection.handbook):
        if today and today <= day <= today + _AHEAD:
            yield Finding(
                record.at("upkeep", "review_by"),
                f"this is to be looked at again by {day}",
                "plan it with its owner",
            )
