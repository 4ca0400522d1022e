"""What the decision graph is made of: questions with their answers, and the ends they lead to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from playbook.finder.answer import Answer
from playbook.model.coverage import Exclusion
from playbook.model.entry import EntryRow
from playbook.model.judgement import TestEnd

__all__ = ["UNSURE", "End", "Graph", "Option", "OptionGroup", "Question", "code", "short_keys"]

UNSURE = "I don't know"
_ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""Without vowels no code spells a word."""


@dataclass(frozen=True)
class Option:
    """One answer to a question: where it leads, to a node of the graph or (``card``) to a record's page.

    ``key`` stands in the address for this answer. It is made from ids and never from a place in a
    list, so that an old address does not come to mean another answer when the content changes.
    """

    key: str
    label: str
    target: str
    line: str = ""
    card: tuple[str, str] | None = None
    unsure: bool = False
    groups: tuple[str, ...] = ()
    """The groups of people this answer is for; their titles are its label."""
    row: EntryRow | None = None
    """The row of the grid this answer chooses; its words are the label."""


@dataclass(frozen=True)
class OptionGroup:
    """Answers under one heading; most questions have a single group without one."""

    options: tuple[Option, ...]
    title: str = ""


@dataclass(frozen=True)
class Question:
    """One screen: a question and its answers; ``ladder_id``, ``row`` and ``test`` say what it is about."""

    id: str
    kind: str
    ask: str
    groups: tuple[OptionGroup, ...]
    help: str = ""
    ladder_id: str = ""
    row: EntryRow | None = None
    test: str = ""

    @property
    def options(self) -> Iterator[Option]:
        """All answers, in order."""
        return (option for group in self.groups for option in group.options)


@dataclass(frozen=True)
class End:
    """Where a path ends: ``kind`` says which words the page shows; ``answer`` holds an agreed range."""

    id: str
    kind: str
    ladder_id: str = ""
    answer: Answer | None = None
    words: str = ""
    note: str = ""
    track: str = ""
    group: str = ""
    own: TestEnd | None = None
    excluded: tuple[Exclusion, ...] = ()


@dataclass(frozen=True)
class Graph:
    """All questions and ends by id; ``begins`` says where a deviation's own card enters.

    ``cut`` names the kinds of concern whose questions hand a concern back to where it came from;
    there the way ends at the ladder's page instead of going round.
    """

    start: str
    questions: Mapping[str, Question] = field(default_factory=dict)
    ends: Mapping[str, End] = field(default_factory=dict)
    begins: Mapping[str, str] = field(default_factory=dict)
    cut: tuple[str, ...] = ()


def code(kind: str, *parts: str) -> str:
    """A neutral id for a screen: it stands in the address, which others may read."""
    return f"{kind}-{_letters(parts, 8)}"


def short_keys(question: Sequence[str], answers: Sequence[str]) -> tuple[str, ...]:
    """A short neutral key for each answer of one question, none like another."""
    length = 3
    keys = [_letters((*question, answer), length) for answer in answers]
    while len(set(keys)) < len(set(answers)):
        length += 1
        keys = [_letters((*question, answer), length) for answer in answers]
    return tuple(keys)


def _letters(parts: Sequence[str], length: int) -> str:
    number = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest(), "big")
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)
