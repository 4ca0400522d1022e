"""Slips of structure: colons, dashes, tabs and indentation.

Each function knows one slip by what was open and what stands there. Part of ``yaml_source``.
"""

from __future__ import annotations

import re
from dataclasses import replace

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
from playbook.yaml_source.mending import Fault, last_words, put_in_quotes
from playbook.yaml_source.parts import Mark, Stop, indent
from playbook.yaml_source.signs import sign_at
from playbook.yaml_source.words import CURLY, in_quotes

__all__ = [
    "colon",
    "entry_in_text",
    "glued",
    "list_here",
    "misplaced",
    "no_name",
    "second_document",
    "simple_key",
    "tab",
]


def second_document(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line of hyphens: either a slip in the middle of a record, or a second record begins behind it."""
    if stop.said != "second document":
        return None
    before, after = (
        {found["name"] for line in some if (found := FIELD.match(line)) and not found["margin"]}
        for some in (lines[: at[0]], lines[at[0] :])
    )
    gone = range(at[0], len(lines)) if before & after else [at[0]]
    return Fault("second-document", *at, 3, mended=dict.fromkeys(gone, ""))


def tab(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line that is indented by a tab, and those right below it."""
    line = lines[at[0]]
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" not in margin:
        return None
    mended = find_spaces(lines, stop, at[0])
    kind = "tab" if len(mended) == 1 else "tabs"
    return Fault(
        kind, at[0], margin.index("\t"), len(margin) - margin.index("\t"), (len(mended) - 1,), mended
    )


def no_name(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A colon without a name before it."""
    line = lines[at[0]]
    start = content_start(line)
    return (
        Fault("no-name", at[0], start, mended={at[0]: ""}) if re.match(r":(?:\s|$)", line[start:]) else None
    )


def glued(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A name right before brackets, without a colon between them: YAML takes both for one name."""
    line = lines[at[0]]
    found = re.match(r"( *(?:- +)*)[a-z_]+ +[\[{]", line)
    return _no_colon(lines, at[0], len(found[1])) if found and stop.flow is None and stop.mark == at else None


def colon(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A colon where no field can begin: a second one in a line, or a field in the wrong place."""
    if "mapping values are not allowed" not in stop.said:
        return None
    number, column = at
    line = lines[number]
    own = FIELD.match(line)
    if own and own.end("name") < column:
        words = line[own.start("value") :]
        mended = put_in_quotes(lines, number, own.start("value"))
        if words.strip()[:1] in CURLY:
            return Fault("colon-curly", number, column, 1, (in_quotes(_without_curly(words)),), mended)
        return Fault("colon", number, column, 1, (in_quotes(words),), mended)
    above = _without_colon(lines, number)
    if above is not None:
        return _no_colon(lines, above, content_start(lines[above]))
    if own and re.fullmatch(r"[\"']?[A-Za-z0-9_<+-]+[\"']?", own["name"]):
        fault = _shifted(lines, stop, number, "deeper")
        holder = _holds_text(lines, number)
        return (
            replace(fault, kind="below-text", about=(holder,)) if holder and fault.kind == "deeper" else fault
        )
    return Fault(
        "colon-in-text", number, column, mended={number: line[: column + 1] + line[column + 1 :].lstrip()}
    )


def _without_curly(words: str) -> str:
    """A text without the curly marks around all of it; within straight ones any other may stay."""
    words = words.strip()
    inside = words[1:-1]
    return inside if words[-1:] in CURLY and not any(mark in inside for mark in CURLY) else words


def _holds_text(lines: Lines, number: int) -> str:
    """The field right above that holds a text, where fields now begin below it; empty if there is none."""
    above = next((n for n in range(number - 1, -1, -1) if has_words(lines[n])), None)
    found = FIELD.match(lines[above]) if above is not None else None
    deeper = found is not None and len(found["margin"]) < indent(lines[number])
    return found["name"] if found and deeper and re.match(r"[^\s\[{|>&*!#]", found["value"]) else ""


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


def simple_key(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A line that stands where a field must stand, and is none."""
    if "could not find expected ':'" not in stop.said or stop.begun is None:
        return None
    number, column = last_words(lines, stop.begun)
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


def list_here(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A dash or question mark where no list can begin."""
    if "block sequence entries" not in stop.said and "mapping keys are not allowed" not in stop.said:
        return None
    sign = lines[at[0]][at[1] : at[1] + 1]
    if at[1] == indent(lines[at[0]]):
        return _shifted(lines, stop, at[0], "list-here")
    mended = put_in_quotes(lines, at[0], at[1])
    if sign == "?":
        return Fault("bad-start", *at, about=("?", in_quotes(lines[at[0]][at[1] :])), mended=mended)
    return Fault("list-here", *at, mended=mended)


def entry_in_text(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
    """A list entry that is indented so that it goes on with the text above."""
    if stop.said != "entry in text":
        return None
    number = at[0]
    outer = stop.open[-1] if stop.open else None
    line = lines[number]
    if outer is not None and outer.is_list:
        return Fault("entry-in-text", *at, mended={number: " " * outer.column + line.lstrip()})
    return Fault("entry-in-text", *at, mended={number: line[: at[1]] + "\u2010" + line[at[1] + 1 :]})


def misplaced(lines: Lines, stop: Stop, at: Mark) -> Fault | None:
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
            return sign_at(lines, number, start)
        return Fault("stray", *at, mended=put_in_quotes(lines, number, value_start(line)))
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
