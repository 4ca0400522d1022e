"""A name leads nowhere: nothing with this id has been written.

Records and entries refer to each other by id: a standard names its track, a step the
step that may follow it, a card the contact to call. Every such name must belong to
something in this handbook. The check also looks at the steps in `from:` of a skip rule
and at the questions in `go:` of a decision test.

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

from collections.abc import Iterator, Mapping
from functools import cache

from playbook.checks.inspection import Finding, Found, Inspection
from playbook.checks.known import LISTS, Known, known_ids, noun
from playbook.model.ladder import Ladder
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.problems import Level, Location
from playbook.schema import UNREADABLE
from playbook.words_near import nearest

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find every name that leads nowhere."""
    known: Mapping[tuple[str, str], Known] = _Lookup(inspection)
    others = cache(lambda: _kinds_by_id(inspection))
    for found in inspection.references:
        of_kind = known[found.kind, found.record.id]
        if _is_known(inspection, found.value, of_kind):
            continue
        yield _finding(found, of_kind, others().get(found.value))
    for record in inspection.handbook.of_kind("ladder"):
        assert isinstance(record.data, Ladder)
        yield from _unknown_steps(inspection, record, record.data, known["rung", record.id])
        yield from _unknown_tests(inspection, record, record.data)


class _Lookup(dict[tuple[str, str], Known]):
    """What is known, by kind and (for the steps of a ladder) by record; worked out when first asked for."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection

    def __missing__(self, key: tuple[str, str]) -> Known:
        kind, record_id = key
        if kind == "rung":
            self[key] = known_ids(
                self._inspection, kind, self._inspection.handbook.record("ladder", record_id)
            )
        elif record_id:
            self[key] = self[kind, ""]
        else:
            self[key] = known_ids(self._inspection, kind, self._inspection.settings)
        return self[key]


def _is_known(inspection: Inspection, written: str, known: Known) -> bool:
    lost = written == UNREADABLE or written in inspection.handbook.unread
    return lost or not known.lacks(written)


def _finding(found: Found, known: Known, elsewhere: str | None) -> Finding:
    message = f'no {noun(known.kind)} "{found.value}" in {known.place}'
    if elsewhere:
        hint = f'"{found.value}" is the id of a {elsewhere}, but a {noun(known.kind)} is needed here. {known.listed}'
        return Finding(found.at, message, hint)
    return Finding(found.at, message, known.hint(found.value))


def _kinds_by_id(inspection: Inspection) -> dict[str, str]:
    """What else an id might be the name of, so that a role is not looked for among contacts in vain."""
    kinds = {id_: "deviation" for id_ in inspection.handbook.deviations}
    kinds |= {
        id_: noun(kind) for kind, id_ in inspection.handbook.records if kind not in ("handbook", "words")
    }
    for kind, field in LISTS.items():
        kinds |= {entry.id: noun(kind) for entry in getattr(inspection.handbook.settings, field)}
    return kinds


def _unknown_steps(inspection: Inspection, record: Record, ladder: Ladder, known: Known) -> Iterator[Finding]:
    """A skip rule begins at a step, or at any; words are allowed there, but one word is a name."""
    for index, rule in enumerate(ladder.skip_rules):
        named = rule.from_ != "any" and " " not in rule.from_
        if named and not _is_known(inspection, rule.from_, known):
            message = f'no step "{rule.from_}" in {known.place}'
            yield Finding(record.at("skip_rules", index, "from"), message, known.hint(rule.from_))


def _unknown_tests(inspection: Inspection, record: Record, ladder: Ladder) -> Iterator[Finding]:
    """An answer goes on to the next question, to a named one, or to the concern itself."""
    ids = [test.id for test in ladder.tests]
    if UNREADABLE in ids:
        return
    for at, written in _answers(record, ladder):
        if written not in (*ids, "next", "concern", UNREADABLE):
            meant = nearest(written, [*ids, "next", "concern"])
            hint = f'did you mean "{meant}"? ' if meant else ""
            hint += "Write next, concern, or the id of a later question; an end goes under end"
            yield Finding(at, f'no question "{written}" in ladder "{record.id}"', hint)


def _answers(record: Record, ladder: Ladder) -> Iterator[tuple[Location, str]]:
    for index, test in enumerate(ladder.tests):
        for name in ("if_yes", "if_no", "if_unsure"):
            go = getattr(test, name).go
            if go is not None:
                path: Path = ("tests", index, name, "go")
                yield record.at(*path), go
