"""The folder to publish into holds files that this program did not put there.

Why: publishing replaces the whole folder. Files of yours would be gone.

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
