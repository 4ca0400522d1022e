"""Both sides of a step: your manager beside you, in the same blocks in the same order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.model.ladder import Ladder, Rung
from playbook.model.rights import Records, Rights
from playbook.views.common import Atlas, Fact, Link
from playbook.views.counting import counts_for_lines
from playbook.views.deciding import deciding_lines, solo_lines
from playbook.views.phrases import ended, fact, facts, quoted, roles, step_title
from playbook.views.responses import suspension_lines
from playbook.views.rights import merged_records, merged_rights, record_facts, rights_by_block

__all__ = ["SideBlock", "SideLine", "side_blocks"]

_ORDER = ("before", "with_you", "meeting", "decision", "help", "after", "disagree", "skipped")


@dataclass(frozen=True)
class SideLine:
    """One line of a side: what it is about (may be empty), the words, and where it leads."""

    term: str
    answers: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class SideBlock:
    """One moment of a step seen from both sides; ``key`` is its place on the page."""

    key: str
    title: str
    manager: tuple[SideLine, ...]
    you: tuple[SideLine, ...]


def side_blocks(atlas: Atlas, ladder: Ladder, rung: Rung) -> tuple[SideBlock, ...]:
    """The blocks in their fixed order; one without content on either side is left out."""
    manager = _manager(atlas, ladder, rung)
    you = _you(atlas, ladder, rung)
    blocks = (
        SideBlock(
            key, getattr(atlas.labels, f"side_{key}"), tuple(manager.get(key, ())), tuple(you.get(key, ()))
        )
        for key in _ORDER
    )
    return tuple(block for block in blocks if block.manager or block.you)


def _manager(atlas: Atlas, ladder: Ladder, rung: Rung) -> dict[str, list[SideLine]]:
    records, rights = merged_records(ladder, rung), merged_rights(ladder, rung)
    checklist = atlas.checklist(rung.checklist)
    return {
        "before": _lines(_before(atlas, ladder, rung)),
        "with_you": [SideLine("", (text,)) for text in rung.manager_does],
        "meeting": [
            *([SideLine("Take the list:", (), (checklist,))] if checklist else []),
            *_lines(facts(fact("Must be there", roles(atlas, rung.attends)))),
        ],
        "decision": _lines(_decision(atlas, ladder, rung)),
        "help": _helping(atlas, rung, "Offer"),
        "after": _lines((*_after(atlas, rung), *_writing(atlas, rung, records))),
        "disagree": _lines(_waiting(atlas, rights)),
        "skipped": _lines(
            facts(
                fact("What follows", rights.skipped_step.effect if rights and rights.skipped_step else None)
            )
        ),
    }


def _you(atlas: Atlas, ladder: Ladder, rung: Rung) -> dict[str, list[SideLine]]:
    rights = rights_by_block(atlas, merged_rights(ladder, rung), ladder, rung)
    records = record_facts(atlas, merged_records(ladder, rung))
    away = suspension_lines(
        atlas, rung.while_facts_are_found or (ladder.while_facts_are_found if rung.standing.formal else None)
    )
    counts = facts(fact(atlas.labels.counts_for, *counts_for_lines(atlas, rung.counts_for)))
    return {
        **{key: _lines(found) for key, found in rights.items()},
        "before": [
            *_lines(rights.get("before", ())),
            *_lines(facts(fact("May I be sent home while facts are found?", *away))),
        ],
        "with_you": [
            *(SideLine("", (text,)) for text in rung.you_can_expect),
            *_lines(rights.get("with_you", ())),
        ],
        "help": _helping(atlas, rung, "Ask for"),
        "after": _lines((*counts, *records)),
    }


def _before(atlas: Atlas, ladder: Ladder, rung: Rung) -> tuple[Fact, ...]:
    needed = quoted(step_title(ladder, id_) for id_ in rung.needs_before)
    return facts(
        fact("Begins within", rung.act_within),
        fact("Must have come before", needed),
        fact("May it be skipped?", "No. This step must not be skipped." if rung.must_not_skip else None),
        fact("Raises it", atlas.role(rung.raised_by)),
        fact("Finds the facts", atlas.role(rung.facts_by)),
        fact("Must be asked first", roles(atlas, rung.consults)),
    )


def _decision(atlas: Atlas, ladder: Ladder, rung: Rung) -> tuple[Fact, ...]:
    deciding = deciding_lines(atlas, rung.deciding or (ladder.deciding if rung.standing.formal else None))
    solo = solo_lines(atlas, rung.solo_action or (ladder.solo_action if rung.standing.formal else None))
    return facts(
        fact("Proposes it", atlas.role(rung.proposed_by)),
        fact(
            "Decides",
            atlas.role(rung.decided_by),
            rung.decision_rule or (ladder.deciders if rung.standing.formal else None),
        ),
        fact("Must approve", atlas.role(rung.approved_by)),
        fact("How they agree", *deciding),
        fact("May act alone", *solo),
    )


def _after(atlas: Atlas, rung: Rung) -> tuple[Fact, ...]:
    return facts(fact("Looks after the person", rung.aftercare), fact("Is told", roles(atlas, rung.informs)))


def _writing(atlas: Atlas, rung: Rung, records: Records | None) -> tuple[Fact, ...]:
    within = (
        f"A copy goes to the person within {records.shared_within}."
        if records and records.shared_within
        else None
    )
    return facts(
        fact("Writes it down", atlas.role(records.written_by) if records else None),
        fact(atlas.labels.write_down, rung.write_down, within),
    )


def _waiting(atlas: Atlas, rights: Rights | None) -> tuple[Fact, ...]:
    appeal = rights.appeal if rights else None
    return facts(
        fact("Waits until it is decided", appeal.pauses if appeal else None),
        fact("Hears it", atlas.role(appeal.to) if appeal else None),
    )


def _helping(atlas: Atlas, rung: Rung, term: str) -> list[SideLine]:
    links = atlas.support(rung.support)
    return [SideLine(f"{term}:", (), links)] if links else []


def _lines(found: Iterable[Fact]) -> list[SideLine]:
    """Facts as lines; every answer is a sentence of its own."""
    return [SideLine(_asked(one.term), tuple(ended(answer) for answer in one.answers)) for one in found]


def _asked(term: str) -> str:
    return term if term.endswith("?") else f"{term}:"
