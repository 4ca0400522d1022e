"""The computer could not write a file: the disk is full, or you may not write there.

Why: the handbook is put together beside the published one and changes place with it at
the very end. What was published before is still as it was.

Wrong:

```text
playbook build --output /usr/share/handbook
```

Right:

```text
playbook build --output published
```

How to mend: choose a folder of your own, or make room, and run it again.
"""

from __future__ import annotations

__all__: list[str] = []
