"""From the bytes of one YAML file to a located tree of text, lists and fields.

Text stays the text the author typed: nothing is turned into a number, a truth
value or a date here. Whatever YAML allows but people do not mean (a field
written twice, a tag, a loop of aliases, several documents) is a problem with
its place. Pure: takes bytes, returns a tree and problems; never raises for bad input.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from playbook.problems import Location, Problem
from playbook.yaml_messages import explain_yaml_error

__all__ = ["Fields", "Items", "Node", "Source", "Text", "locate", "plain_data", "read_source"]

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_ALIAS_GROWTH = 2_000
"""How many extra nodes aliases may add; written-out text has no such limit."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMBED, _ISOLATE = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"


@dataclass(slots=True)
class Text:
    """Words as typed. ``empty`` says that nothing at all was written."""

    value: str
    at: Location
    empty: bool = False
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
    """Named fields in the author's order; ``keys`` has the place of each name."""

    at: Location
    keys: dict[str, Location] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    size: int = 1


Node = Text | Items | Fields


@dataclass(frozen=True)
class Source:
    """One file as read: its text for excerpts, its tree if it could be read, its problems."""

    file: str
    text: str
    tree: Node | None
    problems: tuple[Problem, ...] = ()


def read_source(file: str, data: bytes) -> Source:
    """Read one YAML file; every fault comes back as a located problem."""
    if len(data) > MAX_BYTES:
        message = f"this file has {len(data):,} bytes; a record has at most {MAX_BYTES:,}"
        return Source(file, "", None, (Problem("file-too-large", message, Location(file)),))
    text, problem = _decode(file, data)
    if problem:
        return Source(file, text, None, (problem,))
    strange = list(_strange_characters(file, text))
    if strange:
        return Source(file, text, None, tuple(strange))
    builder = _Builder(file, text)
    tree = builder.build()
    return Source(file, text, tree, tuple(builder.problems))


