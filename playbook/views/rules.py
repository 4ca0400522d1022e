"""The rules of a ladder in full: what managers and staff ask most, answered for every step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playbook.model.ladder import Ladder, Rung
from playbook.views.common import Atlas, Fact
from playbook.views.counting import counts_for_lines, first_lines, look_back_lines
from playbook.views.deciding import (
    agreeing_lines,
    deciding_lines,
    departure_lines,
    skip_lines,
    solo_lines,
)
from playbook.views.phrases import all_of
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

__all__ = ["Rule", "RuleAnswer", "all_rules", "other_right_facts", "record_facts", "right_facts"]

_AMONG_THE_RULES = {"May somebody come with me?", "How do I object?"}


@dataclass(frozen=True)
class RuleAnswer:
    """An answer, and the steps it is for where it is not for all of them."""

    steps: str
    words: str


@dataclass(frozen=True)
class Rule:
    """One question about the rules with all its answers."""

    ask: str
    answers: tuple[RuleAnswer, ...]


def all_rules(atlas: Atlas, ladder: Ladder) -> tuple[Rule, ...]:
    """May I skip, what counts, how long, who must agree, who may come, how to object, what to write down."""
    rules = (
        Rule("May I skip a step?", _plain(skip_lines(atlas, ladder))),
        Rule("May I go outside the guide?", _plain(departure_lines(atlas, ladder.departure))),
        Rule("What counts?", _plain(first_lines(ladder))),
        Rule(
            "How long does it stay?",
            (
                *_plain(look_back_lines(atlas, ladder.counting)),
                *_by_step(ladder, lambda rung: counts_for_lines(atlas, rung.counts_for)),
            ),
        ),
        Rule(
            "Who must agree?",
            (
                *_plain([ladder.deciders or "", *deciding_lines(atlas, ladder.deciding)]),
                *_by_step(ladder, lambda rung: agreeing_lines(atlas, rung)),
            ),
        ),
        Rule(
            "May somebody act alone?",
            (
                *_plain(solo_lines(atlas, ladder.solo_action)),
                *_by_step(ladder, lambda rung: solo_lines(atlas, rung.solo_action)),
            ),
        ),
        Rule("May they bring somebody?", _companions(ladder)),
        Rule("How do they object?", _objections(atlas, ladder)),
        Rule("What do I write down?", _written(atlas, ladder)),
    )
    return tuple(rule for rule in rules if rule.answers)


def other_right_facts(atlas: Atlas, ladder: Ladder) -> tuple[Fact, ...]:
    """Rights on the whole ladder that the rules do not answer already."""
    every = rights_by_block(atlas, ladder.rights, ladder)
    return tuple(found for block in every.values() for found in block if found.term not in _AMONG_THE_RULES)


def _companions(ladder: Ladder) -> tuple[RuleAnswer, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        rights = merged_rights(ladder, rung)
        return companion_lines(rights.companion) if rights else ()

    return _by_step(ladder, lines) or _plain(
        companion_lines(ladder.rights.companion if ladder.rights else None)
    )


def _objections(atlas: Atlas, ladder: Ladder) -> tuple[RuleAnswer, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        rights = merged_rights(ladder, rung)
        return appeal_lines(atlas, rights.appeal, ladder, rung) if rights else ()

    shared = ladder.rights.appeal if ladder.rights else None
    return _by_step(ladder, lines) or _plain(appeal_lines(atlas, shared, ladder))


def _written(atlas: Atlas, ladder: Ladder) -> tuple[RuleAnswer, ...]:
    def lines(rung: Rung) -> tuple[str, ...]:
        return written_lines(atlas, merged_records(ladder, rung))

    return _by_step(ladder, lines) or _plain(written_lines(atlas, ladder.records))


def _plain(lines: Iterable[str]) -> tuple[RuleAnswer, ...]:
    return tuple(RuleAnswer("", line) for line in lines if line)


def _by_step(ladder: Ladder, lines: Callable[[Rung], tuple[str, ...]]) -> tuple[RuleAnswer, ...]:
    """One answer for every step that has one; steps that share an answer are named together before it."""
    groups: dict[tuple[str, ...], list[Rung]] = {}
    for rung in ladder.rungs:
        found = lines(rung)
        if found:
            groups.setdefault(found, []).append(rung)
    if len(groups) == 1:
        found, rungs = next(iter(groups.items()))
        if all(rung in rungs for rung in ladder.rungs if rung.standing.formal):
            return _plain(found)
    return tuple(
        RuleAnswer(all_of(rung.title for rung in rungs), " ".join(found)) for found, rungs in groups.items()
    )
