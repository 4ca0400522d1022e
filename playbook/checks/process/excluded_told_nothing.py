"""A group is left out of a ladder and not told what applies instead.

Each entry under `excludes` has a `ladder` of this handbook, a document to `see`, or `none`
with the reason why nothing applies.

Why: people on probation, contractors or managers read the same pages. A page that only says
"not for you" leaves them, and whoever leads them, to guess in the very moment in which
expectations and consequences should be clear.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
applies_to:
  excludes:
    - {group: probation}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
applies_to:
  excludes:
    - {group: probation, see: the probation guide}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
```

How to mend: add `ladder`, `see` or `none` beside the group.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.ladder import AppliesTo, Ladder
from playbook.model.walk import Path
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find groups that are only told what does not apply."""
    for record, ladder in ladders(inspection):
        for path, applies_to in _coverages(ladder):
            for index, excluded in enumerate(applies_to.excludes):
                if not (excluded.ladder or excluded.see or excluded.none):
                    message = f'"{excluded.group}" is left out and not told what applies instead'
                    hint = "add ladder, or see with the document that applies, or none with the reason"
                    yield Finding(record.at(*path, "excludes", index, "group"), message, hint)


def _coverages(ladder: Ladder) -> Iterator[tuple[Path, AppliesTo]]:
    if ladder.applies_to:
        yield ("applies_to",), ladder.applies_to
    for index, rung in enumerate(ladder.rungs):
        if rung.applies_to:
            yield ("rungs", index, "applies_to"), rung.applies_to
