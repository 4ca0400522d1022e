"""A file lies where no record is expected, or does not end in `.yml`.

Records lie in folders of content/, one for each kind: standards, ladders, moments and so
on; handbook.yml and words.yml lie in content/ itself. Files called README and hidden
files are left alone.

Why: the folder says what kind of record a file is. A file in a misspelt folder would
silently not be published.

Wrong:

```yaml
# content/moment/they-walk-out.yml
title: They get up and leave
say:
  - We can go on when you are ready.
```

Right:

```yaml
# content/moments/they-walk-out.yml
title: They get up and leave
say:
  - We can go on when you are ready.

# content/moments/they-cry.yml
title: They start to cry
if_they: [they-walk-out]
```

How to mend: move or rename the file. Pictures and other files are kept outside content/.
"""

from __future__ import annotations

__all__: list[str] = []
