"""A template cannot be filled.

Why: a template of your own asks for something that its page does not have, or has a slip
in its brackets. The page could not be made, so that nothing was published.

Wrong:

```jinja
## {{ standard.titel | heading }}
```

Right:

```jinja
## {{ standard.title | heading }}
```

How to mend: look at the line that is named. templates/README.md says what each template is
given; the bundled original can be read with `playbook templates copy`.
"""

from __future__ import annotations

__all__: list[str] = []
