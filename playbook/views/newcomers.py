"""Views for the first weeks: the newcomer's page, reading paths, the self-check, what differs for a group."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.markdown_text import Resolve, plain_text, prose_words
from playbook.model.coverage import AppliesTo
from playbook.model.fields import Model
from playbook.model.handbook import Group
from playbook.model.ladder import Ladder
from playbook.model.reader import ReadingPath, Stop
from playbook.model.walk import Marked, wordings
from playbook.running_text import make_resolve
from playbook.views.common import Atlas, Link, Upkept, step_links, upkept
from playbook.views.coverage import Excluded, excluded_view
from playbook.views.standards import ValueGroup, standards_by_value

__all__ = [
    "Difference",
    "GroupView",
    "LadderSteps",
    "NewHereView",
    "PathStop",
    "PathView",
    "SelfCheckItem",
    "SelfCheckStandard",
    "group_views",
    "new_here_view",
    "path_view",
    "self_check",
]

_WORDS_A_MINUTE = 200
"""Slower than the 238 words a minute of Brysbaert (2019) for silent reading: this is read to be remembered."""


@dataclass(frozen=True)
class LadderSteps:
    """A ladder and its steps in order: those that most concerns end with, and from the first formal one on."""

    ladder: Link
    steps: tuple[Link, ...]
    formal: tuple[Link, ...]


@dataclass(frozen=True)
class NewHereView:
    """What a newcomer reads first: paths, what we expect, and how we deal with it when something falls short."""

    paths: tuple[Link, ...]
    standards: tuple[ValueGroup, ...]
    ladders: tuple[LadderSteps, ...]
    formal: bool
    groups: tuple[Link, ...]
    self_check: bool
    support: bool


def new_here_view(atlas: Atlas) -> NewHereView:
    """The newcomer's page."""
    book = atlas.handbook
    ladders = tuple(_ladder_steps(atlas, id_, ladder) for id_, ladder in book.ladders.items())
    paths = tuple(
        Link(path.title, atlas.addresses.of("path", id_), _time_words(_minutes(atlas, path)))
        for id_, path in book.paths.items()
    )
    groups = tuple(Link(view.title, f"for/{view.id}/") for view in group_views(atlas))
    return NewHereView(
        paths,
        standards_by_value(atlas),
        ladders,
        any(each.formal for each in ladders),
        groups,
        bool(self_check(atlas)),
        bool(book.support),
    )


def _ladder_steps(atlas: Atlas, id_: str, ladder: Ladder) -> LadderSteps:
    links = step_links(atlas, id_)
    formal = next((place for place, link in enumerate(links) if link.mark), len(links))
    return LadderSteps(Link(ladder.title, atlas.addresses.of("ladder", id_)), links[:formal], links[formal:])


@dataclass(frozen=True)
class PathStop:
    """One page on a path: where it leads, why now, how long it takes, and its key for the tick."""

    key: str
    link: Link
    minutes: str


@dataclass(frozen=True)
class PathView:
    """A reading path: its pages in order, with a time estimate made from their own text."""

    id: str
    title: str
    intro: str
    audience: tuple[str, ...]
    minutes: str
    stops: tuple[PathStop, ...]
    talk_about: tuple[str, ...]
    upkeep: Upkept


def path_view(atlas: Atlas, id_: str, path: ReadingPath) -> PathView:
    """The view of one path; a stop that names nothing known is left out (a check names it)."""
    titles = {group.id: group.title for group in atlas.handbook.settings.groups}
    stops = tuple(stop for stop in (_stop(atlas, each) for each in path.stops) if stop)
    return PathView(
        id=id_,
        title=path.title,
        intro=path.intro or "",
        audience=tuple(titles.get(group, group) for group in path.for_),
        minutes=_time_words(_minutes(atlas, path)),
        stops=stops,
        talk_about=tuple(path.talk_about),
        upkeep=upkept(atlas, path.upkeep),
    )


def _stop(atlas: Atlas, stop: Stop) -> PathStop | None:
    found = _target(atlas, stop)
    if found is None:
        return None
    kind, id_, link = found
    return PathStop(
        f"{kind}-{id_}", link, _time_words(_reading_time(_records(atlas, stop), make_resolve(atlas.handbook)))
    )


def _target(atlas: Atlas, stop: Stop) -> tuple[str, str, Link] | None:
    """The page a stop names: its kind, its id and a link with the reason to read it."""
    book, why = atlas.handbook, stop.why or ""
    for kind, id_, known in (
        ("standard", stop.standard, book.standards),
        ("ladder", stop.ladder, book.ladders),
        ("checklist", stop.checklist, book.checklists),
        ("talk", stop.talk, book.talks),
    ):
        if id_ and id_ in known:
            return kind, id_, Link(known[id_].title, atlas.addresses.of(kind, id_), why)
    titles = {
        "my-side": "My side",
        "now": atlas.labels.door_now,
        "start-here": "Where do we start?",
        "support": atlas.labels.support,
        "urgent": atlas.labels.urgent,
        "words": "Words we use",
    }
    return ("page", stop.page, Link(titles[stop.page], f"{stop.page}/", why)) if stop.page else None


