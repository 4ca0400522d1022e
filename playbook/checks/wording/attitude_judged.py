"""Attitude, ego or missing drive is judged; nobody can see those.

Bad attitude and its family: mindset, ego, negativity, tone, lack of commitment,
initiative or respect, no work ethic.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: attitude is a conclusion from things that were seen. Without them the person can only
defend who they are, and two managers will not judge alike. Outcomes rather than
personalities is the practice behind this tool.

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
    observable: They have a bad attitude towards the new rota.
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
    observable: 'On Monday they said aloud "this rota is rubbish" and left the hand-over.'
    severity: minor
```

How to mend: name the words and the acts: what was seen or heard, when, and what followed? The tool does not write the sentence for
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
    return remarks(inspection, "attitude-judged")
