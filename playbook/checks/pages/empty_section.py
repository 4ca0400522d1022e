"""Nothing stands under a heading, or a heading has no words.

A heading directly followed by one of a deeper level is fine.

Why: a bare heading looks as if something had been lost, and a person who jumps from
heading to heading lands on nothing.

Wrong:

```markdown
## What we expect {#expect}

## What good looks like {#good}

<p>...</p>
```

Right:

```markdown
## What good looks like {#good}

<p>...</p>
```

How to mend: in a template, put the heading inside the same `if` as what belongs under it.
"""

from __future__ import annotations

__all__: list[str] = []
