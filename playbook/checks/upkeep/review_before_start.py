"""Something is to be looked at again before it comes into force.

Looked for: `review_by` on or before `effective`, both under the `upkeep` of handbook.yml or both of
one record. A look that is overdue already is left to `review-overdue`.

Why: the look asks whether a rule does in practice what it is for. Before its first day nobody can
know. Most often one of the two years was not changed when the other one was.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
upkeep: {effective: 2999-06-30, review_by: 2999-01-31}
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
upkeep: {effective: 2999-06-30, review_by: 3000-06-30}
```

How to mend: correct the date that is wrong; a look after a year is usual.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.due import own_upkeep
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find looks that are due too early to see anything."""
    kept = [(inspection.settings, inspection.handbook.settings.upkeep), *own_upkeep(inspection.handbook)]
    for record, upkeep in kept:
        begins, look = upkeep.effective, upkeep.review_by
        if not begins or not look or (inspection.today and look < inspection.today):
            continue
        if look <= begins:
            message = f"this is to be looked at again by {look}, but it comes into force on {begins}"
            hint = "correct the one that is wrong: the look comes after people have worked by it"
            yield Finding(record.at("upkeep", "review_by"), message, hint)
