"""Fields are merged with `<<`, which is not supported.

Why: merged fields do not stand where they are read, so that no message can point to
their line and no author sees what a record really says.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
<<: {say: [Take your time.]}
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say: [Take your time.]
```

How to mend: write the fields out. What many records share belongs into handbook.yml or
into the defaults of a ladder, which are inherited.
"""

from __future__ import annotations

__all__: list[str] = []
