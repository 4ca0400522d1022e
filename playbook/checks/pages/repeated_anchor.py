"""Two places on one page have the same id.

Why: a link to it always opens the first of them, and a label may be read out for the
wrong field. The HTML standard says that an id is unique on its page.

Wrong:

```markdown
## Say {#say}

## Say it again {#say}
```

Right:

```markdown
## Say {#say}

## Say it again {#say-again}
```

How to mend: give one of the two another id. On pages of the handbook ids come from the
ids of your records; two records with one name cause it as well.
"""

from __future__ import annotations

__all__: list[str] = []
