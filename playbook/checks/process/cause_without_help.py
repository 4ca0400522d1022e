"""Something may get in the way, and no help is on offer for it.

Each cause that a deviation names needs at least one kind of support that lists it.

Why: a manager asks what got in the way, the person answers, and then there is nothing to
offer. Practical help comes before any formal step; it cannot come if there is none.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
causes:
  - id: clarity
    title: The task was not clear
  - id: tools
    title: The tools did not help
checks: # this example shows two files of many
  no-start: off
# content/standards/keep-dates.yml
title: Say early when a date will slip
statement: We deliver by the date we agreed, or say before it passes that it moves.
examples:
  - acceptable: On Tuesday they write that the report for Thursday comes on Friday.
    instead_of: silent-miss
deviations:
  - id: silent-miss
    title: A date passed and nobody was told
    observable: The agreed date passed. No message came before it.
    causes: [clarity, tools]
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity]
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
causes:
  - id: clarity
    title: The task was not clear
  - id: tools
    title: The tools did not help
checks: # this example shows two files of many
  no-start: off
# content/standards/keep-dates.yml
title: Say early when a date will slip
statement: We deliver by the date we agreed, or say before it passes that it moves.
examples:
  - acceptable: On Tuesday they write that the report for Thursday comes on Friday.
    instead_of: silent-miss
deviations:
  - id: silent-miss
    title: A date passed and nobody was told
    observable: The agreed date passed. No message came before it.
    causes: [clarity, tools]
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity, tools]
```

How to mend: write a file in content/support/ that lists the cause, or add the cause to one
that is there. If it never applies here, take the cause out.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level
from playbook.schema import UNREADABLE

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find causes that situations name and no support helps with."""
    book = inspection.handbook
    if not book.complete or not book.support:
        return
    named = {cause for found in book.deviations.values() for cause in found.deviation.causes}
    helped = {cause for support in book.support.values() for cause in support.causes}
    for index, cause in enumerate(book.settings.causes):
        if cause.id in named - helped and cause.id != UNREADABLE:
            message = f'no help is on offer for "{cause.title}"'
            hint = f"add {cause.id} to the causes of a file in content/support/, or write one"
            yield Finding(inspection.settings.at("causes", index, "id"), message, hint)
