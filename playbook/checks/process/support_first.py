"""A formal step comes before any help was offered.

Before the first formal step of a ladder there must be help: an earlier step that is
support or training, an earlier step that offers support, or support offered with the
formal step itself. Finding the facts, or taking no action, is not a consequence and
needs none. The check reports the first such step of a ladder; the steps after it are
mended with it.

Why: what looks like carelessness is often an unclear task, a missing skill or too much
work, and a formal step mends none of these. The practice of compassionate accountability
begins by making the expectation clear again, then offers help fitted to the cause, then a
defined time to improve, and only then takes formal steps. The foreword of the Acas Code of
Practice on disciplinary and grievance procedures likewise says that many issues can be
settled informally.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    way_back: After 12 months without a repeat it no longer counts.
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
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

How to mend: put an informal step with help before it, or name under `support` what is
offered together with it. Where the law or a contract fixes the steps, a lower level for
this check can be set under `checks` in handbook.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import has_consequence
from playbook.model.ladder import Ladder, Part, Rung
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR

_HELP = {"support", "training"}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find the first formal step of each ladder that no help comes before."""
    for record in inspection.whole("ladder"):
        assert isinstance(record.data, Ladder)
        for index, rung in enumerate(record.data.rungs):
            if _helps(rung):
                break
            if rung.standing.formal and has_consequence(rung):
                message = f'the formal step "{rung.title}" comes before any help has been offered'
                hint = (
                    "put an informal step with help before it, or name under support what is offered with it"
                )
                yield Finding(record.at("rungs", index, "id"), message, hint)
                break


def _helps(rung: Rung) -> bool:
    return (
        bool(rung.support)
        or rung.kind in _HELP
        or (rung.response is not None and _any_helps(rung.response.parts))
    )


def _any_helps(parts: list[Part]) -> bool:
    return any(part.kind in _HELP or _any_helps(part.parts) for part in parts)
