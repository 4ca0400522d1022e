"""A ladder begins with a formal step, and nothing says why.

The first step of a ladder is formal, no other ladder for the same kind of concern begins
with a talk, and no row of `entry` has a note. Finding the facts, and taking no action, is
not looked at.

Why: most things that fall short are mended by a clear word and some help. Where the first
thing that can happen is formal, managers wait too long and then do too much. Some concerns,
such as violence, do start there; then people should read the reason where they look for it.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    support: [mentor]
    way_back: After 12 months without a repeat it no longer counts.
entry:
  - for: {severity: serious}
    cells: {1: first-warning}
# content/support/mentor.yml
title: Time with a mentor
what: One hour a week with somebody who has done it before.
# content/ladders/performance.yml
title: Conduct, step by step
track: conduct
rungs:
  - id: talk
    title: Ask what happened
    kind: clarify
    standing: {formal: false, recorded: false}
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {formal-rights: off, act-within-missing: off, record-nowhere: off, aftercare-missing: off, first-undefined: off}
tracks:
  - {id: performance, title: How work is done}
  - {id: conduct, title: How we treat each other}
severities:
  - {id: serious, title: Serious}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    support: [mentor]
    way_back: After 12 months without a repeat it no longer counts.
entry:
  - for: {severity: serious}
    cells: {1: first-warning}
    note: Somebody was left alone with a danger. Smaller things are settled in the daily talk.
# content/support/mentor.yml
title: Time with a mentor
what: One hour a week with somebody who has done it before.
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {formal-rights: off, act-within-missing: off, record-nowhere: off, aftercare-missing: off, first-undefined: off}
tracks:
  - {id: performance, title: How work is done}
severities:
  - {id: serious, title: Serious}
```

How to mend: put an informal step before it, or add a `note` to the row of `entry` that
starts there, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import has_consequence, ladders
from playbook.model.ladder import Ladder
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find ladders that begin with a formal step without a reason."""
    for record, ladder in ladders(inspection):
        others = [other for _, other in inspection.handbook.ladders_for(ladder.track) if other is not ladder]
        if _starts_formal(ladder) and all(map(_starts_formal, others)) and not _says_why(ladder):
            message = (
                f'this ladder begins with the formal step "{ladder.rungs[0].title}", and nothing says why'
            )
            hint = "put an informal step before it, or give the row of entry that starts there a note with the reason"
            yield Finding(record.at("rungs", 0, "id"), message, hint)


def _starts_formal(ladder: Ladder) -> bool:
    return ladder.rungs[0].standing.formal and has_consequence(ladder.rungs[0])


def _says_why(ladder: Ladder) -> bool:
    return any(row.note or any(cell.note for cell in row.cells.values()) for row in ladder.entry)
