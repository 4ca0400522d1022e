"""The view of the page about the handbook itself: who keeps it, and what is still to be decided."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.due import due_dates
from playbook.views.common import Atlas, Call, Upkept, upkept

__all__ = ["AboutView", "OpenDecision", "about_view"]


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
    book = atlas.handbook
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
