"""A person is measured against others instead of the standard.

Unlike the others, everyone else manages, nobody else complains, why can you not be more
like Susan, the worst in the team, your predecessor.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: a standard says what is expected of everybody; a comparison says who is liked. It shames
the one, exposes the other, and tells neither what to do. Like cases alike means: against
the same standard.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over
track: performance
statement: Whoever leaves a shift says what is open.
examples:
  - acceptable: They write the three open points on the list.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
    impact: Everyone else manages to hand over in time.
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over
track: performance
statement: Whoever leaves a shift says what is open.
examples:
  - acceptable: They write the three open points on the list.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
    impact: Two points of the hand-over were missing, and the night shift searched for an hour.
```

How to mend: hold it against the standard that was agreed, with the day and what followed. The tool does not write the sentence for
you. Where the words are right as they stand, keep them with a reason under `accepted`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.wordings import remarks
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find such words in all that people read."""
    return remarks(inspection, "compared-with-others")
