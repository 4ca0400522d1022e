"""Words threaten somebody.

"Or else" at the end of a sentence, you will regret this, this is your last chance, one more
mistake and you are out. A step that is explained ("the next step is a written warning") stays silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: fear makes people hide mistakes and stop listening. The steps are agreed and written down;
whoever knows which step comes next, who decides and what help there is needs no threat.

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
    write_down: What you agreed. Tell them that this is their last chance.
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
    write_down: What you agreed, and which step comes next if it happens again.
```

How to mend: say what was agreed, what comes next and who decides. The tool does not write the sentence for
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
    return remarks(inspection, "threatens-person")
