"""The calibration kit: six short cases from the handbook's own words, and what the finder answers to each.

Managers answer alone and compare. The answers come from the same function as the finder's, so
that the sheet can never say anything else than the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from playbook.finder import Answer, answer_for, rows_for
from playbook.finder.answer import columns_of
from playbook.finder.rows import is_conditional
from playbook.model.whole import FoundDeviation
from playbook.views.agreed import agreed_answer
from playbook.views.common import Atlas, Link
from playbook.views.entry import EntryCell, occurrence_words
from playbook.views.questions import FactorLine

__all__ = ["CalibrationCase", "CalibrationKit", "cases_view"]

_CASES = 6
_LETTERS = "ABCDEF"


@dataclass(frozen=True)
class CalibrationCase:
    """One case: what happened in the handbook's words, the steps to choose from, the agreed range."""

    letter: str
    anchor: str
    title: str
    card: Link
    observable: str
    impact: str
    times: str
    steps: tuple[Link, ...]
    ladder: Link
    cell: EntryCell | None
    about: str
    note: str
    factors: tuple[FactorLine, ...]


@dataclass(frozen=True)
class CalibrationKit:
    """Cases for managers to answer alone and compare; what must be asked first in every one of them."""

    cases: tuple[CalibrationCase, ...]
    finder: Link


@dataclass(frozen=True)
class _Candidate:
    found: FoundDeviation
    answer: Answer

    @cached_property
    def range(self) -> tuple[str, ...]:
        """The steps it may start at."""
        return (self.answer.ladder_id, *(rung.id for rung in self.answer.rungs))


def cases_view(atlas: Atlas) -> CalibrationKit | None:
    """The kit; None where no case has an agreed start."""
    chosen = _chosen(list(_candidates(atlas)))
    if not chosen:
        return None
    cases = (_case(atlas, letter, one) for letter, one in zip(_LETTERS, chosen, strict=False))
    return CalibrationKit(tuple(cases), Link("Where do we start?", "start-here/"))


def _candidates(atlas: Atlas) -> Iterator[_Candidate]:
    """Every deviation at every count that its grid tells apart, where something is agreed."""
    book = atlas.handbook
    for found in book.deviations.values():
        for ladder_id, ladder in book.ladders_for(found.track):
            rows = [row for row in rows_for(book, ladder, found) if not is_conditional(row)]
            for row in rows[:1]:
                for column in columns_of(row):
                    answer = answer_for(ladder_id, ladder, row, int(column.rstrip("+")))
                    if not answer.missing:
                        yield _Candidate(found, answer)


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """Six that differ most: another range, another standard, another situation, the lightest first."""
    chosen: list[_Candidate] = []
    while candidates and len(chosen) < _CASES:
        best = min(candidates, key=lambda one: _alike(one, chosen))
        chosen.append(best)
        candidates = [one for one in candidates if one is not best]
    return chosen


def _alike(one: _Candidate, chosen: list[_Candidate]) -> tuple[int, int, int]:
    return (
        sum(one.found is other.found for other in chosen),
        sum(one.range == other.range for other in chosen),
        sum(one.found.standard_id == other.found.standard_id for other in chosen),
    )


def _case(atlas: Atlas, letter: str, one: _Candidate) -> CalibrationCase:
    deviation, answer = one.found.deviation, one.answer
    ladder = atlas.handbook.ladders[answer.ladder_id]
    agreed = agreed_answer(atlas, answer)
    return CalibrationCase(
        letter,
        f"case-{letter.lower()}",
        deviation.title,
        Link(deviation.title, atlas.addresses.of("deviation", deviation.id)),
        deviation.observable,
        deviation.impact or "",
        occurrence_words(str(answer.occurrence)),
        tuple(
            Link(rung.title, atlas.addresses.of("rung", rung.id, answer.ladder_id)) for rung in ladder.rungs
        ),
        agreed.ladder,
        agreed.cell,
        agreed.about,
        agreed.note,
        agreed.factors,
    )
