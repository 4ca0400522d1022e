"""A placeholder stands for a length of time, but what it stands for is none.

Where a length of time is asked for, `<<notice>>` may stand instead of `5 working days`.
Then `notice` must be a decision whose value is itself a length: a number with a unit.

Why: the reader would see "Notice: 5" and could not tell days from weeks. A clock that
can be read in two ways is no promise to anybody.

Wrong:

```yaml
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity]
how_soon: <<people-team>>
```

Right:

```yaml
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity]
how_soon: <<notice>>
```

How to mend: give the value its unit, or write the length in the field itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.durations import parse_duration
from playbook.problems import Level
from playbook.schema import UNREADABLE

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_HINT = "write a number and a unit, such as 5 working days or 2 weeks"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is used as a length of time and is none: a decision at its value, a contact where it is used."""
    settings = inspection.handbook.settings
    contacts = {contact.id for contact in settings.contacts}
    decided = {decision.id: (index, decision.value) for index, decision in enumerate(settings.decisions)}
    for found, id_ in inspection.placeholders:
        if found.kind != "length":
            continue
        if id_ in contacts:
            message = f'a length of time belongs here, but "<<{id_}>>" is a contact'
            yield Finding(found.at, message, _HINT)
        elif id_ in decided:
            index, value = decided.pop(id_)
            if value != UNREADABLE and parse_duration(value) is None:
                message = (
                    f'"{value[:60]}" is no length of time, but {found.record.source.file} uses it as one'
                )
                yield Finding(inspection.settings.at("decisions", index, "value"), message, _HINT)
