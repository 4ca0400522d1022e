"""A decision is still open.

Packs come with demo values for everything an organisation has to choose: days, months,
who decides. Each is listed under `decisions` in handbook.yml with its question and whom
to ask, until `decided: true` says that the choice is yours.

Why: numbers that nobody chose must not bind anybody. While the handbook is a draft this
is a note that counts what is left; a handbook in force with an open decision is not
published.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
protected: A written concern comes <<notice>> before the meeting.
decisions:
  - id: notice
    title: Notice before a formal meeting
    question: How long before a formal meeting does the written concern arrive?
    ask: the works council and whoever advises you on employment law
    value: 5 working days
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
protected: A written concern comes <<notice>> before the meeting.
decisions:
  - id: notice
    title: Notice before a formal meeting
    question: How long before a formal meeting does the written concern arrive?
    ask: the works council and whoever advises you on employment law
    value: 7 calendar days
    decided: true
```

How to mend: ask, write your choice under `value`, and add `decided: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level
from playbook.schema import UNREADABLE

__all__ = ["IN_FORCE", "LEVEL", "run"]

LEVEL = Level.NOTE
IN_FORCE = Level.ERROR

_THEN = "Write your choice as value, and add decided: true"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is not decided yet."""
    for index, decision in enumerate(inspection.handbook.settings.decisions):
        if decision.decided or UNREADABLE in (decision.question, decision.ask, decision.value):
            continue
        hint = f'to ask: {decision.ask}. Until then readers see "{decision.value}". {_THEN}'
        at = inspection.settings.at("decisions", index, "id")
        yield Finding(at, f"still to be decided: {decision.question}", hint)
