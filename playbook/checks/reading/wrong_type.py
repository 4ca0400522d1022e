"""A field holds text where a list belongs, or the other way round.

Three forms are used: a text behind the colon, a list with `- ` before each entry, and
fields with their names, indented below.

Why: what was written cannot be put where the page needs it.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say: Take your time.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: write it in the form that the message names.
"""

from __future__ import annotations

__all__: list[str] = []
