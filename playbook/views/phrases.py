"""Small pieces of plain language that views put rules into: lists, lengths, how binding, whose turn."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.model.ladder import Ladder, Length
from playbook.model.terms import Force
from playbook.views.common import Atlas, Fact

__all__ = [
    "all_of",
    "ended",
    "fact",
    "facts",
    "forced",
    "joined",
    "length_words",
    "one_of",
    "quoted",
    "roles",
    "step_title",
    "used",
]

_USED = {
    "may": "This step may be used.",
    "normally": "This step is normally used.",
    "presumptively": "This step is presumptively used.",
    "must": "This step must be used.",
}


def fact(term: str, *answers: str | None) -> Fact | None:
    """A fact with the answers that were given; None when there is none."""
    given = tuple(answer for answer in answers if answer)
    return Fact(term, given) if given else None


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """The facts that are there."""
    return tuple(one for one in found if one)


def ended(text: str | None) -> str:
    """A sentence with a full stop, unless it ends in a mark of its own."""
    return f"{text}." if text and text[-1] not in ".!?:…" else text or ""


def joined(*pieces: str | None) -> str:
    """Sentences one after the other, each ended; the empty ones left out."""
    sentence = " ".join(ended(piece) for piece in pieces if piece)
    return sentence[:1].upper() + sentence[1:]


def all_of(words: Iterable[str]) -> str:
    """``a, b and c``."""
    return _listed(words, "and")


def one_of(words: Iterable[str]) -> str:
    """``a, b or c``."""
    return _listed(words, "or")


def _listed(words: Iterable[str], last: str) -> str:
    every = [word for word in words if word]
    return f"{', '.join(every[:-1])} {last} {every[-1]}" if len(every) > 1 else "".join(every)


def quoted(words: Iterable[str]) -> str:
    """Titles in quotes: ``“a”, “b” and “c”``."""
    return all_of(f"“{word}”" for word in words)


def length_words(length: Length | None) -> str:
    """Say a length with both its ends; an open end says so."""
    if length is None:
        return ""
    if length.from_ and length.to:
        between = f"{length.from_} to {length.to}"
    else:
        between = f"{length.from_} or more" if length.from_ else f"up to {length.to}" if length.to else ""
    return ", ".join(part for part in (length.length, between) if part)


def forced(force: Force | None, text: str) -> str:
    """A rule with the word that says how binding it is, as the author chose it."""
    return f"{force.capitalize()}: {text}" if force and text else text


def used(force: Force | None) -> str:
    """Say how binding a step is."""
    return _USED[force] if force else ""


def roles(atlas: Atlas, ids: Iterable[str]) -> str:
    """The titles of several roles."""
    return all_of(atlas.role(id_) for id_ in ids)


def step_title(ladder: Ladder, id_: str | None) -> str:
    """The title of a step of this ladder; its id where there is no such step."""
    return next((rung.title for rung in ladder.rungs if rung.id == id_), id_ or "")
