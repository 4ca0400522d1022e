"""Views of pages that lead to others: home, every situation, urgent help, meetings, support, words, doors."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.due import due_dates
from playbook.model.records import Checklist, ChecklistItem, Support
from playbook.model.whole import Handbook
from playbook.views.common import Atlas, Call, CauseHelp, Fact, Link, Upkept, upkept

__all__ = [
    "AboutView",
    "ChecklistView",
    "Group",
    "HomeView",
    "OpenDecision",
    "Phase",
    "SupportEntry",
    "SupportView",
    "TickedAction",
    "WordEntry",
    "about_view",
    "checklist_view",
    "group_of_checklists",
    "group_of_ladders",
    "group_of_urgent",
    "home_view",
    "now_groups",
    "support_view",
    "word_entries",
]


@dataclass(frozen=True)
class Group:
    """A titled list of links."""

    title: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class HomeView:
    """The first page: one search box, four doors."""

    organisation: str
    mission: str
    welcome: str
    doors: tuple[Link, ...]
    urgent: Link | None


def home_view(atlas: Atlas) -> HomeView:
    """The view of the first page."""
    settings, label = atlas.handbook.settings, atlas.labels
    expect = Link(label.door_expect, "standards/", "Our standards, with what good looks like.")
    doors = (
        Link(label.door_now, "now/", "Find the card for what happened."),
        *([expect] if atlas.handbook.standards else []),
        Link(label.door_new, "new-here/", "What to know in your first week."),
        Link(label.door_my_side, "my-side/", "What happens, and what you may ask for."),
    )
    urgent = Link(label.urgent, "urgent/") if atlas.handbook.urgent else None
    return HomeView(
        settings.organisation.name, settings.organisation.mission or "", settings.welcome or "", doors, urgent
    )


_RULES_LINE = "What counts, who decides, who may come along."


def now_groups(atlas: Atlas) -> tuple[Group, ...]:
    """Every situation in plain words, by standard, the lightest first; then moments, steps and standards."""
    book = atlas.handbook
    order = {id_: index for index, id_ in enumerate(book.severities)}
    groups = []
    for standard_id, standard in book.standards.items():
        by_weight = sorted(standard.deviations, key=lambda d: order.get(d.severity or "", -1))
        links = tuple(Link(d.title, atlas.addresses.of("deviation", d.id), d.observable) for d in by_weight)
        groups.append(Group(standard.title, f"s-{standard_id}", links))
    groups.append(
        Group(
            "In the talk",
            "in-the-talk",
            tuple(
                Link(m.title, atlas.addresses.of("moment", id_), m.observable or "")
                for id_, m in book.moments.items()
            ),
        )
    )
    groups += group_of_checklists(atlas)
    for ladder_id, ladder in book.ladders.items():
        links = tuple(
            Link(
                r.title,
                atlas.addresses.of("rung", r.id, ladder_id),
                r.used_when or "",
                "formal" if r.standing.formal else "",
            )
            for r in ladder.rungs
        )
        rules = Link(atlas.labels.rules, atlas.addresses.of("ladder", ladder_id), _RULES_LINE)
        groups.append(Group(ladder.title, f"l-{ladder_id}", (rules, *links)))
    groups.append(
        Group(
            atlas.labels.standards,
            "standards",
            tuple(Link(s.title, atlas.addresses.of("standard", id_)) for id_, s in book.standards.items()),
        )
    )
    return tuple(group for group in groups if group.links)


def group_of_urgent(atlas: Atlas) -> tuple[Link, ...]:
    """Links to the urgent cards."""
    return tuple(
        Link(u.title, atlas.addresses.of("urgent", id_), u.first) for id_, u in atlas.handbook.urgent.items()
    )


def group_of_checklists(atlas: Atlas) -> list[Group]:
    """Links to the meeting checklists."""
    links = tuple(
        Link(c.title, atlas.addresses.of("checklist", id_), c.used_when or "", "formal" if c.formal else "")
        for id_, c in atlas.handbook.checklists.items()
    )
    return [Group("Meetings", "meetings", links)] if links else []


def group_of_ladders(atlas: Atlas) -> tuple[Link, ...]:
    """Links to the ladders, with the kind of concern each answers."""
    tracks = atlas.handbook.tracks
    return tuple(
        Link(
            ladder.title,
            atlas.addresses.of("ladder", id_),
            tracks[ladder.track].meaning or "" if ladder.track in tracks else "",
        )
        for id_, ladder in atlas.handbook.ladders.items()
    )


@dataclass(frozen=True)
class TickedAction:
    """One item to tick; ``key`` belongs to its words, not to its place in the list."""

    key: str
    do: str
    say: str


@dataclass(frozen=True)
class Phase:
    """One part of a meeting: ``key`` is before, during or after."""

    title: str
    key: str
    items: tuple[TickedAction, ...]


@dataclass(frozen=True)
class ChecklistView:
    """A meeting checklist: before, during, after."""

    id: str
    address: str
    title: str
    used_when: str
    takes: str
    formality: str
    formal: bool
    phases: tuple[Phase, ...]
    upkeep: Upkept


def _ticked(phase: str, items: Sequence[ChecklistItem]) -> Iterator[TickedAction]:
    """Each item with a key made from its words: a tick stays with its action when the list changes."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.do] += 1
        again = f"-{seen[item.do]}" if seen[item.do] > 1 else ""
        digest = hashlib.sha256(item.do.encode()).hexdigest()[:8]
        yield TickedAction(f"{phase}-{digest}{again}", item.do, item.say or "")


