"""A repeated part contains itself.

`*name` repeats the part named with `&name`; here it stands inside that very part.

Why: written out, it would never end.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say: &calm
  - Take your time.
  - *calm
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: write the words out. A text that begins with `*` or `&` must be in quotes.
"""

from __future__ import annotations

__all__: list[str] = []
