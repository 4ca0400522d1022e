"""A field that is either true or false says something else.

Only `true` and `false` are accepted. `yes`, `no`, `on` and `off` are ordinary words here.

Why: tools disagree on whether `no` is a word or means false, so that a field could
silently mean its opposite.

Wrong:

```yaml
# content/checklists/first-talk.yml
title: The first talk
formal: no
before:
  - Read the standard again.
```

Right:

```yaml
# content/checklists/first-talk.yml
title: The first talk
formal: false
before:
  - Read the standard again.
```

How to mend: write `true` or `false`.
"""

from __future__ import annotations

__all__: list[str] = []
