"""An answer in the finder leads nowhere.

Looked at are the answers of `tests`, and other places that hand a concern over to a `track`.
An answer leads to one place: on (`go`), to an `end`, to a `rung`, or to another `track` that
has a ladder. Where it ends at a call, the handbook says whom to call: `first_call`, or `call`
under `before_anything`.

Why: whoever opens the finder is about to have a hard conversation. At the end of each path
they need to know what to do today, also when the answer was "I don't know".

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
  - id: system
    ask: Would most careful people in the same place have done the same?
    if_yes: {note: Then it is hardly about one person.}
    if_no: concern
    if_unsure: concern
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
  - id: system
    ask: Would most careful people in the same place have done the same?
    if_yes: {end: fix-the-system, note: Then it is hardly about one person.}
    if_no: concern
    if_unsure: concern
```

How to mend: say where the answer leads, and to one place only; write a ladder for the track;
or name in handbook.yml whom to call. Answers that lead back to an earlier question are found
by `test-loop`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.ladder import Ladder, TestBranch
from playbook.model.walk import Path, references
from playbook.model.whole import Handbook, Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR

_WAYS = ("go", "end", "rung", "track")
_CALL = "call-people"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find answers without an end."""
    for record, ladder in ladders(inspection):
        for path, branch in _answers(ladder):
            yield from _ways(record, path, branch)
            if inspection.settings.whole:
                yield from _calls(inspection.handbook, record, path, branch, ladder)
        yield from _tracks(inspection.handbook, record, ladder)
    yield from _before_anything(inspection)


def _answers(ladder: Ladder) -> Iterator[tuple[Path, TestBranch]]:
    for index, test in enumerate(ladder.tests):
        for name in ("if_yes", "if_no", "if_unsure"):
            yield ("tests", index, name), getattr(test, name)


def _ways(record: Record, path: Path, branch: TestBranch) -> Iterator[Finding]:
    ways = [name for name in _WAYS if getattr(branch, name)]
    if not ways:
        hint = "add go, end, rung or track"
        yield Finding(record.at(*path, key=True), "this answer does not say where it leads", hint)
    elif len(ways) > 1:
        message = f"this answer leads to more than one place: {', '.join(ways)}"
        yield Finding(record.at(*path, ways[1], key=True), message, "keep one of them")


def _calls(
    handbook: Handbook, record: Record, path: Path, branch: TestBranch, ladder: Ladder
) -> Iterator[Finding]:
    own = any(end.id == _CALL for end in ladder.ends)
    if branch.end == _CALL and not own and not _contact(handbook):
        message = "this answer ends at a call, but the handbook does not say whom to call"
        yield Finding(record.at(*path, "end"), message, "add first_call to handbook.yml, with a contact")


def _before_anything(inspection: Inspection) -> Iterator[Finding]:
    handbook = inspection.handbook
    if inspection.settings.whole and handbook.settings.before_anything and not _contact(handbook):
        message = "these reasons lead to a call, but the handbook does not say whom to call"
        hint = "add call here, or first_call to handbook.yml, with a contact"
        yield Finding(inspection.settings.at("before_anything", key=True), message, hint)


def _contact(handbook: Handbook) -> str | None:
    first = handbook.settings.before_anything
    return (first.call if first else None) or handbook.settings.first_call


def _tracks(handbook: Handbook, record: Record, ladder: Ladder) -> Iterator[Finding]:
    for found in references(ladder):
        if found.mark.kind != "track" or found.value not in handbook.tracks:
            continue
        at = record.at(*found.path)
        if found.path[0] == "tests" and found.value == ladder.track:
            message = "this answer leads back to the kind of concern it came from"
            yield Finding(at, message, "go on to the concern (go: concern), or choose another track")
        elif handbook.complete and not handbook.ladders_for(found.value):
            message = f'this hands over to "{found.value}", but no ladder answers that kind of concern'
            yield Finding(at, message, "write a ladder for it, or say in another way where this leads")
