"""A step counts, or says what is kept about it, but stands in no record.

With `recorded: false` a step must not have `records`, must not count (`counted: true`,
`counts_for`, or as the step that `counts_from` names), and must not be formal
(finding the facts, and taking no action, aside).

Why: the person was told that nothing is on file. If it counts all the same, it counts on
memory alone, and memory is not the same for everybody. Writing each step down keeps
accountability fair; what is not written down ends with the talk.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    counts_for: 6 months
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: true}
    counts_for: 6 months
    way_back: After six months the note is deleted.
```

How to mend: write `recorded: true` and say where the record lies, or take out what counts
or is kept. Both are sound; they must not be promised together.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import has_consequence, ladders
from playbook.model.ladder import Ladder, Rung
from playbook.model.walk import Path
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps that count or are kept, and stand in no record; each once."""
    for record, ladder in ladders(inspection):
        for index, rung in enumerate(ladder.rungs):
            found = None if rung.standing.recorded else _reason(ladder, rung, index)
            if found:
                path, reason = found
                message = f'"{rung.title}" {reason}, but stands in no record'
                hint = "write recorded: true and where the record lies, or take this out"
                yield Finding(record.at(*path, key=path[-1] in ("records", "counts_for")), message, hint)


def _reason(ladder: Ladder, rung: Rung, index: int) -> tuple[Path, str] | None:
    """Why a step would need a record, and where that is said."""
    here: Path = ("rungs", index)
    counting = ladder.counting
    if rung.records:
        return (*here, "records"), "says what is kept about it"
    if rung.standing.counted:
        return (*here, "standing", "counted"), "counts"
    if rung.counts_for:
        return (*here, "counts_for"), "counts for some time"
    if counting and counting.counts_from and counting.counts_from.rung == rung.id:
        return ("counting", "counts_from", "rung"), "is the first step that counts"
    if rung.kind == "warning" and rung.standing.formal:
        return (*here, "standing", "recorded"), "is a formal warning"
    if rung.standing.formal and has_consequence(rung):
        return (*here, "standing", "recorded"), "is a formal step"
    return None
