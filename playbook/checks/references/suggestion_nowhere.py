"""Suggestions are to go to a contact that has no mail.

Where `suggest_to` in handbook.yml names a contact, each page offers a link that opens an e-mail
to it. Looked for: a contact without a `mail`. Then no page offers anything, and nobody sees why.

Why: whoever reads a card in earnest knows best which words failed. Where the way to say so is
missing, the handbook keeps its faults.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
contacts:
  - {id: people-team, title: People team, phone: "0100 555 0101"}
suggest_to: people-team
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
contacts:
  - {id: people-team, title: People team, mail: people@riverside.example}
suggest_to: people-team
```

How to mend: give the contact a mail, name another contact, or name your editor under
`suggest_at`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find a contact for suggestions that no mail reaches."""
    handbook = inspection.handbook
    contact = handbook.contacts.get(handbook.settings.suggest_to or "")
    if contact and not contact.mail and not handbook.settings.suggest_at and inspection.settings.whole:
        message = f'suggestions go to "{contact.title}", who has no mail: no page offers to suggest anything'
        hint = "give the contact a mail, or name another one"
        yield Finding(inspection.settings.at("suggest_to"), message, hint)
