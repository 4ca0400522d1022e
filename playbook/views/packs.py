"""Views of the pages for paper: every card in packs of four, every list, and how to print them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.views.cards import Card, UrgentView, deviation_card, moment_card, urgent_view
from playbook.views.checklists import ChecklistView, checklist_view
from playbook.views.common import Atlas, Link, Upkept, upkept
from playbook.views.rule_card import rule_card
from playbook.views.standards import standard_card
from playbook.views.steps import step_card

__all__ = [
    "CardPackView",
    "ListPackView",
    "PackCard",
    "PrintView",
    "card_pack",
    "has_card_pack",
    "list_pack",
    "print_view",
]

_ON_A_SHEET = 4
_MOST = 200
"""With more cards than this the page would be too heavy for a phone; the command still makes the pack."""


@dataclass(frozen=True)
class PackCard:
    """One card of a pack, with the address and the upkeep that its foot prints."""

    title: str
    address: str
    upkeep: Upkept
    card: Card | None = None
    urgent: UrgentView | None = None


@dataclass(frozen=True)
class CardPackView:
    """Every card: four on a sheet of A4 or Letter, one on a sheet of A6. Urgent cards take two places."""

    fours: tuple[tuple[PackCard, ...], ...]
    urgent: tuple[tuple[PackCard, ...], ...]


@dataclass(frozen=True)
class ListPackView:
    """Every meeting checklist, one on a page."""

    lists: tuple[ChecklistView, ...]


@dataclass(frozen=True)
class PrintView:
    """What can be printed, and how."""

    packs: tuple[Link, ...]
    groups: tuple[Link, ...]
    address: str


def print_view(atlas: Atlas) -> PrintView:
    """The page about printing."""
    book = atlas.handbook
    number = len(book.deviations) + len(book.moments) + len(book.standards) + len(book.urgent)
    number += sum(1 + len(ladder.rungs) for ladder in book.ladders.values())
    packs = (
        Link("All cards", "print/cards/", f"{number} cards.") if has_card_pack(atlas) else None,
        Link("All meeting checklists", "print/lists/", "One on a page.") if book.checklists else None,
    )
    groups = (
        Link(atlas.labels.standards, "standards/") if book.standards else None,
        Link(atlas.labels.ladder, "steps/") if book.ladders else None,
    )
    return PrintView(
        tuple(link for link in packs if link),
        tuple(link for link in groups if link),
        book.settings.site_address or "",
    )


def has_card_pack(atlas: Atlas) -> bool:
    """Whether all cards fit a page that a phone can still open."""
    book = atlas.handbook
    return 0 < len(book.deviations) + len(book.moments) + len(book.standards) <= _MOST


def card_pack(atlas: Atlas) -> CardPackView:
    """Every card of the handbook, in the order of its pages."""
    cards = list(_cards(atlas))
    urgent = [
        PackCard(
            u.title, atlas.addresses.of("urgent", id_), upkept(atlas, u.upkeep), urgent=urgent_view(atlas, u)
        )
        for id_, u in atlas.handbook.urgent.items()
    ]
    return CardPackView(_by(cards, _ON_A_SHEET), _by(urgent, _ON_A_SHEET // 2))


def _by(cards: list[PackCard], number: int) -> tuple[tuple[PackCard, ...], ...]:
    return tuple(tuple(cards[start : start + number]) for start in range(0, len(cards), number))


def _cards(atlas: Atlas) -> Iterator[PackCard]:
    book, address = atlas.handbook, atlas.addresses.of
    for id_, found in book.deviations.items():
        upkeep = upkept(atlas, found.standard.upkeep)
        card = deviation_card(atlas, found.deviation)
        yield PackCard(found.deviation.title, address("deviation", id_), upkeep, card)
    for id_, moment in book.moments.items():
        upkeep = upkept(atlas, moment.upkeep)
        yield PackCard(moment.title, address("moment", id_), upkeep, moment_card(atlas, moment))
    for id_, ladder in book.ladders.items():
        upkeep = upkept(atlas, ladder.upkeep)
        for rung in ladder.rungs:
            yield PackCard(rung.title, address("rung", rung.id, id_), upkeep, step_card(atlas, rung))
        yield PackCard(ladder.title, address("ladder", id_), upkeep, rule_card(atlas, id_, ladder))
    for id_, standard in book.standards.items():
        upkeep = upkept(atlas, standard.upkeep)
        yield PackCard(standard.title, address("standard", id_), upkeep, standard_card(atlas, standard))


def list_pack(atlas: Atlas) -> ListPackView:
    """Every meeting checklist."""
    return ListPackView(tuple(checklist_view(atlas, id_, c) for id_, c in atlas.handbook.checklists.items()))
