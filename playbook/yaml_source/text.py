"""From bytes to text an author could have typed: one encoding, one kind of line end, nothing invisible.

What cannot stay is reported and replaced by a visible mark of the same width, so that
the rest of the file can still be read and every place stays true. Part of ``yaml_source``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from playbook.problems import Location, Problem

__all__ = ["decode", "strange_character", "without_strange_characters"]

_REPLACED = "\ufffd"
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_TURNS = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u202d": "\u202c",
    "\u202e": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
"""Marks that turn the reading direction, each with the one that ends it."""
_TURN = re.compile("[\u202a-\u202e\u2066-\u2069]")

_UTF8 = "save it as UTF-8 in your editor"


def decode(file: str, data: bytes) -> tuple[str, list[Problem]]:
    """Turn bytes into text with plain line ends; a wrong encoding is reported once and read as far as it can be."""
    wide = _wide_encoding(data)
    if wide:
        text = data.decode(wide, "replace").removeprefix("\ufeff")
        return _plain_line_ends(text), [
            Problem("encoding", "this file is saved as UTF-16", Location(file), _UTF8)
        ]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return _plain_line_ends(data.decode("utf-8")), []
    except UnicodeDecodeError as error:
        before = _plain_line_ends(data[: error.start].decode("utf-8", "replace"))
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        hint = f"the file may be saved as Latin-1 or Windows-1252; {_UTF8}"
        at = Location(file, line, column)
        text = _plain_line_ends(data.decode("utf-8", "replace"))
        return text, [Problem("encoding", "a character here is not saved as UTF-8", at, hint)]


def without_strange_characters(file: str, text: str) -> tuple[str, list[Problem]]:
    """Report what hides or reorders what a reader sees, and put a visible mark in its place."""
    if not _FORBIDDEN.search(text) and not _TURN.search(text):
        return text, []
    lines = text.split("\n")
    problems = []
    for index, line in enumerate(lines):
        found = list(_strange(line))
        if found:
            column, message = found[0]
            problems.append(
                Problem(
                    "strange-character", message, Location(file, index + 1, column + 1), _hint(len(found))
                )
            )
            shown = {column for column, _ in found}
            lines[index] = "".join(_REPLACED if place in shown else char for place, char in enumerate(line))
    return "\n".join(lines), problems


def strange_character(text: str) -> str:
    """Say what is strange in a text that was written with backslash codes; empty if nothing is."""
    return next((message for line in text.split("\n") for _, message in _strange(line)), "")


def _wide_encoding(data: bytes) -> str | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    # without a mark, every second byte of Western text is zero
    sample = data[:64]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    if not any(sample[0::2]) and all(sample[1::2]):
        return "utf-16-be"
    return "utf-16-le" if all(sample[0::2]) and not any(sample[1::2]) else None


def _plain_line_ends(text: str) -> str:
    text = text.replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def _strange(line: str) -> Iterator[tuple[int, str]]:
    """Every strange character of a line, from the left: where it stands and what it is."""
    found = [(match.start(), _about(match[0])) for match in _FORBIDDEN.finditer(line)]
    return iter(sorted(found + _unbalanced_turns(line)))


def _unbalanced_turns(line: str) -> list[tuple[int, str]]:
    """Where the reading direction is turned without an end in the same line, or ended without a turn."""
    waiting: list[tuple[int, str]] = []
    stray = []
    for match in _TURN.finditer(line):
        if match[0] in _TURNS:
            waiting.append((match.start(), _TURNS[match[0]]))
        elif waiting and waiting[-1][1] == match[0]:
            waiting.pop()
        else:
            stray.append(
                (
                    match.start(),
                    "an invisible mark stands here that ends a turn of the reading direction, but none began",
                )
            )
    message = "an invisible mark here turns the reading direction and is never ended in this line"
    return stray + [(column, message) for column, _ in waiting]


def _about(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    return f"an invisible character stands here ({name or f'U+{ord(char):04X}'})"


def _hint(number: int) -> str:
    more = (
        f"there are {number} in this line: type it again"
        if number > 1
        else "delete it, and type the line again if needed"
    )
    return more
