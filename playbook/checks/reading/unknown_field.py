"""A field has a name that this kind of record does not have.

The nearest name is offered. Fields may also stand at a wrong indentation, so that they
belong to another part than was meant.

Why: most tools ignore what they do not know, and the words would silently be missing from
the page.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
sya:
  - Take your time.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
```

How to mend: correct the name, or move the line to the indentation of the part it belongs
to. A note to yourself begins with `# `.
"""

from __future__ import annotations

__all__: list[str] = []
