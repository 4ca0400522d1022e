"""From the bytes of one YAML file to a located tree of text, lists and fields.

Text stays the text the author typed: nothing is turned into a number, a truth
value or a date here. Whatever YAML allows but people do not mean (a field
written twice, a tag, a loop of aliases, several documents) is a problem with
its place. Where a line cannot be read, it is mended and reading goes on, so that
every other problem of the file is found in the same run. Pure: takes bytes,
returns a tree and problems; never raises for bad input.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playbook.problems import Location, Problem
from playbook.yaml_source.builder import Builder
from playbook.yaml_source.faults import Fault, find_fault
from playbook.yaml_source.nodes import UNREADABLE, Fields, Items, Node, Text, locate, node_at, plain_data
from playbook.yaml_source.text import decode, without_strange_characters
from playbook.yaml_source.words import FAULT_WORDS, in_quotes

__all__ = [
    "MAX_BYTES",
    "UNREADABLE",
    "Fields",
    "Items",
    "Node",
    "Source",
    "Text",
    "in_quotes",
    "locate",
    "node_at",
    "plain_data",
    "read_source",
]

MAX_BYTES = 1_000_000
_MAX_MENDED = 1_000_000
"""How many characters may be read again after lines were mended, so that no file takes long."""
_MAX_FAULTS = 20
_MOST_TWICE = 2
_MOVES = {"indentation", "deeper", "below-text"}


@dataclass(frozen=True)
class Source:
    """One file as read: its text for excerpts, its tree if it could be read, its problems.

    ``broken`` names the lines that could not be read as written, ``lost`` those of them
    that were left out; what is found there later may follow from that.
    """

    file: str
    text: str
    tree: Node | None
    problems: tuple[Problem, ...] = ()
    broken: frozenset[int] = frozenset()
    lost: frozenset[int] = frozenset()

    @property
    def has_gaps(self) -> bool:
        """Say whether something that was written is not in the tree, so that nothing can be called missing."""
        left_out = {"duplicate-field", "merge-key", "field-name"}
        return self.tree is None or bool(self.lost) or any(p.check in left_out for p in self.problems)


def read_source(file: str, data: bytes, *, size: int = 0) -> Source:
    """Read one YAML file; every fault comes back as a located problem.

    ``size`` is how long the file is where ``data`` holds only its beginning.
    """
    size = max(size, len(data))
    if size > MAX_BYTES:
        message = f"this file has {size:,} bytes; a record has at most {MAX_BYTES:,}"
        hint = "a record is one standard, one ladder, one card: divide it, and keep other material outside content/"
        return Source(file, "", None, (Problem("file-too-large", message, Location(file), hint),))
    text, problems = decode(file, data)
    readable, strange = without_strange_characters(file, text)
    reading = _Reading(file, readable.split("\n"))
    tree, found = reading.read(), reading.problems
    if tree is None and not found:
        hint = "write its fields, or delete the file"
        found = [Problem("empty-file", "this file is empty", Location(file), hint)]
    broken = reading.broken | {problem.location.line for problem in strange if problem.location}
    lost = {line for line in reading.broken if not reading.lines[line - 1].strip()} | reading.left_out
    return Source(file, text, tree, (*problems, *strange, *found), frozenset(broken), frozenset(lost))


@dataclass
class _Reading:
    """The lines of one file, mended one by one where the parser stumbles; what was found on the way."""

    file: str
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)

    def read(self) -> Node | None:
        """The tree as far as it can be read."""
        left = _MAX_MENDED
        while True:
            builder = Builder(self.file, "\n".join(self.lines), self.lines)
            builder.build()
            if builder.stop is None:
                self.problems += self._not_following(builder.problems)
                root = builder.root
                return None if isinstance(root, Text) and root.empty else root
            fault = find_fault(self.lines, builder.stop)
            self._say(fault)
            left -= sum(map(len, self.lines))
            if left < 0 or len(self.problems) >= _MAX_FAULTS or not self._mend(fault):
                self.problems += builder.problems
                return None

    def _not_following(self, problems: list[Problem]) -> list[Problem]:
        """Where indentation was mended and fields are then there twice, the guess was wrong, not the author."""
        twice = [problem for problem in problems if problem.check == "duplicate-field" and problem.location]
        if not self.moved:
            return problems
        if len(twice) <= _MOST_TWICE:  # of many all, of few those in lines that were moved
            twice = [one for one in twice if one.location and one.location.line in self.moved]
        self.left_out = {one.location.line for one in twice if one.location}
        return [problem for problem in problems if problem not in twice]

    def _say(self, fault: Fault) -> None:
        """A mended line that still cannot be read is no second problem."""
        if fault.line + 1 in self.broken:
            return
        message, hint = FAULT_WORDS[fault.kind]
        at = Location(self.file, fault.line + 1, fault.column + 1, max(1, fault.length))
        message, hint = message.format(*fault.about), hint.format(*fault.about)
        if fault.kind == "second-document":
            self.problems.append(Problem("several-documents", message, at, hint))
        else:
            self.problems.append(Problem("yaml-syntax", message, at, hint))

    def _mend(self, fault: Fault) -> bool:
        """Put the mended lines in place; what was mended before is left out. False when nothing more can be done."""
        mended = dict(fault.mended)
        if fault.line + 1 in self.broken or all(
            self.lines[number] == line for number, line in mended.items()
        ):
            mended[fault.line] = ""
        changes = {number: line for number, line in mended.items() if self.lines[number] != line}
        for number, line in changes.items():
            self.lines[number] = line
            self.broken.add(number + 1)
            if fault.kind in _MOVES:
                self.moved.add(number + 1)
        return bool(changes)
