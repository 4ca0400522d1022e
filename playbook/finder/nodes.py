"""What the decision graph is made of: questions with their answers, and the ends they lead to."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from playbook.finder.answer import Answer
from playbook.model.coverage import Exclusion
from playbook.model.entry import EntryRow
from playbook.model.judgement import TestEnd

__all__ = ["UNSURE", "End", "Graph", "Nodes", "Option", "OptionGroup", "Question"]

UNSURE = "I don't know"
_ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""Without vowels no code spells a word."""


@dataclass(frozen=True)
class Option:
    """One answer to a question: where it leads, to a node of the graph or (``card``) to a record's page.

    ``key`` stands in the address for this answer. It is made from ids, so that an old address
    does not come to mean another answer when the content changes.
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

    def reading_order(self, begin: str = "") -> list[str]:
        """Questions and ends in the order a reader can meet them; what no way reaches is left out."""
        order: dict[str, None] = {}
        waiting = deque([begin or self.start])
        while waiting:
            node = waiting.popleft()
            if node not in order:
                order[node] = None
                question = self.questions.get(node)
                waiting += [option.target for option in question.options if option.target] if question else []
        return list(order)


@dataclass
class Nodes:
    """Collects the nodes of a graph; a node that is there already is the same node."""

    questions: dict[str, Question] = field(default_factory=dict)
    ends: dict[str, End] = field(default_factory=dict)

    def ask(
        self,
        kind: str,
        identity: Sequence[str],
        words: str,
        groups: Sequence[OptionGroup],
        unsure: Option,
        **about: Any,
    ) -> str:
        """Add a question, with "I don't know" as its last answer; gives back its id.

        ``identity`` tells it apart from others of its kind; none is needed where there is only
        one. The options come with an id of their own in ``key``, and leave with a short neutral one.
        """
        *others, last = groups
        every = (*others, replace(last, options=(*last.options, unsure)))
        options = [option for group in every for option in group.options]
        keys = iter(_short_keys((kind, *identity), [option.key for option in options]))
        named = tuple(
            replace(group, options=tuple(replace(option, key=next(keys)) for option in group.options))
            for group in every
        )
        id_ = _code(kind, *identity, *(option.target for option in options)) if identity else kind
        self.questions[id_] = Question(id_, kind, words, named, **about)
        return id_

    def end(self, kind: str, *identity: str, **what: Any) -> str:
        """Add an end; gives back its id. Without an identity there is one of its kind."""
        id_ = _code(kind, *identity) if identity else kind
        self.ends[id_] = End(id_, kind, **what)
        return id_


def _code(kind: str, *parts: str) -> str:
    """A neutral id for a screen: it stands in the address, which others may read."""
    return f"{kind}-{_letters(parts, 8)}"


def _short_keys(question: Sequence[str], answers: Sequence[str]) -> list[str]:
    """A short neutral key for each answer of one question, none like another."""
    length = 3
    keys = [_letters((*question, answer), length) for answer in answers]
    while len(set(keys)) < len(set(answers)):
        length += 1
        keys = [_letters((*question, answer), length) for answer in answers]
    return keys


def _letters(parts: Sequence[str], length: int) -> str:
    number = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest(), "big")
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)
