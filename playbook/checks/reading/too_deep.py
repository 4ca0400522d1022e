"""Lists and fields are nested deeper than any record needs.

More than 40 levels are not read; the deepest record has about ten.

Why: nothing people write is nested like this; it is a slip, such as a key that got stuck.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Wait.]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say: [Wait.]
```

How to mend: take the extra brackets or indentation away.
"""

from __future__ import annotations

__all__: list[str] = []
