"""What the wording rules overlook: a sentence that a pattern matches, with none of the words that it needs.

Every way through the pattern is walked, sign by sign, past all needed words. Of each list one phrase stands for
all that hold none of them. What looking ahead forbids is found out at the end, on the pattern itself.
"""

from __future__ import annotations

import importlib
import re
import string
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from playbook.wording.filling import Filling
from playbook.wording.rules import Pattern

__all__ = ["overlooked"]

_PARSER: Any = importlib.import_module("re._parser")  # no public module of Python takes a pattern apart
_LETTERS = frozenset(string.ascii_lowercase)
_SIGNS = frozenset(string.ascii_letters + string.digits + "_ '-,.:;!?[]()…’/&¤=→\"")
_DIGITS = frozenset(string.digits + "_")
_OF_WORDS = frozenset(string.ascii_letters) | _DIGITS
_AROUND = frozenset("x ")
_OTHER = "*"
_OFTEN = 3

Edge = tuple[str | frozenset[str], int]
"""A sign that is read, or what must hold here; and where it leads."""


class _Place(NamedTuple):
    """How far a sentence has come: in the pattern, in its present word, and what may follow."""

    node: int = 0
    word: str = ""
    """Its letters so far, while they can become a needed word."""
    begun: bool = False
    in_word: bool = False
    follows: str = ""
    """Of what comes next: "word" a sign of words, "gap" none, "end" nothing at all."""
    looked: frozenset[int] = frozenset()
    """Where the pattern looks ahead on this way: such a way may be none, and stands for no other."""


def overlooked(pattern: Pattern, lists: Mapping[str, Iterable[str]], parts: Mapping[str, str]) -> str | None:
    """A sentence that the pattern matches and that its needs pass over; None where there is none."""
    needs = pattern.needs

    def free(sentence: str) -> bool:
        return needs.isdisjoint(re.findall("[a-z]+", sentence.lower()))

    one = {name: tuple(phrase for phrase in phrases if free(phrase))[:1] for name, phrases in lists.items()}
    ways = _Ways(Filling(one, parts, one).filled(pattern.written))
    return next(
        (found for found in _sentences(ways, needs) if free(found) and pattern.compiled.search(found)), None
    )


class _Ways:
    """The ways through a pattern, as a graph: from node 0 to one of the last, then on with what must follow."""

    def __init__(self, source: str) -> None:
        self.edges: list[list[Edge]] = [[]]
        self._must_follow: dict[str, Any] = {}
        self._awaits: set[int] = set()
        self._end = self._all(_PARSER.parse(source, re.ASCII), 0)
        ends = [self._all(items, self._end) for items in self._must_follow.values()]
        self.last = {self._end, *ends}

    def anything_may_stand(self, place: _Place) -> bool:
        """Whether the sentence may go on here with what is no part of the pattern."""
        met = place.node != self._end or self._awaits.isdisjoint(place.looked)
        return place.node == 0 or (place.node in self.last and met)

    def _to(self, start: int, kind: str | frozenset[str], end: int | None = None) -> int:
        if end is None:
            end = len(self.edges)
            self.edges.append([])
        self.edges[start].append((kind, end))
        return end

    def _all(self, items: Iterable[tuple[Any, Any]], at: int) -> int:
        for kind, what in items:
            at = self._one(str(kind), what, at)
        return at

    def _one(self, kind: str, what: Any, at: int) -> int:
        match kind:
            case "LITERAL":
                return self._to(at, frozenset(chr(what)))
            case "IN" | "NOT_LITERAL" | "ANY":
                return self._to(at, _signs(kind, what))
            case "SUBPATTERN":
                return self._all(what[3], at)
            case "BRANCH":
                first, *others = [self._all(way, self._to(at, "")) for way in what[1]]
                for other in others:
                    self._to(other, "", first)
                return first
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self._repeated(*what, at)
            case "AT":
                return self._to(at, str(what))
            case "ASSERT" if what[0] > 0:
                self._must_follow[str(what[1])] = what[1]
                self._awaits.add(there := self._to(at, "looks ahead"))
                return there
            case "ASSERT_NOT" if what[0] < 0:  # the one that stands for the beginning of a word
                return self._to(at, "new word")
            case "ASSERT_NOT":  # with nothing in it: a list without a phrase
                return self._to(at, "looks ahead" if len(what[1]) else "nothing")
        raise NotImplementedError(kind)

    def _repeated(self, least: int, most: int, items: Any, at: int) -> int:
        """As often as it may be; where that is many times, without an end."""
        for _ in range(least):
            at = self._all(items, at)
        end = self._to(at, "")
        if most - least > _OFTEN:
            again = self._to(at, "")  # where nothing else begins: what comes back here takes no other way
            self._to(self._all(items, again), "", again)
            self._to(again, "", end)
            return end
        for _ in range(most - least):
            at = self._all(items, at)
            self._to(at, "", end)
        return end


