"""A value cannot be read, and none of the more telling checks says why.

Why: what cannot be read cannot be published. You should hardly ever meet this message;
if you do, its words say what was expected.

Wrong:

```text
a value in a form that its field does not know
```

Right:

```text
a value like the one in the starter handbook, see: playbook new --pack full
```

How to mend: compare it with the same field in the starter handbook.
"""

from __future__ import annotations

__all__: list[str] = []
