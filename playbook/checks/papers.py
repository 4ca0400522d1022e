"""What each kind of paper must state at a step, worked out from the step itself: imported by checks of papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playbook.checks.ladders import appeal_from
from playbook.model.inherited import records_at, rights_at
from playbook.model.ladder import Ladder, Rung
from playbook.model.papers import PaperKind, States
from playbook.model.rights import Rights

__all__ = ["WORDS", "Needed", "needed"]

_Given = Callable[[Ladder, Rung], bool]


@dataclass(frozen=True)
class Needed:
    """One required content of a paper at a step, with the words that must stand in it, if any must."""

    states: States
    words: tuple[str, ...] = ()


def _always(ladder: Ladder, rung: Rung) -> bool:
    return True


def _right(name: str) -> _Given:
    def given(ladder: Ladder, rung: Rung) -> bool:
        rights = rights_at(ladder, rung)
        return bool(rights and getattr(rights, name))

    return given


def _notice(ladder: Ladder, rung: Rung) -> bool:
    rights = rights_at(ladder, rung)
    return bool(rights and rights.written_concern and rights.written_concern.notice)


def _appeal(ladder: Ladder, rung: Rung) -> bool:
    return appeal_from(ladder, rung) is not None


def _lasts(ladder: Ladder, rung: Rung) -> bool:
    return bool(rung.lasts or rung.counts_for)


def _next(ladder: Ladder, rung: Rung) -> bool:
    return rung.next is not None


def _way_back(ladder: Ladder, rung: Rung) -> bool:
    return rung.way_back is not None and not rung.way_back.none


def _support(ladder: Ladder, rung: Rung) -> bool:
    return bool(rung.support)


def _kept(ladder: Ladder, rung: Rung) -> bool:
    records = records_at(ladder, rung)
    return bool(records and records.kept)


_MUST: dict[PaperKind, tuple[tuple[States, _Given], ...]] = {
    "written-concern": (
        ("concern", _always),
        ("evidence", _always),
        ("respond", _right("respond")),
        ("notice", _notice),
        ("companion", _right("companion")),
    ),
    "invitation": (
        ("concern", _always),
        ("notice", _notice),
        ("respond", _right("respond")),
        ("companion", _right("companion")),
        ("adjustments", _right("adjustments")),
    ),
    "agenda": (("account", _always),),
    "record": (
        ("facts", _always),
        ("account", _always),
        ("actions", _always),
        ("owner", _always),
        ("due", _always),
        ("review", _always),
    ),
    "outcome-letter": (
        ("decision", _always),
        ("reason", _always),
        ("support", _support),
        ("deadline", _lasts),
        ("way-back", _way_back),
        ("next", _next),
        ("appeal", _appeal),
    ),
    "plan": (
        ("milestones", _always),
        ("support", _always),
        ("review", _always),
        ("way-back", _way_back),
        ("next", _next),
    ),
    "weekly-update": (("progress", _always), ("support", _always), ("deadline", _always)),
    "close-out": (("way-back", _always), ("records", _kept)),
    "return-meeting": (("account", _always), ("support", _always), ("actions", _always)),
}
"""Required contents by the kind of paper, each with when a step calls for it."""

WORDS: dict[str, str] = {
    "concern": "what it is about",
    "evidence": "what it rests on",
    "facts": "the facts",
    "notice": "how long before the meeting it arrives",
    "companion": "who may come along",
    "respond": "that the person can answer before a decision",
    "account": "the person's account",
    "adjustments": "that adjustments can be asked for",
    "decision": "what is decided",
    "reason": "the reason",
    "support": "the help that is offered",
    "actions": "what is agreed",
    "owner": "who does it",
    "due": "by when",
    "review": "when it is looked at again",
    "milestones": "the milestones",
    "progress": "how far it has come",
    "deadline": "how long it lasts or counts",
    "next": "what follows if it is not enough",
    "appeal": "how to appeal",
    "way-back": "how it ends well",
    "records": "where it is kept",
}
"""Required contents in the words of a message."""


def needed(kind: PaperKind, ladder: Ladder, rung: Rung) -> Iterator[Needed]:
    """Everything a paper of this kind must state at a step."""
    rights = rights_at(ladder, rung)
    for states, given in _MUST.get(kind, ()):
        if given(ladder, rung):
            yield Needed(states, _words(kind, states, rights, ladder, rung))


def _words(
    kind: PaperKind, states: States, rights: Rights | None, ladder: Ladder, rung: Rung
) -> tuple[str, ...]:
    """What the step says itself and the paper must not say otherwise: its lengths of time."""
    appeal = appeal_from(ladder, rung)
    said = {
        "notice": rights.written_concern.notice if rights and rights.written_concern else None,
        "appeal": appeal.within if appeal else None,
        "deadline": rung.counts_for.length if rung.counts_for and kind == "outcome-letter" else None,
    }.get(states)
    return (said,) if said else ()
