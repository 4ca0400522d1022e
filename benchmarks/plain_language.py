"""Prints how easily the example handbook reads: school grade and sentences, by kind, cards and pages apart.

    python -m benchmarks.plain_language [FOLDER]

The grade is Flesch and Kincaid's. Held against these bounds: cards at most 8 with a median of 6 and no
sentence over 25 words, pages at most 9. FOLDER is another project to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.readability import Reading, reading
from playbook.running_text import make_resolve, passages, running_text

__all__ = ["card_readings", "main", "page_readings"]

_ROOT = Path(__file__).resolve().parents[1]
_ENOUGH = 20
"""With fewer words than this, one long word decides the grade."""


def card_readings(handbook: Handbook) -> dict[str, list[tuple[str, Reading]]]:
    """The figures of every card, by the kind of record it is written in."""
    known, resolve = handbook.words.abbreviations, make_resolve(handbook)
    found: dict[str, list[tuple[str, Reading]]] = {}
    for record in handbook.records.values():
        cards: dict[tuple[str | int, ...], list[str]] = {}
        for passage in passages(record, resolve):
            if passage.on_card:
                cards.setdefault(passage.card, []).append(passage.text)
        for path, texts in cards.items():
            name = " ".join(str(part) for part in (record.id, *path))
            found.setdefault(record.kind, []).append((name, reading("\n".join(texts), leave_out=known)))
    return found


def page_readings(handbook: Handbook) -> dict[str, list[tuple[str, Reading]]]:
    """The figures of all running text of every record, by kind."""
    known, resolve = handbook.words.abbreviations, make_resolve(handbook)
    found: dict[str, list[tuple[str, Reading]]] = {}
    for record in handbook.records.values():
        figures = reading(running_text(record, resolve), leave_out=known)
        found.setdefault(record.kind, []).append((record.id, figures))
    return found


def main(named: Iterable[str] = ()) -> int:
    """Print both tables; 1 when a card or a page is over its bound."""
    folder = next((Path(one) for one in named), _ROOT)
    handbook = load(Project(folder)).handbook
    if handbook is None:
        print(f"There is no handbook that can be read in {folder}")
        return 2
    cards, pages = card_readings(handbook), page_readings(handbook)
    _print("cards", cards)
    _print("pages", pages)
    every = [one for rows in cards.values() for _, one in rows if one.words >= _ENOUGH]
    whole = [one for rows in pages.values() for _, one in rows if one.words >= _ENOUGH]
    middle = median([one.grade for one in every] or [0.0])
    print(f"\ncards: median grade {middle:.1f} (at most 6)")
    kept = middle <= 6 and _most(every, 8, 25) and _most(whole, 9, None)
    print("Every card and page is within its bounds." if kept else "Something is over its bound.")
    return 0 if kept else 1


def _most(figures: list[Reading], grade: float, longest: int | None) -> bool:
    return all(one.grade <= grade and (longest is None or one.longest <= longest) for one in figures)


def _print(title: str, kinds: dict[str, list[tuple[str, Reading]]]) -> None:
    print(
        f"\n{title:16} {'records':>7} {'words':>7} {'a sentence':>10} {'longest':>7} {'median':>7} {'most':>6}  hardest"
    )
    for kind, rows in kinds.items():
        graded = [row for row in rows if row[1].words >= _ENOUGH]
        words, sentences = (sum(getattr(one, what) for _, one in rows) for what in ("words", "sentences"))
        longest = max(one.longest for _, one in rows)
        grades = [one.grade for _, one in graded] or [0.0]
        hardest = max(graded, key=lambda row: row[1].grade)[0] if graded else "-"
        print(
            f"{kind:16} {len(rows):>7} {words:>7,} {words / (sentences or 1):>10.1f} {longest:>7}"
            f" {median(grades):>7.1f} {max(grades):>6.1f}  {hardest}"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
