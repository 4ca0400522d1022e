"""The view of the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas

__all__ = ["WordEntry", "word_entries"]


@dataclass(frozen=True)
class WordEntry:
    """One word of the glossary."""

    word: str
    anchor: str
    meaning: str


def word_entries(atlas: Atlas) -> tuple[WordEntry, ...]:
    """The glossary in alphabetical order."""
    words = sorted(atlas.handbook.words.words, key=lambda w: w.word.casefold())
    return tuple(
        WordEntry(w.word, atlas.addresses.of("word", w.word).partition("#")[2], w.meaning) for w in words
    )
