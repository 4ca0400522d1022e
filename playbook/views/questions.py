"""What is asked before any step, where each answer leads, and what else is weighed."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.judgement import Factor, Test, TestBranch
from playbook.model.ladder import Ladder
from playbook.views.common import Atlas, Link
from playbook.views.phrases import ended, joined, step_title
from playbook.views.sections import Section

__all__ = ["FactorLine", "Leads", "Question", "factor_lines", "questions", "test_ends"]

_ENDS = {
    "fix-the-system": "Fix the system. No step for the person.",
    "support": "Offer help. No step for the person.",
    "no-action": "No action.",
}
_WEIGHS = {
    "lighter": "Can only weigh towards a lighter step.",
    "heavier": "Can only weigh towards a heavier step.",
    "either": "",
}


@dataclass(frozen=True)
class Leads:
    """One answer to a question, and where it leads."""

    answer: str
    words: str
    link: Link | None
    note: str


@dataclass(frozen=True)
class Question:
    """A question before any step, and where each answer leads."""

    ask: str
    help: str
    answers: tuple[Leads, ...]


@dataclass(frozen=True)
class FactorLine:
    """Something else to weigh, how, and which way."""

    title: str
    weighs: str


def questions(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[Question, ...]:
    """The questions before any step, each with where yes, no and "I don't know" lead."""
    return tuple(_question(atlas, ladder_id, ladder, index) for index in range(len(ladder.tests)))


def _question(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> Question:
    test: Test = ladder.tests[index]
    branches = (("Yes", test.if_yes), ("No", test.if_no), ("I don't know", test.if_unsure))
    return Question(
        test.ask,
        test.help or "",
        tuple(_leads(atlas, ladder_id, ladder, index, answer, branch) for answer, branch in branches),
    )


def _leads(
    atlas: Atlas, ladder_id: str, ladder: Ladder, index: int, answer: str, branch: TestBranch
) -> Leads:
    words, link = _goes(ladder, index, branch), None
    if branch.end:
        own = next((end for end in ladder.ends if end.id == branch.end), None)
        words = (
            _call_first(atlas) if branch.end == "call-people" else _ENDS.get(branch.end, ended(branch.end))
        )
        if own:
            words, link = "", Link(own.title, f"{atlas.addresses.of('ladder', ladder_id)}#end-{own.id}")
    elif branch.rung:
        words, link = (
            "Begin with:",
            Link(step_title(ladder, branch.rung), atlas.addresses.of("rung", branch.rung, ladder_id)),
        )
    elif branch.track:
        track, ladders = atlas.handbook.tracks.get(branch.track), atlas.handbook.ladders_for(branch.track)
        words = ended(f"This is another kind of concern: {track.title if track else branch.track}")
        link = Link(ladders[0][1].title, atlas.addresses.of("ladder", ladders[0][0])) if ladders else None
    return Leads(answer, words, link, branch.note or "")


def _call_first(atlas: Atlas) -> str:
    call = atlas.call(None)
    return (
        f"Stop here. Call {call.title} before anything else."
        if call
        else "Stop here. Ask before anything else."
    )


def _goes(ladder: Ladder, index: int, branch: TestBranch) -> str:
    if not branch.go:
        return ""
    later = next((number for number, test in enumerate(ladder.tests, start=1) if test.id == branch.go), None)
    if branch.go == "next" and index + 1 < len(ladder.tests):
        later = index + 2
    return f"Go on to question {later}." if later else "Go on to what happened, and where we start."


def test_ends(atlas: Atlas, ladder: Ladder) -> tuple[Section, ...]:
    """Where the questions can end without any step."""
    shown = []
    for end in ladder.ends:
        checklist, call = atlas.checklist(end.checklist), atlas.contact(end.call) if end.call else None
        links = (*atlas.support(end.support), *((checklist,) if checklist else ()))
        shown.append(
            Section(f"end-{end.id}", end.title, tuple(end.do), links=links, contacts=(call,) if call else ())
        )
    return tuple(shown)


def factor_lines(factors: list[Factor], *, one_step: bool = False) -> tuple[FactorLine, ...]:
    """What else is weighed, which way, and how far it moves the answer; nowhere where only ``one_step`` is agreed."""
    return tuple(
        FactorLine(
            factor.title,
            joined(
                factor.help,
                None if one_step else _WEIGHS[factor.weighs],
                f"It moves the answer by at most {factor.moves}" if factor.moves and not one_step else None,
            ),
        )
        for factor in factors
    )
