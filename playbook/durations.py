"""Lengths of time as an organisation writes them: the words stay, both ends stay, the unit stays.

``5 working days`` and ``7 calendar days`` are different promises, so nothing
is ever converted for a reader. Comparing two lengths is for checks alone, and
only where their units allow it. Imports nothing of the package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

__all__ = ["Span", "compare", "parse_duration"]

_CALENDAR = {
    "minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 1440, "night": 1440, "week": 10080, "fortnight": 20160,
    "month": 43800, "quarter": 131400, "year": 525600,
}  # fmt: skip
_COUNTED = {"day": 1440, "hour": 60, "week": 7200, "month": 31200}
_SIZES: dict[str, tuple[int, str]] = {
    **{unit: (size, "calendar") for unit, size in _CALENDAR.items()},
    **{f"calendar {unit}": (size, "calendar") for unit, size in _CALENDAR.items()},
    **{
        f"{kind} {unit}": (size, "counted")
        for kind in ("working", "business", "school")
        for unit, size in _COUNTED.items()
    },
    "workday": (1440, "counted"),
    "weekday": (1440, "counted"),
    "shift": (480, "counted"),
}
"""Every unit with its size in minutes, for comparing only, and the clock it is counted by."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: Decimal(number) for number, word in enumerate(_ONES.split())}
_WORDS |= {word: Decimal(number * 10) for number, word in enumerate(_TENS.split(), start=2)}
_WORDS |= {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5"), "half an": Decimal("0.5")}

_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_UNIT = "|".join(sorted(_SIZES, key=len, reverse=True))
_ONE = re.compile(
    rf"(?:(?P<low>{_NUMBER}) ?(?:to|or|-|–) ?)?(?P<high>{_NUMBER})(?P<half> and a half)? (?P<unit>{_UNIT})s?"
)
_PERCENT = re.compile(
    r"(?:(?P<low>[0-9]{1,3}(?:\.[0-9]+)?)%? ?(?:to|-|–) ?)?(?P<high>[0-9]{1,3}(?:\.[0-9]+)?)% of .{1,60}"
)
_BEFORE = re.compile(r"(?P<about>about |around )?(?P<most>up to |at most |no more than )?"
                     r"(?P<least>at least |no less than )?")  # fmt: skip
_BEHIND = re.compile(r"(?P<least> or more| or longer| at least)?(?P<most> or less| at most)?$")
_AND = re.compile(r" and (?!a half )")


@dataclass(frozen=True)
class Span:
    """The two ends of a length, in minutes for comparing only; ``high`` is None when it is open.

    ``clock`` says which lengths can be compared: calendar time, counted time
    (working days, shifts) or a share (percent).
    """

    low: Decimal
    high: Decimal | None
    clock: str


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Span | None:
    """Read a length such as ``10 minutes``, ``2 to 4 weeks`` or ``6 months and 1 day``; None if it is none."""
    if len(text) > 200:
        return None
    words = " ".join(text.split()).lower()
    before, behind = _BEFORE.match(words), _BEHIND.search(words)
    assert before is not None and behind is not None  # both may be empty
    span = _length(words[before.end() : behind.start()])
    if span is None:
        return None
    if before["most"] or behind["most"]:
        return Span(Decimal(0), span.high, span.clock)
    return Span(span.low, None, span.clock) if before["least"] or behind["least"] else span


def compare(one: str, other: str) -> int | None:
    """Say which of two lengths is longer (by their upper ends): -1, 0, 1; None when units do not compare."""
    a, b = parse_duration(one), parse_duration(other)
    if a is None or b is None or a.clock != b.clock:
        return None
    if a.high is None or b.high is None:
        return (a.high is None) - (b.high is None)
    return (a.high > b.high) - (a.high < b.high)


def _length(words: str) -> Span | None:
    """One length, or several that are added up; all must be counted by the same clock."""
    share = _PERCENT.fullmatch(words)
    if share:
        most = Decimal(share["high"])
        return Span(Decimal(share["low"]) if share["low"] else most, most, "share")
    spans = [_one(part) for part in _AND.split(words)]
    known = [span for span in spans if span is not None]
    if len(known) != len(spans) or len({span.clock for span in known}) != 1:
        return None
    low = sum((span.low for span in known), Decimal(0))
    return Span(low, sum((span.high or Decimal(0) for span in known), Decimal(0)), known[0].clock)


def _one(text: str) -> Span | None:
    found = _ONE.fullmatch(text)
    if not found:
        return None
    size, clock = _SIZES[found["unit"]]
    high = (_number(found["high"]) + (Decimal("0.5") if found["half"] else 0)) * size
    low = _number(found["low"]) * size if found["low"] else high
    return Span(low, high, clock)


def _number(text: str) -> Decimal:
    return _WORDS[text] if text in _WORDS else Decimal(text)
