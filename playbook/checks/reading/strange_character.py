r"""An invisible character stands in a text: a control character, or a mark that reverses it.

Marks for the reading direction are accepted where each that is opened is closed in the
same line, as right-to-left names need it.

Why: such characters make a text look different from what it says, and can hide words
from whoever approves it (described in 2021 as "Trojan Source"). They come most often with
text copied from another program.

Wrong:

```yaml
# content/moments/they-cry.yml
title: "They start to cry\u202e"
say:
  - Take your time.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: delete the character. If you cannot see it, delete the line and type it
again.
"""

from __future__ import annotations

__all__: list[str] = []
