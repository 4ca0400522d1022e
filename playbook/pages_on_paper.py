"""The pages for paper and about access: how to print, all cards, all checklists, accessibility. Imported by ``pages``."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.planned import BARE, PlannedPage
from playbook.views import about_access, packs
from playbook.views.common import Atlas

__all__ = ["pages_on_paper"]


def pages_on_paper(atlas: Atlas) -> Iterator[PlannedPage]:
    """Every page of this kind, in a fixed order; a pack with nothing in it is left out."""
    yield _page("print/", "Print", "print", packs.print_view(atlas))
    if packs.has_card_pack(atlas):
        yield _page("print/cards/", "All cards, to print", "print-cards", packs.card_pack(atlas), BARE)
    if atlas.handbook.checklists:
        title = "All meeting checklists, to print"
        yield _page("print/lists/", title, "print-lists", packs.list_pack(atlas), BARE)
    access = about_access.accessibility_view(atlas)
    yield _page("accessibility/", "Accessibility", "accessibility", access)


def _page(address: str, title: str, template: str, view: object, hide: tuple[str, ...] = ()) -> PlannedPage:
    return PlannedPage(address, title, title, template, template, view, hide=hide)
