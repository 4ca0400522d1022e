"""Two rows of the grid speak of the same case, or of lengths of time that overlap.

Rows are compared where they name the same severity, standard, deviation, group and
circumstance. They meet when neither names a length of time, or when their lengths overlap,
such as `15 to 30 minutes` beside `15 to 60 minutes`. A length counts wherever it stands:
under `how_long`, or in the words of `circumstance`. A row without a length beside others
with one is not reported: it says what else holds.

Why: two managers who look up the same case must find the same answer. Where two rows fit,
each can point to another one, and the difference falls on the person. Like cases treated
alike is what a published grid is for; the factors that United States agencies weigh before a
penalty (Douglas v. Veterans Administration, 1981) name consistency with the table itself.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
counting: {counts_from: First means the first time that somebody talked about it.}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {deviation: no-answer, how_long: 15 to 30 minutes}
    cells: {1: talk, 2+: talk}
  - for: {deviation: no-answer, how_long: 15 to 60 minutes}
    cells: {1: talk, 2+: agreed-plan}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
counting: {counts_from: First means the first time that somebody talked about it.}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {deviation: no-answer, how_long: 15 to 30 minutes}
    cells: {1: talk, 2+: talk}
  - for: {deviation: no-answer, how_long: 31 to 60 minutes}
    cells: {1: talk, 2+: agreed-plan}
```

How to mend: keep one of the two rows, let one length begin after the other has ended, or say
under `circumstance` or `group` what tells the two cases apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.checks.rows import Meeting, meetings, row_at, row_words
from playbook.model.ladder import Ladder
from playbook.model.whole import Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find rows that speak of what another row before them speaks of."""
    for record, ladder in ladders(inspection):
        told: set[int] = set()
        for met in meetings(inspection.handbook, ladder):
            if met.how != "touch" and met.second not in told:
                told.add(met.second)
                yield _same(record, met) if met.how == "same" else _overlap(record, ladder, met)


def _same(record: Record, met: Meeting) -> Finding:
    at, line = record.at("entry", met.second, "for", key=True), record.at("entry", met.first).line
    if met.alike:
        return Finding(at, f"this row says again what the row in line {line} says", "delete one of the two")
    message = f"this row and the one in line {line} speak of the same case, but lead to different steps"
    return Finding(at, message, "keep one of them, or say under circumstance what tells the two apart")


def _overlap(record: Record, ladder: Ladder, met: Meeting) -> Finding:
    line = record.at("entry", met.first).line
    message = f'"{row_words(ladder, met.second)}" overlaps "{row_words(ladder, met.first)}" in line {line}'
    if met.alike:
        return Finding(row_at(record, ladder, met.second), message, "both say the same: make one row of them")
    message += ", and the two lead to different steps"
    hint = "both ends of a range count: let one begin after the other has ended"
    return Finding(row_at(record, ladder, met.second), message, hint)
