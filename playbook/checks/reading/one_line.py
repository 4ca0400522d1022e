"""A text that must be one line has a line break in it.

Titles, single sentences and exact words are one line each. Longer texts, such as the
statement of a standard, may have paragraphs.

Why: on a card every line stands for one thing to say or do.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - |
    Take your time.
    We can stop here for today.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - Take your time.
  - We can stop here for today.
```

How to mend: write one line, or two entries. A long line may go on in the next one when it
is indented and written without `|`.
"""

from __future__ import annotations

__all__: list[str] = []
