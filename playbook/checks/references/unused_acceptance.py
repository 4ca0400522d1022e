"""A finding is accepted that is not there.

Each entry under `accepted` in a record names a check, and with `at` some words of the line
it finds something in, or the id of the step or entry around it. Something must be found there.

Why: an acceptance that is left behind would silence the next finding nobody has looked at.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Wait a minute. Offer a break.
accepted:
  - check: sentences-in-brackets
    because: Both entries are whole sentences.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do: [Wait a minute., Offer a break, and ask when to go on.]
accepted:
  - check: sentences-in-brackets
    at: and ask when to go on
    because: Both halves stand on the card one below the other.
```

How to mend: delete the entry, or correct its `check` or `at`.
"""

from __future__ import annotations

from playbook.problems import Level

__all__ = ["LEVEL"]

LEVEL = Level.WARNING
