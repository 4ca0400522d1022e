"""The file content/handbook.yml is missing.

It names the organisation and holds everything that records share: roles, contacts,
kinds of concern.

Why: every page needs to say whose handbook it is, and whether it is in force.

Wrong:

```text
content/standards/keep-dates.yml
```

Right:

```text
content/handbook.yml
content/standards/keep-dates.yml
```

How to mend: make the file. Two lines are enough to begin: `organisation:`, and below it,
indented, `name:` with the name of your organisation.
"""

from __future__ import annotations

__all__: list[str] = []
