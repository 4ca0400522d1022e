"""A text begins with `!`, which YAML reads as an instruction.

Why: in YAML a word with `!` in front may tell the computer to run something. Content is
words only; nothing in it is ever run.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: !never say that it is not so bad
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: "!never say that it is not so bad"
```

How to mend: put the text in double quotes, or take the `!` away.
"""

from __future__ import annotations

__all__: list[str] = []
