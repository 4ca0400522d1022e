"""Single lines of a YAML file as an author sees them: indentation, dashes, a name, a colon, a text.

Good enough to find and mend a slip, never to read a file. Part of ``yaml_source``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = [
    "FIELD",
    "Lines",
    "begins_in_brackets",
    "content_start",
    "has_words",
    "in_double_quotes",
    "value_start",
]

Lines = Sequence[str]

FIELD = re.compile(
    r"^(?P<margin> *(?:-[ ]+)*)(?P<name>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`-][^:#]*?|<<[^>]*>>)\s*:(?:[ \t]+|$)(?P<value>.*)$"
)
"""A line that begins a field: what stands before it, its name, and the text behind the colon."""


def has_words(line: str) -> bool:
    """Say whether a line holds more than a comment."""
    words = line.strip()
    return bool(words) and not words.startswith("#")


def content_start(line: str) -> int:
    """The column behind the indentation and the dashes of a line."""
    found = re.match(r" *(?:-[ ]+)*", line)
    return found.end() if found else 0


def value_start(line: str) -> int:
    """The column where the text of a line begins: behind its field name, or behind its dashes."""
    found = FIELD.match(line)
    return found.start("value") if found else content_start(line)


def begins_in_brackets(text: str) -> bool:
    """Say whether a text begins with a sign that means something else to YAML."""
    return text[:1] in tuple("[]{},&*!|>%@`#\"'")


def in_double_quotes(text: str) -> str:
    """A text so that YAML reads it as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
