"""Something is there already where a new file or folder should go.

Why: beginning a handbook or copying a template never overwrites anything of yours.

Wrong:

```text
playbook new Documents
```

Right:

```text
playbook new my-handbook
```

How to mend: name a folder or file that does not exist yet, or move yours away.
"""

from __future__ import annotations

__all__: list[str] = []
