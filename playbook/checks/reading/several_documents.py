"""A second document begins in a file that holds one record.

A line with `---` begins a new document in YAML.

Why: the file name is the id, so that one file can hold one record. Other tools read the
first document only and forget the rest.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
---
title: They deny it
say:
  - Tell me how you see it.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: put the second record into a file of its own, or delete the `---`.
"""

from __future__ import annotations

__all__: list[str] = []
