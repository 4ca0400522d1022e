"""The preview cannot be shown at this address.

Why: most often another program, perhaps an earlier preview, already uses it.

Wrong:

```text
playbook serve            (while another preview is still running)
```

Right:

```text
playbook serve            (after the other one was ended with Ctrl-C)
```

How to mend: end the other preview, or choose another address.
"""

from __future__ import annotations

__all__: list[str] = []
