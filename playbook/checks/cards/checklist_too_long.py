"""A list has more items at one pause than a person can keep in hand.

Before, during and after are the three pauses of a meeting; each is gone through in 60 to
90 seconds. Nine items are the most that a pause can hold, and from the eighth on a finding
says so. The steps of an urgent card are counted in the same way.

Why: checklists of pilots and surgeons hold 5 to 9 items, because a longer one is skipped
under pressure, first in parts and then whole (the WHO's and Boeing's guides for checklists).

Wrong:

```yaml
# content/checklists/first-talk.yml
title: First talk
before:
  - Read the card.
  - Write down the fact.
  - Check that you are calm.
  - Find a room.
  - Pick a time.
  - Invite them.
  - Call the People team.
  - Read the standard again.
  - Look at the last notes.
  - Switch the phone off.
```

Right:

```yaml
# content/checklists/first-talk.yml
title: First talk
before:
  - Read the card.
  - Write down the fact.
  - Find a room and a time.
  - Invite them.
```

How to mend: drop what everybody does anyway, and keep what is forgotten or does harm when
it is forgotten. Two items that are always done together become one.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.records import Checklist, Urgent
from playbook.model.whole import Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_COMFORTABLE = 7
_MOST = 9


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find pauses, and urgent cards, with too much to do."""
    for record in inspection.whole("checklist"):
        assert isinstance(record.data, Checklist)
        for pause in ("before", "during", "after"):
            yield from _counted(record, pause, len(getattr(record.data, pause)))
    for record in inspection.whole("urgent"):
        assert isinstance(record.data, Urgent)
        yield from _counted(record, "steps", len(record.data.steps))


def _counted(record: Record, field: str, items: int) -> Iterator[Finding]:
    if items <= _COMFORTABLE:
        return
    over = items - _COMFORTABLE
    limit = (
        f"at most {_MOST} can be gone through in one pause"
        if items > _MOST
        else f"more than {_COMFORTABLE} are hard to keep in hand, {_MOST} are the most"
    )
    message = f'"{field}" has {items} items: {limit}; take out {over if items <= _MOST else f"{items - _MOST} or more"}'
    yield Finding(
        record.at(field, key=True),
        message,
        "drop what everybody does anyway; join what is always done together",
    )
