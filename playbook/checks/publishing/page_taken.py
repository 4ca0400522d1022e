"""A hand-written page has the address of a page that the handbook makes itself.

Why: of two pages with one address only one can be shown.

Wrong:

```text
site_config/docs/support.md
```

Right:

```text
site_config/docs/support-our-team.md
```

How to mend: rename the hand-written page, or delete it.
"""

from __future__ import annotations

__all__: list[str] = []
