"""From the parser's events to a located tree, without recursion, so that no file can exhaust the stack.

Says where the parser stopped, and what was open there; finding the line that an author
must change is another module's work. Part of ``yaml_source``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from playbook.problems import Location, Problem
from playbook.yaml_source.nodes import UNREADABLE, Fields, Items, Node, Text
from playbook.yaml_source.parts import Mark, Part, Stop, swallowed
from playbook.yaml_source.text import strange_character
from playbook.yaml_source.words import TREE_WORDS

__all__ = ["Builder", "parse_events"]

_MAX_DEPTH = 40
_MAX_ALIAS_GROWTH = 2_000
"""How many extra nodes aliases may add; written-out text has no such limit."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Open:
    """A list or group of fields that is being filled; ``name`` is the field that waits for its value."""

    node: Items | Fields
    part: Part
    name: tuple[str, Location] | None = None


def parse_events(text: str) -> Any:
    """The parser's events, one by one; raises ``yaml.YAMLError`` where the text cannot be read."""
    return yaml.parse(text, Loader=_Loader)


@dataclass
class Builder:
    """Builds the tree of one text. ``stop`` says why there is none, or less than was written."""

    file: str
    text: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    root: Node | None = None
    stop: Stop | None = None
    _stack: list[_Open] = field(default_factory=list)
    _anchors: dict[str, Node] = field(default_factory=dict)
    _unused: dict[str, Location] = field(default_factory=dict)
    _growth: int = 0
    _documents: int = 0
    _last: Part | None = None

    def build(self) -> None:
        """Read until the end, or until it makes no sense to read on."""
        take: dict[type, Callable[[Any], bool]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in parse_events(self.text):
                act = take.get(type(event))
                if act is not None and not act(event):
                    return
        except yaml.YAMLError as error:
            said = str(getattr(error, "problem", None) or error)
            context = str(getattr(error, "context", None) or "")
            self._stop(said, _place(error, "problem_mark"), _place(error, "context_mark"), context)
        else:
            for anchor, at in self._unused.items():
                self._problem("yaml-syntax", at, anchor, words="unused-name")

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._stop("second document", (event.start_mark.line, event.start_mark.column), None)
        return self._documents == 1

    def _scalar(self, event: Any) -> bool:
        if event.tag:
            self._problem("yaml-tag", self._at(event))
        start, end = event.start_mark, event.end_mark
        part = Part(start.line, start.column, end.line, end.column, style=event.style or "")
        self._last = part
        if end.line > start.line and self._swallows(part):
            return False
        self._add(self._text(event, part), event.anchor)
        return True

    def _text(self, event: Any, part: Part) -> Text:
        empty = not part.style and event.value == ""
        column = part.column + 1
        if empty and self._stack and isinstance(self._stack[-1].node, Items):
            column -= 1  # the dash stands before what is missing
        line = self.lines[part.line] if part.line < len(self.lines) else ""
        stop = part.end_column if part.end_line == part.line else len(line.rstrip())
        at = Location(self.file, part.line + 1, max(1, column), max(1, stop - part.column))
        if part.style == '"' and "\\" in self.text:
            found = strange_character(event.value)
            if found:
                self._problem("strange-character", at, found)
        return Text(event.value.strip(), at, empty, part.style)

    def _begin(self, event: Any) -> bool:
        at = self._at(event)
        if event.tag:
            self._problem("yaml-tag", at)
        if len(self._stack) >= _MAX_DEPTH:
            self._problem("too-deep", at, _MAX_DEPTH)
            return self._give_up()
        flow = bool(event.flow_style)
        is_list = type(event) is yaml.SequenceStartEvent
        node: Items | Fields = Items(at, flow) if is_list else Fields(at, flow)
        self._add(node, event.anchor)
        part = Part(event.start_mark.line, event.start_mark.column, flow=flow, is_list=is_list)
        self._stack.append(_Open(node, part))
        return True

    def _end(self, event: Any) -> bool:
        closed = self._stack.pop()
        node, part = closed.node, closed.part
        end = event.end_mark
        if part.flow:
            self._last = Part(part.line, part.column, end.line, end.column, flow=True)
            if end.line > part.line and self._swallows(self._last):
                return False
        children = node.items if isinstance(node, Items) else node.values.values()
        node.size = 1 + sum(child.size for child in children)
        return True

    def _alias(self, event: Any) -> bool:
        target, at = self._anchors.get(event.anchor), self._at(event)
        self._unused.pop(event.anchor, None)
        if target is None:
            self._problem("unknown-alias", at, event.anchor)
        elif any(opened.node is target for opened in self._stack):
            self._problem("endless-alias", at, event.anchor)
        else:
            self._growth += target.size
            if self._growth > _MAX_ALIAS_GROWTH:
                self._problem("alias-growth", at)
                return self._give_up()
            self._add(target)
            return True
        self._add(Text(UNREADABLE, at))
        return True

    def _add(self, node: Node, anchor: str | None = None) -> None:
        if anchor:
            self._anchors[anchor] = node
            self._unused[anchor] = node.at
        if not self._stack:
            self.root = node
            return
        opened = self._stack[-1]
        parent = opened.node
        if isinstance(parent, Items):
            parent.items.append(node)
        elif opened.name is None:
            opened.name = self._field_name(parent, node)
        else:
            (name, at), opened.name = opened.name, None
            if name and name not in parent.values:
                parent.keys[name] = at
                parent.values[name] = node

    def _field_name(self, parent: Fields, node: Node) -> tuple[str, Location]:
        """Take a node as the name of a field; an empty name means that the field is left out."""
        if not isinstance(node, Text):
            self._problem("field-name", node.at)
            return "", node.at
        name, at = node.value, node.at
        before = self.lines[at.line - 1][: at.column - 1].rstrip() if at.line <= len(self.lines) else ""
        if before.endswith("?") and not parent.flow:
            self._problem("field-name", Location(self.file, at.line, len(before)), words="question-mark")
        elif name == "<<":
            self._problem("merge-key", at)
            return "", at
        elif not name:
            self._problem("field-name", at, words="no-field-name")
        elif name in parent.keys:
            self._problem("duplicate-field", at, name, parent.keys[name].line)
        elif not parent.keys and not parent.flow:
            parent.at = at
        return name, at

    def _swallows(self, part: Part) -> bool:
        found = swallowed(self.lines, part, [opened.part for opened in self._stack])
        if found:
            self._stop(found[0], found[1], (part.line, part.column))
        return found is not None

    def _stop(self, said: str, mark: Mark | None, begun: Mark | None, context: str = "") -> None:
        opened = tuple(opened.part for opened in self._stack)
        self.stop = Stop(said, context, mark, begun, opened, self._last)
        self.root = None

    def _give_up(self) -> bool:
        self.root = None
        return False

    def _at(self, event: Any) -> Location:
        mark = event.start_mark
        return Location(self.file, mark.line + 1, mark.column + 1)

    def _problem(self, check: str, at: Location, *about: object, words: str = "") -> None:
        message, hint = TREE_WORDS[words or check]
        self.problems.append(Problem(check, message.format(*about), at, hint))


def _place(error: yaml.YAMLError, name: str) -> Mark | None:
    mark = getattr(error, name, None)
    return (mark.line, mark.column) if mark is not None else None
