"""A telephone number is not written as one.

A number has digits, and if wanted spaces, hyphens, slashes, dots, brackets and a `+` in
front.

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
    phone: ask at the desk
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

How to mend: correct it. Words such as when somebody answers go into `hours`. Use the
number of a role, never a person's own.
"""

from __future__ import annotations

__all__: list[str] = []
