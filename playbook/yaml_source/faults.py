"""From the place where the parser stumbled to the line that an author must change, and a way to read on.

A parser often stumbles lines after the slip: a quotation mark that is never closed, a
field indented by one space too many. Each rule here knows one slip by what was open and
what stands there; it names the place and mends the lines, so that everything else in the
file can still be read. Part of ``yaml_source``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from playbook.yaml_source.indentation import find_shift, find_spaces
from playbook.yaml_source.lines import (
    FIELD,
    Lines,
    begins_in_brackets,
    content_start,
    has_words,
    in_double_quotes,
    value_start,
)
from playbook.yaml_source.nodes import UNREADABLE
from playbook.yaml_source.parts import Mark, Part, Stop, indent
from playbook.yaml_source.words import in_quotes

__all__ = ["Fault", "find_fault"]


@dataclass(frozen=True)
class Fault:
    """One slip: its kind, its place (line and column from 0), what is specific to it, and the mended lines."""

    kind: str
    line: int
    column: int
    length: int = 1
    about: tuple[object, ...] = ()
    mended: Mapping[int, str] = field(default_factory=dict)


def find_fault(lines: Lines, stop: Stop) -> Fault:
    """Find the slip that made the parser stop."""
    at = _last_words(lines, stop.mark or stop.begun or (0, 0))
    for rule in _RULES:
        found = rule(lines, stop, at)
        if found:
            return found
    kind = "after-end" if "document start" in stop.said else "unreadable"
    return Fault(kind, *at, mended=_in_quotes(lines, at[0], value_start(lines[at[0]])))


def _last_words(lines: Lines, mark: Mark) -> Mark:
    """A mark behind the last line means the end of the last line that says something."""
    line, column = min(mark[0], len(lines) - 1), mark[1]
    if mark[0] == line and lines[line].strip():
        return line, min(column, len(lines[line]))
    while line > 0 and not lines[line].strip():
        line -= 1
    return line, len(lines[line].rstrip())


def _second_document(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line of hyphens: either a slip in the middle of a record, or a second record begins behind it."""
    if stop.said != "second document":
        return None
    before, after = (
        {found["name"] for line in some if (found := FIELD.match(line)) and not found["margin"]}
        for some in (lines[: at[0]], lines[at[0] :])
    )
    gone = range(at[0], len(lines)) if before & after else [at[0]]
    return Fault("second-document", *at, 3, mended=dict.fromkeys(gone, ""))


# --- signs that begin something else than text


