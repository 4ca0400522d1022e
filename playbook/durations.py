"""Lengths of time as an organisation writes them: the words stay, both ends stay, the unit stays.

``5 working days`` and ``7 calendar days`` are different promises, so nothing
is ever converted for a reader. Comparing two lengths is for checks alone, and
only where their units allow it. Imports nothing of the package.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Span", "compare", "parse_duration"]

_UNITS = {
    "minute": Decimal(1), "hour": Decimal(60), "day": Decimal(1440), "calendar day": Decimal(1440),
    "week": Decimal(10080), "month": Decimal(43800), "quarter": Decimal(131400), "year": Decimal(525600),
    "working day": Decimal(1440), "working week": Decimal(7200), "shift": Decimal(480), "working hour": Decimal(60),
}
_COUNTED = {"working day", "working week", "working hour", "shift"}
_NUMBER = r"(?:\d{1,5}(?:\.\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?)"
_WORDS = {w: Decimal(n) for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5"), "half an": Decimal("0.5")}
_UNIT = "(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")s?"
_ONE = re.compile(rf"(?:(?P<low>{_NUMBER}) (?:to|or) )?(?P<high>{_NUMBER}) (?P<unit>{_UNIT})(?P<tail> or more)?", re.I)
_PERCENT = re.compile(r"(?:(?P<low>\d{1,3}(?:\.\d+)?)% to )?(?P<high>\d{1,3}(?:\.\d+)?)% of .{1,60}", re.I)


@dataclass(frozen=True)
class Span:
    """The two ends of a length, in minutes for comparing only; ``high`` is None when it is open.

    ``clock`` says which lengths can be compared: calendar time, counted time
    (working days, shifts) or a share (percent).
    """

    low: Decimal
    high: Decimal | None
    clock: str


def parse_duration(text: str) -> Span | None:
    """Read a length such as ``10 minutes``, ``2 to 4 weeks`` or ``6 months and 1 day``; None if it is none."""
    words = " ".join(text.split()).lower()
    share = _PERCENT.fullmatch(words)
    if share:
        most = Decimal(share["high"])
        return Span(Decimal(share["low"]) if share["low"] else most, most, "share")
    parts = [_one(part) for part in words.removeprefix("about ").split(" and ")]
    spans = [span for span in parts if span is not None]
    if len(spans) != len(parts) or len({span.clock for span in spans}) != 1:
        return None
    highs: list[Decimal] = [span.high for span in spans if span.high is not None]
    high: Decimal | None = sum(highs, Decimal(0)) if len(highs) == len(spans) else None
    return Span(sum((span.low for span in spans), Decimal(0)), high, spans[0].clock)


def compare(one: str, other: str) -> int | None:
    """Say which of two lengths is longer (by their upper ends): -1, 0, 1; None when units do not compare."""
    a, b = parse_duration(one), parse_duration(other)
    if a is None or b is None or a.clock != b.clock:
        return None
    if a.high is None or b.high is None:
        return (a.high is None) - (b.high is None)
    return (a.high > b.high) - (a.high < b.high)


def _one(text: str) -> Span | None:
    found = _ONE.fullmatch(text)
    if not found:
        return None
    unit = found["unit"].lower()
    unit = unit if unit in _UNITS else unit.removesuffix("s")
    size = _UNITS[unit]
    high = _number(found["high"]) * size
    low = _number(found["low"]) * size if found["low"] else high
    clock = "counted" if unit in _COUNTED else "calendar"
    return Span(low, None if found["tail"] else high, clock)


def _number(text: str) -> Decimal:
    return _WORDS[text] if text in _WORDS else Decimal(text)
