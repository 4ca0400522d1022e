"""A list that needs an entry has none.

A ladder needs at least one step, an urgent card a step and a contact, a row of `entry` a
cell.

Why: an urgent card without a step leaves its reader alone.

Wrong:

```yaml
# content/urgent/crisis.yml
title: Somebody talks about not wanting to live
first: Stay with them and call the crisis line together.
steps: []
contacts: [people-team]
```

Right:

```yaml
# content/urgent/crisis.yml
title: Somebody talks about not wanting to live
first: Stay with them and call the crisis line together.
steps:
  - Stay with them.
contacts: [people-team]
```

How to mend: add an entry.
"""

from __future__ import annotations

__all__: list[str] = []
