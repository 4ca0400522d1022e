"""Slips of signs: text that begins with one that YAML keeps for itself, quotation marks and brackets left open.

Each function knows one slip by what was open and what stands there. Part of ``yaml_source``.
"""

from __future__ import annotations

import re

from playbook.yaml_source.lines import Lines, begins_in_brackets, has_words
from playbook.yaml_source.mending import Fault, leave_out, put_in_quotes
from playbook.yaml_source.parts import Mark, Part, Stop, indent
from playbook.yaml_source.words import CURLY, in_quotes

__all__ = ["after_closing", "bad_start", "escape", "open_mark", "percent", "sign_at"]


def escape(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A backslash in double quotes that begins no code."""
    if "escape" not in stop.said and "hexdecimal" not in stop.said:
        return None
    line, column = lines[at[0]], at[1]
    column = max(line.rfind("\\", 0, column + 1), 0)
    wrong = re.compile(r'\\(?![0abt\tnvfre "/\\N_LPxuU]|$)|\\x(?![0-9A-Fa-f]{2})|\\[uU]')
    mended = wrong.sub(lambda code: "/" * len(code[0]), line)
    return Fault("escape", at[0], column, 2, mended={at[0]: mended})


def percent(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line that begins with a percent sign; a parser may only stumble over the line behind it."""
    for number in range(at[0], max(-1, at[0] - 2), -1):
        if lines[number].startswith("%"):
            return Fault("percent-line", number, 0, len(lines[number]), mended={number: ""})
    return None


_SAID_OF_SIGNS = (
    "start any token",
    "alphabetic",
    "comment or line break",
    "node content",
    "directive",
    "incompatible",
    "indentation indicator",
    "tag",
)


_SIGNS = "@`%*&!>|,]}"


def bad_start(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """Text that begins with a sign which YAML keeps for something else."""
    if not any(said in stop.said for said in _SAID_OF_SIGNS) and not stop.context.endswith(
        ("a tag", "an anchor", "an alias")
    ):
        return None
    begun = stop.begun if stop.begun is not None and stop.begun <= at else at
    line, column = begun if lines[begun[0]][begun[1] : begun[1] + 1] in tuple("*&!>|%") else at
    words = lines[line][column:]
    if not words or words[0] not in _SIGNS:
        return None
    if stop.flow is not None:
        return Fault("bad-start", line, column, 1, (words[0], ""), leave_out(lines, stop.flow))
    return sign_at(lines, line, column)


def sign_at(lines: Lines, number: int, column: int) -> Fault:
    """The text from here begins with a sign that YAML keeps for something else."""
    words = lines[number][column:]
    about = (words[0], in_quotes(words))
    return Fault(
        "bad-start", number, column, len(words.rstrip()), about, put_in_quotes(lines, number, column)
    )


def open_mark(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A quotation mark or bracket that is never closed, or closed lines below by another one."""
    if stop.begun is not None and ("swallowed" in stop.said or "quoted scalar" in stop.context):
        sign = lines[stop.begun[0]][stop.begun[1] : stop.begun[1] + 1]
        if sign in ("'", '"') and sign:
            return _open_quote(lines, stop, stop.begun, sign)
        if sign in ("[", "{") and sign:
            return _open_bracket(lines, Part(*stop.begun, flow=True), sign)
    part = stop.flow
    if part is None:
        return None
    sign = lines[part.line][part.column]
    block = stop.block.column if stop.block is not None else -1
    runs_on = any(
        has_words(lines[number]) and indent(lines[number]) <= block and lines[number].strip()[0] not in "]}"
        for number in range(part.line + 1, at[0] + 1)
    )
    if runs_on or stop.mark is None or stop.mark > at:
        return _open_bracket(lines, part, sign)
    close = "]" if sign == "[" else "}"
    line, column = lines[at[0]], at[1]
    if line[column : column + 1] == ":":
        # the colon shows what is wrong, the word before it where
        column -= len(re.findall(r"[^\s,{\[]*$", line[:column])[0])
    field = re.match(r"[A-Za-z_][\w-]*(?=:(?:\s|$))", line[column:])
    if field and sign == "{" and re.search(r"[^\s,{\[]\s+$", line[:column]):
        about, mended = (field[0],), leave_out(lines, part)
        return Fault("bracket-comma", at[0], column, len(field[0]), about, mended)
    return Fault("bracket-inside", at[0], column, about=(sign, close), mended=leave_out(lines, part))


def _open_quote(lines: Lines, stop: Stop, begun: Mark, sign: str) -> Fault:
    number, column = begun
    line = lines[number]
    rest = line[column + 1 :].rstrip()
    if stop.flow is not None:
        mended = leave_out(lines, stop.flow)
    elif sign in rest or (sign == '"' and rest.endswith("\\")):
        mended = put_in_quotes(lines, number, column)
    else:
        mended = {number: line[: column + 1] + rest + sign}
    length = len(line.rstrip()) - column
    if rest[-1:] and rest[-1] in CURLY:
        return Fault("quote-curly", number, column, length, (sign, rest[-1]), mended)
    # without the mark a bracket or a colon would mean something else
    words = rest.strip()
    needed = not words or begins_in_brackets(words) or words.startswith(("- ", "? ")) or words.endswith(":")
    needed = needed or ": " in words or " #" in words
    return Fault("quote-open", number, column, length, ("" if needed else ", or leave it out",), mended)


def _open_bracket(lines: Lines, part: Part, sign: str) -> Fault:
    line = lines[part.line].rstrip()
    close = "]" if sign == "[" else "}"
    mended = {part.line: line + close} if line.count("[") + line.count("{") == 1 else leave_out(lines, part)
    return Fault("bracket-open", part.line, part.column, len(line) - part.column, (sign, close), mended)


def after_closing(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """More text behind a closing quotation mark or bracket."""
    last = stop.last
    if last is None or last.end_line != at[0] or not (last.flow or last.style in ("'", '"')):
        return None
    line = lines[at[0]]
    if last.end_column > at[1] or line[last.end_column : at[1]].strip():
        return None
    mended = put_in_quotes(lines, last.line, last.column)
    words = lines[last.line][last.column :]
    if last.flow:
        if line[at[1] : at[1] + 1] in ("]", "}"):
            return Fault("stray", *at, mended=mended)
        opening = lines[last.line][last.column]
        return Fault(
            "bracket-text",
            last.line,
            last.column,
            len(words.rstrip()),
            (opening, "", in_quotes(words)),
            mended,
        )
    mark = last.end_column - 1
    if last.style == "'" and re.match(r"\w", line[mark + 1 :]):
        return Fault("apostrophe", at[0], mark, 1, (in_quotes(words.strip().strip("'")),), mended)
    return Fault("quote-closed", at[0], mark, 1, (in_quotes(words),), mended)
