"""Parts of a ladder's page that are a heading and what belongs under it, in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.coverage import AppliesTo, HandOver, Transition
from playbook.model.judgement import Factor, Test, TestBranch
from playbook.model.ladder import Ladder
from playbook.model.people import Forum, Side
from playbook.views.common import Atlas, Call, Fact, Link
from playbook.views.counting import accumulation_lines, clock_facts, time_facts
from playbook.views.phrases import ended, fact, facts, forced, joined, quoted, roles, step_title
from playbook.views.responses import suspension_lines

__all__ = ["Applies", "Excluded", "FactorLine", "HandOverView", "Leads", "Question", "Section", "applies", "factor_lines", "hand_overs", "questions", "sections", "test_ends"]

_ENDS = {
    "call-people": "Stop here. Ask the people named below before anything else.",
    "fix-the-system": "Fix the system. No step for the person.",
    "support": "Offer help. No step for the person.",
    "no-action": "No action.",
}
_WEIGHS = {"lighter": "Can only weigh towards a lighter step.", "heavier": "Can only weigh towards a heavier step.", "either": ""}


@dataclass(frozen=True)
class Section:
    """A heading with lines, questions and answers, links and people to reach under it."""

    anchor: str
    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[Call, ...] = ()


@dataclass(frozen=True)
class Excluded:
    """A group that is not covered, and what applies to it instead: in words, or behind a link."""

    who: str
    instead: str
    link: Link | None


@dataclass(frozen=True)
class Applies:
    """Who is covered, who is not, and what else decides it."""

    covers: tuple[str, ...]
    excludes: tuple[Excluded, ...]
    note: str


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


@dataclass(frozen=True)
class HandOverView:
    """When a concern goes elsewhere, and where."""

    when: str
    to: str
    link: Link | None


def applies(atlas: Atlas, *every: AppliesTo | None) -> Applies | None:
    """Who is covered; of several rules the first that is there holds. None where everybody is."""
    rule = next((one for one in every if one), None)
    if rule is None:
        return None
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    shown = []
    for excluded in rule.excludes:
        other = atlas.handbook.ladders.get(excluded.ladder or "")
        link = Link(other.title, atlas.addresses.of("ladder", excluded.ladder or "")) if other else None
        words = joined(f"See: {excluded.see}" if excluded.see else None,
                       f"Nothing takes its place: {excluded.none}" if excluded.none else None)
        if not (words or link):
            words = "What applies instead is not written down here. Ask before you act."
        shown.append(Excluded(titles.get(excluded.group, excluded.group), words, link))
    return Applies(tuple(titles.get(id_, id_) for id_ in rule.groups), tuple(shown), rule.note or "")


def hand_overs(atlas: Atlas, rules: list[HandOver]) -> tuple[HandOverView, ...]:
    """Where a concern goes when it belongs elsewhere."""
    return tuple(_hand_over(atlas, rule) for rule in rules)


def _hand_over(atlas: Atlas, rule: HandOver) -> HandOverView:
    book = atlas.handbook
    ladders = [rule.ladder] if rule.ladder else [id_ for id_, _ in book.ladders_for(rule.track)]
    link = None
    if rule.support and rule.support in book.support:
        link = atlas.support([rule.support])[0]
    elif ladders and ladders[0] in book.ladders:
        link = Link(book.ladders[ladders[0]].title, atlas.addresses.of("ladder", ladders[0]))
    track = book.tracks.get(rule.track or "")
    words = joined(rule.to, f"It goes on as: {track.title}" if track else None, rule.carries)
    return HandOverView(forced(rule.force, rule.when), words, link)


def questions(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[Question, ...]:
    """The questions before any step, each with where yes, no and "I don't know" lead."""
    return tuple(_question(atlas, ladder_id, ladder, index) for index in range(len(ladder.tests)))


def _question(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> Question:
    test: Test = ladder.tests[index]
    branches = (("Yes", test.if_yes), ("No", test.if_no), ("I don't know", test.if_unsure))
    return Question(test.ask, test.help or "",
                    tuple(_leads(atlas, ladder_id, ladder, index, answer, branch) for answer, branch in branches))


def _leads(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int, answer: str, branch: TestBranch) -> Leads:
    words, link = _goes(ladder, index, branch), None
    if branch.end:
        own = next((end for end in ladder.ends if end.id == branch.end), None)
        words = _ENDS.get(branch.end, ended(branch.end))
        if own:
            words, link = "", Link(own.title, f"{atlas.addresses.of('ladder', ladder_id)}#end-{own.id}")
    elif branch.rung:
        words, link = "Begin with:", Link(step_title(ladder, branch.rung), atlas.addresses.of("rung", branch.rung, ladder_id))
    elif branch.track:
        track, ladders = atlas.handbook.tracks.get(branch.track), atlas.handbook.ladders_for(branch.track)
        words = ended(f"This is another kind of concern: {track.title if track else branch.track}")
        link = Link(ladders[0][1].title, atlas.addresses.of("ladder", ladders[0][0])) if ladders else None
    return Leads(answer, words, link, branch.note or "")


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
        shown.append(Section(f"end-{end.id}", end.title, tuple(end.do), links=links, contacts=(call,) if call else ()))
    return tuple(shown)


def factor_lines(factors: list[Factor]) -> tuple[FactorLine, ...]:
    """What else is weighed, which way, and how far it moves the answer."""
    return tuple(FactorLine(factor.title, joined(
        factor.help, _WEIGHS[factor.weighs],
        f"It moves the answer by at most {factor.moves}" if factor.moves else None)) for factor in factors)


def sections(atlas: Atlas, ladder: Ladder) -> tuple[Section, ...]:
    """What holds on the whole ladder, after its steps and rules; sections without content are left out."""
    protection = ladder.protection
    every = (
        Section("together", "What several together lead to", accumulation_lines(atlas, ladder)),
        Section("time", "What follows from time alone", facts=time_facts(ladder)),
        Section("clocks", "By when", facts=clock_facts(atlas, ladder.clocks)),
        Section("away", "Being sent home while facts are found", suspension_lines(atlas, ladder.while_facts_are_found)),
        Section("forums", "Other ways to deal with it", facts=facts(*(_forum(atlas, ladder, forum) for forum in ladder.forums))),
        Section("protected", "What is never held against anybody", tuple(protection.acts) if protection else (), facts(
            fact("If you report a mistake of your own", protection.self_report),
            fact("If you speak up", protection.no_retaliation),
        ) if protection else (), contacts=_reach(atlas, protection.tell if protection else None)),
        _side(atlas, "reporter", "If you report something", ladder.reporter),
        _side(atlas, "affected", "If you were affected", ladder.affected),
        Section("before-this", "If it began before this version", _transition(ladder.transition)),
        Section("references", "What this rests on", tuple(ladder.references)),
    )
    return tuple(one for one in every if one.lines or one.facts or one.links or one.contacts)


def _forum(atlas: Atlas, ladder: Ladder, forum: Forum) -> Fact | None:
    only = quoted(step_title(ladder, id_) for id_ in forum.only)
    return fact(forum.title, *(line for line in (
        forum.when, f"Who takes part: {roles(atlas, forum.who)}." if forum.who else "", forum.needs,
        f"Only this may follow: {only}." if only else "", forum.note) if line)) or fact(forum.title, "It may be used.")


def _side(atlas: Atlas, anchor: str, title: str, side: Side | None) -> Section:
    if side is None:
        return Section(anchor, title)
    return Section(anchor, title, tuple(side.can_expect), facts(
        fact("You hear that it arrived within", side.acknowledged_within),
        fact("What you are told at the end", side.told),
        fact("You are told within", side.told_within),
    ), contacts=_reach(atlas, side.contact))


def _reach(atlas: Atlas, contact: str | None) -> tuple[Call, ...]:
    call = atlas.contact(contact) if contact else None
    return (call,) if call else ()


def _transition(rule: Transition | None) -> tuple[str, ...]:
    if rule is None:
        return ()
    begun = f"What began before {rule.begun_before.isoformat()}" if rule.begun_before else "What began earlier"
    return tuple(line for line in (f"{begun} follows: {rule.follow}." if rule.follow else "" , rule.text) if line)
