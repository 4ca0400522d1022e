"""The checks on wording of one language, as patterns that Python and a browser read alike.

A language file names lists of words, pieces of patterns and, for each check, what it finds.
``filling`` makes patterns of them. Making all of them ready takes longer than reading a whole
handbook; so whoever has the texts at hand names them, and only words that stand there take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from playbook.wording.filling import Filling, words_standing

__all__ = ["Pattern", "RuleSet", "Rules", "rules_for"]

_LANGUAGES = Path(__file__).resolve().parent / "languages"


@dataclass(frozen=True, eq=False)
class Pattern:
    """One pattern, filled and made ready only when somebody searches with it."""

    written: str
    filling: Filling
    needed: tuple[str, ...] = ()

    @cached_property
    def source(self) -> str:
        """The pattern with every list and part in its place."""
        return self.filling.filled(self.written)

    @cached_property
    def needs(self) -> frozenset[str]:
        """Words of which a sentence must have one; only where ``needed`` is empty there is no need."""
        return frozenset(self.filling.words_of(self.needed))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, ready to search with; letters are those of a to z, as in a browser."""
        return _compiled(self.source)


@dataclass(frozen=True, eq=False)  # read once, and told apart by which it is
class RuleSet:
    """One check on wording: what it says, what it asks, what it finds, and where it keeps silent."""

    id: str
    says: str
    hint: str
    heading: bool
    find: tuple[Pattern, ...]
    before: tuple[Pattern, ...]
    after: tuple[Pattern, ...]
    sentence: tuple[Pattern, ...]


@dataclass(frozen=True, eq=False)
class Rules:
    """Every check on wording of one language, in order of rank."""

    checks: tuple[RuleSet, ...]
    advice: tuple[Pattern, ...]
    bad_list: Pattern
    bad_heading: Pattern
    first_names: frozenset[str]
    not_names: frozenset[str]
    not_surnames: frozenset[str]
    also_words: frozenset[str]
    promises: Mapping[str, RuleSet]
    filling: Filling


def rules_for(language: str = "en", among: Iterable[str] | None = None) -> Rules:
    """The rules of a language: all of them, or only as much as can find something ``among`` these texts."""
    rules = _language(language)
    return rules.whole if among is None else rules.among(among)


@cache
def _language(language: str) -> _Language:
    return _Language(language)


@lru_cache(maxsize=1000)  # a preview makes few of them anew when a word joins in
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.ASCII)


class _Language:
    """The data of one language, which ships with the package, and the rules made of it."""

    def __init__(self, language: str) -> None:
        text = (_LANGUAGES / f"{language}.yml").read_text(encoding="utf-8")
        self._data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._lists = {
            name: tuple(word.strip() for word in written.split(" / "))
            for name, written in self._data["lists"].items()
        }
        self.whole = self._rules(self._lists)
        self._few = self._rules(dict.fromkeys(self._lists, ()))

    def among(self, texts: Iterable[str]) -> Rules:
        """Rules that find in these texts what the whole ones find; those of the last call where they do."""
        standing = words_standing(self._lists, texts)
        had = self._few.filling.lists
        if any(not standing[name] <= set(had[name]) for name in standing):
            # what stood there before stays: a text that is edited often gets its words back
            self._few = self._rules(
                {
                    name: tuple(word for word in words if word in standing[name] or word in had[name])
                    for name, words in self._lists.items()
                }
            )
        return self._few

    def _rules(self, lists: Mapping[str, tuple[str, ...]]) -> Rules:
        data, made = self._data, _Making(Filling(lists, self._data["parts"], self._lists))
        return Rules(
            checks=tuple(made.rule_set(check) for check in data["checks"]),
            advice=made.patterns(data["advice"]),
            bad_list=made.pattern(data["bad_list"]),
            bad_heading=made.pattern(data["bad_heading"]),
            first_names=frozenset(self._lists["first_names"]),
            not_names=frozenset(self._lists["not_names"]),
            not_surnames=frozenset(self._lists["not_surnames"]),
            also_words=frozenset(self._lists["also_words"]),
            promises={
                name: made.rule_set({"id": "promise-word", **one}) for name, one in data["promises"].items()
            },
            filling=made.filling,
        )


@dataclass(frozen=True)
class _Making:
    """From what the language file says of a check to the check."""

    filling: Filling

    def rule_set(self, check: Mapping[str, Any]) -> RuleSet:
        unless = check.get("unless", {})
        return RuleSet(
            check["id"],
            check["says"],
            check["hint"],
            check.get("heading", False),
            self.patterns(check["find"]),
            self.patterns(unless.get("before", ())),
            self.patterns(unless.get("after", ())),
            self.patterns(unless.get("sentence", ())),
        )

    def patterns(self, written: Iterable[Any]) -> tuple[Pattern, ...]:
        return tuple(self.pattern(one) for one in written)

    def pattern(self, written: Any) -> Pattern:
        if isinstance(written, str):
            return Pattern(written, self.filling)
        return Pattern(written["find"], self.filling, tuple(written.get("needs", "").split()))
