"""An answer leads back to a question that was asked before.

Decision tests are asked in their order. An answer may end them, go on to the next one,
to a later one, or to the concern itself, but never to the same or an earlier question.

Why: the person who looks for where to start must arrive somewhere, whatever the answers.

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
tests:
  - id: protected
    ask: Is leave, health or another protected reason involved?
    if_yes: {end: call-people}
    if_no: next
    if_unsure: {end: call-people}
  - id: system
    ask: Would most careful people in the same place have done the same?
    if_yes: {end: fix-the-system}
    if_no: concern
    if_unsure: protected
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
tests:
  - id: protected
    ask: Is leave, health or another protected reason involved?
    if_yes: {end: call-people}
    if_no: next
    if_unsure: {end: call-people}
  - id: system
    ask: Would most careful people in the same place have done the same?
    if_yes: {end: fix-the-system}
    if_no: concern
    if_unsure: concern
```

How to mend: go on to a later question, to `next` or to `concern`, or write an `end`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.ladder import Ladder
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find answers that lead back."""
    for record in inspection.handbook.of_kind("ladder"):
        assert isinstance(record.data, Ladder)
        asked: set[str] = set()
        for index, test in enumerate(record.data.tests):
            asked.add(test.id)
            for name in ("if_yes", "if_no", "if_unsure"):
                go = getattr(test, name).go
                if go in asked:
                    message = f'this answer leads back to the question "{go}"'
                    hint = "go on to a later question, to next or to concern, or write an end"
                    yield Finding(record.at("tests", index, name, "go"), message, hint)
