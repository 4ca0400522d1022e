"""The site engine, which turns pages into the finished site, stopped.

Why: the words come from MkDocs itself or from one of its settings and plugins. Nothing
was published; what was there before is still as it was. Nothing that mkdocs.yml names is run
as a program (`hooks:`, `!!python/`): whoever can change that file could run anything.

Wrong:

```yaml
# mkdocs.yml
theme:
  name: materiel
```

Right:

```yaml
# mkdocs.yml
theme:
  name: material
```

How to mend: look into mkdocs.yml for what the message names. Without that file
`playbook build` uses settings of its own that work.
"""

from __future__ import annotations

__all__: list[str] = []
