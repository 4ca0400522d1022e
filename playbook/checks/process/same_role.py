"""One role finds the facts, decides, or hears the appeal in the same matter.

At a formal step, whoever decides neither raised the concern, nor proposed the step, nor found
the facts. Whoever hears the appeal had none of these parts, and did not approve the decision.

Why: nobody looks at their own work with fresh eyes, and the person concerned knows it. The
Acas Code of Practice on disciplinary and grievance procedures asks for different people to
investigate and to hold the hearing where that is practicable, and for an appeal to be heard,
wherever possible, by somebody who was not involved before.

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
    facts_by: manager
    decided_by: manager
    way_back: After 12 months it no longer counts.
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
    facts_by: manager
    decided_by: people-lead
    way_back: After 12 months it no longer counts.
```

How to mend: name another role for one of the two parts. Where the organisation is too small
for that, somebody from outside can hear the appeal; or set a lower level for this check under
`checks` in handbook.yml, and say in `deciding` how it is kept fair.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import appeal_from, ladders
from playbook.model.ladder import Ladder, Rung
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR

_PARTS = {
    "raised_by": "raises the concern",
    "facts_by": "finds the facts",
    "proposed_by": "proposes the step",
}
_DECIDING = {"decided_by": "decides", "approved_by": "approves"}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find formal steps at which two parts lie with one role."""
    for record, ladder in ladders(inspection):
        for index, rung in enumerate(ladder.rungs):
            if rung.standing.formal:
                yield from _deciding(record, rung, index)
        yield from _appeals(record, ladder)


def _deciding(record: Record, rung: Rung, index: int) -> Iterator[Finding]:
    decider, field = _decider(rung)
    parts = [said for name, said in _PARTS.items() if decider and getattr(rung, name) == decider]
    if parts:
        message = f'"{decider}" {", ".join(parts)} and also decides about "{rung.title}"'
        hint = "let another role decide, or take over the other part"
        yield Finding(record.at("rungs", index, *field), message, hint)


def _decider(rung: Rung) -> tuple[str | None, Path]:
    """The role that decides, or chooses among the parts of the response, and where it stands."""
    if rung.decided_by is None and rung.response:
        return rung.response.by, ("response", "by")
    return rung.decided_by, ("decided_by",)


def _appeals(record: Record, ladder: Ladder) -> Iterator[Finding]:
    """Appeals that somebody hears who had a part before; once for each place that names who hears it."""
    met: dict[Path, list[tuple[str, str, str]]] = {}
    for index, rung in enumerate(ladder.rungs):
        appeal = appeal_from(ladder, rung) if rung.standing.formal else None
        part = _part(rung, appeal.to) if appeal else None
        if appeal and part:
            own = rung.rights is not None and rung.rights.appeal is not None
            path: Path = ("rungs", index, "rights", "appeal", "to") if own else ("rights", "appeal", "to")
            met.setdefault(path, []).append((appeal.to, part, rung.title))
    for path, steps in met.items():
        hearer, part, title = steps[0]
        more = f" (and at {len(steps) - 1} more)" if len(steps) > 1 else ""
        message = f'"{hearer}" hears the appeal, but already {part} at "{title}"{more}'
        yield Finding(record.at(*path), message, "let somebody hear it who had no part in it before")


def _part(rung: Rung, role: str) -> str | None:
    """What else this role does at a step, the weightiest first."""
    if _decider(rung)[0] == role:
        return _DECIDING["decided_by"]
    return next((said for name, said in {**_DECIDING, **_PARTS}.items() if getattr(rung, name) == role), None)
