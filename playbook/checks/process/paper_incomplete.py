"""A paper leaves out something that the step it belongs to gives, or says another length of time.

Each kind of paper must state what its step gives: an outcome letter says how to appeal where
there is an appeal, an invitation who may come along, a record sheet what is agreed, by whom
and by when. A part says under `states` what it is. Where the step names a length of time (the
notice, the time to appeal, how long it counts), the part must say the same one: the length
itself, or the decision it comes from, such as `<<appeal-days>>`.

Why: the letter is what the person has in hand. A right that does not stand in it is a right
that they do not know of, and two lengths of time in two places cannot both be true.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
roles:
  - {id: people-lead, title: Head of People}
  - {id: director, title: An uninvolved director}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rights:
  written_concern: {notice: 5 working days}
  respond: {before: decision}
  companion: {who: [a colleague, a union representative]}
  appeal: {to: director, within: 10 working days}
records:
  kept: {where: the personnel file, for: 12 months}
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
    aftercare: The People team calls the person within one working day.
    act_within: 10 working days
    decided_by: people-lead
    way_back: After 12 months without a repeat it no longer counts.
    papers: [concern, note, letter]
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
```

Right:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
roles:
  - {id: people-lead, title: Head of People}
  - {id: director, title: An uninvolved director}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rights:
  written_concern: {notice: 5 working days}
  respond: {before: decision}
  companion: {who: [a colleague, a union representative]}
  appeal: {to: director, within: 10 working days}
records:
  kept: {where: the personnel file, for: 12 months}
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
    aftercare: The People team calls the person within one working day.
    act_within: 10 working days
    decided_by: people-lead
    way_back: After 12 months without a repeat it no longer counts.
    papers: [concern, note, letter]
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

How to mend: add a part with the words that are missing, and say under `states` what it is. Where
two steps give different things, write a paper of its own for one of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders, spelled_out
from playbook.checks.papers import WORDS, Needed, needed
from playbook.model.fields import PLACEHOLDER
from playbook.model.ladder import Rung
from playbook.model.papers import Paper
from playbook.model.whole import Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what a paper leaves out or says otherwise, once for each paper, at the first step it belongs to."""
    papers = {record.id: record for record in inspection.whole("paper")}
    told: set[tuple[str, str]] = set()
    for _, ladder in ladders(inspection):
        for rung in ladder.rungs:
            for id_ in dict.fromkeys(rung.papers):
                record = papers.get(id_)
                if record is None:
                    continue
                assert isinstance(record.data, Paper)
                for need in needed(record.data.kind, ladder, rung):
                    finding = _judged(inspection, record, record.data, need, rung)
                    if finding and (id_, finding.message.partition(",")[0]) not in told:
                        told.add((id_, finding.message.partition(",")[0]))
                        yield finding


def _judged(
    inspection: Inspection, record: Record, paper: Paper, need: Needed, rung: Rung
) -> Finding | None:
    stating = [index for index, part in enumerate(paper.parts) if need.states in part.states]
    if not stating:
        message = f'"{paper.title}" does not say {WORDS[need.states]}, and belongs to the step "{rung.title}"'
        hint = f"add a part that says it, with {need.states} under states"
        return Finding(record.at("parts", key=True), message, hint)
    said = " ".join(paper.parts[index].text or "" for index in stating).lower()
    for words in need.words:
        shown = spelled_out(inspection.handbook, words)
        if PLACEHOLDER.fullmatch(shown):
            continue  # it stands for nothing, which is told where it is written
        if not any(form.lower() in said for form in (words, shown)):
            message = (
                f'"{paper.title}" says {WORDS[need.states]} without "{shown}", '
                f'which holds at the step "{rung.title}"'
            )
            field = "text" if paper.parts[stating[0]].text else "states"
            return Finding(record.at("parts", stating[0], field), message, f'write "{words}" there')
    return None
