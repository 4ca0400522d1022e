"""Print for every card and checklist of a handbook the figures of C1 to C6: room, paper, items, grade.

``python -m benchmarks.cards [DIR]``. Worked out from the words, without a browser; the browser tests hold
the same numbers against a real one. Ends with 1 when a figure is not reached.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from benchmarks.measured import ROOT
from playbook.card_budget import SURFACES, CardText, measure
from playbook.checks.found_cards import cards_in
from playbook.checks.inspection import Inspection
from playbook.loader import load
from playbook.model.records import ChecklistItem
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.readability import capitals, grade, sentences

__all__ = ["main"]

MEDIAN_GRADE, HIGHEST_GRADE, LONGEST_SENTENCE, MOST_ITEMS, LONGEST_PAUSE = 6.0, 8.0, 25, 9, 90


def main() -> int:
    """Print one table of cards and one of checklists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT)
    book = load(Project(parser.parse_args().folder)).handbook
    if book is None:
        print("The handbook cannot be read: run `playbook check` first.")
        return 2
    missed = [*_cards(book), *_checklists(book)]
    print("\nNot as promised: " + "; ".join(missed) if missed else "\nAll figures of C1 to C6 are reached.")
    return 1 if missed else 0


def _cards(book: Handbook) -> list[str]:
    known = tuple(book.words.abbreviations)
    print(f"{'card':44} words items " + " ".join(f"{on.key:>14}" for on in SURFACES) + "  grade longest")
    grades, missed = [], []
    for found in cards_in(Inspection(book)):
        card = found.text
        text, longest = "\n".join(card.running), _longest(card)
        grades.append(grade(text, leave_out=known))
        spare = [round(on.height - measure(card, on).height) for on in SURFACES]
        room = " ".join(f"{left:>11} px" for left in spare)
        print(f"{card.title[:44]:44} {card.words:5} {card.items:5} {room}  {grades[-1]:5.1f} {longest:7}")
        missed += [
            f'"{card.title}" does not fit {on.name}'
            for on, left in zip(SURFACES, spare, strict=True)
            if left < 0
        ]
        missed += [f'"{card.title}" has a sentence of {longest} words'] * (longest > LONGEST_SENTENCE)
        missed += [f'"{card.title}" has capitals'] * bool(capitals(text, known))
    median, highest = statistics.median(grades), max(grades)
    print(
        f"{len(grades)} cards. Room is what is left on each. Grade: median {median:.1f}, highest {highest:.1f}."
    )
    missed += [f"the median grade is {median:.1f}"] * (median > MEDIAN_GRADE)
    return missed + [f"the highest grade is {highest:.1f}"] * (highest > HIGHEST_GRADE)


def _longest(card: CardText) -> int:
    return max((len(one.split()) for line in card.running for one in sentences(line)), default=0)


def _checklists(book: Handbook) -> list[str]:
    missed = []
    print(f"\n{'checklist':44} {'before':>14} {'during':>14} {'after':>14}")
    for checklist in book.checklists.values():
        pauses = [checklist.before, checklist.during, checklist.after]
        shown = [f"{len(items):2} items {_seconds(items):3.0f} s" for items in pauses]
        print(f"{checklist.title[:44]:44} " + " ".join(f"{words:>14}" for words in shown))
        missed += [f'"{checklist.title}" has too many items' for items in pauses if len(items) > MOST_ITEMS]
        missed += [
            f'"{checklist.title}" has too long a pause' for items in pauses if _seconds(items) > LONGEST_PAUSE
        ]
    return missed


def _seconds(items: list[ChecklistItem]) -> float:
    """How long it takes to go through a pause: three words a second, and two seconds to do a tick."""
    return sum(len(f"{item.do} {item.say or ''}".split()) / 3 + 2 for item in items)


if __name__ == "__main__":
    sys.exit(main())
