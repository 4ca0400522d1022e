"""A file in content/ is only a link to a file somewhere else.

Links inside content/ are followed; one that leads out of it is not read.

Why: whatever lies there, perhaps private, would be published.

Wrong:

```text
content/moments/they-cry.yml -> ../../../private/notes.yml
```

Right:

```text
content/moments/they-cry.yml
```

How to mend: put a copy of the file into content/ instead of the link.
"""

from __future__ import annotations

__all__: list[str] = []
