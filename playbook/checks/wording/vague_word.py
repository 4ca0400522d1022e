"""A stock phrase stands without an example beside it.

Step up, be more professional, take more ownership, improve your communication, your
behaviour was inappropriate, below expectations. With an example in the same sentence
("such as", a day, a clock time, a colon and what is meant) it stays silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: whoever reads it must guess what is meant, and two people guess differently. Specific and
observable feedback is what people can act on; vague feedback reaches women and minorities
more often (Correll and Simard, 2016).

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
    observable: Their behaviour was inappropriate.
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
    observable: They spoke over a colleague three times before she had finished.
    severity: minor
```

How to mend: put an example beside it: what would one see or hear when it is done? The tool does not write the sentence for
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
    return remarks(inspection, "vague-word")
