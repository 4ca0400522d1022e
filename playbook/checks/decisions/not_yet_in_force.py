"""The handbook says it is in force, but its effective date is still to come.

With `status: in-force` no effective date, in handbook.yml or in a record, may lie after
today. The check needs to know the day; `playbook check --today 2026-01-31` says another.

Why: nobody may be held to a rule before it applies, and readers take what is published
as in force.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: in-force
upkeep: {owner: people-lead, approver: director, effective: 2999-01-01}
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
upkeep: {owner: people-lead, approver: director, effective: 2026-01-01}
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
from playbook.model.handbook import Upkeep
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find dates from which something applies that have not come."""
    today = inspection.today
    if today is None or inspection.handbook.settings.status != "in-force":
        return
    for record in inspection.handbook.records.values():
        upkeep = getattr(record.data, "upkeep", None)
        if isinstance(upkeep, Upkeep) and upkeep.effective and upkeep.effective > today:
            message = (
                f"the handbook is in force, but this applies from {upkeep.effective}, which is still to come"
            )
            hint = "keep status: draft until then, or correct the date"
            yield Finding(record.at("upkeep", "effective"), message, hint)
