"""Views of ways of talking: lines to open with, listening, open questions by cause, replies, a rehearsal."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.reader import Talk
from playbook.views.common import Atlas, CauseHelp, Link, Upkept, upkept

__all__ = ["CauseQuestions", "ReplyView", "TalkView", "TurnView", "group_of_talks", "talk_view"]


@dataclass(frozen=True)
class CauseQuestions:
    """Open questions for one cause, and the help that fits it."""

    cause: CauseHelp
    ask: tuple[str, ...]


@dataclass(frozen=True)
class ReplyView:
    """What they may say, what you can say then, and the card that helps on."""

    they: str
    you: str
    moment: Link | None


@dataclass(frozen=True)
class TurnView:
    """One turn of a rehearsal."""

    who: str
    say: str


@dataclass(frozen=True)
class TalkView:
    """How to talk well; what is left out has no block on the page."""

    title: str
    about: Link | None
    intro: str
    opening: tuple[str, ...]
    listening: tuple[str, ...]
    questions: tuple[CauseQuestions, ...]
    replies: tuple[ReplyView, ...]
    pauses: tuple[str, ...]
    roles: tuple[str, ...]
    turns: tuple[TurnView, ...]
    reflect: tuple[str, ...]
    care: tuple[str, ...]
    unwritten: bool
    upkeep: Upkept


_WHO = {"you": "You", "they": "They"}


def talk_view(atlas: Atlas, talk: Talk) -> TalkView:
    """The view of one way of talking."""
    causes = {cause.id: cause for cause in atlas.handbook.settings.causes}
    about = atlas.handbook.deviations.get(talk.about or "")
    return TalkView(
        title=talk.title,
        about=Link(about.deviation.title, atlas.addresses.of("deviation", about.deviation.id))
        if about
        else None,
        intro=talk.intro or "",
        opening=tuple(talk.opening),
        listening=tuple(talk.listening),
        questions=tuple(
            CauseQuestions(atlas.cause_help(causes[each.cause]), tuple(each.ask))
            for each in talk.questions
            if each.cause in causes
        ),
        replies=tuple(
            ReplyView(each.they, each.you, next(iter(atlas.moments([each.moment or ""])), None))
            for each in talk.replies
        ),
        pauses=tuple(talk.pauses),
        roles=tuple(talk.roles),
        turns=tuple(TurnView(_WHO[turn.who], turn.say) for turn in talk.turns),
        reflect=tuple(talk.reflect),
        care=tuple(talk.care),
        unwritten=not any(
            [
                talk.intro,
                about,
                talk.opening,
                talk.listening,
                talk.replies,
                talk.pauses,
                talk.roles,
                talk.turns,
                talk.reflect,
                talk.care,
                [each for each in talk.questions if each.cause in causes],
            ]
        ),
        upkeep=upkept(atlas, talk.upkeep),
    )


def group_of_talks(atlas: Atlas) -> tuple[Link, ...]:
    """Links to every way of talking; rehearsals say so."""
    return tuple(
        Link(talk.title, atlas.addresses.of("talk", id_), "A rehearsal for two" if talk.turns else "")
        for id_, talk in atlas.handbook.talks.items()
    )
