"""Whom a ladder or a step is for, what applies to others, and where a concern goes that belongs elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.coverage import AppliesTo, Exclusion, HandOver
from playbook.views.common import Atlas, Link
from playbook.views.phrases import forced, joined

__all__ = ["Applies", "Excluded", "HandOverView", "applies", "excluded_view", "hand_overs"]


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
    shown = tuple(excluded_view(atlas, excluded) for excluded in rule.excludes)
    return Applies(tuple(titles.get(id_, id_) for id_ in rule.groups), shown, rule.note or "")


def excluded_view(atlas: Atlas, rule: Exclusion) -> Excluded:
    """A group that is not covered, and what applies to it instead."""
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    other = atlas.handbook.ladders.get(rule.ladder or "")
    link = Link(other.title, atlas.addresses.of("ladder", rule.ladder or "")) if other else None
    words = joined(
        f"See: {rule.see}" if rule.see else None,
        f"Nothing takes its place: {rule.none}" if rule.none else None,
    )
    if not (words or link):
        words = "What applies instead is not written down here. Ask before you act."
    return Excluded(titles.get(rule.group, rule.group), words, link)


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
