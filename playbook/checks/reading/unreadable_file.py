"""A file is there but cannot be opened.

Why: its record would be missing from the handbook.

Wrong:

```text
content/moments/they-cry.yml, which you may not read, or a link to a file that is gone
```

Right:

```text
content/moments/they-cry.yml, which you can open in your editor
```

How to mend: ask for the right to read it, or restore the file the link leads to.
"""

from __future__ import annotations

__all__: list[str] = []
