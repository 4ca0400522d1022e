"""The decisions that are still open: each with its question, whom to ask and what pages show; in short; or counted."""

from __future__ import annotations

from itertools import zip_longest

from playbook.model.whole import Handbook
from playbook.schema import UNREADABLE

__all__ = ["counted", "decisions_block", "decisions_in_short", "decisions_line"]

_ONE_COLUMN = 8
"""How many decisions stand below each other, before a second column keeps them on one screen."""


def decisions_block(handbook: Handbook) -> str:
    """The open decisions, counted down to the day on which the handbook can be in force; empty if none is open."""
    decisions, waiting = handbook.settings.decisions, _waiting(handbook)
    if not waiting:
        return ""
    record = handbook.record("handbook", "handbook")
    lines = [
        "Still to be decided before the handbook can be in force "
        f"(in {record.source.file}, write your choice as value and add decided: true):"
    ]
    for index in waiting:
        decision = decisions[index]
        if UNREADABLE not in (decision.question, decision.ask, decision.value):
            line = record.at("decisions", index, "id").line
            lines.append(f"  line {line}: {decision.question}")
            lines.append(f"    ask: {decision.ask.rstrip('.')}. Until then: {decision.value}")
    return "\n".join(lines)


def decisions_in_short(handbook: Handbook) -> str:
    """How many decisions are still open and where, then a few words on each; read down the columns."""
    waiting = _waiting(handbook)
    if not waiting:
        return ""
    decisions = handbook.settings.decisions
    titles = [title for index in waiting if (title := decisions[index].title) != UNREADABLE]
    rows = len(titles) if len(titles) <= _ONE_COLUMN else (len(titles) + 1) // 2
    wide = max(map(len, titles[:rows]), default=0)
    lines = [
        f"  {left:{wide}}  {right}".rstrip()
        for left, right in zip_longest(titles[:rows], titles[rows:], fillvalue="")
    ]
    return "\n".join([f"{_count(handbook)} still open, in {_place(handbook)}:", *lines])


def decisions_line(handbook: Handbook, *, listed: bool) -> str:
    """How many decisions are still open and where each stands, for who has only the end of the list before them."""
    if not _waiting(handbook):
        return ""
    count, place = _count(handbook), _place(handbook)
    if listed:
        return f"{count} still open: listed above, and in {place}."
    return f"{count} still open, in {place}; they are listed once the errors are mended."


def _count(handbook: Handbook) -> str:
    return f"{len(_waiting(handbook))} of {counted(len(handbook.settings.decisions), 'decision')}"


def _place(handbook: Handbook) -> str:
    record = handbook.record("handbook", "handbook")
    return f"{record.source.file} from line {record.at('decisions', _waiting(handbook)[0], 'id').line} on"


def _waiting(handbook: Handbook) -> list[int]:
    return [index for index, decision in enumerate(handbook.settings.decisions) if not decision.decided]


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 word``, ``2 words``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
