"""A paper puts the plan or the decision before the person's own account.

In a record sheet, an agenda, a plan or a return meeting, the part that `states` the account
stands before every part that states actions, milestones, help or a decision.

Why: who reads the plan first has stopped listening. The order on the sheet is the order in
the room: first how it was for them, then what you agree.

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
    act_within: 2 working days
    papers: [note]
# content/papers/note.yml
title: Record sheet
kind: record
parts:
  - {states: [facts], text: "[Facts]"}
  - {states: [actions, owner, due, review], text: "[Who does what by when, and when we look again]"}
  - {states: [account], text: "[Their account]"}
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
    standing: {formal: false, recorded: false}
    act_within: 2 working days
    papers: [note]
# content/papers/note.yml
title: Record sheet
kind: record
parts:
  - {states: [facts], text: "[Facts]"}
  - {states: [account], text: "[Their account]"}
  - {states: [actions, owner, due, review], text: "[Who does what by when, and when we look again]"}
```

How to mend: move the account up.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.papers import Paper
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_KINDS = {"record", "agenda", "plan", "return-meeting"}
_LATER = {"actions", "milestones", "decision", "support"}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find papers in which the account comes too late."""
    for record in inspection.whole("paper"):
        paper = record.data
        assert isinstance(paper, Paper)
        account = next((i for i, part in enumerate(paper.parts) if "account" in part.states), None)
        later = next((i for i, part in enumerate(paper.parts) if _LATER & {*part.states}), None)
        if paper.kind in _KINDS and account is not None and later is not None and later < account:
            what = next(states for states in paper.parts[later].states if states in _LATER)
            message = f'in "{paper.title}" the person\'s account comes after the part on {what}'
            hint = "move the account up: first how it was for them, then what follows"
            yield Finding(record.at("parts", account, "states"), message, hint)
