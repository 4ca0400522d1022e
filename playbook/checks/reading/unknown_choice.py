"""A field has a few possible words, and this is none of them.

Why: the word decides what happens, so that it must be one that has a meaning here.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: drafft
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
status: draft
```

How to mend: use one of the words that the message lists.
"""

from __future__ import annotations

__all__: list[str] = []
