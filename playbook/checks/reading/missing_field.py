"""A field that every record of this kind needs is missing.

Few fields are needed: a title, and what makes the record what it is, such as the
statement of a standard or the steps of a ladder.

Why: without it there is no page to show.

Wrong:

```yaml
# content/moments/they-cry.yml
say:
  - Take your time.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: add the field. The message says what it is for.
"""

from __future__ import annotations

__all__: list[str] = []
