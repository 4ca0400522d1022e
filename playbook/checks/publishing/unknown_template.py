"""A template of your own replaces none of the bundled ones.

A file in templates/ takes the place of the bundled file with the same name. Parts that
only your own templates use go into templates/own/.

Why: with a misspelt name the page silently stays as it was.

Wrong:

```text
templates/pages/standrad.md.j2
```

Right:

```text
templates/pages/standard.md.j2
```

How to mend: correct the name. `playbook templates list` shows those there are.
"""

from __future__ import annotations

__all__: list[str] = []
