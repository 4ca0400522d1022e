"""There is no folder content/ in this project.

The records of a handbook lie in a folder called content/ in the project folder.

Why: without it there is nothing to check or to publish. Often the command was run in
another folder.

Wrong:

```text
my-handbook/content$ playbook check
```

Right:

```text
my-handbook$ playbook check
```

How to mend: run the command in the folder that holds content/, or name that folder:
`playbook check my-handbook`. A new handbook begins with `playbook new my-handbook`.
"""

from __future__ import annotations

__all__: list[str] = []
