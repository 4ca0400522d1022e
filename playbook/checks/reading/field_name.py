"""A field has no name, or a name that is not a word.

Why: nothing can be found under it.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
"": Wait.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
do:
  - Wait.
```

How to mend: write the name of the field before the colon. If the line is part of the
text above, indent it.
"""

from __future__ import annotations

__all__: list[str] = []
