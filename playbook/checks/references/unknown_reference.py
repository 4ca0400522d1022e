"""A name leads nowhere: nothing with this id has been written.

Records and entries refer to each other by id: a standard names its track, a step the
step that may follow it, a card the contact to call. Every such name must belong to
something in this handbook. The check also looks at the steps in `from:` of a skip rule,
at `go:` and `end:` of a decision test, and at the events of a worked example of points.

Why: the reader would meet an empty place or a dead end, usually in the minute before a
hard conversation. A name that is almost right is most often a slip of the pen, so the
nearest one is offered.

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
    next: {rung: agreed-paln, when: It happens again within three months.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
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
    next: {rung: agreed-plan, when: It happens again within three months.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
```

How to mend: correct the name, or write what it should lead to. For a record the id is
its file name without `.yml`; for everything else it is the field `id`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from playbook.checks.inspection import Finding, Found, Inspection
from playbook.checks.known import LISTS, Known, Names, a_noun, noun
from playbook.model.ladder import Ladder
from playbook.model.whole import Record
from playbook.problems import Level
from playbook.schema import UNREADABLE
from playbook.words_near import nearest

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_ON = {"next", "concern"}
_ENDS = {"call-people", "fix-the-system", "support", "no-action"}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find every name that leads nowhere."""
    names = Names(inspection)
    elsewhere = cache(lambda: _kinds_by_id(inspection))
    named = Counter((found.kind, found.value) for found in inspection.references)
    for found in inspection.references:
        known = names.of(found.kind, found.record)
        if not _is_known(inspection, found.value, known):
            yield _finding(found, known, elsewhere().get(found.value), named)
    for record in inspection.handbook.of_kind("ladder"):
        assert isinstance(record.data, Ladder)
        yield from _unknown_steps(inspection, record, record.data, names.of("rung", record))
        yield from _unknown_tests(record, record.data)
        yield from _unknown_events(record, record.data)


def _is_known(inspection: Inspection, written: str, known: Known) -> bool:
    lost = written == UNREADABLE or written in inspection.handbook.unread
    return lost or not known.lacks(written)


def _finding(
    found: Found, known: Known, elsewhere: str | None, named: Mapping[tuple[str, str], int]
) -> Finding:
    message = f'no {noun(known.kind)} "{found.value}" in {known.place}'
    if elsewhere is None:
        times, meant = named[found.kind, found.value], nearest(found.value, known.ids)
        fewer = named[found.kind, meant] if meant else 0
        renamed = found.value in dict(known.renamed)
        if meant and not renamed and times > 1 and (not fewer or times > fewer + 1):
            # where several agree, it is more likely the one place that they lead to; --fix leaves both alone
            said = f'{times} places say "{found.value}", and {fewer or "none"} "{meant}"'
            hint = f"{said}: is it mistyped or renamed where it is defined?"
            return Finding(found.at, message, hint)
        return Finding(found.at, message, known.hint(found.value))
    other = f'"{found.value}" is {a_noun(elsewhere)}, but {a_noun(known.kind)} is needed here'
    return Finding(found.at, message, f"{other}. {known.listed}")


def _kinds_by_id(inspection: Inspection) -> dict[str, str]:
    """What else an id might be the name of, so that a role is not looked for among contacts in vain."""
    kinds = dict.fromkeys(inspection.handbook.deviations, "deviation")
    kinds |= {id_: kind for kind, id_ in inspection.handbook.records if kind not in ("handbook", "words")}
    for kind, field in LISTS.items():
        kinds |= {entry.id: kind for entry in getattr(inspection.handbook.settings, field)}
    return kinds


def _unknown_steps(inspection: Inspection, record: Record, ladder: Ladder, known: Known) -> Iterator[Finding]:
    """A skip rule begins at a step, or at any; words are allowed there, but one word is a name."""
    for index, rule in enumerate(ladder.skip_rules):
        named = rule.from_ != "any" and " " not in rule.from_
        if named and not _is_known(inspection, rule.from_, known):
            message = f'no step "{rule.from_}" in {known.place}'
            yield Finding(record.at("skip_rules", index, "from"), message, known.hint(rule.from_))


def _unknown_tests(record: Record, ladder: Ladder) -> Iterator[Finding]:
    """An answer goes on to the next question, a named one, or the concern itself; an end may be words."""
    questions = {test.id for test in ladder.tests}
    ends = _ENDS | {end.id for end in ladder.ends}
    for index, test in enumerate(ladder.tests):
        for name in ("if_yes", "if_no", "if_unsure"):
            branch = getattr(test, name)
            if branch.go and UNREADABLE not in questions and branch.go not in questions | _ON:
                message = f'no question "{branch.go}" in ladder "{record.id}"'
                yield Finding(
                    record.at("tests", index, name, "go"), message, _go_hint(branch.go, questions | _ON)
                )
            if branch.end and branch.end not in ends and (meant := nearest(branch.end, ends)):
                message = f'no end "{branch.end}" in ladder "{record.id}"'
                yield Finding(record.at("tests", index, name, "end"), message, f'did you mean "{meant}"?')


def _go_hint(written: str, known: set[str]) -> str:
    meant = nearest(written, known)
    if meant:
        return f'did you mean "{meant}"?'
    return "write next, concern, or the id of a later question; an end is written under end"


def _unknown_events(record: Record, ladder: Ladder) -> Iterator[Finding]:
    """A worked example names the events that it adds up."""
    example = ladder.points.worked_example if ladder.points else None
    known = {event.id for event in ladder.points.events if event.id} if ladder.points else set()
    for index, written in enumerate(example.events if example and UNREADABLE not in known else ()):
        if written not in (*known, UNREADABLE):
            meant = nearest(written, known)
            hint = (
                f'did you mean "{meant}"?'
                if meant
                else "give the event this id under events, or correct the name"
            )
            at = record.at("points", "worked_example", "events", index)
            yield Finding(at, f'no event "{written}" among the points of ladder "{record.id}"', hint)
