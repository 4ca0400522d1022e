"""Finds the smallest change of indentation with which a file can be read on.

Where indentation is wrong, the parser cannot tell which line is off. So each likely
change is tried: the one that lets the parser come furthest, leaves the fewest odd
margins and moves the fewest lines shows the line an author must change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

import yaml

from playbook.yaml_source.builder import parse_events
from playbook.yaml_source.lines import Lines, content_start, has_words
from playbook.yaml_source.parts import Stop, indent

__all__ = ["find_shift", "find_spaces"]

_LARGEST = 60_000
"""In a larger file only the likeliest change is tried, so that reading stays fast."""
_LOOK_BACK = 60

_Change = dict[int, str]


def find_shift(lines: Lines, stop: Stop, number: int) -> _Change:
    """Find the lines that must move so that this line fits, as they are then; empty if nothing helps."""
    changes = _unlike(_shifts(lines, stop, number))
    return _best(lines, changes, number)


def find_spaces(lines: Lines, stop: Stop, number: int) -> _Change:
    """Replace the tabs that indent this line, and those right below it, by spaces that fit."""
    group = [number]
    while (
        group[-1] + 1 < len(lines) and "\t" in _margin(lines[group[-1] + 1]) and lines[group[-1] + 1].strip()
    ):
        group.append(group[-1] + 1)
    changes = _unlike(_spaces(lines, stop, group))
    if sum(map(len, lines)) > _LARGEST:
        return changes[0]
    return max(changes, key=lambda change: _reach(lines, change))


def _spaces(lines: Lines, stop: Stop, group: list[int]) -> Iterator[_Change]:
    unit = _unit(lines)
    expanded = {number: _margin(lines[number]).expandtabs(unit) for number in group}
    first = len(expanded[group[0]])
    for column in [
        *_levels(lines, stop, group[0]),
        first,
        *(len(_margin(lines[group[0]]).expandtabs(width)) for width in (2, 4, 8)),
    ]:
        yield {
            number: " " * max(0, len(expanded[number]) - first + column) + lines[number].lstrip()
            for number in group
        }


def _shifts(lines: Lines, stop: Stop, number: int) -> Iterator[_Change]:
    """Likely changes: the line, with what belongs to it, its followers too, the block above, the line above."""
    here = indent(lines[number])
    children = _run(lines, number + 1, 1, here + 1)
    followers = _run(lines, number + 1, 1, here)
    block = _run(lines, number - 1, -1, here + 1)
    for column in _levels(lines, stop, number):
        if column != here:
            yield _moved(lines, [number], column - here)
            yield _moved(lines, [number, *children], column - here)
            yield _moved(lines, [number, *followers], column - here)
    if block:
        outermost = min(indent(lines[n]) for n in block)
        yield _moved(lines, block, here - outermost)
        yield _moved(lines, [n for n in block if indent(lines[n]) == outermost][:1], here - outermost)
    above = next((n for n in range(number - 1, -1, -1) if has_words(lines[n])), None)
    if above is not None:
        yield _moved(lines, [above], here - indent(lines[above]))
        yield _moved(lines, [above], here - content_start(lines[above]))


def _run(lines: Lines, start: int, step: int, least: int) -> list[int]:
    """The lines from here on that are indented at least so deep; blank lines and comments do not end them."""
    found = []
    number = start
    while 0 <= number < len(lines) and (not has_words(lines[number]) or indent(lines[number]) >= least):
        if has_words(lines[number]):
            found.append(number)
        number += step
    return found


def _moved(lines: Lines, numbers: list[int], by: int) -> _Change:
    if any(indent(lines[number]) + by < 0 for number in numbers) or not by:
        return {}
    return {number: " " * (indent(lines[number]) + by) + lines[number].lstrip(" ") for number in numbers}


def _levels(lines: Lines, stop: Stop, number: int) -> list[int]:
    """Columns at which something begins above this line, the nearest lines first; then what was open."""
    above = [n for n in range(number - 1, max(-1, number - _LOOK_BACK), -1) if has_words(lines[n])]
    below = [n for n in range(number + 1, min(len(lines), number + 3)) if has_words(lines[n])]
    seen = [column for n in above for column in (content_start(lines[n]), indent(lines[n]))]
    if lines[number].lstrip().startswith("- "):
        seen = [indent(lines[n]) for n in above if lines[n].lstrip().startswith("- ")] + seen
    opened = [part.column for part in reversed(stop.open) if not part.flow]
    deeper = [content_start(lines[above[0]]) + _unit(lines)] if above else []
    first = deeper if above and lines[above[0]].rstrip().endswith(":") else seen[:2]
    return list(dict.fromkeys([*first, *(indent(lines[n]) for n in below), *seen, *opened, *deeper]))[:8]


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _unit(lines: Lines) -> int:
    """How many spaces this author uses for one level."""
    margins = [indent(line) for line in lines if has_words(line) and "\t" not in _margin(line)]
    steps = Counter(b - a for a, b in pairwise(margins) if b > a)
    return min(steps, key=lambda step: (-steps[step], step)) if steps else 2


def _unlike(changes: Iterator[_Change]) -> list[_Change]:
    unlike: list[_Change] = []
    for change in changes:
        if change and change not in unlike:
            unlike.append(change)
    return unlike


def _best(lines: Lines, changes: list[_Change], number: int) -> _Change:
    if sum(map(len, lines)) > _LARGEST:
        changes = changes[:1]
    ranked = []
    for place, change in enumerate(changes):
        reached = _reach(lines, change)
        if reached > number:
            ranked.append((-reached, *_oddity(lines, change), place))
    return changes[min(ranked)[-1]] if ranked else {}


def _oddity(lines: Lines, change: _Change) -> tuple[int, int, bool, int]:
    """How unlikely a change is: odd margins it leaves, lines it moves, whether nothing like it stands there, how far."""
    unit = _unit(lines)
    odd = sum(bool(indent(line) % unit) - bool(indent(lines[n]) % unit) for n, line in change.items())
    first, line = next(iter(change.items()))
    begin = re.match(r" *(?:- )*[^\s:]*", line)
    alike = begin is not None and any(
        other.startswith(begin[0]) for n, other in enumerate(lines) if n not in change
    )
    return odd, len(change), not alike, abs(indent(line) - indent(lines[first]))


def _reach(lines: Lines, change: Mapping[int, str]) -> int:
    """How many lines the parser reads after a change."""
    text = "\n".join(change.get(number, line) for number, line in enumerate(lines))
    try:
        for _ in parse_events(text):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark.line if mark is not None else 0
    return len(lines) + 1
