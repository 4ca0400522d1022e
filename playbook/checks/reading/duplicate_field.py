"""A field is written twice in the same place.

Both places are named. YAML itself says that names must be unique, but most tools keep
the second and drop the first without a word.

Why: one of the two texts would silently be lost.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
do:
  - Wait.
say:
  - We can stop here for today.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
  - We can stop here for today.
do:
  - Wait.
```

How to mend: put both into one field, or delete one of them.
"""

from __future__ import annotations

__all__: list[str] = []
