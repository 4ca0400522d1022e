"""A level is changed, or a finding accepted, for a check where that cannot be done.

Most levels are yours to choose, and most findings can be accepted in place. Fixed are the checks for what could not be read or
published at all (a field written twice, a date that does not exist, a name that leads
nowhere) and, while the handbook is in force, those for open decisions and missing
approval.

Why: switching such a check off would not make the record readable or the decision
made; it would only hide that it is not.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
checks:
  duplicate-field: off
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
checks:
  acceptable-twin: note
```

How to mend: delete the line, and mend what the check finds.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.acceptance import entries
from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find levels that may not be changed and findings that may not be accepted."""
    for check, level in inspection.handbook.settings.checks.items():
        reason = inspection.checks.get(check)
        if reason and level is not Level.ERROR:
            change = "switched off" if level is Level.OFF else f"lowered to a {level}"
            at = inspection.settings.at("checks", check)
            yield Finding(at, f'"{check}" cannot be {change}: {reason}', "delete this line")
    for entry in entries(inspection.handbook):
        reason = inspection.checks.get(entry.acceptance.check)
        if reason:
            message = f'a finding of "{entry.acceptance.check}" cannot be accepted: {reason}'
            yield Finding(entry.at, message, "delete this entry, and mend what the check finds")