def _records(atlas: Atlas, stop: Stop) -> list[Model]:
    """What is read at a stop; nothing where a page is only looked over, such as a list of cards."""
    book = atlas.handbook
    if stop.page == "support":
        return list(book.support.values())
    found = (
        book.my_side if stop.page == "my-side" else None,
        book.words if stop.page == "words" else None,
        book.standards.get(stop.standard or ""),
        book.ladders.get(stop.ladder or ""),
        book.checklists.get(stop.checklist or ""),
        book.talks.get(stop.talk or ""),
    )
    return [record for record in found if record]


def _minutes(atlas: Atlas, path: ReadingPath) -> int:
    resolve = make_resolve(atlas.handbook)
    return sum(_reading_time(_records(atlas, stop), resolve) for stop in path.stops)


def _reading_time(records: list[Model], resolve: Resolve) -> int:
    """Minutes to read the words that a page shows of its records, at least one; placeholders count as filled."""
    shown = (found for record in records for found in wordings(record) if _is_shown(found))
    words = sum(len(plain_text(found.value, resolve).split()) for found in shown)
    return max(1, math.ceil(words / _WORDS_A_MINUTE))


def _is_shown(found: Marked) -> bool:
    """Of a deviation, the page of its standard shows what happened; what to say stands on its card."""
    if found.mark.kind == "search" or "say" in found.path:
        return False
    return "deviations" not in found.path or found.path[-1] in ("title", "observable", "impact")


def _time_words(minutes: int) -> str:
    return f"about {minutes} minute{'s' if minutes != 1 else ''}"


@dataclass(frozen=True)
class SelfCheckItem:
    """One pair to think about: what good looks like, and what would fall short."""

    good: str
    setting: str
    short: str
    observable: str


@dataclass(frozen=True)
class SelfCheckStandard:
    """The pairs of one standard."""

    standard: Link
    anchor: str
    items: tuple[SelfCheckItem, ...]


def self_check(atlas: Atlas) -> tuple[SelfCheckStandard, ...]:
    """A self-check made from the example pairs, good practice first; one pair for each deviation."""
    found = []
    for id_, standard in atlas.handbook.standards.items():
        twins = {example.instead_of: example for example in reversed(standard.examples)}
        items = tuple(
            SelfCheckItem(twins[d.id].acceptable, twins[d.id].setting or "", d.title, d.observable)
            for d in standard.deviations
            if d.id in twins
        )
        if items:
            link = Link(standard.title, atlas.addresses.of("standard", id_), prose_words(standard.statement))
            found.append(SelfCheckStandard(link, f"s-{id_}", items))
    return tuple(found)


@dataclass(frozen=True)
class Difference:
    """Steps that are only for a group (``instead`` is nothing), or not for it, with what holds instead."""

    link: Link
    instead: Excluded | None


@dataclass(frozen=True)
class GroupView:
    """What is different for one group of people; everything else is the same for everyone."""

    id: str
    title: str
    meaning: str
    standards: tuple[Link, ...]
    others: tuple[Difference, ...]
    paths: tuple[Link, ...]


def group_views(atlas: Atlas) -> tuple[GroupView, ...]:
    """One view for each group for which anything differs."""
    views = (_group(atlas, group) for group in atlas.handbook.settings.groups)
    return tuple(view for view in views if view.standards or view.others or view.paths)


def _group(atlas: Atlas, group: Group) -> GroupView:
    book = atlas.handbook
    return GroupView(
        id=group.id,
        title=group.title,
        meaning=group.meaning or "",
        standards=tuple(
            Link(standard.title, atlas.addresses.of("standard", id_), prose_words(standard.statement))
            for id_, standard in book.standards.items()
            if group.id in standard.binds
        ),
        others=tuple(_differences(atlas, group.id)),
        paths=tuple(
            Link(path.title, atlas.addresses.of("path", id_))
            for id_, path in book.paths.items()
            if group.id in path.for_
        ),
    )


def _differences(atlas: Atlas, group: str) -> Iterator[Difference]:
    """The ladders and steps that are only, or not, for this group, each with what holds instead."""
    for id_, ladder in atlas.handbook.ladders.items():
        link = Link(ladder.title, atlas.addresses.of("ladder", id_))
        if ladder.applies_to and ladder.applies_to.groups == [group]:
            yield Difference(link, None)
        yield from _not_covered(atlas, link, ladder.applies_to, group)
        for rung in ladder.rungs:
            step = Link(rung.title, atlas.addresses.of("rung", rung.id, id_))
            yield from _not_covered(atlas, step, rung.applies_to, group)


def _not_covered(atlas: Atlas, link: Link, rule: AppliesTo | None, group: str) -> Iterator[Difference]:
    for excluded in rule.excludes if rule else []:
        if excluded.group == group:
            yield Difference(link, excluded_view(atlas, excluded))
