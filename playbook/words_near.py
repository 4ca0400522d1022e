"""Did you mean: the one known word that a mistyped word is closest to, or none.

Silent beyond two slips, and silent when two candidates are equally close, so that
a suggestion is worth following. Imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["distance", "nearest"]


def nearest(word: str, known: Iterable[str], *, within: int = 2) -> str | None:
    """Find the known word within two slips (a letter more, fewer, other, or two swapped), or fewer if asked."""
    folded = _fold(word)
    scored = sorted((distance(folded, _fold(other), limit=within), other) for other in set(known))
    close = [
        (score, other) for score, other in scored if score <= min(within, max(len(folded), len(other)) // 2)
    ]
    if not close or (len(close) > 1 and close[0][0] == close[1][0]):
        return None
    return close[0][1]


def distance(one: str, other: str, *, limit: int) -> int:
    """Count the slips between two words (optimal string alignment); anything beyond ``limit`` is limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        current = [i]
        for j, b in enumerate(other, start=1):
            best = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            current.append(best)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return min(row[-1], limit + 1)


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
