"""A record is published now and applies from a later day.

Looked for: an `effective` date of a single record, under its own `upkeep`, that lies after
today. The page of such a record says that it does not apply yet, until the day has come. (The
date of the whole handbook is looked at by `not-yet-in-force`.)

Why: telling people early what will hold from spring is kind. Holding them to it in winter is
not. This note reminds you which pages are ahead of their day.

Wrong:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: We plan work so that it ends with the working day.
upkeep: {effective: 2999-01-01}
```

Right:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: We plan work so that it ends with the working day.
upkeep: {effective: 2026-01-01}
```

How to mend: nothing has to be done if the date is meant. Otherwise correct it.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.due import own_upkeep
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find records that apply from a later day."""
    for record, upkeep in own_upkeep(inspection.handbook):
        if inspection.today and upkeep.effective and upkeep.effective > inspection.today:
            message = (
                f"this applies from {upkeep.effective}; until then its page says that it does not apply yet"
            )
            hint = "nothing to do if the date is meant; otherwise correct it"
            yield Finding(record.at("upkeep", "effective"), message, hint)
