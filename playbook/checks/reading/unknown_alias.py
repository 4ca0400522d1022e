"""A text begins with `*`, which YAML reads as "repeat the part of this name".

Why: no part of this name stands before it, so that nothing can be repeated. Most often it
was meant as plain text.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: *never
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: "*Never* say that it is not so bad."
```

How to mend: put the text in double quotes.
"""

from __future__ import annotations

__all__: list[str] = []
