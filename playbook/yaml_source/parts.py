"""Where reading stopped and what was open there: what the builder of the tree tells the finder of faults.

Lines and columns count from 0 here, as the parser counts. Part of ``yaml_source``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Mark", "Part", "Stop", "indent", "swallowed"]

Mark = tuple[int, int]
"""A line and a column, both from 0."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list, a group of fields or a text in the file. ``flow``: in brackets; ``style``: the sign a text began with."""

    line: int
    column: int
    end_line: int = -1
    end_column: int = -1
    flow: bool = False
    is_list: bool = False
    style: str = ""


@dataclass(frozen=True)
class Stop:
    """Where and why reading stopped: in whose words, at which marks, what was open, and what ended last."""

    said: str
    context: str = ""
    mark: Mark | None = None
    begun: Mark | None = None
    open: tuple[Part, ...] = ()
    last: Part | None = None

    @property
    def block(self) -> Part | None:
        """The innermost list or group of fields that is written on lines of its own."""
        return next((part for part in reversed(self.open) if not part.flow), None)

    @property
    def flow(self) -> Part | None:
        """The outermost list or group of fields in brackets that is still open."""
        return next((part for part in self.open if part.flow), None)


def indent(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def swallowed(lines: Sequence[str], part: Part, opened: Sequence[Part]) -> tuple[str, Mark] | None:
    """Find the first line that a text or a list in brackets has taken in although it cannot belong to it.

    YAML asks that its lines are indented deeper than the field or list it stands in, but
    the parser does not look: without this, a forgotten quotation mark would take whole
    fields for text, and a list entry in the wrong column would join the entry above.
    """
    if part.style in ("|", ">"):
        return None
    block = next((outer.column for outer in reversed(opened) if not outer.flow), -1)
    plain = not part.style and not part.flow
    in_flow = any(outer.flow for outer in opened)
    for number in range(part.line + 1, min(part.end_line + 1, len(lines))):
        line = lines[number]
        start = indent(line)
        words = line[start:]
        if number == part.end_line and start >= part.end_column:
            continue
        if plain and not in_flow and words.startswith("- "):
            return "entry in text", (number, start)
        if not plain and words and start <= block and words[0] not in "]}\"'":
            return "swallowed lines", (number, start)
    return None
