"""Phrases that come back: five words or more in a row, three times or more, in more than one record.

``python -m benchmarks.sameness [FOLDER]`` prints them for the example handbook or another project.
Words that only feed the search are left out, and a phrase ends where its sentence ends. What is
said alike on purpose is printed apart, with the reason; anything else makes the command fail.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measured import ROOT
from playbook.compiler import compile_handbook
from playbook.model.fields import Wording
from playbook.model.papers import Paper
from playbook.model.walk import wordings
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.readability import sentences

__all__ = ["KEPT", "Place", "Repeated", "places_in", "repeated", "why_kept"]

FEWEST_WORDS = 5
FEWEST_TIMES = 3

KEPT: Mapping[str, str] = {
    "rights": "a right is the same right on every ladder, and is read out word for word",
    "records": "where a record lies and who sees it is promised once, in the same words",
    "protection": "what is never held against anybody holds everywhere",
    "applies_to": "who is covered is said in the same words on every ladder",
    "departure": "what is owed outside the guide is one rule",
    "counts_for": "one rule says how a letter ends early",
    "response": "the agreed choices are called the same wherever they can be chosen",
    "decision_rule": "who must agree to an ending is one rule",
    "factors": "a like question is weighed in like words",
    "measure note": "that figures are invented is said under each of them, so that nobody has to guess",
} | dict.fromkeys(
    ("notice", "companion", "respond", "adjustments", "appeal"),
    "a paper tells somebody a right in the words in which it is granted",
)
"""Fields whose words are meant to be the same in several records, and why; what a part of a paper states
counts as its field, and a kind before a field keeps it in records of that kind alone."""

NAMES: Mapping[str, str] = {
    "what got in the way": "what kept somebody from it is asked in the handbook's own name for causes",
    "what was seen or heard": "a fact is called the same wherever it is asked for, so that nobody reads a judgement into it",
    "a director who was not involved": "a role has one name",
}
"""Names of things: a phrase that is one of them, or part of one, comes back on purpose."""

_WORD = re.compile(r"<<[^>]*>>|\[[^\]]*\]|[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Place:
    """One sentence of one record: where it stands, and its words in small letters."""

    record: str
    path: tuple[str | int, ...]
    words: tuple[str, ...]
    states: tuple[str, ...] = ()
    """What the part of a paper has to state, where it is one."""

    @property
    def fields(self) -> set[str]:
        """Every name under which this place may be kept."""
        steps = [str(step) for step in self.path]
        kind = self.record.partition(" ")[0]
        return {*steps, *(f"{kind} {step}" for step in steps), *self.states}


@dataclass(frozen=True)
class Repeated:
    """A phrase, and every place it stands at."""

    phrase: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def records(self) -> list[str]:
        """The records it stands in, each once."""
        return sorted({place.record for place in self.places})


def places_in(handbook: Handbook) -> Iterator[Place]:
    """Every sentence that people read, in the order of the handbook."""
    for record in handbook.records.values():
        for found in wordings(record.data):
            if isinstance(found.mark, Wording) and found.mark.kind != "search":
                for sentence in sentences(found.value):
                    words = tuple(word.lower() for word in _WORD.findall(sentence))
                    states = _states(record.data, found.path)
                    yield Place(f"{record.kind} {record.id}", found.path, words, states)


def _states(data: object, path: tuple[str | int, ...]) -> tuple[str, ...]:
    if isinstance(data, Paper) and path[0] == "parts":
        return tuple(data.parts[int(path[1])].states)
    return ()


def repeated(places: Iterable[Place]) -> list[Repeated]:
    """The longest phrases that come back often enough, the most frequent first."""
    waiting = [(place, start) for place in places for start in range(len(place.words) - FEWEST_WORDS + 1)]
    length, found = FEWEST_WORDS, []
    while waiting:
        at: dict[tuple[str, ...], list[tuple[Place, int]]] = defaultdict(list)
        for place, start in waiting:
            if start + length <= len(place.words):
                at[place.words[start : start + length]].append((place, start))
        often = {phrase: spots for phrase, spots in at.items() if _is_often(spots)}
        found += [Repeated(phrase, tuple(place for place, _ in spots)) for phrase, spots in often.items()]
        waiting = [spot for spots in often.values() for spot in spots]
        length += 1
    return sorted(_longest(found), key=lambda one: (-len(one.places), one.phrase))


def _is_often(spots: list[tuple[Place, int]]) -> bool:
    return len(spots) >= FEWEST_TIMES and len({place.record for place, _ in spots}) > 1


def _longest(found: list[Repeated]) -> Iterator[Repeated]:
    """Leave out a phrase that is part of a longer one which stands as often."""
    for one in found:
        if not any(
            len(other.places) >= len(one.places) and _holds(other.phrase, one.phrase)
            for other in found
            if len(other.phrase) == len(one.phrase) + 1
        ):
            yield one


def _holds(longer: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return phrase in (longer[:-1], longer[1:])


def why_kept(one: Repeated) -> str:
    """Why it is said alike on purpose, where every place of it stands in such a field; else nothing."""
    said = f" {' '.join(one.phrase)} "
    for name, reason in NAMES.items():
        if said in f" {name} ":
            return reason
    reasons = [next((KEPT[name] for name in KEPT if name in place.fields), "") for place in one.places]
    return reasons[0] if all(reasons) else ""


def main() -> int:
    """Print what comes back, and fail when any of it has no reason."""
    project = Project(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    handbook = compile_handbook(project).handbook
    if handbook is None:
        raise SystemExit("The handbook cannot be read: run playbook check.")
    places = list(places_in(handbook))
    found = repeated(places)
    left = [one for one in found if not why_kept(one)]
    kept: dict[str, int] = defaultdict(int)
    for one in found:
        if reason := why_kept(one):
            kept[reason] += 1
    print(f"{len(places)} sentences, {sum(len(place.words) for place in places)} words")
    print(f"{len(left)} phrases of {FEWEST_WORDS} words or more come back {FEWEST_TIMES} times or more")
    for one in left:
        print(f'  {len(one.places)} x "{" ".join(one.phrase)}": {", ".join(one.records)}')
    print(f"{sum(kept.values())} more are said alike on purpose")
    for reason, number in sorted(kept.items()):
        print(f"  {number} x because {reason}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
