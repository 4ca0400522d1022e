"""Views of feedback: the ten-minute list, a sheet of three blanks for each standard, words of thanks."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.standard import Standard
from playbook.views.common import Atlas, Link

__all__ = [
    "FeedbackSample",
    "FeedbackSheet",
    "FeedbackView",
    "Thanks",
    "feedback_sheet",
    "feedback_view",
    "thanks",
]


@dataclass(frozen=True)
class FeedbackView:
    """The page on feedback: the list for a short talk, the sheets, the words of thanks."""

    checklist: Link | None
    thanks: bool
    sheets: tuple[Link, ...]


@dataclass(frozen=True)
class FeedbackSample:
    """What behaviour and impact look like in words: one that falls short, with the good one beside it."""

    situation: Link
    behaviour: str
    impact: str
    instead: str


@dataclass(frozen=True)
class FeedbackSheet:
    """A sheet for one standard: three blanks, with samples from the standard's own words."""

    standard: Link
    statement: str
    samples: tuple[FeedbackSample, ...]
    thanks: tuple[str, ...]


@dataclass(frozen=True)
class Thanks:
    """Words of thanks for one standard."""

    standard: Link
    anchor: str
    lines: tuple[str, ...]


def feedback_view(atlas: Atlas) -> FeedbackView | None:
    """The page on feedback; None when there is nothing to give."""
    checklist = atlas.checklist(atlas.handbook.settings.feedback_talk)
    sheets = tuple(
        Link(standard.title, f"feedback/{id_}/")
        for id_, standard in atlas.handbook.standards.items()
        if _has_sheet(standard)
    )
    if not checklist and not sheets:
        return None
    return FeedbackView(checklist, bool(thanks(atlas)), sheets)


def feedback_sheet(atlas: Atlas, id_: str, standard: Standard) -> FeedbackSheet | None:
    """The sheet of one standard; None where it has no behaviour to speak of."""
    if not _has_sheet(standard):
        return None
    good = {example.instead_of: example.acceptable for example in reversed(standard.examples)}
    return FeedbackSheet(
        Link(standard.title, atlas.addresses.of("standard", id_)),
        standard.statement,
        tuple(
            FeedbackSample(
                Link(deviation.title, atlas.addresses.of("deviation", deviation.id)),
                deviation.observable,
                deviation.impact or "",
                good.get(deviation.id, ""),
            )
            for deviation in standard.deviations
        ),
        tuple(standard.recognition),
    )


def thanks(atlas: Atlas) -> tuple[Thanks, ...]:
    """Words of thanks, each under the standard it speaks of."""
    return tuple(
        Thanks(
            Link(standard.title, atlas.addresses.of("standard", id_)), f"for-{id_}", tuple(standard.recognition)
        )
        for id_, standard in atlas.handbook.standards.items()
        if standard.recognition
    )


def _has_sheet(standard: Standard) -> bool:
    return bool(standard.deviations)
