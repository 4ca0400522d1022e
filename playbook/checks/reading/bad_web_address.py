"""A web address is not written as one.

An address begins with `https://` (or `http://`), then the domain and, if need be, a path.

Why: it stands in the head of every page and on printed cards; an address that leads nowhere
helps nobody who holds the paper.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
site_address: handbook.example.org
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
site_address: https://handbook.example.org
```

How to mend: copy it from the address line of a browser.
"""

from __future__ import annotations

__all__: list[str] = []
