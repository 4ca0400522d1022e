"""A formal step has no papers, or lacks one that it needs.

Looked for at every formal step: a paper of kind `written-concern` where the concern is given
in writing, one of kind `record` where the step is recorded, and one of kind `outcome-letter`.
Finding the facts, and taking no action, decides nothing yet and is not looked at. Where no step
names a paper, they are kept elsewhere, and nothing is said.

Why: where no letter lies ready, each manager writes their own, and what is left out in the
hurry is most often the right to appeal.

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
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    decided_by: director
    way_back: After 12 months without a repeat it no longer counts.
    papers: [note]
    rights:
      written_concern: {notice: 5 working days}
      respond: {before: decision}
      companion: {who: [a colleague]}
      appeal: {to: people-lead, within: 10 working days}
    records: {kept: {where: the personnel file, for: 12 months}}
# content/papers/note.yml
title: Record sheet
kind: record
parts:
  - {states: [facts, account], text: "[Facts, then their account]"}
  - {states: [actions, owner, due, review], text: "[Who does what by when, and when we look again]"}
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
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    decided_by: director
    way_back: After 12 months without a repeat it no longer counts.
    papers: [concern, note, letter]
    rights:
      written_concern: {notice: 5 working days}
      respond: {before: decision}
      companion: {who: [a colleague]}
      appeal: {to: people-lead, within: 10 working days}
    records: {kept: {where: the personnel file, for: 12 months}}
# content/papers/concern.yml
title: The concern in writing
kind: written-concern
parts:
  - {states: [concern, evidence], text: "[What was seen, and what it rests on]"}
  - {states: [respond, notice, companion], text: "You can answer at the meeting, 5 working days from now. Bring a colleague."}
# content/papers/note.yml
title: Record sheet
kind: record
parts:
  - {states: [facts, account], text: "[Facts, then their account]"}
  - {states: [actions, owner, due, review], text: "[Who does what by when, and when we look again]"}
# content/papers/letter.yml
title: Letter with the outcome
kind: outcome-letter
parts:
  - {states: [decision, reason], text: "I have decided [what], because [why]."}
  - {states: [way-back], text: After 12 months it no longer counts.}
  - {states: [appeal], text: You have 10 working days to appeal.}
```

How to mend: name the papers of the step under `papers`, in the order in which they are written.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders, listed
from playbook.model.inherited import rights_at
from playbook.model.ladder import Ladder, Rung
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_DECIDES_NOTHING = {"none", "find-facts"}
_NAMES = {
    "written-concern": "the concern in writing",
    "record": "a record sheet",
    "outcome-letter": "a letter with the outcome",
}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find formal steps without the papers that they need."""
    papers = inspection.handbook.papers
    in_use = any(rung.papers for _, ladder in ladders(inspection) for rung in ladder.rungs)
    if not in_use or not inspection.handbook.complete:
        return
    for record, ladder in ladders(inspection):
        for index, rung in enumerate(ladder.rungs):
            if not rung.standing.formal or rung.kind in _DECIDES_NOTHING:
                continue
            kinds = {papers[id_].kind for id_ in rung.papers if id_ in papers}
            missing = [words for kind, words in _NAMES.items() if kind in _needs(ladder, rung) - kinds]
            if missing:
                message = f'the formal step "{rung.title}" lacks {listed(missing)}'
                hint = "name the papers of this step under papers; each is a file in content/papers/"
                yield Finding(record.at("rungs", index, "id"), message, hint)


def _needs(ladder: Ladder, rung: Rung) -> set[str]:
    rights = rights_at(ladder, rung)
    found = {"outcome-letter"}
    found |= {"written-concern"} if rights and rights.written_concern else set()
    return found | ({"record"} if rung.standing.recorded else set())
