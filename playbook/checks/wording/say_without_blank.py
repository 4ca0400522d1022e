"""The exact words to open a talk with leave no blank for the fact.

Under `say` a deviation offers words to open with. At least one of them has a blank in
square brackets, such as [what] or [day], for what was seen.

Why: words without the fact become a reproach that fits anybody. The blank makes the manager
look first: specific, observable, immediate, as the practice behind this tool asks.

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
    say:
      - We need to talk about the hand-over.
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
    say:
      - "On [day] the list had no entry for [what]. What happened?"
```

How to mend: put the fact in as a blank, in square brackets, with quotes around the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.standard import Standard
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_BLANK = re.compile(r"\[[^\[\]]+\]")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find deviations none of whose opening words has a blank."""
    for record in inspection.whole("standard"):
        assert isinstance(record.data, Standard)
        for index, deviation in enumerate(record.data.deviations):
            if deviation.say and not any(_BLANK.search(line) for line in deviation.say):
                message = f'the words for "{deviation.title}" leave no blank for what was seen'
                hint = 'add one in square brackets, such as: "[What] was due [day]. What happened?"'
                yield Finding(record.at("deviations", index, "say", 0), message, hint)
