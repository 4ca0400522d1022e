"""Where every record is published: one place decides addresses, codes and anchors.

Card addresses are short stable codes, because the id *is* the situation and
screens, histories and proxies are read by others; ``discreet: false`` shows ids.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from playbook.model.whole import Handbook

__all__ = ["Addresses", "anchor", "card_codes", "relative"]

_FOLDERS = {
    "standard": "standards",
    "ladder": "steps",
    "checklist": "meetings",
    "paper": "papers",
    "check-in": "check-ins",
    "measure": "measures",
    "path": "new-here",
    "talk": "talking",
}
_FIXED = {"handbook": "", "words": "words/", "my-side": "my-side/", "changes": "changes/"}
"""Records that are one file of a fixed name, each with its page."""

_ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
"""Signs that cannot be mistaken for each other on paper; without vowels no code spells a word."""
_LENGTH = 6
"""Long enough that two of 500 cards share a code once in 3,000 handbooks; then both get longer ones."""


class Addresses:
    """Addresses of one handbook, relative to the site root."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Card code by situation or urgent id, earlier ids included."""
        book = self._handbook
        cards = [
            *(("deviation", id_, found.deviation.was) for id_, found in book.deviations.items()),
            *(("moment", id_, moment.was) for id_, moment in book.moments.items()),
            *(("urgent", id_, urgent.was) for id_, urgent in book.urgent.items()),
        ]
        ids = [f"{kind}:{id_}" for kind, now, was in cards for id_ in (now, *was)]
        if not book.settings.discreet:
            return {id_: id_.split(":", 1)[1] for id_ in ids}
        return card_codes(ids)

    @cached_property
    def _word_anchors(self) -> Mapping[str, str]:
        """Anchor by word of the glossary; words that differ in signs alone (C and C++) are told apart."""
        words = dict.fromkeys(entry.word for entry in self._handbook.words.words)
        shared = Counter(anchor(word) for word in words)
        return {
            word: anchor(word) if shared[anchor(word)] == 1 else f"{anchor(word)}-{_code(word, 4)}"
            for word in words
        }

    def of(self, kind: str, id_: str, within: str = "") -> str:
        """The address of a record, by its present or an earlier id; ``within`` is the ladder of a rung."""
        if kind == "word":
            return f"words/#word-{self._word_anchors[id_]}"
        if kind in ("deviation", "moment"):
            return f"cards/{self.codes[f'{kind}:{id_}']}/"
        if kind == "urgent":
            return f"urgent/{self.codes[f'urgent:{id_}']}/"
        if kind == "rung":
            return f"steps/{within}/{id_}/"
        if kind in _FIXED:
            return _FIXED[kind]
        folder = _FOLDERS.get(kind)
        if folder:
            return f"{folder}/{id_}/"
        page = {"support": "support", "cause": "support"}[kind]
        return f"{page}/#{kind}-{id_}"


def card_codes(ids: Iterable[str]) -> dict[str, str]:
    """Give every id a short code from its own words alone, so that it never changes.

    Two ids that would share a code get longer ones, the same in every build.
    """
    ids = sorted(set(ids))
    length = _LENGTH
    codes = {id_: _code(id_, length) for id_ in ids}
    while len(set(codes.values())) < len(codes):
        length += 1
        taken = Counter(codes.values())
        codes = {id_: _code(id_, length) if taken[code] > 1 else code for id_, code in codes.items()}
    return codes


def _code(id_: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(id_.encode()).digest(), "big")
    letters = []
    for _ in range(length):
        number, index = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[index])
    return "".join(letters)


def anchor(text: str) -> str:
    """An id for a place on a page, from words: small letters, digits, hyphens."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(char)
    )
    slug = re.sub(r"[^a-z0-9]*[^a-z0-9-][^a-z0-9]*", "-", plain).strip("-")
    return slug or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]


def relative(target: str, page: str) -> str:
    """A link from one page to an address of the same site, both relative to its root."""
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return f"#{fragment}"
    return _way(path, page) + mark + fragment


@lru_cache(maxsize=10_000)  # many links of a page lead to places on one other
def _way(path: str, page: str) -> str:
    here, there = page.split("/")[:-1], path.split("/")[:-1]
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    steps = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:])
    return steps + path.rpartition("/")[2] or "./"
