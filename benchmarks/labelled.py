"""Labelled queries: what people type, and which answers would be right. Pure; the figures are in ``search``.

A file of ``queries/`` holds classes (``[mine]``) and lines ``what is typed -> id id``. An id is a record's, a
page's address without its last slash, ``word:...`` of the glossary, or ``my-side#part`` and ``crisis#you`` for
a part of a page; what stands nowhere in the handbook is left out. A line without ids wants no certain answer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.compiler import Compilation
from playbook.views.common import Atlas

__all__ = ["Answer", "Known", "Query", "first_place", "read_queries", "with_a_slip"]

_KINDS = (
    "standard",
    "ladder",
    "checklist",
    "support",
    "deviation",
    "moment",
    "urgent",
    "paper",
    "check-in",
    "measure",
)


@dataclass(frozen=True)
class Query:
    """One thing that is typed: its class, its words, and the ids of the answers that would be right."""

    group: str
    words: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the search gives: kinds and addresses, best first, whether it says that nothing fits, and how long it took."""

    kinds: tuple[str, ...]
    addresses: tuple[str, ...]
    poor: bool
    milliseconds: float


def read_queries(file: Path) -> Iterator[Query]:
    """Every labelled query of a file, in its order."""
    group = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif "->" in line:
            words, _, wanted = line.partition("->")
            yield Query(group, words.strip(), tuple(wanted.split()))


class Known:
    """The addresses of a handbook by the ids that labels use."""

    def __init__(self, compiled: Compilation) -> None:
        assert compiled.handbook is not None and compiled.site is not None
        book, addresses = compiled.handbook, Atlas.of(compiled.handbook).addresses
        self._at: dict[str, list[str]] = {}
        tables = (
            book.standards,
            book.ladders,
            book.checklists,
            book.support,
            book.deviations,
            book.moments,
            book.urgent,
            book.papers,
            book.check_ins,
            book.measures,
        )
        for kind, table in zip(_KINDS, tables, strict=True):
            for id_ in table:
                self._add(id_, addresses.of(kind, id_))
        for ladder_id, ladder in book.ladders.items():
            for rung in ladder.rungs:
                self._add(rung.id, addresses.of("rung", rung.id, ladder_id))
        for word in book.words.words:
            self._add(f"word:{word.word.lower()}", addresses.of("word", word.word))
        for page in compiled.site.pages:
            if page.address.count("/") == 1:
                self._add(page.address.rstrip("/"), page.address)

    def _add(self, id_: str, address: str) -> None:
        self._at.setdefault(id_, []).append(address)

    def has(self, query: Query) -> bool:
        """Whether any answer that would be right stands in this handbook."""
        return any(wanted.partition("#")[0] in self._at for wanted in query.wanted)

    def fits(self, query: Query, address: str) -> bool:
        """Whether an address is one of the right answers."""
        return any(self._fits(wanted, address) for wanted in query.wanted)

    def _fits(self, wanted: str, address: str) -> bool:
        id_, _, part = wanted.partition("#")
        for right in self._at.get(id_, ()):
            if part and address.startswith(f"{right}#{part}"):
                return True
            # a part of the right page is right; a word of the glossary is only itself
            if not part and (address == right or (address.partition("#")[0] == right)):
                return True
        return False


def first_place(known: Known, query: Query, answer: Answer) -> int:
    """The place of the first right answer, counted from 1; 0 when there is none."""
    places = (at for at, address in enumerate(answer.addresses, 1) if known.fits(query, address))
    return next(places, 0)


def with_a_slip(words: str) -> str:
    """The same words with one slip of a finger in one of the longer ones; always the same for the same words."""
    chance = random.Random(words)
    parts = words.split()
    long = [at for at, part in enumerate(parts) if len(part) >= 5 and part.isalpha()]
    if not long:
        return words
    at = chance.choice(long)
    word, place = parts[at], chance.randrange(1, len(parts[at]) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    parts[at] = chance.choice(
        [
            before + after,
            before + letter + letter + after,
            before + after[:1] + letter + after[1:],
            before + chance.choice("etaoinshr") + after,
        ]
    )
    return " ".join(parts)
