"""What a check is given to look at, and what it gives back.

A check neither names itself nor weighs its findings: the registry adds the id, the
levels of the handbook add the weight. Imported by every check with a ``run``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from playbook.model.fields import PLACEHOLDER, Reference, Wording
from playbook.model.walk import Marked, Path, marked
from playbook.model.whole import Handbook, Record
from playbook.problems import Location
from playbook.yaml_source import Fields, Items, Node, Text

__all__ = ["Finding", "Found", "Inspection", "node_at", "texts", "within"]


_T = TypeVar("_T")


@dataclass(frozen=True)
class Finding:
    """One finding of a check: where, what was found, what to do about it."""

    at: Location
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One marked value together with the record it stands in."""

    record: Record
    marked: Marked

    @property
    def path(self) -> Path:
        """Where it stands in its record."""
        return self.marked.path

    @property
    def value(self) -> str:
        """What it says."""
        return self.marked.value

    @property
    def kind(self) -> str:
        """What it names (for a reference), or how it is read (for words)."""
        return self.marked.mark.kind

    @property
    def at(self) -> Location:
        """Its place in the author's file."""
        return self.record.at(*self.path)


@dataclass(frozen=True)
class Inspection:
    """One handbook on the table of every check; what several of them look up is looked up once.

    ``today`` is None when nothing may depend on the day. ``checks`` names every check
    there is, each with the reason why its level cannot be changed ("" when it can).
    """

    handbook: Handbook
    today: date | None = None
    checks: Mapping[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> Record:
        """The record of handbook.yml."""
        return self.handbook.record("handbook", "handbook")

    @cached_property
    def references(self) -> tuple[Found, ...]:
        """Every value that names something defined elsewhere."""
        return tuple(found for found in self._marked if isinstance(found.marked.mark, Reference))

    @cached_property
    def wordings(self) -> tuple[Found, ...]:
        """Every piece of wording, and the words that only feed the search."""
        return tuple(found for found in self._marked if isinstance(found.marked.mark, Wording))

    @cached_property
    def placeholders(self) -> tuple[tuple[Found, str], ...]:
        """Every ``<<id>>`` in words that people read, with the id."""
        return tuple(
            (found, written)
            for found in self.wordings
            if found.kind != "search" and "<<" in found.value
            for written in PLACEHOLDER.findall(found.value)
        )

    def whole(self, kind: str) -> Iterator[Record]:
        """The records of a kind that could be read completely, in id order."""
        return (record for record in self.handbook.of_kind(kind) if record.whole)

    def looked_up(self, look: Callable[[Inspection], _T]) -> _T:
        """What this look at the handbook gives; several checks that ask share one."""
        if look not in self._looks:
            self._looks[look] = look(self)
        found: _T = self._looks[look]
        return found

    @cached_property
    def _looks(self) -> dict[Callable[[Inspection], Any], Any]:
        return {}

    @cached_property
    def _marked(self) -> tuple[Found, ...]:
        records = self.handbook.records.values()
        return tuple(Found(record, one) for record in records for one in marked(record.data))


def node_at(record: Record, path: Path) -> Node | None:
    """What the author wrote at this path; None where a short form stands instead."""
    node: Node | None = record.source.tree
    for step in path:
        if isinstance(node, Fields):
            node = node.values.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def texts(record: Record) -> Iterator[Text]:
    """Every text of a record as the author wrote it, whatever field it stands in."""
    waiting: list[Node] = [record.source.tree] if record.source.tree else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            yield node
        elif isinstance(node, Items):
            waiting += reversed(node.items)
        else:
            waiting += reversed(node.values.values())


def within(record: Record, at: Location, part: str) -> Location:
    """The place of a few characters in a text that begins at ``at``; the text's own if not found."""
    column = at.column - 1
    lines = record.source.text.split("\n")
    for number, line in enumerate(islice(lines, at.line - 1, None), start=at.line):
        found = line.find(part, column)
        if found >= 0:
            return Location(at.file, number, found + 1, max(1, len(part)))
        column = 0
    return at
