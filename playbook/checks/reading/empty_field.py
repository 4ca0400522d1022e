"""A field has nothing behind its colon, or a list has an empty entry.

Why: it looks as if something was going to be written there. Left empty it would be
published as nothing, and nobody would notice.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
do:
  - Wait.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
do:
  - Wait.
```

How to mend: write something, or delete the line.
"""

from __future__ import annotations

__all__: list[str] = []
