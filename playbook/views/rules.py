"""The rule card of a ladder: what managers and staff ask most, answered from its rules, one fact a question."""

from __future__ import annotations

from collections.abc import Callable

from playbook.model.ladder import Ladder, Rung
from playbook.views.common import Atlas, Fact
from playbook.views.counting import counts_for_lines, first_lines, look_back_lines
from playbook.views.deciding import agreeing_lines, deciding_lines, departure_lines, skip_lines, solo_lines
from playbook.views.phrases import ended, fact, facts, quoted
from playbook.views.rights import (
    appeal_lines,
    companion_lines,
    merged_records,
    merged_rights,
    record_facts,
    right_facts,
    rights_by_block,
    written_lines,
)

__all__ = ["other_right_facts", "record_facts", "right_facts", "rule_facts"]

_ON_THE_CARD = {"May somebody come with me?", "How do I object?"}


def rule_facts(atlas: Atlas, ladder: Ladder) -> tuple[Fact, ...]:
    """The rule card: may I skip, what counts, how long, who must agree, who may come, how to object, what to write."""
    return facts(
        fact("May I skip a step?", *skip_lines(atlas, ladder)),
        fact("May I go outside the guide?", *departure_lines(atlas, ladder.departure)),
        fact("What counts?", *first_lines(ladder)),
        fact("How long does it stay?", *look_back_lines(atlas, ladder.counting),
             *_by_step(ladder, lambda rung: counts_for_lines(atlas, rung.counts_for))),
        fact("Who must agree?", ladder.deciders, *deciding_lines(atlas, ladder.deciding),
             *_by_step(ladder, lambda rung: agreeing_lines(atlas, ladder, rung))),
        fact("May somebody act alone?", *solo_lines(atlas, ladder.solo_action),
             *_by_step(ladder, lambda rung: solo_lines(atlas, rung.solo_action))),
        fact("May they bring somebody?", *_companions(atlas, ladder)),
        fact("How do they object?", *_objections(atlas, ladder)),
        fact("What do I write down?", *_written(atlas, ladder)),
    )


def other_right_facts(atlas: Atlas, ladder: Ladder) -> tuple[Fact, ...]:
    """Rights on the whole ladder that the rule card does not answer already."""
    every = rights_by_block(atlas, ladder.rights, ladder)
    return tuple(found for block in every.values() for found in block if found.term not in _ON_THE_CARD)


def _companions(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        rights = merged_rights(ladder, rung)
        return companion_lines(rights.companion) if rights else ()

    return _by_step(ladder, lines) or companion_lines(ladder.rights.companion if ladder.rights else None)


def _objections(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        rights = merged_rights(ladder, rung)
        return appeal_lines(atlas, rights.appeal, ladder, rung) if rights else ()

    return _by_step(ladder, lines) or appeal_lines(atlas, ladder.rights.appeal if ladder.rights else None, ladder)


def _written(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        return (*((ended(rung.write_down),) if rung.write_down else ()), *written_lines(atlas, merged_records(ladder, rung)))

    return _by_step(ladder, lines) or written_lines(atlas, ladder.records)


def _by_step(ladder: Ladder, lines: Callable[[Rung], tuple[str, ...]]) -> tuple[str, ...]:
    """One answer for every step that has one; steps that share an answer are named together before it."""
    groups: dict[tuple[str, ...], list[Rung]] = {}
    for rung in ladder.rungs:
        found = lines(rung)
        if found:
            groups.setdefault(found, []).append(rung)
    if len(groups) == 1:
        found, rungs = next(iter(groups.items()))
        if len(rungs) > 1 and all(rung in rungs for rung in ladder.rungs if rung.standing.formal):
            return found
    return tuple(f"{quoted(rung.title for rung in rungs)}: {' '.join(found)}" for found, rungs in groups.items())
