"""A page would load something from outside the handbook, or a link is no ordinary address.

Pictures, scripts, styles and fonts must be published with the handbook. Links for readers
to follow may lead anywhere with `https://`, `mailto:` or `tel:`.

Why: whoever runs the other server would learn who reads which page, and when. This
handbook promises that nobody is watched while reading it. A link such as
`javascript:` runs code instead of leading somewhere.

Wrong:

```html
<img src="https://pictures.example/tree.png" alt="">
```

Right:

```html
<img src="../../assets/tree.png" alt="">
```

How to mend: put the file into the handbook, or offer it as a link.
"""

from __future__ import annotations

__all__: list[str] = []
