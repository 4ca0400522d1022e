"""Words judge somebody by culture, body or looks.

Eye contact, an accent, professional appearance, hair, culture fit, smiling, enthusiasm,
a firm handshake, being young and dynamic, answering out of hours.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: none of these is a result of work, and all of them weigh on some groups more than on
others: people from other cultures, people with a disability, women, carers. Ask which
result needs this; if one does (a helmet on a site), say which.

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
    observable: They avoid eye contact and show no enthusiasm.
    severity: minor
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
    observable: The customer asked twice and got no answer.
    severity: minor
```

How to mend: name the work result that needs it, or leave it out. The tool does not write the sentence for
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
    return remarks(inspection, "culture-or-body")
