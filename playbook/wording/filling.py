"""The lists and parts of one language, filled into its patterns.

Lists become alternatives, names in braces are filled in, and a space becomes "one or more spaces".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

__all__ = ["Filling", "words_standing"]

_NAME = re.compile(r"\{([a-z_]+)\}")
_WORD_BEFORE = r"(?<![A-Za-z0-9])"
_WORD = re.compile(r"[a-z]+")
# what is escaped, a class as a whole, or a space with what says how often
_SPACE = re.compile(r"\\.|\[[^\]\\]*(?:\\.[^\]\\]*)*\]| [?*+]?", re.DOTALL)
_MORE = {" ": " +", " +": " +", " ?": " *", " *": " *"}
_NOTHING = "(?!)"


class Filling:
    """The lists and parts of one language, to fill patterns with; what is filled once is kept."""

    def __init__(
        self,
        lists: Mapping[str, tuple[str, ...]],
        parts: Mapping[str, str],
        whole: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.lists = lists
        self._whole = whole
        self._parts = parts
        self._filled: dict[str, str] = {}

    @property
    def pieces(self) -> Mapping[str, str]:
        """What the patterns filled so far have in common, by name, as it stands in them."""
        return dict(self._filled)

    def filled(self, written: str) -> str:
        """A pattern as it is searched with."""
        whole = self._fill(written)
        # a blank begins with a bracket, before which no word can end
        return _WORD_BEFORE + whole[2:] if whole.startswith("\\b") else whole

    def words_of(self, names: Iterable[str]) -> Iterator[str]:
        """One word of every phrase of these whole lists, the longest, alone and with an s; no list: the word itself."""
        for name in names:
            for phrase in self._whole.get(name, (name,)):
                word = max(_WORD.findall(phrase.lower()), key=len)
                yield from (word, f"{word}s")

    def _fill(self, written: str) -> str:
        return _NAME.sub(lambda name: self._named(name[1]), _spaced(written))

    def _named(self, name: str) -> str:
        if name not in self._filled:
            self._filled[name] = (
                _spaced(_alternatives(self.lists[name]))
                if name in self.lists
                else self._fill(self._parts[name])
            )
        return self._filled[name]


def words_standing(lists: Mapping[str, Iterable[str]], texts: Iterable[str]) -> dict[str, set[str]]:
    """What of each list can stand in these texts, in whole or as a part of longer words."""
    there = "\n".join(frozenset().union(*map(_words_in, texts)))
    known: dict[str, bool] = {}

    def stands(word: str) -> bool:
        if word not in known:
            known[word] = word in there
        return known[word]

    return {
        name: {phrase for phrase in phrases if all(map(stands, _WORD.findall(phrase)))}
        for name, phrases in lists.items()
    }


@lru_cache(maxsize=100_000)  # a preview looks at every text after every edit, and few of them are new
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _spaced(pattern: str) -> str:
    """Let every space of a pattern stand for one or more; a space in a class stays what it is."""
    return _SPACE.sub(lambda found: _MORE.get(found[0], found[0]), pattern)


def _alternatives(words: Iterable[str]) -> str:
    """One pattern for many words, in which what they begin with is written once; for none, what is nowhere."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    if not tree:
        return _NOTHING
    whole = _branches(tree)
    return f"(?:{whole})" if len(tree) == 1 else whole  # what follows it in a pattern is of all its letters


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
