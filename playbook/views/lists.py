"""Views of pages that lead to others: home, every situation, urgent help, meetings, ladders."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas, Link, step_links

__all__ = [
    "Group",
    "HomeView",
    "group_of_checklists",
    "group_of_ladders",
    "group_of_urgent",
    "home_view",
    "now_groups",
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
        rules = Link(atlas.labels.rules, atlas.addresses.of("ladder", ladder_id), _RULES_LINE)
        groups.append(Group(ladder.title, f"l-{ladder_id}", (rules, *step_links(atlas, ladder_id))))
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
