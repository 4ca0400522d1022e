"""A range begins at the heavier step or the longer time, or more leads to less.

In the grid of `entry`, the lighter end of a range comes first, and so do the steps under
`one_of`; a length of time goes from the shorter to the longer end. The order of `rungs` says
which step is the heavier one. More points, or more time under `by_time`, never lead to a
lighter step, and the same number leads to one step only.

Why: the answer to "where do we start?" is the whole range, both ends included. Written the
wrong way round it cannot be told whether the lighter end was meant at all. Consequences that
are proportionate and predictable, as the practice of compassionate accountability asks, get
heavier only when there is more to answer for.

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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {severity: minor}
    cells: {1+: {from: agreed-plan, to: talk}}
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
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
entry:
  - for: {severity: minor}
    cells: {1+: {from: talk, to: agreed-plan}}
```

How to mend: change the two ends round, or put the steps under `rungs` into the order in
which they get heavier. Lengths in unlike units, such as working days and calendar days, are
not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import is_longer, ladders, places
from playbook.durations import parse_duration
from playbook.model.fields import Model
from playbook.model.ladder import End, Ladder, Length, Range
from playbook.model.walk import Path
from playbook.model.whole import Handbook, Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR

_LIGHTER_FIRST = "the lighter end comes first: change the two round"
_SHORTER_FIRST = "the shorter end comes first: change the two round"
_MORE_IS_HEAVIER = "more leads to a heavier step, and one number to one step: put them in that order"


@dataclass(frozen=True)
class _Step:
    """So much of something leads to a rung: where that is written, and how it is said."""

    rung: str
    said: str
    path: Path


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find ranges that run backwards."""
    for found in inspection.wordings:
        if found.kind != "search" and _runs_back(found.value):
            yield Finding(found.at, f'"{found.value}" ends before it begins', _SHORTER_FIRST)
    for record, ladder in ladders(inspection):
        place = places(ladder)
        for path, cell in _cells(ladder):
            yield from _in_cell(inspection.handbook, record, place, path, cell)
        yield from _lengths(inspection.handbook, record, ladder)
        yield from _points(record, ladder, place)
        yield from _by_time(inspection.handbook, record, ladder, place)


def _runs_back(text: str) -> bool:
    """A length of time such as ``8 to 4 weeks``, wherever it stands."""
    may_be = len(text) <= 60 and (" to " in text or " or " in text)
    span = parse_duration(text) if may_be else None
    return span is not None and span.high is not None and span.low > span.high


def _cells(ladder: Ladder) -> Iterator[tuple[Path, Range]]:
    for index, row in enumerate(ladder.entry):
        for column, cell in row.cells.items():
            yield ("entry", index, "cells", column), cell


def _in_cell(
    handbook: Handbook, record: Record, place: Mapping[str, int], path: Path, cell: Range
) -> Iterator[Finding]:
    ends: list[tuple[End, Path]] = [(end, ("one_of", index)) for index, end in enumerate(cell.one_of)]
    if not ends and cell.from_ and cell.to:
        ends = [(cell.from_, ("from",)), (cell.to, ("to",))]
    for (low, at), (high, _) in pairwise(ends):
        if not {low.rung, high.rung} <= place.keys():
            continue  # a misspelt name is reported by itself
        if place[low.rung] > place[high.rung]:
            message = f'this goes from "{low.rung}" to "{high.rung}", which is the lighter step'
            yield Finding(record.at(*path, *at, "rung"), message, _LIGHTER_FIRST)
        elif low.rung == high.rung and _longer_end(handbook, low, high):
            message = f'this goes from "{low.lasts}" to "{high.lasts}" of "{low.rung}", which is less'
            yield Finding(record.at(*path, *at, "lasts"), message, _SHORTER_FIRST)


def _longer_end(handbook: Handbook, low: End, high: End) -> bool:
    return bool(low.lasts and high.lasts and is_longer(handbook, low.lasts, high.lasts))


def _lengths(handbook: Handbook, record: Record, ladder: Ladder) -> Iterator[Finding]:
    for path, length in _all_lengths(ladder, ()):
        if length.from_ and length.to and is_longer(handbook, length.from_, length.to):
            message = f'this goes from "{length.from_}" to "{length.to}", which is less'
            yield Finding(record.at(*path, "from"), message, _SHORTER_FIRST)


def _all_lengths(part: Model, path: Path) -> Iterator[tuple[Path, Length]]:
    """Every length of a part, whatever field it stands in."""
    if isinstance(part, Length):
        yield path, part
    for attribute, info in type(part).model_fields.items():
        value, here = getattr(part, attribute), (*path, info.alias or attribute)
        if isinstance(value, Model):
            yield from _all_lengths(value, here)
        elif isinstance(value, list | dict):
            pairs = value.items() if isinstance(value, dict) else enumerate(value)
            for key, item in pairs:
                if isinstance(item, Model):
                    yield from _all_lengths(item, (*here, key))


def _points(record: Record, ladder: Ladder, place: Mapping[str, int]) -> Iterator[Finding]:
    thresholds = ladder.points.thresholds if ladder.points else []
    steps = [
        _Step(threshold.rung, f"at {threshold.at} points", ("points", "thresholds", index))
        for index, threshold in enumerate(thresholds)
    ]

    def more(one: int, other: int) -> int:
        at, other_at = thresholds[one].at, thresholds[other].at
        return (at > other_at) - (at < other_at)

    return _falling(record, place, steps, more)


def _by_time(
    handbook: Handbook, record: Record, ladder: Ladder, place: Mapping[str, int]
) -> Iterator[Finding]:
    times = ladder.by_time.steps if ladder.by_time else []
    steps = [
        _Step(time.rung, f"after {time.after}", ("by_time", "steps", index))
        for index, time in enumerate(times)
    ]

    def more(one: int, other: int) -> int:
        after, other_after = times[one].after, times[other].after
        return is_longer(handbook, after, other_after) - is_longer(handbook, other_after, after)

    return _falling(record, place, steps, more)


def _falling(
    record: Record, place: Mapping[str, int], steps: Sequence[_Step], more: Callable[[int, int], int]
) -> Iterator[Finding]:
    """Each step that more leads to than to a heavier one before it, or as much as to another."""
    for index, step in enumerate(steps):
        for earlier, other in enumerate(steps[:index]):
            if not {step.rung, other.rung} <= place.keys():
                continue
            heavier = place[step.rung] - place[other.rung]
            amount = more(index, earlier)
            if heavier * amount < 0 or (heavier and step.said == other.said):
                which = "lighter" if heavier > 0 else "heavier"
                line = record.at(*other.path).line
                message = (
                    f'"{step.rung}" follows {step.said}, but the {which} "{other.rung}" '
                    f"follows {other.said} (line {line})"
                )
                yield Finding(record.at(*step.path, "rung"), message, _MORE_IS_HEAVIER)
                break
