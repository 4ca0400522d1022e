"""A line cannot be read, most often because of a colon, a quotation mark or the indentation.

YAML gives meaning to a colon followed by a space, to quotation marks and brackets at the
beginning of a text, to `#` after a space, and to the indentation of a line.

Why: where a field or a text ends can no longer be told, and so the file cannot be read.

Wrong:

```yaml
# content/moments/they-cry.yml
title: Hard moment: they start to cry
say:
  - Take your time.
```

Right:

```yaml
# content/moments/they-cry.yml
title: "Hard moment: they start to cry"
say:
  - Take your time.
```

How to mend: put the whole text in double quotes. Indent with spaces, never with tabs, and
line the fields of one record up.
"""

from __future__ import annotations

__all__: list[str] = []
