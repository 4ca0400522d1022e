"""From a located tree to a record: the shape of what an author wrote, all problems at once.

A record that breaks its shape is repaired as far as it can be (what is wrong is
left out), so that every other fault in it is still found in the same run; it is
never published.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbook.model.fields import Model
from playbook.model.walk import Path, part_at
from playbook.problems import Problem
from playbook.words_near import nearest
from playbook.yaml_source import Fields, Node, Source, Text, locate, plain_data

__all__ = ["UNREADABLE", "noun", "read_shape"]

UNREADABLE = "unreadable-00000000"
"""Stands in a repaired record for what could not be read; nothing is ever said about it."""

_TYPE_WORDS = {"dict": "fields", "list": "a list", "str": "text"}
_MAX_REPAIRS = 6

M = TypeVar("M", bound=Model)


def read_shape(kind: type[M], source: Source) -> tuple[M | None, bool, list[Problem]]:
    """Hold a tree against the shape of its kind: the record (maybe repaired), whether it is whole, the problems."""
    assert source.tree is not None
    if not isinstance(source.tree, Fields):
        what = "a list" if not isinstance(source.tree, Text) else "only text"
        message = f"this file holds {what}, but {noun(kind)} is written as fields, such as 'title: ...'"
        return None, False, [Problem("wrong-type", message, source.tree.at)]
    problems = _empty_fields(source.tree)
    data = _without_empty(plain_data(source.tree), source.tree)
    try:
        return kind.model_validate(data), not problems, problems
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=True)
    problems += _problems(kind, errors, source.tree)
    return _repaired(kind, data, errors), False, problems


def noun(kind: type[Model]) -> str:
    """Name a kind of part the way an author would: ``a standard``, ``an entry row``."""
    special = {"HandbookFile": "handbook.yml", "WordsFile": "words.yml", "Range": "a cell", "For": "a row", "RowFor": "what a row is for"}
    if kind.__name__ in special:
        return special[kind.__name__]
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _empty_fields(tree: Node) -> list[Problem]:
    """A field with nothing behind its colon: YAML would call it "null" and carry on."""
    found: list[Problem] = []
    stack: list[Node] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Fields):
            for name, value in node.values.items():
                if isinstance(value, Text) and value.empty:
                    message = f'the field "{name}" has nothing behind its colon'
                    found.append(Problem("empty-field", message, node.keys[name], "write something, or delete the line"))
                stack.append(value)
        elif not isinstance(node, Text):
            for item in node.items:
                if isinstance(item, Text) and item.empty:
                    message = "this list entry is empty"
                    found.append(Problem("empty-field", message, item.at, "write something, or delete the line"))
                stack.append(item)
    return found


def _without_empty(data: Any, node: Node) -> Any:
    """Give an empty field a stand-in, so that one fault is reported once."""
    if isinstance(node, Fields):
        return {key: _without_empty(data[key], value) for key, value in node.values.items()
                if not (isinstance(value, Text) and value.empty)} | _stand_ins(node)
    if isinstance(node, Text):
        return data
    return [_without_empty(item, at) for item, at in zip(data, node.items, strict=True)
            if not (isinstance(at, Text) and at.empty)]


def _stand_ins(node: Fields) -> dict[str, str]:
    return {key: UNREADABLE for key, value in node.values.items() if isinstance(value, Text) and value.empty}


def _problems(kind: type[Model], errors: Iterable[ErrorDetails], tree: Node) -> list[Problem]:
    found: list[Problem] = []
    explained: set[Path] = set()
    errors = [error for error in errors if error["input"] != UNREADABLE]
    for error in errors:
        if error["type"] == "extra_forbidden":
            problem, meant = _unknown_field(kind, error, tree)
            found.append(problem)
            explained.add(meant)
    for error in errors:
        path = _path(error)
        if error["type"] != "extra_forbidden" and not (error["type"] == "missing" and path in explained):
            found.append(_problem(kind, error, path, tree))
    return found


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part != "[key]")


def _unknown_field(kind: type[Model], error: ErrorDetails, tree: Node) -> tuple[Problem, Path]:
    path = _path(error)
    part = part_at(kind, path[:-1]) or kind
    written = str(path[-1])
    known = [info.alias or name for name, info in part.model_fields.items()]
    meant = nearest(written, known)
    message = f'"{written}" is not a field of {noun(part)}'
    hint = f'did you mean "{meant}"?' if meant else "its fields are: " + ", ".join(known)
    return Problem("unknown-field", message, locate(tree, path, key=True), hint), (*path[:-1], meant or "")


def _problem(kind: type[Model], error: ErrorDetails, path: Path, tree: Node) -> Problem:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    at = locate(tree, path)
    if error["type"] == "missing":
        return _missing(kind, path, tree)
    check, message, hint = _explain(error, name)
    return Problem(check, message, at, hint)


def _missing(kind: type[Model], path: Path, tree: Node) -> Problem:
    part = part_at(kind, path[:-1]) or kind
    name = str(path[-1])
    described = {info.alias or field: info.description or "" for field, info in part.model_fields.items()}
    message = f'the field "{name}" is missing in {noun(part)}'
    at = locate(tree, path[:-1])
    return Problem("missing-field", message, at, f"{name}: {described.get(name, '')}".strip(": "))


def _explain(error: ErrorDetails, name: str) -> tuple[str, str, str]:
    """The id, the sentence and the hint for one fault of shape."""
    given = _TYPE_WORDS.get(type(error["input"]).__name__, "something else")
    kind, said = error["type"], error["msg"]
    context = error.get("ctx", {})
    if kind == "string_type":
        return "wrong-type", f'"{name}" is text, but {given} stands here', "write one text behind the colon"
    if kind == "list_type":
        return "wrong-type", f'"{name}" is a list, but {given} stands here', "write each entry on a line of its own, with '- ' before it"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "wrong-type", f'"{name}" is written as fields, but {given} stands here', "write its fields below it, indented"
    if kind in ("literal_error", "enum"):
        return _not_one_of(error, name, str(context.get("expected", "")))
    if kind in ("too_short", "too_long"):
        return "empty-list", f'"{name}" needs at least one entry', "add an entry"
    if "-" in kind:
        return kind, f'"{name}" {said}', ""
    return "wrong-value", f'"{name}" cannot be read: {said.lower()}', ""


def _not_one_of(error: ErrorDetails, name: str, expected: str) -> tuple[str, str, str]:
    choices = re.findall(r"'([^']*)'", expected)
    meant = nearest(str(error["input"]), choices) if isinstance(error["input"], str) else None
    message = f'"{name}" cannot be "{str(error["input"])[:40]}"'
    hint = f'did you mean "{meant}"? ' if meant else ""
    return "unknown-choice", message, hint + "possible: " + ", ".join(choices)


def _repaired(kind: type[M], data: Any, errors: list[ErrorDetails]) -> M | None:
    """Leave out what is wrong and stand in for what is missing, until the rest can be read."""
    data = copy.deepcopy(data)
    for _ in range(_MAX_REPAIRS):
        for error in sorted(errors, key=lambda e: [str(p) for p in e["loc"]], reverse=True):
            _repair(data, _path(error), missing=error["type"] == "missing")
        try:
            return kind.model_validate(data)
        except ValidationError as error_again:
            errors = error_again.errors(include_url=False)
    return None


def _repair(data: Any, path: Path, *, missing: bool) -> None:
    parent: Any = data
    for part in path[:-1]:
        if isinstance(parent, dict) and part in parent:
            parent = parent[part]
        elif isinstance(parent, list) and isinstance(part, int) and part < len(parent):
            parent = parent[part]
        else:
            return
    last = path[-1] if path else None
    if isinstance(parent, dict) and missing:
        parent[last] = UNREADABLE
    elif isinstance(parent, dict):
        parent.pop(last, None)
    elif isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        # a stand-in keeps the place, so that the paths of its neighbours stay true
        if parent[last] == UNREADABLE:
            del parent[last]
        else:
            parent[last] = UNREADABLE


