"""An id holds a character that an address cannot have.

Ids and file names are made of the small letters a-z, digits and hyphens, begin and end
with a letter or digit, and have at most 64 of them. File names that Windows keeps for
itself, such as `con` or `aux`, are found as well.

Why: the id becomes the address of a page. Spaces, capitals and accents break in links,
in printed codes, and between Windows, macOS and Linux.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
statement: Whoever leaves a shift says what is open and who waits for it.
value: Our Reliability
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
statement: Whoever leaves a shift says what is open and who waits for it.
value: reliability
```

How to mend: use a short name such as `silent-miss`. What readers see is the `title`,
where every character is welcome.
"""

from __future__ import annotations

__all__: list[str] = []
