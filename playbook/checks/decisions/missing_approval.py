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
  review_by: 2027-01-01
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
  review_by: 2027-01-01
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

from collections.abc import Iterator, Sequence

from playbook.checks.inspection import Finding, Inspection
from playbook.model.handbook import Upkeep
from playbook.model.whole import Record
from playbook.problems import Level, Location

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_LACKS = {
    "owner": ("who keeps it current", "owner (the id of a role)"),
    "approver": ("who approved it", "approver (the id of a role)"),
    "effective": ("since when it applies", "effective (a date such as 2026-01-31)"),
}
"""What is missing when a field of upkeep is: in words, and what to write."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is in force without a keeper, an approver or a date."""
    settings = inspection.handbook.settings
    if settings.status != "in-force" or not inspection.settings.whole:
        return
    open_fields = [field for field in _LACKS if not getattr(settings.upkeep, field)]
    own = [(record, upkeep) for record in inspection.handbook.records.values() if (upkeep := _upkeep(record))]
    nowhere = [field for field in open_fields if not any(getattr(upkeep, field) for _, upkeep in own)]
    if nowhere:
        yield _finding(
            inspection.settings.at("status"), "the handbook is in force, but", nowhere, "under upkeep"
        )
    for record, upkeep in own:
        lacking = [field for field in open_fields if field not in nowhere and not getattr(upkeep, field)]
        if lacking and record.whole:
            start = "the handbook is in force, but this record"
            yield _finding(
                Location(record.source.file), start, lacking, "under upkeep, here or in handbook.yml"
            )


def _finding(at: Location, start: str, fields: list[str], where: str) -> Finding:
    words, writing = zip(*(_LACKS[field] for field in fields), strict=True)
    message = f"{start} does not say {_listed(words, 'or')}"
    return Finding(at, message, f"add {where}: {_listed(writing, 'and')}")


def _listed(words: Sequence[str], last: str) -> str:
    return ", ".join(words[:-1]) + f" {last} {words[-1]}" if len(words) > 1 else words[0]


def _upkeep(record: Record) -> Upkeep | None:
    """What a record says of its own; handbook.yml speaks for all."""
    found = None if record.kind == "handbook" else getattr(record.data, "upkeep", None)
    return found if isinstance(found, Upkeep) else None
