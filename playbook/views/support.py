"""The view of help on offer: what got in the way, and what fits it."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.records import Support
from playbook.views.common import Atlas, CauseHelp, Fact

__all__ = ["SupportEntry", "SupportView", "support_view"]


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
