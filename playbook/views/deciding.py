"""Who acts at a step, in words: who raises, finds facts, proposes, decides, and how several of them agree."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.model.ladder import Departure, Ladder, Rung, SkipRule, SoloAction
from playbook.model.people import Deciding
from playbook.model.terms import Force
from playbook.views.common import Atlas
from playbook.views.phrases import ended, joined, one_of, quoted, roles, step_title

__all__ = ["agreeing_lines", "deciding_lines", "departure_lines", "skip_lines", "skip_words", "solo_lines"]

_SKIP: dict[Force | None, str] = {
    None: "You can go",
    "may": "You may go",
    "normally": "You normally go",
    "presumptively": "You presumptively go",
    "must": "You must go",
}


def deciding_lines(atlas: Atlas, deciding: Deciding | None) -> tuple[str, ...]:
    """How several people decide together, what follows when they do not agree, and who steps in."""
    if deciding is None:
        return ()
    lines = (
        joined(f"Must take part: {deciding.quorum}") if deciding.quorum else "",
        joined(f"They agree: {deciding.votes}") if deciding.votes else "",
        f"If they do not agree: {', then '.join(deciding.otherwise)}." if deciding.otherwise else "",
        f"Breaks a tie: {atlas.role(deciding.tie)}." if deciding.tie else "",
        f"If the decider cannot: {atlas.role(deciding.deputy)}." if deciding.deputy else "",
        joined(f"Must stand aside: {deciding.recusal}") if deciding.recusal else "",
    )
    return tuple(line for line in lines if line)


def solo_lines(atlas: Atlas, solo: SoloAction | None) -> tuple[str, ...]:
    """Who may act alone in an emergency, and what is owed after."""
    if solo is None:
        return ()
    report = "".join(
        (
            f" to: {atlas.role(solo.report_to)}" if solo.report_to else "",
            f", within {solo.report_within}" if solo.report_within else "",
        )
    )
    lines = (
        joined(f"{atlas.role(solo.who)}: {solo.when}"),
        f"They may {one_of(solo.may)}." if solo.may else "",
        f"Afterwards it is reported{report}." if report else "",
        solo.then,
    )
    return tuple(line for line in lines if line)


def agreeing_lines(atlas: Atlas, rung: Rung) -> tuple[str, ...]:
    """Who decides at a step, who approves, and who must be asked first."""
    lines = (
        f"Decides: {atlas.role(rung.decided_by)}." if rung.decided_by else "",
        f"Must approve: {atlas.role(rung.approved_by)}." if rung.approved_by else "",
        f"Must be asked: {roles(atlas, rung.consults)}." if rung.consults else "",
        rung.decision_rule,
        *(deciding_lines(atlas, rung.deciding) if rung.deciding else ()),
    )
    return tuple(line for line in lines if line)


def skip_lines(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    """When a step may be skipped, and which must not be; that nothing is agreed, where nothing is."""
    never = quoted(rung.title for rung in ladder.rungs if rung.must_not_skip)
    rules = [skip_words(atlas, ladder, rule) for rule in ladder.skip_rules]
    return (
        *(rules or ("No rule for skipping is agreed. Take the steps in order.",)),
        *((f"Never skip: {never}.",) if never else ()),
        *_needed(ladder),
    )


def _needed(ladder: Ladder) -> Iterator[str]:
    """What must have come before which steps; steps that need the same are named together."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for rung in ladder.rungs:
        if rung.needs_before:
            groups.setdefault(tuple(rung.needs_before), []).append(rung.title)
    for ids, titles in groups.items():
        yield f"Before {quoted(titles)} comes: {quoted(step_title(ladder, id_) for id_ in ids)}."


def skip_words(atlas: Atlas, ladder: Ladder, rule: SkipRule) -> str:
    """When a step may be skipped: from where, where to, who must agree, what is written down."""
    start = "" if rule.from_ == "any" else f" from “{step_title(ladder, rule.from_)}”"
    goal = f"straight to “{step_title(ladder, rule.to)}”" if rule.to else "past a step"
    grave = quoted(atlas.handbook.severities[id_].title for id_ in rule.severity)
    return joined(
        f"{_SKIP[rule.force]}{start} {goal}: {rule.when}",
        f"Only for: {grave}" if grave else None,
        f"Must agree: {roles(atlas, rule.agreed_by)}" if rule.agreed_by else None,
        f"Write down: {rule.write_down}" if rule.write_down else None,
    )


def departure_lines(atlas: Atlas, departure: Departure | None) -> tuple[str, ...]:
    """What is owed when somebody goes outside the guide."""
    if departure is None:
        return ()
    return tuple(
        line
        for line in (
            ended(departure.text),
            f"Must agree: {roles(atlas, departure.agreed_by)}." if departure.agreed_by else "",
            joined(f"Write down: {departure.write_down}") if departure.write_down else "",
        )
        if line
    )
