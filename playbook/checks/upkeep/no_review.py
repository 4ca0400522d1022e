"""The handbook is in force, and nothing says by when it is looked at again.

Looked for once `status: in-force` is set: `review_by` under `upkeep` in handbook.yml, or in
every single record.

Why: work changes, law changes, and a rule that nobody looks at drifts away from what people
do. A date that everybody can see is the smallest promise that it will be looked at.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
status: in-force
upkeep: {owner: people-lead, approver: director, effective: 2026-01-01}
roles:
  - {id: people-lead, title: Head of People}
  - {id: director, title: Managing director}
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
status: in-force
upkeep: {owner: people-lead, approver: director, effective: 2026-01-01, review_by: 2027-01-01}
roles:
  - {id: people-lead, title: Head of People}
  - {id: director, title: Managing director}
```

How to mend: add `review_by` under `upkeep` in handbook.yml; a year ahead is usual.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.due import own_upkeep
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find a handbook in force that is never looked at again."""
    settings, record = inspection.handbook.settings, inspection.settings
    if settings.status != "in-force" or settings.upkeep.review_by or not record.whole:
        return
    dated = {found.id for found, upkeep in own_upkeep(inspection.handbook) if upkeep.review_by}
    keepable = {found.id for found, _ in own_upkeep(inspection.handbook)}
    if not keepable or keepable - dated:
        message = "the handbook is in force, and nothing says by when it is looked at again"
        hint = "add under upkeep: review_by (a date such as 2027-01-31)"
        yield Finding(record.at("status"), message, hint)
