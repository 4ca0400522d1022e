"""The folder to publish into holds files that this program did not put there.

The same for a zip or a single file, where something else lies under its name.

Why: publishing replaces the whole folder, or the file. Files of yours would be gone.

Wrong:

```text
playbook build --output Documents
```

Right:

```text
playbook build --output Documents/handbook
```

How to mend: name a new or empty folder, or move your files away.
"""

from __future__ import annotations

__all__: list[str] = []
