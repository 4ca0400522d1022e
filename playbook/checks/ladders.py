"""What several checks of a ladder look up: its steps by weight, what a length really says, words in a row.

Imported by checks that look at whole ladders.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from playbook.checks.inspection import Inspection
from playbook.durations import Span, compare, parse_duration
from playbook.model.fields import PLACEHOLDER
from playbook.model.inherited import rights_at
from playbook.model.ladder import Ladder, Length, Rung
from playbook.model.rights import Appeal
from playbook.model.whole import Handbook, Record

__all__ = [
    "appeal_from",
    "first_with_others",
    "has_consequence",
    "is_longer",
    "ladders",
    "listed",
    "places",
    "span_of",
    "spelled_out",
]

_NO_CONSEQUENCE = {"none", "find-facts"}


def ladders(inspection: Inspection) -> Iterator[tuple[Record, Ladder]]:
    """Every ladder that could be read completely, with its record."""
    for record in inspection.whole("ladder"):
        assert isinstance(record.data, Ladder)
        yield record, record.data


def places(ladder: Ladder) -> dict[str, int]:
    """The steps by id, each with its place: a heavier step has a higher one."""
    found: dict[str, int] = {}
    for index, rung in enumerate(ladder.rungs):
        found.setdefault(rung.id, index)
    return found


def appeal_from(ladder: Ladder, rung: Rung) -> Appeal | None:
    """The appeal that is open at a step; None where there is none, or not from this step."""
    rights = rights_at(ladder, rung)
    appeal = rights.appeal if rights else None
    if appeal is None or rung.id in appeal.not_from:
        return None
    return appeal if not appeal.from_rungs or rung.id in appeal.from_rungs else None


def spelled_out(handbook: Handbook, length: str) -> str:
    """A length of time as readers see it: where it names a decision, the value of that decision."""
    named = PLACEHOLDER.fullmatch(length)
    decision = handbook.decisions.get(named[1]) if named else None
    return decision.value if decision else length


def is_longer(handbook: Handbook, one: str, other: str) -> bool:
    """Say whether one length is surely longer than another; lengths in unlike units are not compared."""
    return (compare(spelled_out(handbook, one), spelled_out(handbook, other)) or 0) > 0


def span_of(handbook: Handbook, length: Length) -> Span | None:
    """Both ends of a length, however it is written; None where they cannot be told."""
    if length.length:
        return parse_duration(spelled_out(handbook, length.length))
    written = [end for end in (length.from_, length.to) if end]
    ends = [span for end in written if (span := parse_duration(spelled_out(handbook, end)))]
    if not ends or len(ends) < len(written) or len({span.clock for span in ends}) > 1:
        return None
    low = ends[0].low if length.from_ else Decimal(0)
    return Span(low, ends[-1].high if length.to else None, ends[0].clock)


def listed(words: Sequence[str]) -> str:
    """Some words as one says them: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def has_consequence(rung: Rung) -> bool:
    """Say whether anything happens at a step; finding the facts, or taking no action, is none."""
    return rung.kind not in _NO_CONSEQUENCE


def first_with_others(ladder: Ladder, indexes: Sequence[int]) -> str:
    """The first of some steps by its title, and how many more there are."""
    others = f" (and {len(indexes) - 1} more)" if len(indexes) > 1 else ""
    return f'"{ladder.rungs[indexes[0]].title}"{others}'