def plain_data(node: Node) -> Any:
    """Turn a tree into plain dictionaries, lists and text for the schema to judge."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain_data(item) for item in node.items]
    return {key: plain_data(value) for key, value in node.values.items()}


def locate(node: Node, path: tuple[str | int, ...], *, key: bool = False) -> Location:
    """Find the place of a value (or, with ``key``, of its field name) by its path.

    Where the path leads deeper than the text does (a short form the schema
    spelled out), the place is the deepest one that was really written.
    """
    place = node.at
    for index, part in enumerate(path):
        last = index == len(path) - 1
        if isinstance(node, Fields) and str(part) in node.values:
            name = str(part)
            child = node.values[name]
            named = (key and last) or (isinstance(child, Text) and child.empty)
            place = node.keys[name] if named else child.at
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            child = node.items[part]
            place = child.at
        else:
            break
        node = child
    return place


def _decode(file: str, data: bytes) -> tuple[str, Problem | None]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "this file is saved as UTF-16"
        return "", Problem("encoding", message, Location(file), "save it as UTF-8 in your editor")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").lstrip("\ufeff")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        shown = data.decode("utf-8", "replace")
        message = "this character is not saved as UTF-8"
        hint = "the file may be saved as Latin-1 or Windows-1252; save it as UTF-8 in your editor"
        return shown, Problem("encoding", message, Location(file, line, column), hint)


def _strange_characters(file: str, text: str) -> Iterator[Problem]:
    """Characters that hide or reorder what a reader sees, or that other tools count as line ends."""
    if text.isascii() and text.isprintable():
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.rstrip("\r").isprintable():
            continue
        found = _strange_position(line.rstrip("\r"))
        if found:
            column, message = found
            hint = "delete it, and type the line again if needed"
            yield Problem("strange-character", message, Location(file, number, column), hint)


def _strange_position(line: str) -> tuple[int, str] | None:
    open_embeds: list[int] = []
    open_isolates: list[int] = []
    for column, char in enumerate(line, start=1):
        if char in _EMBED:
            open_embeds.append(column)
        elif char in _ISOLATE:
            open_isolates.append(column)
        elif char == "\u202c" and open_embeds:
            open_embeds.pop()
        elif char == "\u2069" and open_isolates:
            open_isolates.pop()
        elif _is_forbidden(char):
            name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
            return column, f"an invisible control character stands here ({name})"
    unbalanced = open_embeds + open_isolates
    if unbalanced:
        return min(unbalanced), "an invisible mark here reverses the reading direction and is never closed"
    return None


def _is_forbidden(char: str) -> bool:
    if char == "\t" or (char.isascii() and char.isprintable()):
        return False
    code = ord(char)
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or code in (0x2028, 0x2029, 0xFEFF)
        or 0xD800 <= code <= 0xDFFF
        or code & 0xFFFE == 0xFFFE
    )


class _Builder:
    """Builds the tree from parse events, without recursion, so that no file can exhaust the stack."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node] = {}
        self.stack: list[tuple[Items | Fields, str | None]] = []
        self.pending: list[tuple[str, Location] | None] = []
        self.root: Node | None = None
        self.growth = 0
        self.documents = 0

    def build(self) -> Node | None:
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                if not self._take(event):
                    return None
        except yaml.YAMLError as error:
            self.problems.append(explain_yaml_error(self.file, self.text, error))
            return None
        if self.root is None or (isinstance(self.root, Text) and self.root.empty):
            hint = "write its fields, or delete the file"
            self.problems.append(Problem("empty-file", "this file is empty", Location(self.file), hint))
            return None
        return self.root

    def _take(self, event: Any) -> bool:
        """Add one event to the tree; False when reading on makes no sense."""
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            return self._add(self._text(event), event)
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_tag(event)
            return self._open(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here; a file holds one record"
            self._problem("several-documents", message, event, "put it into a file of its own, or delete the ---")
            return False
        return True

    def _open(self, event: Any) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            self._problem("too-deep", f"lists and fields are nested more than {MAX_DEPTH} deep here", event, "")
            return False
        at = self._location(event, 1)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        node: Items | Fields = Items(at, flow=bool(event.flow_style)) if is_list else Fields(at)
        if not self._add(node, event):
            return False
        self.stack.append((node, event.anchor))
        self.pending.append(None)
        return True

    def _close(self) -> None:
        node, _ = self.stack.pop()
        self.pending.pop()
        if isinstance(node, Items):
            node.size = 1 + sum(item.size for item in node.items)
        else:
            node.size = 1 + sum(value.size for value in node.values.values())
            if node.keys:
                node.at = next(iter(node.keys.values()))

    def _alias(self, event: Any) -> bool:
        target = self.anchors.get(event.anchor)
        if target is None:
            message = f'"*{event.anchor}" repeats a part that has not been named with "&{event.anchor}" before'
            hint = "text that begins with * must be in quotes"
            self._problem("unknown-alias", message, event, hint)
            return False
        if any(node is target for node, _ in self.stack):
            self._problem("endless-alias", f'"*{event.anchor}" would repeat itself without end', event, "")
            return False
        self.growth += target.size
        if self.growth > MAX_ALIAS_GROWTH:
            message = "the repeated parts of this file grow too large when they are written out"
            self._problem("alias-growth", message, event, "write the parts out, without & and *")
            return False
        return self._add(target, event)

    def _add(self, node: Node, event: Any) -> bool:
        anchor = getattr(event, "anchor", None)
        if anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[anchor] = node
        if not self.stack:
            self.root = node
            return True
        parent, _ = self.stack[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
            return True
        return self._add_field(parent, node, event)

    def _add_field(self, parent: Fields, node: Node, event: Any) -> bool:
        waiting = self.pending[-1]
        if waiting is None:
            if not isinstance(node, Text):
                message = "a field name must be a word, not a list or a group of fields"
                self._problem("field-name", message, event, "")
                return False
            self.pending[-1] = self._field_name(parent, node)
            return True
        name, at = waiting
        self.pending[-1] = None
        if name and name not in parent.values:
            parent.keys[name] = at
            parent.values[name] = node
        return True

    def _field_name(self, parent: Fields, node: Text) -> tuple[str, Location]:
        name = node.value
        if name == "<<":
            hint = "write the fields out here"
            self.problems.append(Problem("merge-key", '"<<" (merging fields) is not supported', node.at, hint))
            return "", node.at
        if name in parent.keys:
            first = parent.keys[name].line
            message = f'the field "{name}" is written twice here; the first is in line {first}'
            hint = "keep one of the two; both would mean that one is silently lost"
            self.problems.append(Problem("duplicate-field", message, node.at, hint))
        elif not name:
            self.problems.append(Problem("field-name", "a field name is missing before the colon", node.at))
        return name, node.at

    def _text(self, event: Any) -> Text:
        start, end = event.start_mark, event.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        at = self._location(event, max(1, stop - start.column))
        empty = not event.style and event.value == ""
        if event.style == '"':
            self._check_escapes(event.value, at)
        # YAML knows no other line ends than these once control characters are refused
        return Text(event.value.replace("\r\n", "\n").strip(), at, empty)

    def _check_escapes(self, value: str, at: Location) -> None:
        for line in value.split("\n"):
            found = _strange_position(line)
            if found:
                self.problems.append(Problem("strange-character", found[1], at, "delete the escape"))

    def _refuse_tag(self, event: Any) -> None:
        if event.tag and event.tag != "!":
            message = "a tag (a word that begins with !) stands here; this file holds plain text, lists and fields"
            hint = 'if the text should begin with "!", put it in quotes'
            self._problem("yaml-tag", message, event, hint)

    def _location(self, event: Any, length: int) -> Location:
        mark = event.start_mark
        return Location(self.file, mark.line + 1, mark.column + 1, length)

    def _problem(self, check: str, message: str, event: Any, hint: str) -> None:
        self.problems.append(Problem(check, message, self._location(event, 1), hint))
