"""Nobody has tried an urgent contact for a long time, or ever.

Looked for: each contact that an urgent card names, under `contacts` or `is_it_you`. Its
`verified` is the day on which somebody last tried it; it may be at most 90 days ago, and not
in the future. The check needs to know the day; `playbook check --today 2026-01-31` says another.

Why: an urgent card is opened once in years, by somebody whose hands shake. A number that
changed in the spring is found out then. Aviation and medicine check their emergency numbers
on fixed days for the same reason.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
contacts:
  - id: on-call
    title: On-call lead
    phone: +00 555 0100
# content/urgent/crisis.yml
title: Somebody talks about not wanting to live
first: Stay with them. Call the on-call lead.
steps: [Ask directly.]
contacts: [on-call]
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
contacts:
  - id: on-call
    title: On-call lead
    phone: +00 555 0100
    verified: 2026-11-02
# content/urgent/crisis.yml
title: Somebody talks about not wanting to live
first: Stay with them. Call the on-call lead.
steps: [Ask directly.]
contacts: [on-call]
```

How to mend: call the number or write to the mailbox, then put the day under `verified`. Never
change the date without trying it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from playbook.checks.inspection import Finding, Inspection
from playbook.due import TRIED_EVERY, urgent_contacts
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find urgent contacts that were not tried in time."""
    today, record = inspection.today, inspection.settings
    if today is None or not record.whole:
        return
    urgent = urgent_contacts(inspection.handbook)
    for index, contact in enumerate(inspection.handbook.settings.contacts):
        if contact.id not in urgent:
            continue
        tried = contact.verified
        if tried is None:
            message = f'urgent cards name "{contact.title}", and nothing says when somebody last tried it'
            hint = f"try it today, then add verified: {today}"
            yield Finding(record.at("contacts", index, "id"), message, hint)
        elif tried > today:
            message = f'"{contact.title}" was last tried on {tried}, which is still to come'
            yield Finding(record.at("contacts", index, "verified"), message, "correct the date")
        elif today - tried > timedelta(days=TRIED_EVERY):
            days = (today - tried).days
            message = f'urgent cards name "{contact.title}", which was last tried {days} days ago'
            hint = f"try it today, then write verified: {today}; at most {TRIED_EVERY} days may pass"
            yield Finding(record.at("contacts", index, "verified"), message, hint)
