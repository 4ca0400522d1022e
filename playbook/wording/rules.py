"""From the data of one language to patterns that Python and a browser read alike.

A language file names lists of words, pieces of patterns and, for each check, what it finds.
Here lists become alternatives, names in braces are filled in, and a space becomes "one or
more spaces".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Pattern", "RuleSet", "Rules", "rules_for"]

_LANGUAGES = Path(__file__).resolve().parent / "languages"
_NAME = re.compile(r"\{([a-z_]+)\}")
_WORD_BEFORE = r"(?<![A-Za-z0-9])"
_WORD = re.compile(r"[a-z]+")
# what is escaped, a class as a whole, or a space with what says how often
_SPACE = re.compile(r"\\.|\[[^\]\\]*(?:\\.[^\]\\]*)*\]| [?*+]?", re.DOTALL)
_MORE = {" ": " +", " +": " +", " ?": " *", " *": " *"}


@dataclass(frozen=True)
class Pattern:
    """One pattern. ``needs`` holds words of which a sentence must have one; empty: no need."""

    source: str
    needs: frozenset[str] = frozenset()

    @property
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
    pieces: Mapping[str, str]
    """What many patterns have in common, by name, as it stands in them."""


@cache
def rules_for(language: str = "en") -> Rules:
    """The rules of a language; the data ships with the package."""
    text = (_LANGUAGES / f"{language}.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _Filling(data["lists"], data["parts"]).rules(data)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.ASCII)


class _Filling:
    """The lists and parts of one language, to fill patterns with."""

    def __init__(self, lists: Mapping[str, str], parts: Mapping[str, str]) -> None:
        self._lists = {
            name: [word.strip() for word in written.split(" / ")] for name, written in lists.items()
        }
        self._parts = dict(parts)
        self._filled: dict[str, str] = {}

    def rules(self, data: Mapping[str, Any]) -> Rules:
        """Everything the language file says."""
        made = Rules(
            tuple(self._rule_set(check) for check in data["checks"]),
            self._patterns(data["advice"]),
            self._pattern(data["bad_list"]),
            self._pattern(data["bad_heading"]),
            frozenset(self._lists["first_names"]),
            frozenset(self._lists["not_names"]),
            frozenset(self._lists["not_surnames"]),
            frozenset(self._lists["also_words"]),
            {
                name: self._rule_set({"id": "promise-word", **written})
                for name, written in data["promises"].items()
            },
            {},
        )
        return replace(made, pieces=self._filled)

    def _rule_set(self, check: Mapping[str, Any]) -> RuleSet:
        unless = check.get("unless", {})
        return RuleSet(
            check["id"],
            check["says"],
            check["hint"],
            check.get("heading", False),
            self._patterns(check["find"]),
            self._patterns(unless.get("before", ())),
            self._patterns(unless.get("after", ())),
            self._patterns(unless.get("sentence", ())),
        )

    def _patterns(self, written: Iterable[Any]) -> tuple[Pattern, ...]:
        return tuple(self._pattern(one) for one in written)

    def _pattern(self, written: Any) -> Pattern:
        if isinstance(written, str):
            return Pattern(self._fill(written))
        needs = frozenset(self._needed(written.get("needs", "").split()))
        return Pattern(self._fill(written["find"]), needs)

    def _needed(self, names: Iterable[str]) -> Iterable[str]:
        """One word of every phrase that may be found, the longest, alone and with an s."""
        for name in names:
            for phrase in self._lists.get(name, [name]):
                word = max(_WORD.findall(phrase.lower()), key=len)
                yield from (word, f"{word}s")

    def _fill(self, written: str) -> str:
        filled = _NAME.sub(lambda name: self._named(name[1]), _spaced(written))
        # a blank begins with a bracket, before which no word can end
        return _WORD_BEFORE + filled[2:] if filled.startswith("\\b") else filled

    def _named(self, name: str) -> str:
        if name not in self._filled:
            self._filled[name] = (
                _spaced(_alternatives(self._lists[name]))
                if name in self._lists
                else _NAME.sub(lambda inner: self._named(inner[1]), _spaced(self._parts[name]))
            )
        return self._filled[name]


def _spaced(pattern: str) -> str:
    """Let every space of a pattern stand for one or more; a space in a class stays what it is."""
    return _SPACE.sub(lambda found: _MORE.get(found[0], found[0]), pattern)


def _alternatives(words: Iterable[str]) -> str:
    """One pattern for many words, in which what they begin with is written once."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: Mapping[str, Any]) -> str:
    parts = [
        re.escape(letter).replace("\\ ", " ").replace("\\-", "-") + _branches(rest)
        for letter, rest in sorted(tree.items(), reverse=True)
        if letter
    ]
    if not parts:
        return ""
    inner = parts[0] if len(parts) == 1 and "" not in tree else f"(?:{'|'.join(parts)})"
    return f"{inner}?" if "" in tree else inner
