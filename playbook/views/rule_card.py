"""The rule card of a ladder: one short answer to each of the questions that come first."""

from __future__ import annotations

from playbook.model.ladder import Ladder
from playbook.readability import sentences
from playbook.views.cards import Card, Cluster
from playbook.views.common import Atlas, Link
from playbook.views.counting import counts_for_lines, first_lines, look_back_lines
from playbook.views.phrases import all_of, ended, one_of, roles
from playbook.views.rights import merged_records, merged_rights

__all__ = ["rule_card"]


def rule_card(atlas: Atlas, ladder_id: str, ladder: Ladder) -> Card:
    """The same questions in the same places on every ladder; one that has no answer is left out."""
    asked = (
        ("skip", "Skip a step?", _skip(atlas, ladder)),
        ("counts", "What counts?", _first_sentence(first_lines(ladder))),
        ("long", "How long?", _how_long(atlas, ladder)),
        ("agrees", "Who decides?", _decides(atlas, ladder)),
        ("comes", "Who may come?", _companion(ladder)),
        ("objects", "Object?", _appeal(atlas, ladder)),
        ("write", atlas.labels.write_down, _written(ladder)),
    )
    return Card(
        "rule",
        ladder.title,
        "A guide to judgement, not a tariff." if ladder.guide else atlas.labels.rules,
        False,
        tuple(Cluster(key, label, (answer,)) for key, label, answer in asked if answer),
        _steps(atlas, ladder_id, ladder),
        atlas.call(None),
        more="The steps",
    )


def _steps(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[Link, ...]:
    return tuple(
        Link(f"{number}. {rung.title}", atlas.addresses.of("rung", rung.id, ladder_id))
        for number, rung in enumerate(ladder.rungs, start=1)
    )


def _first_sentence(lines: tuple[str, ...]) -> str:
    return next(iter(sentences(lines[0])), "") if lines else ""


def _skip(atlas: Atlas, ladder: Ladder) -> str:
    if not ladder.skip_rules:
        return "No. Take the steps in order."
    agreed = list(dict.fromkeys(role for rule in ladder.skip_rules for role in rule.agreed_by))
    return f"Only as agreed below, with {roles(atlas, agreed)}." if agreed else "Only as agreed below."


def _how_long(atlas: Atlas, ladder: Ladder) -> str:
    look_back = ladder.counting.look_back if ladder.counting else None
    if look_back:
        return f"We look back {look_back.length}."
    counted = (_first_sentence(counts_for_lines(atlas, rung.counts_for)) for rung in ladder.rungs)
    return _first_sentence(look_back_lines(atlas, ladder.counting)) or next(filter(None, counted), "")


def _decides(atlas: Atlas, ladder: Ladder) -> str:
    formal = [rung.decided_by for rung in ladder.rungs if rung.standing.formal and rung.decided_by]
    deciders = all_of(atlas.role(id_) for id_ in dict.fromkeys(formal))
    if deciders:
        return f"Formal steps: {deciders}."
    return _first_sentence((ladder.deciders,)) if ladder.deciders else ""


def _companion(ladder: Ladder) -> str:
    every = (merged_rights(ladder, rung) for rung in ladder.rungs if rung.standing.formal)
    found = next((rights.companion for rights in every if rights and rights.companion), None)
    return f"With you comes {one_of(found.who)}." if found else ""


def _appeal(atlas: Atlas, ladder: Ladder) -> str:
    every = (merged_rights(ladder, rung) for rung in ladder.rungs if rung.standing.formal)
    found = next((rights.appeal for rights in every if rights and rights.appeal), None)
    if found is None:
        return ""
    within = f"Within {found.within}, to" if found.within else "To"
    return f"{within} {atlas.role(found.send_to or found.to)}."


def _written(ladder: Ladder) -> str:
    every = (merged_records(ladder, rung) for rung in reversed(ladder.rungs) if rung.standing.formal)
    found = next((records for records in every if records and records.kept), None)
    if found is None or found.kept is None:
        return "The facts, their view, what was agreed."
    kept_for = f" For {found.kept.for_}." if found.kept.for_ else ""
    return f"Formal steps: {ended(found.kept.where)}{kept_for}"
