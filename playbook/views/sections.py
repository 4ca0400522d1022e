"""Parts of a ladder's page that are a heading and what belongs under it, in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.coverage import Transition
from playbook.model.ladder import Ladder
from playbook.model.people import Forum, Side
from playbook.views.common import Atlas, Call, Fact, Link
from playbook.views.counting import accumulation_lines, clock_facts, time_facts
from playbook.views.phrases import fact, facts, quoted, roles, step_title
from playbook.views.responses import suspension_lines

__all__ = ["Section", "sections"]


@dataclass(frozen=True)
class Section:
    """A heading with lines, questions and answers, links and people to reach under it."""

    anchor: str
    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    contacts: tuple[Call, ...] = ()


def sections(atlas: Atlas, ladder: Ladder) -> tuple[Section, ...]:
    """What holds on the whole ladder, after its steps and rules; sections without content are left out."""
    protection = ladder.protection
    every = (
        Section("together", "What several together lead to", accumulation_lines(atlas, ladder)),
        Section("time", "What follows from time alone", facts=time_facts(ladder)),
        Section("clocks", "By when", facts=clock_facts(atlas, ladder.clocks)),
        Section(
            "away",
            "Being sent home while facts are found",
            suspension_lines(atlas, ladder.while_facts_are_found),
        ),
        Section(
            "forums",
            "Other ways to deal with it",
            facts=facts(*(_forum(atlas, ladder, forum) for forum in ladder.forums)),
        ),
        Section(
            "protected",
            "What is never held against anybody",
            tuple(protection.acts) if protection else (),
            facts(
                fact("If you report a mistake of your own", protection.self_report),
                fact("If you speak up", protection.no_retaliation),
            )
            if protection
            else (),
            contacts=_reach(atlas, protection.tell if protection else None),
        ),
        _side(atlas, "reporter", "If you report something", ladder.reporter),
        _side(atlas, "affected", "If you were affected", ladder.affected),
        Section("before-this", "If it began before this version", _transition(ladder.transition)),
        Section("references", "What this rests on", tuple(ladder.references)),
    )
    return tuple(one for one in every if one.lines or one.facts or one.links or one.contacts)


def _forum(atlas: Atlas, ladder: Ladder, forum: Forum) -> Fact | None:
    only = quoted(step_title(ladder, id_) for id_ in forum.only)
    return fact(
        forum.title,
        *(
            line
            for line in (
                forum.when,
                f"Who takes part: {roles(atlas, forum.who)}." if forum.who else "",
                forum.needs,
                f"Only this may follow: {only}." if only else "",
                forum.note,
            )
            if line
        ),
    ) or fact(forum.title, "It may be used.")


def _side(atlas: Atlas, anchor: str, title: str, side: Side | None) -> Section:
    if side is None:
        return Section(anchor, title)
    return Section(
        anchor,
        title,
        tuple(side.can_expect),
        facts(
            fact("You hear that it arrived within", side.acknowledged_within),
            fact("What you are told at the end", side.told),
            fact("You are told within", side.told_within),
        ),
        contacts=_reach(atlas, side.contact),
    )


def _reach(atlas: Atlas, contact: str | None) -> tuple[Call, ...]:
    call = atlas.contact(contact) if contact else None
    return (call,) if call else ()


def _transition(rule: Transition | None) -> tuple[str, ...]:
    if rule is None:
        return ()
    begun = (
        f"What began before {rule.begun_before.isoformat()}" if rule.begun_before else "What began earlier"
    )
    return tuple(
        line for line in (f"{begun} follows: {rule.follow}." if rule.follow else "", rule.text) if line
    )
