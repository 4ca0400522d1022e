"""The view of a step's page: does it apply to me, the card, your manager beside you, how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.ladder import Ladder, Rung
from playbook.views.cards import Card, clusters
from playbook.views.common import Atlas, Fact, Link, Upkept, upkept
from playbook.views.counting import clock_facts
from playbook.views.coverage import Applies, HandOverView, applies, hand_overs
from playbook.views.papers import paper_links
from playbook.views.phrases import fact, facts, forced, length_words, used
from playbook.views.responses import (
    ResponseView,
    WayOutView,
    plan_facts,
    response_view,
    standing_words,
    way_back_words,
    way_out_views,
)
from playbook.views.sides import SideBlock, side_blocks

__all__ = ["RungView", "rung_view", "step_card"]

_MOST_MOMENTS = 6
"""More than one can take in at a glance."""


@dataclass(frozen=True)
class RungView:
    """A step's page: does it apply to me, the card, your manager beside you, how it ends."""

    number: int
    total: int
    ladder: Link
    title: str
    guide: bool
    applies: Applies | None
    card: Card
    invite: str
    about: tuple[Fact, ...]
    response: ResponseView | None
    blocks: tuple[SideBlock, ...]
    plan: tuple[Fact, ...]
    clocks: tuple[Fact, ...]
    way_back: tuple[str, ...]
    return_checklist: Link | None
    ways_out: tuple[WayOutView, ...]
    next: Link | None
    next_when: str
    hand_over: tuple[HandOverView, ...]
    references: tuple[str, ...]
    before: Link | None
    after: Link | None
    checklist: Link | None
    papers: tuple[Link, ...]
    check_in: Link | None
    upkeep: Upkept


def rung_view(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> RungView:
    """The view of one rung; rights and records come from the ladder unless the rung says otherwise."""
    rung = ladder.rungs[index]
    return RungView(
        number=index + 1,
        total=len(ladder.rungs),
        ladder=Link(ladder.title, atlas.addresses.of("ladder", ladder_id)),
        title=rung.title,
        guide=ladder.guide,
        applies=applies(atlas, rung.applies_to, ladder.applies_to),
        card=step_card(atlas, rung),
        invite=_invite(atlas, rung),
        about=_about(rung),
        response=response_view(atlas, rung.response),
        blocks=side_blocks(atlas, ladder, rung),
        plan=plan_facts(atlas, rung.plan),
        clocks=clock_facts(atlas, [*rung.clocks, *(ladder.clocks if rung.standing.formal else [])]),
        way_back=way_back_words(atlas, rung.way_back),
        return_checklist=atlas.checklist(rung.way_back.checklist if rung.way_back else None),
        ways_out=way_out_views(atlas, ladder_id, ladder, rung),
        next=_next_link(atlas, ladder_id, ladder, rung),
        next_when=forced(rung.next.force, rung.next.when) if rung.next else "",
        hand_over=hand_overs(atlas, rung.hand_over),
        references=tuple(rung.references),
        before=_rung_link(atlas, ladder_id, ladder, index - 1),
        after=_rung_link(atlas, ladder_id, ladder, index + 1),
        checklist=atlas.checklist(rung.checklist),
        papers=paper_links(atlas, rung.papers),
        check_in=atlas.check_in(rung.check_in),
        upkeep=upkept(atlas, ladder.upkeep),
    )


def _about(rung: Rung) -> tuple[Fact, ...]:
    return facts(
        fact("When it is used", rung.used_when, used(rung.force)),
        fact("How long it lasts", length_words(rung.lasts)),
        fact("What is different if it worked", rung.expected_change),
        fact("Lawful only here", rung.jurisdiction),
        fact("What kind of step", standing_words(rung)),
    )


def _invite(atlas: Atlas, rung: Rung) -> str:
    """Words to invite to the talk: a formal meeting has a letter, and what goes on record is not only a talk."""
    only_a_talk = not (rung.standing.formal or rung.standing.recorded)
    return rung.invite or (atlas.handbook.settings.invite if only_a_talk else "") or ""


def _formality(atlas: Atlas, rung: Rung) -> str:
    """The line on top of a step's card: how much weight it has."""
    labels, standing = atlas.labels, rung.standing
    return labels.formal if standing.formal else labels.recorded if standing.recorded else labels.informal


def step_card(atlas: Atlas, rung: Rung) -> Card:
    """The card of a step; without moments of its own it offers the handbook's."""
    groups = clusters(
        atlas, check=[], say=rung.say, do=rung.manager_does, write=rung.write_down, do_not=rung.do_not
    )
    moments = atlas.moments(rung.if_they or list(atlas.handbook.moments)[:_MOST_MOMENTS])
    call = atlas.call(rung.call)
    return Card(
        "step", rung.title, _formality(atlas, rung), rung.standing.formal, groups, moments, call, rung.readiness or ""
    )


def _rung_link(atlas: Atlas, ladder_id: str, ladder: Ladder, index: int) -> Link | None:
    if not 0 <= index < len(ladder.rungs):
        return None
    rung = ladder.rungs[index]
    return Link(
        rung.title,
        atlas.addresses.of("rung", rung.id, ladder_id),
        mark="formal" if rung.standing.formal else "",
    )


def _next_link(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> Link | None:
    wanted = rung.next.rung if rung.next else None
    index = next((i for i, other in enumerate(ladder.rungs) if other.id == wanted), -1)
    return _rung_link(atlas, ladder_id, ladder, index)
