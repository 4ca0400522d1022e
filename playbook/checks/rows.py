"""Which rows of an entry grid meet: they speak of one case, or their lengths of time share something.

The end of a range belongs to it, so that two ranges that end and begin at the same
length touch there. Imported by the checks of the grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from playbook.checks.ladders import span_of
from playbook.durations import Span, parse_duration
from playbook.finder import column_for
from playbook.model.entry import EntryRow
from playbook.model.ladder import Ladder
from playbook.model.whole import Handbook, Record
from playbook.problems import Location

__all__ = ["How", "Meeting", "meetings", "more_of_the_same", "row_at", "row_words"]

How = Literal["same", "overlap", "touch"]
"""How two rows meet: in one case, in some lengths of time, or in one length only."""

_BELOW = {"up to": True, "at most": True, "less than": False, "under": False, "below": False}
_ABOVE = {"at least": True, "more than": False, "longer than": False, "over": False, "above": False}
"""Words before a length that open it at one end; True where the length itself still belongs to it."""


@dataclass(frozen=True)
class Meeting:
    """Two rows that meet: by their places in the grid, how, and whether they lead to the same steps."""

    first: int
    second: int
    how: How
    alike: bool


@dataclass(frozen=True)
class _Time:
    """A length of time a row is about; ``open_low``, ``open_high``: that end does not belong to it."""

    span: Span
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True)
class _Case:
    """What a row is about: what it names, its circumstance without a length, and that length."""

    names: tuple[str | None, ...]
    words: str
    time: _Time | None


def meetings(handbook: Handbook, ladder: Ladder) -> Iterator[Meeting]:
    """Every two rows that meet."""
    cases = [_case(handbook, row) for row in ladder.entry]
    for second, row in enumerate(ladder.entry):
        for first in range(second):
            how = _how(cases[first], cases[second])
            if how:
                yield Meeting(first, second, how, _alike(ladder.entry[first], row))


def more_of_the_same(handbook: Handbook, ladder: Ladder) -> Iterator[tuple[int, int]]:
    """Rows that differ only in how much there is to answer for, next to each other: the lighter, the heavier.

    How much is the severity, or the length of time, one after the other.
    """
    severities = {id_: place for place, id_ in enumerate(handbook.severities)}
    cases = [_case(handbook, row) for row in ladder.entry]
    by_severity: dict[object, list[tuple[int, int]]] = {}
    by_time: dict[object, list[tuple[_Time, int]]] = {}
    for index, (row, case) in enumerate(zip(ladder.entry, cases, strict=True)):
        if row.for_.severity in severities:
            same = (case.names[1:], case.words, case.time)
            by_severity.setdefault(same, []).append((severities[row.for_.severity], index))
        if case.time and not _backwards(case.time.span):
            by_time.setdefault((case.names, case.words, case.time.span.clock), []).append((case.time, index))
    for alike in by_severity.values():
        for (less, first), (more, second) in pairwise(sorted(alike)):
            if less < more:
                yield first, second
    for timed in by_time.values():
        for (shorter, first), (longer, second) in pairwise(sorted(timed, key=lambda one: _ends(one[0]))):
            if shorter.span.high is not None and shorter.span.high <= longer.span.low:
                yield first, second


def row_words(ladder: Ladder, index: int) -> str:
    """The length of time a row is about, as its author wrote it."""
    about = ladder.entry[index].for_
    if about.how_long is None:
        return about.circumstance or ""
    ends = (about.how_long.from_, about.how_long.to)
    return about.how_long.length or " to ".join(end for end in ends if end)


def row_at(record: Record, ladder: Ladder, index: int) -> Location:
    """The place of that length."""
    field = "how_long" if ladder.entry[index].for_.how_long else "circumstance"
    return record.at("entry", index, "for", field)


def _case(handbook: Handbook, row: EntryRow) -> _Case:
    about = row.for_
    words, time = _length_in(about.circumstance or "")
    if about.how_long:
        span = span_of(handbook, about.how_long)
        time = _Time(span) if span else None
        # a length that cannot be read tells rows apart like any other words
        words = " ".join(f"{about.circumstance or ''} {'' if span else about.how_long}".lower().split())
    severity, standard = about.severity, about.standard
    found = handbook.deviations.get(about.deviation or "")
    if found:
        # a deviation has one severity and one standard: saying them again changes nothing
        severity = None if severity == found.deviation.severity else severity
        standard = None if standard == found.standard_id else standard
    return _Case((severity, standard, about.deviation, about.group), words, time)


def _how(one: _Case, other: _Case) -> How | None:
    if (one.names, one.words) != (other.names, other.words):
        return None
    if one.time is None or other.time is None:
        # a row without a length beside rows with one says what else holds
        return "same" if one.time is other.time else None
    return "same" if one.time == other.time else _shared(one.time, other.time)


def _shared(one: _Time, other: _Time) -> How | None:
    """How two lengths meet; not at all where their units do not compare or one of them runs backwards."""
    one, other = sorted((one, other), key=_ends)
    if one.span.clock != other.span.clock or any(_backwards(time.span) for time in (one, other)):
        return None
    end, begin = one.span.high, other.span.low
    if end is None or end > begin:
        return "overlap"
    return "touch" if end == begin and not (one.open_high or other.open_low) else None


def _ends(time: _Time) -> tuple[Decimal, Decimal]:
    high = time.span.high
    return time.span.low, Decimal("Infinity") if high is None else high


def _backwards(span: Span) -> bool:
    return span.high is not None and span.low > span.high


def _alike(one: EntryRow, other: EntryRow) -> bool:
    """Whether two rows lead to the same steps, whatever the count."""
    counts = range(1, max(len(one.cells), len(other.cells)) + 2)
    return all(_answer(one, count) == _answer(other, count) for count in counts)


def _answer(row: EntryRow, count: int) -> object:
    column = column_for(row, count)
    cell = row.cells[column] if column else None
    if cell is None or cell.missing:
        return None
    return cell.from_, cell.to or cell.from_, cell.one_of, cell.force


def _length_in(circumstance: str) -> tuple[str, _Time | None]:
    """A circumstance without the length it names, and that length: ``15 to 30 minutes late``."""
    text = re.sub(r"(?<=\d)\s*[-\u2013]\s*(?=\d)", " to ", circumstance.lower())
    words = re.sub(r"[.,;:()]+(?=\s|$)|(?<=\s)\(", " ", f" {text}").split()
    for size in range(min(6, len(words)), 1, -1):
        for start in range(len(words) - size + 1):
            span = parse_duration(" ".join(words[start : start + size]))
            if span:
                return _opened(words[:start], span, words[start + size :])
    return " ".join(words), None


def _opened(before: list[str], span: Span, after: list[str]) -> tuple[str, _Time]:
    """A length with the words before it that open one of its ends."""
    said = " ".join(before)
    for opening, belongs in (*_BELOW.items(), *_ABOVE.items()):
        if f" {said}".endswith(f" {opening}"):
            rest = " ".join((*before[: len(before) - len(opening.split())], *after))
            if opening in _BELOW:
                return rest, _Time(Span(Decimal(0), span.high, span.clock), open_high=not belongs)
            return rest, _Time(Span(span.low, None, span.clock), open_low=not belongs)
    return " ".join((*before, *after)), _Time(span)
