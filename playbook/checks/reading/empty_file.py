"""A file holds no record: it is empty, or all of it is comments.

Why: a page without words would be published, or a record that was meant to be there is
missing.

Wrong:

```yaml
# content/moments/they-cry.yml
# to be written
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: write its fields, or delete the file.
"""

from __future__ import annotations

__all__: list[str] = []
