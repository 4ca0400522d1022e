"""Views of one-glance cards: fixed clusters in a fixed order, and the details below them."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.records import Moment, Urgent
from playbook.model.standard import Deviation
from playbook.model.whole import FoundDeviation
from playbook.views.common import Action, Atlas, Call, CauseHelp, Fact, Link, Upkept, upkept
from playbook.views.entry import EntryView, entry_for

__all__ = [
    "Card",
    "Cluster",
    "SituationView",
    "UrgentView",
    "clusters",
    "deviation_card",
    "deviation_view",
    "moment_card",
    "moment_view",
    "urgent_view",
]


@dataclass(frozen=True)
class Cluster:
    """One labelled group on a card: ``key`` is check, say, do, write or not."""

    key: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """A one-glance card. Nothing empty is shown."""

    kind: str
    title: str
    formality: str
    formal: bool
    clusters: tuple[Cluster, ...]
    if_they: tuple[Link, ...]
    call: Call | None
    ready: str = ""
    """When this is not the moment; under the line of formality."""
    more: str = ""
    """What the button says that opens the links; empty: "If they ..."."""


@dataclass(frozen=True)
class SituationView:
    """A situation's page: the card, then the details one tap below."""

    card: Card
    invite: str
    seen: tuple[Fact, ...]
    standard: Link | None
    good: tuple[str, ...]
    causes: tuple[CauseHelp, ...]
    entry: tuple[EntryView, ...]
    finder: Link | None
    checklist: Link | None
    urgent: tuple[Link, ...]
    upkeep: Upkept


def clusters(
    atlas: Atlas, *, check: list[str], say: list[str], do: list[str], write: str | None, do_not: str | None
) -> tuple[Cluster, ...]:
    """The five clusters in their fixed order; one that has nothing to say is left out."""
    labels = atlas.labels
    every = (
        Cluster("check", labels.check_first, tuple(check)),
        Cluster("say", labels.say, tuple(say)),
        Cluster("do", labels.do, tuple(do)),
        Cluster("write", labels.write_down, (write,) if write else ()),
        Cluster("not", labels.do_not, (do_not,) if do_not else ()),
    )
    return tuple(cluster for cluster in every if cluster.lines)


def deviation_card(atlas: Atlas, deviation: Deviation) -> Card:
    """The card of a deviation; what holds for every talk comes from handbook.yml."""
    settings = atlas.handbook.settings
    safety = [settings.protected] if settings.protected else []
    return Card(
        "situation",
        deviation.title,
        atlas.labels.informal,
        False,
        clusters(
            atlas,
            check=[*deviation.check_first, *safety],
            say=deviation.say,
            do=deviation.do,
            write=deviation.write_down,
            do_not=deviation.do_not,
        ),
        atlas.moments(deviation.if_they),
        atlas.call(deviation.call),
        deviation.readiness or settings.readiness or "",
    )


def deviation_view(atlas: Atlas, found: FoundDeviation) -> SituationView:
    """The page of a deviation: its card, then the details."""
    book, deviation = atlas.handbook, found.deviation
    code, entry = atlas.addresses.codes[f"deviation:{deviation.id}"], entry_for(atlas, found)
    return SituationView(
        card=deviation_card(atlas, deviation),
        invite=deviation.invite or book.settings.invite or "",
        seen=_seen(atlas, found),
        standard=Link(found.standard.title, atlas.addresses.of("standard", found.standard_id)),
        good=tuple(e.acceptable for e in found.standard.examples if e.instead_of == deviation.id),
        causes=_causes(atlas, deviation.causes),
        entry=entry,
        finder=Link("Answer a few questions first", f"start-here/#for-{code}") if entry else None,
        checklist=atlas.checklist(deviation.checklist or book.settings.first_talk),
        urgent=atlas.urgent(deviation.urgent),
        upkeep=upkept(atlas, found.standard.upkeep),
    )


def _seen(atlas: Atlas, found: FoundDeviation) -> tuple[Fact, ...]:
    deviation = found.deviation
    severity = atlas.handbook.severities.get(deviation.severity or "")
    track = atlas.handbook.tracks.get(found.track or "")
    facts = (
        Fact("What is seen or heard", (deviation.observable,)),
        Fact("This is not meant", (deviation.not_this,) if deviation.not_this else ()),
        Fact("What followed", (deviation.impact,) if deviation.impact else ()),
        Fact(atlas.labels.severity, (severity.title,) if severity else ()),
        Fact(atlas.labels.track, (track.title,) if track else ()),
        Fact("Talk about it within", (deviation.raise_within,) if deviation.raise_within else ()),
    )
    return tuple(fact for fact in facts if fact.answers)


def _causes(atlas: Atlas, ids: list[str]) -> tuple[CauseHelp, ...]:
    by_id = {cause.id: cause for cause in atlas.handbook.settings.causes}
    return tuple(atlas.cause_help(by_id[id_]) for id_ in ids if id_ in by_id)


def moment_card(atlas: Atlas, moment: Moment) -> Card:
    """The card of a moment in a talk."""
    return Card(
        "situation",
        moment.title,
        atlas.labels.informal,
        False,
        clusters(
            atlas,
            check=moment.check_first,
            say=moment.say,
            do=moment.do,
            write=moment.write_down,
            do_not=moment.do_not,
        ),
        atlas.moments(moment.if_they),
        atlas.call(moment.call),
    )


def moment_view(atlas: Atlas, moment: Moment) -> SituationView:
    """The page of a moment: its card, then what one sees or hears."""
    seen = (Fact("What is seen or heard", (moment.observable,)),) if moment.observable else ()
    urgent = atlas.urgent(moment.urgent)
    card, upkeep = moment_card(atlas, moment), upkept(atlas, moment.upkeep)
    return SituationView(card, "", seen, None, (), (), (), None, None, urgent, upkeep)


@dataclass(frozen=True)
class UrgentView:
    """An urgent card: act or hand over before anything else."""

    title: str
    first: str
    call: Call | None
    steps: tuple[Action, ...]
    clusters: tuple[Cluster, ...]
    contacts: tuple[Call, ...]
    you: str
    you_contacts: tuple[Call, ...]
    afterwards: tuple[str, ...]
    upkeep: Upkept


def urgent_view(atlas: Atlas, urgent: Urgent) -> UrgentView:
    """The view of an urgent card; contacts keep the author's order."""
    you = urgent.is_it_you
    contacts = tuple(call for id_ in urgent.contacts if (call := atlas.contact(id_)))
    return UrgentView(
        urgent.title,
        urgent.first,
        next((contact for contact in contacts if contact.phone or contact.mail), None),
        tuple(Action(step.do, step.say or "") for step in urgent.steps),
        clusters(atlas, check=[], say=urgent.say, do=[], write=urgent.write_down, do_not=urgent.do_not),
        contacts,
        you.text if you else "",
        tuple(call for id_ in you.contacts if (call := atlas.contact(id_))) if you else (),
        tuple(urgent.afterwards),
        upkept(atlas, urgent.upkeep),
    )
