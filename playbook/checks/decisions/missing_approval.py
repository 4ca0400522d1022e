"""The handbook is in force, but nobody is named who keeps or approved it, or since when.

With `status: in-force` every record needs an owner, an approver and an effective date:
its own under `upkeep`, or the ones of handbook.yml, which every record inherits.

Why: people are held to this text. They must be able to see which version was in force
on a given day, who answers for it, and whom to ask.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: in-force
upkeep:
  owner: people-lead
  approver: director
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
upkeep:
  owner: people-lead
  approver: director
  effective: 2026-01-01
roles:
  - id: people-lead
    title: Head of People
  - id: director
    title: Managing director
```

How to mend: add what is missing under `upkeep` in handbook.yml, or go back to
`status: draft` until it is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.handbook import Upkeep
from playbook.model.whole import Record
from playbook.problems import Level, Location

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_LACKS = {
    "owner": "does not say who keeps it current",
    "approver": "does not say who approved it",
    "effective": "does not say since when",
}
_WRITE = {
    "owner": "owner, with the id of a role",
    "approver": "approver, with the id of a role",
    "effective": "effective, with a date such as 2026-01-31",
}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is in force without a keeper, an approver or a date."""
    settings = inspection.handbook.settings
    if settings.status != "in-force" or not inspection.settings.whole:
        return
    kept = [record for record in inspection.handbook.records.values() if _upkeep(record) and record is not inspection.settings]
    for field, lacks in _LACKS.items():
        if getattr(settings.upkeep, field):
            continue
        without = [record for record in kept if record.whole and not getattr(_upkeep(record), field)]
        if len(without) == len(kept):
            at = inspection.settings.at("status")
            yield Finding(at, f"the handbook is in force, but {lacks}", f"add under upkeep: {_WRITE[field]}")
            continue
        for record in without:
            hint = f"add under upkeep, here or in handbook.yml: {_WRITE[field]}"
            yield Finding(Location(record.source.file), f"the handbook is in force, but this record {lacks}", hint)


def _upkeep(record: Record) -> Upkeep | None:
    found = getattr(record.data, "upkeep", None)
    return found if isinstance(found, Upkeep) else None