def checklist_view(atlas: Atlas, id_: str, checklist: Checklist) -> ChecklistView:
    """The view of one checklist; a phase without items is left out."""
    phases = (
        ("Before", "before", checklist.before),
        ("During", "during", checklist.during),
        ("After", "after", checklist.after),
    )
    return ChecklistView(
        id_,
        atlas.addresses.of("checklist", id_),
        checklist.title,
        checklist.used_when or "",
        checklist.takes or "",
        atlas.labels.formal if checklist.formal else atlas.labels.informal,
        checklist.formal,
        tuple(Phase(title, key, tuple(_ticked(key, items))) for title, key, items in phases if items),
        upkept(atlas, checklist.upkeep),
    )


@dataclass(frozen=True)
class SupportEntry:
    """One kind of help: what, how one gets it, how soon, from whom."""

    title: str
    anchor: str
    what: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class SupportView:
    """What got in the way, and the help that fits."""

    causes: tuple[CauseHelp, ...]
    entries: tuple[SupportEntry, ...]


def support_view(atlas: Atlas) -> SupportView:
    """The support page, from both sides: by cause, and every kind of help in full."""
    book = atlas.handbook
    causes = (atlas.cause_help(cause) for cause in book.settings.causes)
    return SupportView(
        tuple(cause for cause in causes if cause.help),
        tuple(_support_entry(atlas, id_, s) for id_, s in book.support.items()),
    )


def _support_entry(atlas: Atlas, id_: str, support: Support) -> SupportEntry:
    facts = (
        ("How you get it", support.how),
        ("How soon", support.how_soon),
        ("Who provides it", atlas.role(support.owner)),
    )
    return SupportEntry(
        support.title,
        atlas.addresses.of("support", id_).partition("#")[2],
        support.what,
        tuple(Fact(term, (answer,)) for term, answer in facts if answer),
    )


@dataclass(frozen=True)
class WordEntry:
    """One word of the glossary."""

    word: str
    anchor: str
    meaning: str


def word_entries(atlas: Atlas) -> tuple[WordEntry, ...]:
    """The glossary in alphabetical order."""
    words = sorted(atlas.handbook.words.words, key=lambda w: w.word.casefold())
    return tuple(
        WordEntry(w.word, atlas.addresses.of("word", w.word).partition("#")[2], w.meaning) for w in words
    )


@dataclass(frozen=True)
class OpenDecision:
    """What the organisation has still to choose: ``value`` holds until then."""

    title: str
    question: str
    ask: str
    value: str


@dataclass(frozen=True)
class AboutView:
    """What this handbook is and is not, who keeps it, and what is still to be decided."""

    organisation: str
    draft: bool
    upkeep: Upkept
    decisions: tuple[OpenDecision, ...]
    contacts: tuple[Call, ...]
    has_dates: bool


def about_view(atlas: Atlas) -> AboutView:
    """The page about the handbook itself."""
    book: Handbook = atlas.handbook
    settings = book.settings
    decisions = tuple(OpenDecision(d.title, d.question, d.ask, d.value) for d in book.open_decisions)
    contacts = tuple(call for c in settings.contacts if (call := atlas.contact(c.id)))
    return AboutView(
        settings.organisation.name,
        settings.status == "draft",
        upkept(atlas, settings.upkeep),
        decisions,
        contacts,
        bool(due_dates(book)),
    )
