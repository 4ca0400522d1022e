"""A formal step leaves out a right that a fair process gives.

Four rights are looked for, at the step or once under `rights` of its ladder: the concern in
writing (`written_concern`), being heard before the decision (`respond`), somebody who comes
along (`companion`), and an `appeal`. An appeal that is closed under `not_from` or by
`from_rungs` is missing unless `because` says what there is instead. Finding the facts, and
taking no action, decides nothing yet and is not looked at.

Why: empathy in a formal step shows in what the person can do, not only in the tone. The four
are the core of the Acas Code of Practice on disciplinary and grievance procedures: tell people
what it is about, let them answer before anything is decided, let them be accompanied, let
them appeal.

Wrong:

```yaml
# content/handbook.yml
organisation: {name: Riverside Care}
tracks:
  - {id: performance, title: How work is done}
roles:
  - {id: people-lead, title: Head of People}
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rights:
  written_concern: {notice: 5 working days}
  respond: {before: decision}
records:
  kept: {where: the personnel file, for: 12 months}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    decided_by: people-lead
    way_back: After 12 months without a repeat it no longer counts.
    aftercare: The People team calls the person within one working day.
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
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    act_within: 10 working days
    decided_by: people-lead
    way_back: After 12 months without a repeat it no longer counts.
    aftercare: The People team calls the person within one working day.
```

How to mend: add what is missing under `rights` of the ladder, where it holds for every formal
step, or under `rights` of this step. If your process truly has no such right, set a lower
level for this check under `checks` in handbook.yml, with the reason in a comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import appeal_from, has_consequence, ladders, listed, places
from playbook.model.inherited import rights_at
from playbook.model.ladder import Ladder, Rung
from playbook.model.rights import Appeal
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_RIGHTS = {
    "written_concern": "to have the concern in writing",
    "respond": "to be heard before the decision",
    "companion": "to bring somebody along",
    "appeal": "to appeal",
}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find formal steps at which a right is missing."""
    for record, ladder in ladders(inspection):
        for index, rung in enumerate(ladder.rungs):
            missing = list(_missing(ladder, rung)) if rung.standing.formal else []
            if missing and has_consequence(rung):
                rights = listed([_RIGHTS[name] for name in missing])
                message = f'at "{rung.title}" the person is not given the right {rights}'
                yield Finding(record.at("rungs", index, "id"), message, _hint(ladder, rung, missing))


def _hint(ladder: Ladder, rung: Rung, missing: list[str]) -> str:
    rights = rights_at(ladder, rung)
    if missing == ["appeal"] and rights and rights.appeal:
        return "open the appeal for this step, or say under because what there is instead"
    return f"add to rights, of the ladder or of this step: {', '.join(missing)}"


def _missing(ladder: Ladder, rung: Rung) -> Iterator[str]:
    rights = rights_at(ladder, rung)
    for name in _RIGHTS:
        given = getattr(rights, name) if rights else None
        if given is None or (name == "appeal" and not _is_open(ladder, rung, given)):
            yield name


def _is_open(ladder: Ladder, rung: Rung, appeal: Appeal) -> bool:
    """Whether one can appeal from a step, or is told why not; a misspelt name is reported by itself."""
    misspelt = not {*appeal.from_rungs} <= places(ladder).keys()
    return bool(appeal.because or misspelt or appeal_from(ladder, rung))
