"""Plain words for what is wrong with the shape of a record: what stands there, what belongs there, what to do.

Names parts and fields the way an author would. Part of ``schema``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from playbook.durations import parse_duration
from playbook.model.fields import Model
from playbook.model.walk import Path, part_at
from playbook.words_near import nearest
from playbook.yaml_source import Fields, Items, Node, Text, in_quotes

__all__ = ["comment_hint", "described", "elsewhere", "field_names", "noun", "text_as_comment", "value_words"]

_NOUNS = {
    "HandbookFile": "handbook.yml",
    "WordsFile": "words.yml",
    "Range": "a cell",
    "RowFor": "what a row is for",
    "End": "an end of a cell",
    "Urgent": "an urgent card",
    "Rights": "rights",
    "Records": "records",
    "Counting": "counting",
    "AppliesTo": "applies_to",
    "CheckIn": "a check-in",
    "PaperPart": "a part of a paper",
    "Upkeep": "upkeep",
}
_AN = re.compile(r"[aeiou]|hour")

_TIME_WORDS = "minute minutes hour hours day days week weeks month months year years working calendar shift shifts to and".split()

# check id -> what to do
_HINTS = {
    "one-line": 'put it into one line; a text that begins with ">" may go on over several lines',
    "too-long": "make it shorter, or divide it",
    "bad-id": "",
    "bad-duration": "write a number and a unit, such as minutes, hours, working days, calendar days, weeks, months or years",
    "bad-date": "write the year, the month and the day with hyphens, such as 2026-01-31",
    "bad-flag": "write true or false, without quotes",
    "bad-number": "write digits, with a point for halves",
    "bad-time": "write hours and minutes, such as 09:30",
    "bad-phone": "write digits, spaces, + and hyphens only; other words go into hours or title",
    "bad-web-address": "begin with https:// and write the address people will type",
    "bad-mail": "write one address, without a name around it",
    "bad-occurrence": 'the columns of a row are counted 1, 2, 3; write "3+" for the third and every later time',
}


def noun(kind: type[Model]) -> str:
    """Name a kind of part the way an author would: ``a standard``, ``an entry row``."""
    if kind.__name__ in _NOUNS:
        return _NOUNS[kind.__name__]
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()
    return f"{'an' if _AN.match(words) else 'a'} {words}"


def field_names(part: type[Model]) -> list[str]:
    """The fields of a part, as authors write them."""
    return [info.alias or name for name, info in part.model_fields.items()]


def described(part: type[Model], name: str) -> str:
    """What a field is for, in the words of the model."""
    return next(
        (
            info.description or ""
            for field, info in part.model_fields.items()
            if (info.alias or field) == name
        ),
        "",
    )


def elsewhere(kind: type[Model], name: str) -> str:
    """Where in a record of this kind a field of this name belongs; empty if nowhere or in too many places."""
    owners = _owners(kind).get(name, [])
    if not 1 <= len(owners) <= 3:
        return ""
    places = " or ".join(owners)
    return f'"{name}" belongs to {places}: check the indentation of this line'


def text_as_comment(line: str, column: int) -> int | None:
    """Where in an empty field's line a text begins that YAML takes for a comment; None if there is none."""
    found = re.compile(r"[^#]*[\s](#\S)").match(line, column - 1)
    return found.start(1) if found else None


def comment_hint(text: str) -> str:
    """What to do about a text that YAML takes for a comment."""
    return f'YAML takes what begins with "#" for a comment; if it is text, put it in quotes{in_quotes(text)}'


def value_words(
    kind: type[Model], error: ErrorDetails, written: Path, node: Node | None
) -> tuple[str, str, str]:
    """The check, the sentence and the hint for a value that does not fit its field; ``written`` is how far its path was."""
    subject = _subject(written)
    wanted = {
        "string_type": "text",
        "list_type": "a list",
        "model_type": "fields",
        "model_attributes_type": "fields",
        "dict_type": "fields",
        "literal_error": "one word",
        "enum": "one word",
    }.get(error["type"])
    given = _given(error["input"])
    if wanted in ("text", "one word") and given != "text":
        return (
            "wrong-type",
            f"{subject} is text, but {given} stand{'' if given == 'fields' else 's'} here",
            _text_hint(node),
        )
    if wanted == "a list":
        return (
            "wrong-type",
            f"{subject} is a list, but {given} stand{'' if given == 'fields' else 's'} here",
            _list_hint(node),
        )
    if wanted == "fields":
        part = part_at(kind, written)
        return (
            "wrong-type",
            f"{subject} is written as fields, but {given} stands here",
            _fields_hint(part, node),
        )
    if wanted == "one word":
        return _choice(error, subject)
    if error["type"] in ("too_short", "too_long"):
        return "empty-list", f"{subject} needs at least one entry", "add an entry"
    if "-" in error["type"]:
        return error["type"], f"{subject} {error['msg']}", _hint(error)
    return (
        "wrong-value",
        f"{subject} cannot be read: {error['msg'].lower()}",
        "compare it with the example handbook",
    )


