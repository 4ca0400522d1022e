"""A link on a page leads to a page or file that is not there.

Looked at are the finished pages, after every template has done its work: links, pictures
and the navigation. A fault of a template is reported once, with the number of its pages.

Why: readers follow a link when they need it. Site engines do not look into our blocks of
HTML, so that nobody else would notice.

Wrong:

```html
<a href="../../stepps/">What happens, step by step</a>
```

Right:

```html
<a href="../../steps/">What happens, step by step</a>
```

How to mend: correct the link in the template or text it comes from. Links are written
from the page they stand on, without `/` in front, and end in `/` for a page.
"""

from __future__ import annotations

__all__: list[str] = []
