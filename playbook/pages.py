"""Which pages a handbook has: each with its address, its template and its view, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.ladder import Ladder, Rung
from playbook.pages_around import pages_around
from playbook.pages_on_paper import pages_on_paper
from playbook.pages_reader import pages_reader
from playbook.planned import BARE, PlannedPage
from playbook.views import (
    about,
    cards,
    checklists,
    due,
    finder,
    ladders,
    lists,
    offline,
    standards,
    steps,
    support,
    words,
)
from playbook.views.common import Atlas

__all__ = ["PlannedPage", "plan_pages"]


def plan_pages(atlas: Atlas) -> Iterator[PlannedPage]:
    """Every page of the handbook."""
    yield from _fixed_pages(atlas)
    yield from _cards(atlas)
    yield from _urgent(atlas)
    yield from _standards(atlas)
    yield from _ladders(atlas)
    yield from _checklists(atlas)
    yield from pages_around(atlas)
    yield from pages_reader(atlas)
    yield from pages_on_paper(atlas)


def _fixed_pages(atlas: Atlas) -> Iterator[PlannedPage]:
    book, label = atlas.handbook, atlas.labels
    title = book.settings.title
    yield PlannedPage(
        "", title, title, "home", "home", lists.home_view(atlas), ("handbook", "handbook"), BARE
    )
    yield _page("now/", label.door_now, "now", lists.now_groups(atlas))
    yield _page("about/", "About this handbook", "about", about.about_view(atlas))
    if book.settings.offline:
        yield _page("offline/", "Without signal", "offline", offline.offline_view(atlas))
    if dates := due.due_view(atlas):
        yield _page("due/", "What is due", "due", dates)
    if book.deviations and book.ladders:
        yield PlannedPage(
            "start-here/",
            "Where do we start?",
            "Where do we start?",
            "start-here",
            "start-here",
            finder.finder_view(atlas),
            hide=BARE,
        )
    if book.urgent:
        yield _page("urgent/", label.urgent, "urgent-list", lists.group_of_urgent(atlas))
    if book.standards:
        yield _page("standards/", label.standards, "standards", standards.standards_by_value(atlas))
    if book.ladders:
        yield _page("steps/", label.ladder, "steps", lists.group_of_ladders(atlas))
    if book.checklists:
        yield _page("meetings/", "Meetings", "checklists", lists.group_of_checklists(atlas)[0].links)
    if book.support:
        yield _page("support/", label.support, "support", support.support_view(atlas))
    if book.words.words:
        yield PlannedPage(
            "words/", "Words", "Words", "words", "words", words.word_entries(atlas), ("words", "words")
        )


def _page(address: str, title: str, template: str, view: object) -> PlannedPage:
    return PlannedPage(address, title, title, template, template, view)


def _cards(atlas: Atlas) -> Iterator[PlannedPage]:
    book = atlas.handbook
    for id_, found in book.deviations.items():
        address, view = atlas.addresses.of("deviation", id_), cards.deviation_view(atlas, found)
        yield PlannedPage(
            address,
            _tab(atlas, address, found.deviation.title),
            found.deviation.title,
            "card",
            "situation",
            view,
            ("standard", found.standard_id),
            BARE,
            tuple(atlas.addresses.of("deviation", old) for old in found.deviation.was),
        )
    for id_, moment in book.moments.items():
        address, view = atlas.addresses.of("moment", id_), cards.moment_view(atlas, moment)
        yield PlannedPage(
            address,
            _tab(atlas, address, moment.title),
            moment.title,
            "card",
            "situation",
            view,
            ("moment", id_),
            BARE,
            tuple(atlas.addresses.of("moment", old) for old in moment.was),
        )


def _tab(atlas: Atlas, address: str, title: str) -> str:
    """Neutral words for the browser tab of a card: its code, not what it is about."""
    return f"Card {address.rstrip('/').split('/')[-1]}" if atlas.handbook.settings.discreet else title


def _urgent(atlas: Atlas) -> Iterator[PlannedPage]:
    for id_, urgent in atlas.handbook.urgent.items():
        address = atlas.addresses.of("urgent", id_)
        yield PlannedPage(
            address,
            _tab(atlas, address, urgent.title),
            urgent.title,
            "urgent",
            "urgent",
            cards.urgent_view(atlas, urgent),
            ("urgent", id_),
            BARE,
            tuple(atlas.addresses.of("urgent", old) for old in urgent.was),
        )


def _standards(atlas: Atlas) -> Iterator[PlannedPage]:
    for id_, standard in atlas.handbook.standards.items():
        yield PlannedPage(
            atlas.addresses.of("standard", id_),
            standard.title,
            standard.title,
            "standard",
            "standard",
            standards.standard_view(atlas, id_, standard),
            ("standard", id_),
            was=tuple(atlas.addresses.of("standard", old) for old in standard.was),
        )


def _ladders(atlas: Atlas) -> Iterator[PlannedPage]:
    for id_, ladder in atlas.handbook.ladders.items():
        yield PlannedPage(
            atlas.addresses.of("ladder", id_),
            ladder.title,
            ladder.title,
            "ladder",
            "ladder",
            ladders.ladder_view(atlas, id_, ladder),
            ("ladder", id_),
            was=tuple(atlas.addresses.of("ladder", old) for old in ladder.was),
        )
        for index, rung in enumerate(ladder.rungs):
            yield PlannedPage(
                atlas.addresses.of("rung", rung.id, id_),
                rung.title,
                rung.title,
                "step",
                "step",
                steps.rung_view(atlas, id_, ladder, index),
                ("ladder", id_),
                BARE,
                was=tuple(_old_steps(atlas, id_, ladder, rung)),
            )


def _old_steps(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> Iterator[str]:
    """Where a step was before it, or its ladder, was renamed."""
    for within in (ladder_id, *ladder.was):
        for id_ in (rung.id, *rung.was):
            if (within, id_) != (ladder_id, rung.id):
                yield atlas.addresses.of("rung", id_, within)


def _checklists(atlas: Atlas) -> Iterator[PlannedPage]:
    for id_, checklist in atlas.handbook.checklists.items():
        yield PlannedPage(
            atlas.addresses.of("checklist", id_),
            checklist.title,
            checklist.title,
            "checklist",
            "checklist",
            checklists.checklist_view(atlas, id_, checklist),
            ("checklist", id_),
            BARE,
            was=tuple(atlas.addresses.of("checklist", old) for old in checklist.was),
        )
