"""A text is made of nothing, or of spaces only.

Why: it would be published as an empty line that looks like a fault of the page.

Wrong:

```yaml
# content/moments/they-cry.yml
title: "  "
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

How to mend: write something, or delete the field.
"""

from __future__ import annotations

__all__: list[str] = []
