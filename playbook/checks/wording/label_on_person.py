"""A person is judged instead of what happened.

Words that call somebody lazy, rude, difficult, a troublemaker, not a team player. Found is
a person (you, she, the driver, a [blank], a name) with a word for what somebody is; the
same word for a thing ("the lock is unreliable") is none, and advice such as: avoid words
like lazy, stays silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: nobody can change what they are called; a date, a sound, an empty form can be talked
about. The practice this tool rests on keeps identity and behaviour apart, and looks at
what could be observed. Studies of feedback find the same: comments on the person rather
than the task help least, and in a third of cases harm (Kluger and DeNisi, 1996).

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
    impact: She is unreliable and the team is tired of it.
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
    impact: Two colleagues waited until noon, and the call with the customer was moved.
```

How to mend: write down what was seen or heard, when, and what followed. The tool does not write the sentence for
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
    return remarks(inspection, "label-on-person")
