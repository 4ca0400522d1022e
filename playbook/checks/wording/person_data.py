"""Something looks like a person: a name, a personal e-mail address, an employee number.

Found are names behind Mr, Ms, Dr and the like, a first name with a surname, a first name behind
words such as "call" or "ask", addresses at private mail services or with a person's name, and
employee numbers. Roles, organisations, contacts of roles, products and places are none.

Why: a handbook lives for years and is read by everybody; people change their job, and a name
beside a deviation can never be taken back. This tool holds no data about any person, and the
first principle of data protection is to keep none that is not needed (GDPR, Article 5(1)(c)).

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Call Ms Lindqvist.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Call the People team.
```

How to mend: name the role, and put how to reach it under `contacts` in handbook.yml. Where it
is no person, keep it with a reason under `accepted`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.wordings import place_in
from playbook.problems import Level
from playbook.wording import persons_in

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_HINT = "name the role instead; a role's phone and mailbox stand under contacts in handbook.yml"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find names, own addresses and numbers of people, in words for readers and for the search."""
    for found in inspection.wordings:
        for start, words, what in persons_in(found.value):
            message = f'"{words}" looks like {what}'
            yield Finding(place_in(found, start, len(words)), message, _HINT)
    for index, contact in enumerate(inspection.handbook.settings.contacts):
        for _, words, what in persons_in(contact.mail or ""):
            at = inspection.settings.at("contacts", index, "mail")
            yield Finding(at, f'"{words}" looks like {what}', _HINT)
