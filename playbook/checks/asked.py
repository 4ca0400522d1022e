"""What hints ask an author for, in words that describe it and are not yet an answer.

Written once: the hint of a check says it, and ``still-to-write`` finds it where somebody
pasted it as it stands. What a field asks for besides is its description in the model.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ASKED", "add"]

ASKED: Mapping[str, str] = {
    "abbreviations": "what it stands for",
    "aftercare": "who calls or meets them, and how soon",
    "because": "the reason that the person should know",
    "counts_from": "a sentence, or the first step that counts",
    "leaders": "what anybody can see that leaders do",
    "way_back": "what is done, and what then happens",
    "you_can_expect": "what happens on their side, and what they may ask for",
}
"""By the name of the field, what to write there."""


def add(name: str) -> str:
    """Tell an author to add this field, and what to write there."""
    return f"add {name}: {ASKED[name]}"
