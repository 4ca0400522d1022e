"""Finds in a text what the rules of its language name, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from playbook.wording.rules import Pattern, Rules, RuleSet, rules_for
from playbook.wording.text import Sentence, sentences

__all__ = ["Remark", "find", "find_promises"]

_WORDS = re.compile(r"[a-z]+")
_SHOWN = 60


@dataclass(frozen=True)
class Remark:
    """One finding in a text: line and column count from 1, length in characters."""

    line: int
    column: int
    length: int
    check: str
    message: str
    hint: str
    start: int
    """How many characters of the text stand before it."""
    words: str


def find(
    text: str, rules: Rules | None = None, *, heading: bool = False, only: Collection[str] = ()
) -> list[Remark]:
    """Everything found in a text, in reading order; ``only`` names the checks to make, else all.

    Rules that know their texts (``rules_for(among=...)``) are ready sooner than all of them.
    """
    rules = rules or rules_for()
    checks = tuple(check for check in rules.checks if not only or check.id in only)
    return list(_all(text, checks, rules, heading))


def find_promises(text: str, profile: str, rules: Rules | None = None) -> list[Remark]:
    """Words that a lawyer should see where this profile applies; nothing for a profile without rules."""
    rules = rules or rules_for()
    check = rules.promises.get(profile)
    return list(_all(text, (check,), rules, False)) if check else []


@lru_cache(maxsize=100_000)  # a preview reads the whole handbook at every edit, and few of its texts are new
def _all(text: str, checks: tuple[RuleSet, ...], rules: Rules, heading: bool) -> tuple[Remark, ...]:
    found = [
        _remark(text, sentence, start, end, check)
        for sentence in sentences(text, rules, heading=heading)
        for check, start, end in _in_sentence(sentence, checks, rules)
    ]
    return tuple(sorted(found, key=lambda remark: (remark.start, remark.check)))


def _in_sentence(
    sentence: Sentence, checks: tuple[RuleSet, ...], rules: Rules
) -> Iterator[tuple[RuleSet, int, int]]:
    """What a sentence holds; the same words are found once, by the check that ranks first."""
    taken: list[tuple[int, int]] = []
    for check, pattern in _index(checks).may_be_in(sentence):
        for start, end in (match.span() for match in pattern.compiled.finditer(sentence.text)):
            free = all(end <= first or start >= last for first, last in taken)
            if free and not _is_silent(sentence.text, start, end, check, rules):
                taken.append((start, end))
                yield check, start, end


class _Index:
    """Which patterns a word calls for: most sentences hold none of the words that most patterns need."""

    def __init__(self, checks: tuple[RuleSet, ...]) -> None:
        self._ranked = [(check, pattern) for check in checks for pattern in check.find]
        self._always: set[int] = set()
        self._asked: dict[str, list[int]] = {}
        self._called: dict[str, list[list[int]]] = {}
        for rank, (_, pattern) in enumerate(self._ranked):
            if not pattern.needed:
                self._always.add(rank)
            for name in pattern.needed:
                if name not in self._asked:
                    ranks = self._asked.setdefault(name, [])
                    for word in pattern.filling.words_of((name,)):
                        self._called.setdefault(word, []).append(ranks)
                self._asked[name].append(rank)

    def may_be_in(self, sentence: Sentence) -> Iterator[tuple[RuleSet, Pattern]]:
        """Every pattern that this sentence can hold with its check, in order of rank."""
        words = self._called.keys() & _WORDS.findall(sentence.text.lower())
        ranks = self._always.union(*(ranks for word in words for ranks in self._called[word]))
        for check, pattern in map(self._ranked.__getitem__, sorted(ranks)):
            if sentence.heading or not check.heading:
                yield check, pattern


_index = lru_cache(maxsize=16)(_Index)


def _is_silent(text: str, start: int, end: int, check: RuleSet, rules: Rules) -> bool:
    """Say whether what stands around shows that nobody is judged: advice, a condition, an example beside it."""
    before = text[:start]
    return (
        any(pattern.compiled.search(before) for pattern in (*rules.advice, *check.before))
        or any(pattern.compiled.match(text, end) for pattern in check.after)
        or any(pattern.compiled.search(text) for pattern in check.sentence)
    )


def _remark(text: str, sentence: Sentence, start: int, end: int, check: RuleSet) -> Remark:
    lead = len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip(" ,;"))
    begin, stop = sentence.start + start + lead, sentence.start + end
    words = " ".join(text[begin:stop].split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    return Remark(
        text.count("\n", 0, begin) + 1,
        begin - (text.rfind("\n", 0, begin) + 1) + 1,
        stop - begin,
        check.id,
        check.says.replace("{words}", shown),
        check.hint,
        begin,
        words,
    )
