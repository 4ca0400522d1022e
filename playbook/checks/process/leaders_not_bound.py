"""No standard says what leaders do.

Looked for once there are three standards or more: at least one of them has `leaders`, which
says how leaders show it, or `binds` a group whose name speaks of leaders or managers.

Why: people watch what leaders do, and read from it what is really expected. Standards that
only ever look downwards are taken for control. The practice of compassionate accountability
begins with leaders who hold themselves to the same words, in the open.

Wrong:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
# content/standards/help.yml
title: Ask for help in time
track: performance
statement: We ask for help before it gets late.
# content/standards/notes.yml
title: Leave notes that others can use
track: performance
statement: We write down what the next person needs.
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
```

Right:

```yaml
# content/standards/dates.yml
title: Say early when a date moves
track: performance
statement: We say early when a date moves.
leaders:
  - Leaders say what may wait whenever they add something new.
# content/standards/help.yml
title: Ask for help in time
track: performance
statement: We ask for help before it gets late.
# content/standards/notes.yml
title: Leave notes that others can use
track: performance
statement: We write down what the next person needs.
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
```

How to mend: add `leaders` to a standard, with what can be seen of them; or write a standard
that binds leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.asked import ASKED
from playbook.checks.inspection import Finding, Inspection
from playbook.model.standard import Standard
from playbook.model.whole import Handbook
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE

_FEW = 3
_LEADERS = re.compile(r"lead|manag|director|head|board|supervis|executive|chief|organisation", re.I)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find a handbook whose standards never speak of leaders."""
    book = inspection.handbook
    if len(book.standards) < _FEW or not book.complete:
        return
    if not any(_speaks_of_leaders(book, standard) for standard in book.standards.values()):
        message = f"none of the {len(book.standards)} standards says what leaders do"
        hint = f"add leaders to one of them: {ASKED['leaders']}"
        record = next(book.of_kind("standard"))
        yield Finding(record.at("title"), message, hint)


def _speaks_of_leaders(book: Handbook, standard: Standard) -> bool:
    titles = {group.id: group.title for group in book.settings.groups}
    return bool(standard.leaders) or any(
        _LEADERS.search(f"{id_} {titles.get(id_, '')}") for id_ in standard.binds
    )
