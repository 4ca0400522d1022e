"""An e-mail address is not written as one.

An address has letters, digits, dots, hyphens, `_` or `+`, then `@`, then the domain.

Why: cards make it a link that is tapped in a hurry; a link that does not work costs the
minute that mattered.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
first_call: people-team
contacts:
  - id: people-team
    title: the People team
    mail: people.example.org
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
    mail: people@example.org
```

How to mend: correct it. Use the mailbox of a role, never a person's own.
"""

from __future__ import annotations

__all__: list[str] = []
