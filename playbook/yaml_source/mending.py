"""One slip in the text of a file, and the lines as they are read on: in quotes, or left out.

Part of ``yaml_source``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playbook.yaml_source.lines import FIELD, Lines, content_start, in_double_quotes
from playbook.yaml_source.nodes import UNREADABLE
from playbook.yaml_source.parts import Mark, Part, indent

__all__ = ["Fault", "last_words", "leave_out", "put_in_quotes"]


@dataclass(frozen=True)
class Fault:
    """One slip: its kind, its place (line and column from 0), what is specific to it, and the mended lines."""

    kind: str
    line: int
    column: int
    length: int = 1
    about: tuple[object, ...] = ()
    mended: Mapping[int, str] = field(default_factory=dict)


def last_words(lines: Lines, mark: Mark) -> Mark:
    """A mark behind the last line means the end of the last line that says something."""
    line, column = min(mark[0], len(lines) - 1), mark[1]
    if mark[0] == line and lines[line].strip():
        return line, min(column, len(lines[line]))
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, len(lines[line].rstrip())


def put_in_quotes(lines: Lines, number: int, column: int) -> dict[int, str]:
    """The text from this column in quotes, without the lines that went on with it."""
    line = lines[number]
    words = line[column:].strip()
    if words[:1] in ("'", '"'):
        words = words.strip(words[0])
    mended = {number: line[:column] + in_double_quotes(words)} if words else {number: line[:column]}
    return mended | _without_deeper(lines, number)


def leave_out(lines: Lines, part: Part) -> dict[int, str]:
    """A list or group of fields in brackets, left out with all its lines."""
    mended = {part.line: lines[part.line][: part.column] + UNREADABLE}
    return mended | _without_deeper(lines, part.line)


def _without_deeper(lines: Lines, number: int) -> dict[int, str]:
    line = lines[number]
    owner = content_start(line) if FIELD.match(line) else indent(line)
    gone = {}
    for below in range(number + 1, len(lines)):
        words = lines[below].strip()
        if words and indent(lines[below]) <= owner and words[0] not in "]}":
            break
        gone[below] = ""
    return gone
