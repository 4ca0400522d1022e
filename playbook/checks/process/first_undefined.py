"""The grid counts first, second, third, and nothing says what makes an occurrence the first.

Looked at are ladders whose `entry` has a row with more than one column, or whose
`counting` has an `accumulation` of more than what a step of the ladder already counts.
They need `counts_from` under `counting`: the first step that counts, or the rule in words.

Why: "first" can mean the first time it happened, the first time somebody talked about it, or
the first time a formal step was taken. Published tables of penalties say which; in some, an
oral warning is not a first offence at all. A person who was never told that something counted
should not learn it at the second time.

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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {severity: minor}
    cells: {1: talk, 2+: agreed-plan}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
counting:
  counts_from: First means the first time that somebody talked with the person about it.
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
  - for: {severity: minor}
    cells: {1: talk, 2+: agreed-plan}
```

How to mend: add `counts_from` under `counting`, as a sentence or as
`{rung: first-warning}` with the first step that counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.asked import ASKED
from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.ladder import Ladder
from playbook.model.walk import Path
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find ladders that count without saying from where."""
    for record, ladder in ladders(inspection):
        if ladder.counting and ladder.counting.counts_from:
            continue
        path = next(_counted(ladder), None)
        if path:
            message = 'this counts how often it happened, but nothing says what "first" means'
            hint = f"add counts_from under counting: {ASKED['counts_from']}"
            yield Finding(record.at(*path), message, hint)


def _counted(ladder: Ladder) -> Iterator[Path]:
    """The places that count: a column after the first one, or so many of something."""
    for index, row in enumerate(ladder.entry):
        if len(row.cells) > 1:
            yield "entry", index, "cells", list(row.cells)[1]
    for index, line in enumerate(ladder.counting.accumulation if ladder.counting else []):
        for place, some in enumerate(line.when):
            if some.rung is None:  # where a step is named, it is that step which counts
                yield "counting", "accumulation", index, "when", place, "times"
