"""Views of check-ins: what went well first, agreed next steps last; the sheet for the steps."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.check_ins import CheckIn
from playbook.views.common import Atlas, Fact, Link, Upkept, upkept
from playbook.views.phrases import fact, facts

__all__ = [
    "CheckInPart",
    "CheckInView",
    "NextStepsView",
    "SmartCheck",
    "check_in_links",
    "check_in_view",
    "next_steps_view",
]

_RHYTHMS = {
    "weekly": "Every week",
    "fortnightly": "Every two weeks",
    "monthly": "Every month",
    "quarterly": "Every three months",
}


@dataclass(frozen=True)
class CheckInPart:
    """One part of a check-in: its heading and the questions in it."""

    title: str
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CheckInView:
    """A check-in's page: how often, the parts in order, a question for each time, the calendar file."""

    title: str
    used_when: str
    about: str
    facts: tuple[Fact, ...]
    parts: tuple[CheckInPart, ...]
    rotating: tuple[str, ...]
    keep: str
    calendar: str
    calendar_name: str
    steps: tuple[Link, ...]
    upkeep: Upkept


@dataclass(frozen=True)
class SmartCheck:
    """One of the five checks of a next step: its word and the question behind it."""

    word: str
    question: str


@dataclass(frozen=True)
class NextStepsView:
    """The sheet for agreed next steps: five checks, three steps to fill, the check-ins it goes with."""

    checks: tuple[SmartCheck, ...]
    numbers: tuple[int, ...]
    check_ins: tuple[Link, ...]


def check_in_view(atlas: Atlas, id_: str, check_in: CheckIn) -> CheckInView:
    """The view of one check-in."""
    parts = (
        CheckInPart("Begin with what went well", "wins", tuple(check_in.wins)),
        CheckInPart("How the work goes", "progress", tuple(check_in.progress)),
        CheckInPart("Think and practise together", "coaching", tuple(check_in.coaching)),
        CheckInPart("Help asked for, help offered", "help", tuple(check_in.support)),
        CheckInPart("End with agreed next steps", "next-steps", tuple(check_in.next_steps)),
    )
    return CheckInView(
        check_in.title,
        check_in.used_when or "",
        check_in.about or "",
        facts(fact("How often", _RHYTHMS[check_in.rhythm]), fact("How long", check_in.takes)),
        tuple(part for part in parts if part.lines),
        tuple(check_in.rotating),
        check_in.keep or "",
        f"{atlas.addresses.of('check-in', id_)}{id_}.ics",
        f"{id_}.ics",
        _steps_with(atlas, id_),
        upkept(atlas, check_in.upkeep),
    )


def check_in_links(atlas: Atlas) -> tuple[Link, ...]:
    """Links to the check-ins: those that everybody has first, in the handbook's order."""
    known = atlas.handbook.check_ins
    order = [id_ for id_ in atlas.handbook.settings.check_ins if id_ in known]
    return tuple(
        Link(
            known[id_].title,
            atlas.addresses.of("check-in", id_),
            ". ".join(filter(None, (_RHYTHMS[known[id_].rhythm], known[id_].used_when))),
        )
        for id_ in dict.fromkeys((*order, *known))
    )


def next_steps_view(atlas: Atlas) -> NextStepsView:
    """The sheet for next steps."""
    checks = (
        SmartCheck("Specific", "Could somebody else read it and know what to do?"),
        SmartCheck("Measurable", "How will you both see that it is done?"),
        SmartCheck("Achievable", "Is there the time, the skill and the help for it?"),
        SmartCheck("Relevant", "Which standard or goal does it serve, and for whom?"),
        SmartCheck("Time-bound", "By which day, and when do you look at it again?"),
    )
    return NextStepsView(checks, (1, 2, 3), check_in_links(atlas))


def _steps_with(atlas: Atlas, id_: str) -> tuple[Link, ...]:
    return tuple(
        Link(rung.title, atlas.addresses.of("rung", rung.id, ladder_id))
        for ladder_id, ladder in atlas.handbook.ladders.items()
        for rung in ladder.rungs
        if rung.check_in == id_
    )