_FLAGS = {
    **dict.fromkeys(("yes", "y", "on", "true", "1", "x"), "true"),
    **dict.fromkeys(("no", "n", "off", "false", "0"), "false"),
}
"""What people write for true and false."""


def _subject(written: Path) -> str:
    name = next((part for part in reversed(written) if isinstance(part, str)), "")
    return f'an entry of "{name}"' if written and isinstance(written[-1], int) else f'"{name}"'


def _given(value: Any) -> str:
    return "fields" if isinstance(value, dict) else "a list" if isinstance(value, list) else "text"


def _text_hint(node: Node | None) -> str:
    if isinstance(node, Items) and node.flow:
        return 'write one text, without brackets; text that begins with "[" must be in quotes'
    if isinstance(node, Fields) and node.flow:
        return 'write one text, without braces; text that begins with "{" must be in quotes'
    if isinstance(node, Fields) and len(node.keys) == 1:
        name, value = next(iter(node.values.items()))
        whole = f"{name}: {value.value}" if isinstance(value, Text) else ""
        return f"if this is one text with a colon in it, put the whole text in quotes{in_quotes(whole)}"
    return "write one text behind the colon"


def _list_hint(node: Node | None) -> str:
    if isinstance(node, Text) and node.value.startswith("-") and not node.style:
        return "put a space after each dash, such as '- text'"
    return "write each entry on a line of its own, with '- ' before it"


def _fields_hint(part: type[Model] | None, node: Node | None) -> str:
    if part is None:
        return "write one name and its text a line, with a colon between them"
    names = field_names(part)
    first = node.value.split()[0].rstrip(":") if isinstance(node, Text) and node.value else ""
    if first in names:
        return f'a colon is missing after "{first}"'
    needed = [info.alias or name for name, info in part.model_fields.items() if info.is_required()]
    shown = needed or names[:6]
    return f"write its fields below it, indented: {', '.join(f'{name}: ...' for name in shown)}"


def _choice(error: ErrorDetails, subject: str) -> tuple[str, str, str]:
    choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    given = str(error["input"])
    meant = nearest(given, choices)
    hint = f'did you mean "{meant}"? ' if meant else ""
    return "unknown-choice", f'{subject} cannot be "{given[:40]}"', hint + "possible: " + ", ".join(choices)


def _hint(error: ErrorDetails) -> str:
    given = str(error["input"])
    if error["type"] == "bad-id":
        better = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")[:64].strip("-")
        return f'such as "{better}"' if better not in ("", given) else "give it another short name"
    if error["type"] == "bad-flag" and given.lower() in _FLAGS:
        return f"write {_FLAGS[given.lower()]}; other words for it are only text here"
    if error["type"] == "bad-duration" and len(given) < 60:
        words = [word if word[:1].isdigit() else nearest(word, _TIME_WORDS) or word for word in given.split()]
        better = " ".join(words)
        if parse_duration(better):
            return f'did you mean "{better}"?'
    return _HINTS.get(error["type"], "")


@cache
def _owners(kind: type[Model]) -> dict[str, list[str]]:
    """The parts of a record of this kind, by the names of their fields."""
    found: dict[str, list[str]] = {}
    waiting: list[type[Model]] = [kind]
    seen: set[type[Model]] = set()
    while waiting:
        part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        for name in field_names(part):
            found.setdefault(name, []).append(noun(part))
            inner = part_at(part, (name,)) or part_at(part, (name, 0)) or part_at(part, (name, "1"))
            waiting += [inner] if inner else []
    return found
