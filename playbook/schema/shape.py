"""What is wrong with the shape of one record, each fault once, at the place where it was written.

The model lists every single thing that does not fit; here those that follow from one
slip become one problem: a mistyped name, fields that were not indented, a line that
could not be read. Part of ``schema``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pydantic_core import ErrorDetails

from playbook.model.fields import Model
from playbook.model.walk import Path, is_required, part_at
from playbook.problems import Location, Problem
from playbook.schema.repair import takes_any_name
from playbook.schema.words import (
    comment_hint,
    described,
    elsewhere,
    field_names,
    noun,
    text_as_comment,
    value_words,
)
from playbook.words_near import nearest
from playbook.yaml_source import UNREADABLE, Fields, Items, Node, Source, Text, locate, node_at

__all__ = ["Shape"]


@dataclass
class Shape:
    """One record held against its kind: what was written, and where."""

    kind: type[Model]
    source: Source
    tree: Fields
    _found: list[Problem] = field(default_factory=list)

    def problems(self, errors: list[ErrorDetails], empty: list[Path]) -> list[Problem]:
        """Every fault of shape once, given what the model says and what was left empty."""
        errors = [error for error in errors if error["input"] != UNREADABLE]
        unknown = [_path(error) for error in errors if error["type"] == "extra_forbidden"]
        missing = [_path(error) for error in errors if error["type"] == "missing"]
        wrong = [error for error in errors if error["type"] not in ("extra_forbidden", "missing")]
        unknown, empty = self._not_indented(unknown, empty)
        missing = self._unknown([path for path in unknown if not self._is_broken(path, key=True)], missing)
        self._missing([path for path in missing if not self._is_torn(path[:-1])])
        self._empty([path for path in empty if not self._is_broken(path)])
        self._wrong([error for error in wrong if not self._is_broken(_path(error))])
        return self._found

    def _not_indented(self, unknown: list[Path], empty: list[Path]) -> tuple[list[Path], list[Path]]:
        """Fields that belong below the empty field above them: one slip, not one for each line."""
        for path in empty:
            below = list(self._right_below(path, unknown))
            if below:
                if not self._is_broken(below[0], key=True):
                    self._not_below(path, below[0])
                unknown = [other for other in unknown if other not in below]
                empty = [other for other in empty if other != path]
        return unknown, empty

    def _not_below(self, path: Path, first: Path) -> None:
        message = f'this line belongs to "{path[-1]}" above, but is not indented below it'
        hint = f'indent it, and every line that belongs to "{path[-1]}", by two spaces more'
        self._problem("wrong-type", message, self._at(first, key=True), hint)

    def _right_below(self, path: Path, unknown: list[Path]) -> Iterator[Path]:
        """The unknown fields right behind an empty one that would be known below it."""
        part = node_at(self.tree, path[:-1])
        if not isinstance(part, Fields) or path[-1] not in part.keys:
            return
        owner = part_at(self.kind, path) or part_at(self.kind, (*path, 0))
        any_name = takes_any_name(self.kind, path)
        known = field_names(owner) if owner else []
        names = list(part.keys)
        for name in names[names.index(str(path[-1])) + 1 :]:
            if (*path[:-1], name) not in unknown or not (any_name or name in known):
                return
            yield (*path[:-1], name)

    def _unknown(self, unknown: list[Path], missing: list[Path]) -> list[Path]:
        """Say every unknown field, and what was probably meant; returns what is still missing then."""
        for path in unknown:
            part = part_at(self.kind, path[:-1]) or self.kind
            meant = self._meant(path, part)
            lacking = [other for other in missing if other[:-1] == path[:-1]]
            alone = len(lacking) == 1 and sum(1 for other in unknown if other[:-1] == path[:-1]) == 1
            message = f'"{path[-1]}" is not a field of {noun(part)}'
            if meant:
                hint = f'did you mean "{meant}"?'
                missing = [other for other in missing if other != (*path[:-1], meant)]
            elif alone:
                name = lacking[0][-1]
                message += f', and its field "{name}" is missing'
                hint = f'if "{name}" is meant, write that; otherwise delete this line and add {name}: {described(part, str(name))}'
                missing = [other for other in missing if other != lacking[0]]
            else:
                hint = elsewhere(self.kind, str(path[-1])) or "its fields are: " + ", ".join(
                    field_names(part)
                )
            self._problem("unknown-field", message, self._at(path, key=True), hint)
        return missing

    def _meant(self, path: Path, part: type[Model]) -> str | None:
        """The field that was meant; one that is not there yet is likelier than one that is."""
        written = node_at(self.tree, path[:-1])
        there = set(written.keys) if isinstance(written, Fields) else set()
        known = field_names(part)
        return nearest(str(path[-1]), [name for name in known if name not in there]) or nearest(
            str(path[-1]), known
        )

    def _missing(self, missing: Iterable[Path]) -> None:
        for path in missing:
            part, name = part_at(self.kind, path[:-1]) or self.kind, str(path[-1])
            message = f'the field "{name}" is missing in {noun(part)}'
            self._problem(
                "missing-field", message, self._at(path[:-1]), f"add {name}: {described(part, name)}"
            )

    def _empty(self, empty: Iterable[Path]) -> None:
        for path in empty:
            message = "this list entry is empty"
            if isinstance(path[-1], str):
                message = f'the field "{path[-1]}" has nothing behind its colon'
            needed = is_required(self.kind, path)
            at, hint = self._at(path), "write something" + ("" if needed else ", or delete the line")
            line = self._line(at)
            comment = text_as_comment(line, at.column)
            if comment is not None:
                at = Location(at.file, at.line, comment + 1, len(line) - comment)
                hint = comment_hint(line[comment:])
            self._problem("empty-field", message, at, hint)

    def _wrong(self, wrong: Iterable[ErrorDetails]) -> None:
        said: set[tuple[str, str]] = set()
        # what the model spelled out from a short form may have no place of its own: it comes last, and only if it is news
        for error in sorted(wrong, key=lambda error: -len(self._written(_path(error)))):
            path = _path(error)
            node, once = node_at(self.tree, path), (error["type"], str(error["input"]))
            if node is None and once in said:
                continue
            said.add(once)
            check, message, hint = value_words(self.kind, error, self._written(path), node)
            self._problem(check, message, self._at(path, key="[key]" in error["loc"]), hint)

    def _problem(self, check: str, message: str, at: Location, hint: str) -> None:
        self._found.append(Problem(check, message, at, hint))

    def _written(self, path: Path) -> Path:
        """As much of a path as the author wrote; the model spells short forms out."""
        while path and node_at(self.tree, path) is None:
            path = path[:-1]
        return path

    def _at(self, path: Path, *, key: bool = False) -> Location:
        return locate(self.tree, path, key=key)

    def _line(self, at: Location) -> str:
        return self._lines[at.line - 1] if at.line <= len(self._lines) else ""

    @cached_property
    def _lines(self) -> list[str]:
        return self.source.text.split("\n")

    def _is_broken(self, path: Path, *, key: bool = False) -> bool:
        """Say whether this stands in a line that could not be read as written: that has been said already."""
        return bool(self.source.broken) and self._at(path, key=key).line in self.source.broken

    def _is_torn(self, path: Path) -> bool:
        """Say whether a line of this part was lost, so that nothing in it can be called missing."""
        part = node_at(self.tree, path)
        if not self.source.lost or part is None:
            return False
        first, last = part.at.line - 1, _last_line(part) + 1
        return any(first <= line <= last for line in self.source.lost)


def _last_line(node: Node) -> int:
    if isinstance(node, Text):
        return node.at.line
    children = node.items if isinstance(node, Items) else list(node.values.values())
    return max([node.at.line, *map(_last_line, children)])


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part != "[key]")
