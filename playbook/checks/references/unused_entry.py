"""An entry of handbook.yml is defined but named nowhere.

Looked at are values, severities, tracks, roles, groups, causes, contacts and decisions.
A contact or decision also counts as used when a text holds its placeholder, such as
`<<people-team>>`. Nothing is called unused while any file cannot be read.

Why: a list that holds more than is used grows stale, and a reader cannot tell which
telephone number still matters. It may also show that a link was forgotten.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
contacts:
  - id: people-team
    title: the People team
    phone: "+00 555 0100"
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
first_call: people-team
contacts:
  - id: people-team
    title: the People team
    phone: "+00 555 0100"
```

How to mend: name it where it belongs, or delete it. This is a note: an entry kept for
later does no harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.known import LISTS, named_ids
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find entries that nothing names."""
    if not inspection.handbook.complete:
        return
    used = named_ids(inspection)
    for kind, field in LISTS.items():
        for index, entry in enumerate(getattr(inspection.handbook.settings, field)):
            if (kind, entry.id) not in used:
                at = inspection.settings.at(field, index, "id")
                yield Finding(
                    at, f'nothing uses the {kind} "{entry.id}"', "name it where it belongs, or delete it"
                )
