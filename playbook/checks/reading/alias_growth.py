"""Repeated parts (`&` and `*`) grow too large when they are written out.

YAML can name a part with `&name` and repeat it with `*name`. Repeating repeated parts
makes a small file enormous. Up to 2,000 repeated entries are accepted; text that is
written out has no such limit.

Why: a few lines of this kind can fill the memory of the computer that reads them.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
one: &one [Wait, Wait, Wait, Wait, Wait, Wait, Wait, Wait, Wait, Wait]
two: &two [*one, *one, *one, *one, *one, *one, *one, *one, *one, *one]
say: [*two, *two, *two, *two, *two, *two, *two, *two, *two, *two, *two, *two, *two,
      *two, *two, *two, *two, *two, *two, *two]
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: write the parts out, without `&` and `*`.
"""

from __future__ import annotations

__all__: list[str] = []
