"""The handbook says it is in force, but its effective date is still to come.

With `status: in-force` the effective date in handbook.yml may not lie after today. (A single
record may be ahead of its day: its page then says so.) The check needs to know the day;
`playbook check --today 2026-01-31` says another.

Why: nobody may be held to a rule before it applies, and readers take what is published
as in force.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: in-force
upkeep: {owner: people-lead, approver: director, effective: 2999-01-01, review_by: 2999-06-01}
roles:
  - id: people-lead
    title: Head of People
  - id: director
    title: Managing director
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: in-force
upkeep: {owner: people-lead, approver: director, effective: 2026-01-01, review_by: 2999-06-01}
roles:
  - id: people-lead
    title: Head of People
  - id: director
    title: Managing director
```

How to mend: keep `status: draft` until that day, or correct the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find a day from which the handbook applies that has not come."""
    today, settings = inspection.today, inspection.handbook.settings
    day = settings.upkeep.effective
    if today and day and day > today and settings.status == "in-force":
        message = f"the handbook is in force, but it applies from {day}, which is still to come"
        hint = "keep status: draft until then, or correct the date"
        yield Finding(inspection.settings.at("upkeep", "effective"), message, hint)