def _signs(kind: str, what: Any) -> frozenset[str]:
    if kind != "IN":
        return _SIGNS - ({chr(what)} if what else set())
    found: set[str] = set()
    for one, which in what:
        match str(one):
            case "LITERAL":
                found.add(chr(which))
            case "RANGE":
                found.update(map(chr, range(which[0], which[1] + 1)))
            case "CATEGORY":
                found |= {"CATEGORY_DIGIT": set(string.digits), "CATEGORY_WORD": _OF_WORDS}[str(which)]
    return _SIGNS - found if str(what[0][0]) == "NEGATE" else _SIGNS & found or frozenset(found)


def _sentences(ways: _Ways, needs: frozenset[str]) -> Iterator[str]:
    """What can be read on the ways through the pattern past all needed words, the shortest first."""
    beginnings = {word[:length] for word in needs for length in range(len(word) + 1)}
    come: dict[_Place, tuple[_Place, str] | None] = {_Place(): None}
    left = deque(come)
    while left:
        place = left.popleft()
        if place.node in ways.last and place.word not in needs and place.follows != "word":
            yield _read(come, place)
        around = [(_AROUND, place.node)] if ways.anything_may_stand(place) else []
        for kind, node in (*ways.edges[place.node], *around):
            for sign, there in _steps(place, kind, needs, beginnings):
                looked = there.looked | {node} if kind == "looks ahead" else there.looked
                reached = there._replace(node=node, looked=looked)
                if reached not in come:
                    come[reached] = place, sign
                    left.append(reached)


def _read(come: Mapping[_Place, tuple[_Place, str] | None], place: _Place) -> str:
    signs, step = "", come[place]
    while step:
        signs, step = step[1] + signs, come[step[0]]
    return signs


def _steps(
    place: _Place, kind: str | frozenset[str], needs: frozenset[str], beginnings: set[str]
) -> Iterator[tuple[str, _Place]]:
    if isinstance(kind, frozenset):
        # of many letters one that leads away from the needed words, of all other signs one of each sort
        letters = sorted(kind & _LETTERS) or sorted(kind & _OF_WORDS - _DIGITS)
        away = next((sign for sign in letters if place.word + sign.lower() not in beginnings), "")
        for signs in ([away] if away else letters, sorted(kind & _DIGITS)[:1], sorted(kind - _OF_WORDS)[:1]):
            for sign in signs:
                if there := _after(place, sign, needs, beginnings):
                    yield sign, there
        return
    follows = place.follows
    match kind:
        case "AT_BOUNDARY":
            follows = "gap" if place.in_word else "word"
        case "AT_END":
            follows = "end"
    fits = follows == place.follows or not place.follows or {follows, place.follows} == {"gap", "end"}
    barred = {"nothing": True, "new word": place.in_word, "AT_BEGINNING": place.begun}.get(kind, False)
    if fits and not barred:
        yield "", place._replace(follows="end" if "end" in (follows, place.follows) else follows)


def _after(place: _Place, sign: str, needs: frozenset[str], beginnings: set[str]) -> _Place | None:
    """Where one more sign leads; None where it may not stand, or ends a needed word."""
    in_word = sign in _OF_WORDS
    letter = sign.lower()
    if place.follows == "end" or place.follows == ("gap" if in_word else "word"):
        return None
    if letter not in _LETTERS:
        return (
            None if place.word in needs else place._replace(word="", begun=True, in_word=in_word, follows="")
        )
    word = place.word + letter if place.word + letter in beginnings else _OTHER
    return place._replace(word=word, begun=True, in_word=in_word, follows="")
