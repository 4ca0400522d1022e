"""The located tree of one YAML file: texts, lists and fields, each with its place.

Everything that reads YAML builds or asks this tree; what a field means is decided
elsewhere. Others import these names from ``yaml_source``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playbook.problems import Location

__all__ = ["UNREADABLE", "Fields", "Items", "Node", "Text", "locate", "node_at", "plain_data"]

UNREADABLE = "unreadable-00000000"
"""Stands where something could not be read; nothing is ever said about it."""

_Path = tuple[str | int, ...]
_LEFT_OUT = {"from"}
"""Steps that a short form leaves out before one that is written: a cell may name its rung without ``from``."""


@dataclass(slots=True)
class Text:
    """Words as typed. ``empty`` says that nothing at all was written; ``style`` is the sign it began with."""

    value: str
    at: Location
    empty: bool = False
    style: str = ""
    size: int = 1


@dataclass(slots=True)
class Items:
    """A list. ``flow`` says that it was written in square brackets."""

    at: Location
    flow: bool = False
    items: list[Node] = field(default_factory=list)
    size: int = 1


@dataclass(slots=True)
class Fields:
    """Named fields in the author's order; ``keys`` has the place of each name. ``flow``: written in braces."""

    at: Location
    flow: bool = False
    keys: dict[str, Location] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    size: int = 1


Node = Text | Items | Fields


def plain_data(node: Node) -> Any:
    """Turn a tree into plain dictionaries, lists and text for the schema to judge."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain_data(item) for item in node.items]
    return {key: plain_data(value) for key, value in node.values.items()}


def locate(node: Node, path: _Path, *, key: bool = False) -> Location:
    """Find the place of a value (or, with ``key``, of its field name) by its path.

    Where the path leads deeper than the text does (a short form the schema
    spelled out), the place is the deepest one that was really written.
    """
    place = node.at
    for index, part in enumerate(path):
        child = _child(node, part)
        if child is None and part in _LEFT_OUT:
            continue
        if child is None:
            break
        place = child.at
        if isinstance(node, Fields) and ((key and index == len(path) - 1) or _is_empty(child)):
            place = node.keys[str(part)]
        node = child
    return place


def node_at(node: Node, path: _Path) -> Node | None:
    """Find what was written at a path; None where nothing or a short form stands."""
    found: Node | None = node
    for part in path:
        found = _child(found, part) if found is not None else None
    return found


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Fields):
        return node.values.get(str(part))
    if isinstance(node, Items) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and node.empty
