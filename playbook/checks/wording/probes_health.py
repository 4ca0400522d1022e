"""A question invites a diagnosis.

Questions after an illness, a diagnosis, medication, pregnancy, disability, a doctor, and
requests to find one out. "Would a break help?" and "nobody has to explain their health"
stay silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: a manager needs to know what would help at work, not what somebody has. Such questions
hurt, and in many places they are unlawful (for example under the Americans with
Disabilities Act, 42 U.S.C. 12112(d)(4)). Health is for occupational health.

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
    check_first:
      - Do you suffer from burnout?
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
    check_first:
      - Would a break or another time of day help?
```

How to mend: ask what would help at work, and offer the contact for occupational health. The tool does not write the sentence for
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
    return remarks(inspection, "probes-health")
