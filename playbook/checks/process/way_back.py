"""A recorded or formal step does not say how it ends well.

Every step that is formal, or stands in a record, needs `way_back`: what the person can
do and what then happens, such as when it no longer counts or how trust is rebuilt. If
there truly is none, `none: true` says so, and `because` says why.

Why: a consequence is meant as a chance to start again, not as a mark for life. People
who can see the way back are able to take it. Contributor Covenant 3.0 gives a repair
for each of its steps and says plainly where none is possible; the Acas Code of Practice
asks that a warning says how long it remains current.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: agreed-help
    title: Agree on help and a time to improve
    kind: support
    standing: {formal: false, recorded: false}
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: agreed-help
    title: Agree on help and a time to improve
    kind: support
    standing: {formal: false, recorded: false}
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    way_back: After 12 months without a repeat it no longer counts.
```

How to mend: write under `way_back` how it ends well. For a step without return write
`way_back: {none: true, because: ...}` with the reason that readers should know.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.asked import ASKED, add
from playbook.checks.inspection import Finding, Inspection
from playbook.model.ladder import Ladder, Rung, WayBack
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find steps with consequences and without a way back."""
    for record in inspection.whole("ladder"):
        assert isinstance(record.data, Ladder)
        for index, rung in enumerate(record.data.rungs):
            if not (rung.standing.formal or rung.standing.recorded):
                continue
            if rung.way_back is None or _says_nothing(rung.way_back):
                hint = f"{add('way_back')}; or none: true and because: {ASKED['because']}"
                yield Finding(record.at("rungs", index, "id"), _message(rung), hint)
            elif rung.way_back.none and not rung.way_back.because:
                message = f'"{rung.title}" has no way back, and does not say why'
                yield Finding(
                    record.at("rungs", index, "way_back", "none", key=True), message, add("because")
                )


def _message(rung: Rung) -> str:
    what = "formal" if rung.standing.formal else "recorded"
    return f'the {what} step "{rung.title}" does not say how it ends well'


def _says_nothing(way_back: WayBack) -> bool:
    return way_back.model_copy(update={"because": None}) == WayBack()