def _escape(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    if "escape" not in stop.said and "hexdecimal" not in stop.said:
        return None
    line, column = lines[at[0]], at[1]
    column = max(line.rfind("\\", 0, column + 1), 0)
    wrong = re.compile(r'\\(?![0abt\tnvfre "/\\N_LPxuU]|$)|\\x(?![0-9A-Fa-f]{2})|\\[uU]')
    mended = wrong.sub(lambda code: "/" * len(code[0]), line)
    return Fault("escape", at[0], column, 2, mended={at[0]: mended})


def _tab(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    line = lines[at[0]]
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" not in margin:
        return None
    mended = find_spaces(lines, stop, at[0])
    kind = "tab" if len(mended) == 1 else "tabs"
    return Fault(
        kind, at[0], margin.index("\t"), len(margin) - margin.index("\t"), (len(mended) - 1,), mended
    )


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


def _bad_start(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
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
    if words[0] == "%" and column == 0:
        return Fault("percent-line", line, 0, mended={line: ""})
    if stop.flow is not None:
        return Fault("bad-start", line, column, 1, (words[0], ""), _closed(lines, stop.flow))
    return _sign(lines, line, column)


def _sign(lines: Lines, number: int, column: int) -> Fault:
    words = lines[number][column:]
    about = (words[0], in_quotes(words))
    return Fault("bad-start", number, column, len(words.rstrip()), about, _in_quotes(lines, number, column))


# --- quotation marks and brackets


def _open(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
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
    return Fault("bracket-inside", at[0], column, about=(sign, close), mended=_closed(lines, part))


def _open_quote(lines: Lines, stop: Stop, begun: Mark, sign: str) -> Fault:
    number, column = begun
    line = lines[number]
    rest = line[column + 1 :].rstrip()
    if stop.flow is not None:
        mended = _closed(lines, stop.flow)
    elif sign in rest or (sign == '"' and rest.endswith("\\")):
        mended = _in_quotes(lines, number, column)
    else:
        mended = {number: line[: column + 1] + rest + sign}
    return Fault("quote-open", number, column, len(line.rstrip()) - column, mended=mended)


def _open_bracket(lines: Lines, part: Part, sign: str) -> Fault:
    line = lines[part.line].rstrip()
    close = "]" if sign == "[" else "}"
    mended = {part.line: line + close} if line.count("[") + line.count("{") == 1 else _closed(lines, part)
    return Fault("bracket-open", part.line, part.column, len(line) - part.column, (sign, close), mended)


def _after_closing(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """More text behind a closing quotation mark or bracket."""
    last = stop.last
    if last is None or last.end_line != at[0] or not (last.flow or last.style in ("'", '"')):
        return None
    line = lines[at[0]]
    if last.end_column > at[1] or line[last.end_column : at[1]].strip():
        return None
    mended = _in_quotes(lines, last.line, last.column)
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


# --- colons and dashes


def _glued(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A name right before brackets, without a colon between them: YAML takes both for one name."""
    line = lines[at[0]]
    found = re.match(r"( *(?:- +)*)[a-z_]+ +[\[{]", line)
    return _no_colon(lines, at[0], len(found[1])) if found and stop.flow is None and stop.mark == at else None


def _colon(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A colon where no field can begin: a second one in a line, or a field in the wrong place."""
    if "mapping values are not allowed" not in stop.said:
        return None
    number, column = at
    line = lines[number]
    own = FIELD.match(line)
    if own and own.end("name") < column:
        words = line[own.start("value") :]
        mended = _in_quotes(lines, number, own.start("value"))
        return Fault("colon", number, column, 1, (in_quotes(words),), mended)
    above = _without_colon(lines, number)
    if above is not None:
        return _no_colon(lines, above, content_start(lines[above]))
    if own and re.fullmatch(r"[\"']?[A-Za-z0-9_<+-]+[\"']?", own["name"]):
        return _shifted(lines, stop, number, "deeper")
    return Fault("colon-in-text", number, column, mended={number: line[:column] + " " + line[column + 1 :]})


def _without_colon(lines: Lines, number: int) -> int | None:
    """The line above whose missing colon makes this field impossible; None if this field is the one in the wrong place."""
    above = [n for n in range(number - 1, -1, -1) if has_words(lines[n])]
    bare: list[int] = []
    for n in above:
        line = lines[n]
        if FIELD.match(line):
            begins_block = not line[value_start(line) :].strip() or line[
                value_start(line) :
            ].lstrip().startswith("#")
            return bare[-1] if bare and begins_block else None
        if line.lstrip().startswith("- "):
            lined_up = content_start(line) == indent(lines[number])
            return n if lined_up and re.match(r"[a-z_]+(?: |:|$)", line[content_start(line) :]) else None
        bare.append(n)
    return bare[-1] if bare else None


def _simple_key(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line that stands where a field must stand, and is none."""
    if "could not find expected ':'" not in stop.said or stop.begun is None:
        return None
    number, column = _last_words(lines, stop.begun)
    return _no_colon(lines, number, column)


def _no_colon(lines: Lines, number: int, column: int) -> Fault:
    line = lines[number]
    words = line[column:].partition(" #")[0].rstrip()
    before = line[:column]
    close = re.match(r"([A-Za-z_][\w-]*):(\S.*)", words)
    if re.match(r"-[^\s-]", words):
        better = f"- {words[1:]}"
        return Fault(
            "no-space-after-dash", number, column, 1, (f"'{better[:60]}'",), {number: before + better}
        )
    if close:
        better = f"{close[1]}: {close[2]}"
        return Fault(
            "no-space-after-colon",
            number,
            column,
            len(close[1]) + 1,
            (f"'{better[:60]}'",),
            {number: before + better},
        )
    name = re.match(r"([a-z][a-z_0-9]*)(?:\s+(.*))?$", words)
    if not name:
        return Fault("not-a-field", number, column, len(words), mended={number: ""})
    value = name[2] or ""
    plain = re.match(r"\[.*\]$|\{.*\}$", value) or not (begins_in_brackets(value) or ": " in value)
    better = f"{name[1]}: {value if plain else in_double_quotes(value)}".rstrip()
    shown = f"{name[1]}: {value}".strip()
    return Fault("no-colon", number, column, len(name[1]), (f"'{shown[:60]}'",), {number: before + better})


def _list_here(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    if "block sequence entries" not in stop.said and "mapping keys are not allowed" not in stop.said:
        return None
    sign = lines[at[0]][at[1] : at[1] + 1]
    if at[1] == indent(lines[at[0]]):
        return _shifted(lines, stop, at[0], "list-here")
    mended = _in_quotes(lines, at[0], at[1])
    if sign == "?":
        return Fault("bad-start", *at, about=("?", in_quotes(lines[at[0]][at[1] :])), mended=mended)
    return Fault("list-here", *at, mended=mended)


# --- indentation


def _entry_in_text(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A list entry that is indented so that it goes on with the text above."""
    if stop.said != "entry in text":
        return None
    number = at[0]
    outer = stop.open[-1] if stop.open else None
    line = lines[number]
    if outer is not None and outer.is_list:
        return Fault("entry-in-text", *at, mended={number: " " * outer.column + line.lstrip()})
    return Fault("entry-in-text", *at, mended={number: line[: at[1]] + "\u2010" + line[at[1] + 1 :]})


def _misplaced(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line whose indentation fits neither the lines above nor those below."""
    number = at[0]
    if not any(
        said in stop.said for said in ("expected key", "'-' indicator", "document start", "block end")
    ):
        return None
    line = lines[number]
    if at[1] > indent(line):
        start = value_start(line)
        if line[start : start + 1] in ("*", "&", "!"):
            return _sign(lines, number, start)
        return Fault("stray", *at, mended=_in_quotes(lines, number, value_start(line)))
    if re.match(r"\s*-[^\s-]", line):
        return _no_colon(lines, number, indent(line))
    above = _without_colon(lines, number) if FIELD.match(line) else None
    if above is not None and " #" in lines[above]:
        return _no_colon(lines, above, content_start(lines[above]))
    return _shifted(lines, stop, number, "indentation")


def _shifted(lines: Lines, stop: Stop, number: int, kind: str) -> Fault:
    mended = find_shift(lines, stop, number)
    if not mended:
        mended = {number: ""}
        if (
            kind == "indentation"
            and stop.block is not None
            and stop.block.is_list
            and not lines[number].lstrip().startswith("-")
        ):
            kind = "no-dash"
    first = min(mended)
    line = lines[first]
    return Fault(
        kind if first == number else "indentation", first, indent(line), len(line.strip()), mended=mended
    )


# --- lines as they are read on


def _in_quotes(lines: Lines, number: int, column: int) -> dict[int, str]:
    """The text from this column in quotes, without the lines that went on with it."""
    line = lines[number]
    words = line[column:].strip()
    if words[:1] in ("'", '"'):
        words = words.strip(words[0])
    mended = {number: line[:column] + in_double_quotes(words)} if words else {number: line[:column]}
    return mended | _without_deeper(lines, number)


def _closed(lines: Lines, part: Part) -> dict[int, str]:
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


_RULES: tuple[Callable[[Lines, Stop, Mark], Fault | None], ...] = (
    _second_document,
    _escape,
    _entry_in_text,
    _tab,
    _bad_start,
    _open,
    _glued,
    _after_closing,
    _colon,
    _simple_key,
    _list_here,
    _misplaced,
)
