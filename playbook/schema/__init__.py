"""From a located tree to a record: the shape of what an author wrote, all problems at once.

A record that breaks its shape is repaired as far as it can be (what is wrong is
left out, what is missing is stood in for), so that every other fault in it is still
found in the same run; it is never published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from playbook.model.fields import Model
from playbook.model.walk import Path
from playbook.problems import Problem
from playbook.schema.repair import repaired
from playbook.schema.shape import Shape
from playbook.schema.words import noun
from playbook.yaml_source import UNREADABLE, Fields, Node, Source, Text

__all__ = ["UNREADABLE", "noun", "read_shape"]

_M = TypeVar("_M", bound=Model)


def read_shape(kind: type[_M], source: Source) -> tuple[_M | None, bool, list[Problem]]:
    """Hold a tree against the shape of its kind: the record (maybe repaired), whether it is whole, the problems."""
    tree = source.tree
    assert tree is not None
    if not isinstance(tree, Fields):
        return None, False, [_not_a_record(kind, tree)]
    data, empty = _data(tree), list(_empty(tree))
    errors: list[ErrorDetails] = []
    try:
        record: _M | None = kind.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=True)
        record = repaired(kind, data, errors)
    problems = Shape(kind, source, tree).problems(errors, empty) if errors or empty else []
    return record, not problems and not source.problems, problems


def _not_a_record(kind: type[Model], tree: Node) -> Problem:
    what = "only text" if isinstance(tree, Text) else "a list"
    message = f"this file holds {what}, but {noun(kind)} is written as fields, such as 'title: ...'"
    return Problem("wrong-type", message, tree.at, "begin each line with the name of a field and a colon")


def _data(node: Node) -> Any:
    """Plain data for the model; a stand-in where nothing was written, so that one fault is reported once."""
    if isinstance(node, Text):
        return UNREADABLE if node.empty else node.value
    if isinstance(node, Fields):
        return {key: _data(value) for key, value in node.values.items()}
    return [_data(item) for item in node.items]


def _empty(tree: Node) -> Iterator[Path]:
    """The path of everything with nothing behind its colon or dash: YAML would call it "null" and carry on."""
    waiting: list[tuple[Path, Node]] = [((), tree)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Fields):
            waiting += [((*path, name), value) for name, value in node.values.items()]
        elif not isinstance(node, Text):
            waiting += [((*path, index), item) for index, item in enumerate(node.items)]
        elif node.empty:
            yield path
