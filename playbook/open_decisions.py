"""The decisions that are still open, as one compact block: the question, whom to ask, what pages show until then."""

from __future__ import annotations

from playbook.model.whole import Handbook
from playbook.schema import UNREADABLE

__all__ = ["counted", "decisions_block"]


def decisions_block(handbook: Handbook) -> str:
    """The open decisions, counted down to the day on which the handbook can be in force; empty if none is open."""
    decisions = handbook.settings.decisions
    waiting = [index for index, decision in enumerate(decisions) if not decision.decided]
    if not waiting:
        return ""
    record = handbook.record("handbook", "handbook")
    lines = [
        f"{len(waiting)} of {counted(len(decisions), 'decision')} still to be made before the handbook can be in force "
        f"(in {record.source.file}, write your choice as value and add decided: true):"
    ]
    for index in waiting:
        decision = decisions[index]
        if UNREADABLE not in (decision.question, decision.ask, decision.value):
            line = record.at("decisions", index, "id").line
            lines.append(f"  line {line}: {decision.question}")
            lines.append(f"    ask: {decision.ask.rstrip('.')}. Until then: {decision.value}")
    return "\n".join(lines)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 word``, ``2 words``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
