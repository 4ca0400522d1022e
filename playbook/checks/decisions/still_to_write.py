"""Words of a starter file stand where your own words should.

Looked for: texts that still say `[Write ...]`, as `playbook add` puts them where only you know
what to say. Blanks such as `[day]` are something else: they are filled in a talk, or on paper.

Why: a half-written page looks finished in a list. Somebody opens it a minute before a hard talk
and finds an instruction to its author. While the handbook is a draft this is a warning; a
handbook in force with such a page is not published.

Wrong:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: "[Write in one or two sentences what everybody can expect of each other.]"
```

Right:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: We plan work so that it ends with the working day.
```

How to mend: write your own words in its place, or delete the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection, within
from playbook.problems import Level

__all__ = ["IN_FORCE", "LEVEL", "run"]

LEVEL = Level.WARNING
IN_FORCE = Level.ERROR

_STARTER = re.compile(r"\[Write [^\[\]]*\]")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what only the author can write, and has not yet."""
    for found in inspection.wordings:
        if found.record.kind == "paper" and found.path[:1] == ("parts",):
            continue  # what is written on paper may well ask to write something
        for words in _STARTER.findall(found.value):
            at = within(found.record, found.at, words)
            yield Finding(
                at, "your own words are still to be written here", "write them, or delete this field"
            )
