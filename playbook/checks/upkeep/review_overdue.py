"""The day has passed by which something was to be looked at again.

Looked for: `review_by` in handbook.yml or in a record, earlier than today. The check needs to
know the day; `playbook check --today 2026-01-31` says another. Readers see a line on such a
page too, without a new build.

Why: people are held to this text. When its keepers missed their own date, readers should be
told, and somebody should look at it before the next hard talk rests on it.

Wrong:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
upkeep: {review_by: 2024-06-30}
```

Right:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
upkeep: {review_by: 2027-06-30}
```

How to mend: read it with the people who work by it, change what no longer holds, then set the
next date.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.due import dated_reviews
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what should have been looked at by now."""
    for record, day in dated_reviews(inspection.handbook):
        if inspection.today and day < inspection.today:
            message = f"this was to be looked at again by {day}"
            hint = "read it with the people who work by it, then set the next date as review_by"
            yield Finding(record.at("upkeep", "review_by"), message, hint)
