"""The decisions that are still open: each with its question, whom to ask and what pages show until then; or counted."""

from __future__ import annotations

from playbook.model.whole import Handbook
from playbook.schema import UNREADABLE

__all__ = ["counted", "decisions_block", "decisions_line"]


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


def decisions_line(handbook: Handbook, *, listed: bool) -> str:
    """How many decisions are still open and where each stands, for who has only the end of the list before them."""
    waiting = _waiting(handbook)
    if not waiting:
        return ""
    record = handbook.record("handbook", "handbook")
    line = record.at("decisions", waiting[0], "id").line
    many = counted(len(handbook.settings.decisions), "decision")
    where = f"{record.source.file} from line {line} on"
    if listed:
        return f"{len(waiting)} of {many} still open: listed above, and in {where}."
    return f"{len(waiting)} of {many} still open, in {where}; they are listed once the errors are mended."


def _waiting(handbook: Handbook) -> list[int]:
    return [index for index, decision in enumerate(handbook.settings.decisions) if not decision.decided]


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 word``, ``2 words``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
