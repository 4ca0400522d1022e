"""The site engine, which turns pages into the finished site, has a warning.

Why: something in mkdocs.yml or in a hand-written page is not as the engine expects it.
The handbook is published all the same.

Wrong:

```yaml
# mkdocs.yml
nav:
  - About: abuot.md
```

Right:

```yaml
# mkdocs.yml
nav:
  - About: about.md
```

How to mend: correct what the message names.
"""

from __future__ import annotations

from playbook.problems import Level

__all__ = ["LEVEL"]

LEVEL = Level.WARNING
