"""A link, a label or a description names a place that is not on the page.

The part behind `#` in a link is the id of a place. Labels of fields (`for`) and spoken
descriptions (`aria-labelledby` and its like) name such places too.

Why: the link opens the right page at the wrong place; a field without its label is silent
for people who have the page read to them.

Wrong:

```html
<a href="#who-decides">Who decides</a>
<h3 id="deciders">Who decides</h3>
```

Right:

```html
<a href="#who-decides">Who decides</a>
<h3 id="who-decides">Who decides</h3>
```

How to mend: give the right place this id, or correct the link.
"""

from __future__ import annotations

__all__: list[str] = []
