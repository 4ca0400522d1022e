"""A motive is read into somebody's mind.

Words that claim to know what somebody wants, thinks, feels or intends: does not care, on
purpose, chose to ignore, is only trying to, could not be bothered. A question, a
condition ("if you want to appeal") and what somebody said themselves stay silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: we see what people do and guess why, and we guess worst when we are annoyed: others'
slips look like character, our own like circumstances (Ross, 1977). Listening first needs a
reason that is still open.

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
    observable: They left the list empty on purpose.
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
    observable: The list was empty at 18:00, and nobody had been told.
    severity: minor
```

How to mend: leave the reason out, and ask for it: what got in the way? The tool does not write the sentence for
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
    return remarks(inspection, "motive-read")
