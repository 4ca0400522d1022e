"""A change is listed with a day that is still to come.

Looked for: a `date` in changes.yml after today. The check needs to know the day; `playbook check
--today 2026-01-31` says another.

Why: the page of changes says what is different now. Whoever reads there that the notice is five
days, while it is still ten, may hold somebody to a rule that does not apply yet.

Wrong:

```yaml
# content/changes.yml
changes:
  - date: 2999-01-01
    what: The notice before a formal meeting is ten days.
    for: Everybody
    kind: substantive
```

Right:

```yaml
# content/changes.yml
changes:
  - date: 2026-01-01
    what: The notice before a formal meeting is ten days.
    for: Everybody
    kind: substantive
```

How to mend: correct the date, or list the change when its day has come. To tell people ahead,
say in its words from when it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.reader import ChangesFile
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find changes that are ahead of their day."""
    for record in inspection.whole("changes"):
        assert isinstance(record.data, ChangesFile)
        for index, change in enumerate(record.data.changes):
            if inspection.today and change.date > inspection.today:
                message = f"this is listed as a change, but its day, {change.date}, is still to come"
                hint = "correct the date, or list the change when its day has come"
                yield Finding(record.at("changes", index, "date"), message, hint)
