"""What is agreed for one answer of the finder: who decides, what comes first, the range, and why this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.finder import Answer, severity_of
from playbook.model.ladder import Ladder
from playbook.model.rung import Rung
from playbook.views.common import Atlas, Fact, Link
from playbook.views.counting import (
    accumulation_lines,
    first_lines,
    look_back_lines,
    points_facts,
    time_facts,
    worked_line,
)
from playbook.views.coverage import Applies, applies
from playbook.views.deciding import deciding_lines, departure_lines, skip_words
from playbook.views.entry import EntryCell, entry_cell, occurrence_words, row_words
from playbook.views.phrases import fact, facts, joined, quoted, roles, step_title
from playbook.views.questions import FactorLine, factor_lines

__all__ = ["Agreed", "agreed_answer", "agreed_count", "deciding_facts"]

_FIRST_UNKNOWN = "What counts as the first time is not written down here. Ask before you count."


@dataclass(frozen=True)
class Agreed:
    """The organisation's own range or count, and why it is this one.

    ``cell`` reads as in the ladder's table, in the row ``about`` and the column ``occurrence``;
    where there is no table, ``words`` say how the ladder works. ``rules`` and ``factors`` hold for
    every answer of the ladder.
    """

    ladder: Link
    words: str
    cell: EntryCell | None
    about: str
    occurrence: str
    note: str
    applies: Applies | None
    steps: tuple[Link, ...]
    lists: tuple[Link, ...]
    counts: tuple[Fact, ...]
    formula: str
    worked: str
    worked_sum: str
    rules: tuple[Fact, ...]
    factors: tuple[FactorLine, ...]
    weighing: tuple[str, ...]
    """How far the factors reach."""
    guide: bool


def agreed_answer(atlas: Atlas, answer: Answer) -> Agreed:
    """The cell of the grid that answers; a single step where a question or the order leads to it."""
    ladder, row = atlas.handbook.ladders[answer.ladder_id], answer.row
    column = answer.column or f"{answer.occurrence}+"
    cell = entry_cell(atlas, answer.ladder_id, ladder, column, answer.cell)
    return _agreed(
        atlas,
        answer.ladder_id,
        answer.rungs,
        severity=severity_of(atlas.handbook, row) if row else None,
        anchor="entry" if row else "map",
        cell=cell,
        about=row_words(atlas, row) if row else "",
        occurrence=occurrence_words(column) if row else "",
        note=(row.note or "") if row else "",
        counts=_counting(atlas, ladder) if row else (),
    )


def agreed_count(atlas: Atlas, ladder_id: str, rungs: Sequence[Rung]) -> Agreed:
    """How points or time lead to a step, on a ladder that has no grid."""
    ladder = atlas.handbook.ladders[ladder_id]
    points, example = ladder.points, ladder.points.worked_example if ladder.points else None
    what = "Points and time lead" if points and ladder.by_time else "Points lead" if points else "Time leads"
    return _agreed(
        atlas,
        ladder_id,
        rungs,
        anchor="points" if points else "time",
        words=f"{what} to a step here, not the number of times.",
        counts=(*points_facts(ladder), *time_facts(ladder)),
        formula=(points.formula or "") if points else "",
        worked=example.text if example else "",
        worked_sum=worked_line(ladder, points, example) if points and example else "",
    )


def _agreed(
    atlas: Atlas,
    ladder_id: str,
    rungs: Sequence[Rung],
    *,
    severity: str | None = None,
    anchor: str,
    **own: Any,
) -> Agreed:
    """What every answer of a ladder says, with what this one says of its own."""
    ladder = atlas.handbook.ladders[ladder_id]
    said = {"words": "", "cell": None, "about": "", "occurrence": "", "note": "", "formula": "", "worked": ""}
    address = f"{atlas.addresses.of('ladder', ladder_id)}#{anchor}"
    first = atlas.handbook.settings.first_talk
    lists = dict.fromkeys(rung.checklist for rung in rungs if rung.checklist != first)
    return Agreed(
        ladder=Link(ladder.title, address),
        applies=applies(atlas, ladder.applies_to),
        steps=tuple(_step(atlas, ladder_id, rung) for rung in rungs),
        lists=tuple(link for id_ in lists if (link := atlas.checklist(id_))),
        rules=_rules(atlas, ladder, rungs, severity),
        factors=factor_lines(ladder.factors if rungs else [], one_step=len(rungs) == 1),
        weighing=_weighing(ladder, rungs),
        guide=ladder.guide,
        **{**said, "worked_sum": "", **own},
    )


def _weighing(ladder: Ladder, rungs: Sequence[Rung]) -> tuple[str, ...]:
    """How far the factors of a ladder reach; where only one step is agreed, they cannot move it."""
    if len(rungs) == 1:
        return ("Only one step is agreed here, so they change what is said and offered, not the step.",)
    either = "Each can weigh either way, unless it says otherwise."
    inside = "None of them leads outside the agreed range."
    return (either, inside) if any(factor.moves for factor in ladder.factors) else (either,)


def deciding_facts(atlas: Atlas, ladder: Ladder, rungs: Sequence[Rung]) -> tuple[Fact, ...]:
    """Who decides, who must agree, who is asked first, and what must have come before these steps."""
    return facts(
        fact("Who decides", *_deciders(atlas, ladder, rungs)),
        fact("Who must agree", *_by_step(rungs, _approvers, atlas)),
        fact("Who must be asked first", *_by_step(rungs, lambda rung: rung.consults, atlas)),
        fact("What must come first", *_before(ladder, rungs)),
    )


def _deciders(atlas: Atlas, ladder: Ladder, rungs: Sequence[Rung]) -> Iterator[str]:
    """Who decides by step, then how decisions are made on the whole ladder; or that nobody is named."""
    named = list(_by_step(rungs, lambda rung: [rung.decided_by] if rung.decided_by else [], atlas))
    yield from named
    for rung in rungs:
        for line in (rung.decision_rule, *deciding_lines(atlas, rung.deciding)):
            if line:
                yield line if len(rungs) == 1 else f"{quoted([rung.title])}: {line}"
    formal = any(rung.standing.formal for rung in rungs)
    shared = [ladder.deciders or "", *deciding_lines(atlas, ladder.deciding)]
    if named or formal:
        yield from shared
    if not named and not formal:
        yield "You and the person agree together what comes next. No role is named for this."
    elif not named and not any(shared):
        yield "It is not written down who decides. Ask before anything is decided."


def _approvers(rung: Rung) -> list[str]:
    return [rung.approved_by] if rung.approved_by else []


def _by_step(rungs: Sequence[Rung], named: Callable[[Rung], list[str]], atlas: Atlas) -> Iterator[str]:
    """Roles by step; steps with the same roles are named together, all of them need no name."""
    together: dict[tuple[str, ...], list[Rung]] = {}
    for rung in rungs:
        if named(rung):
            together.setdefault(tuple(named(rung)), []).append(rung)
    for ids, same in together.items():
        steps = "" if len(same) == len(rungs) else f"{quoted(rung.title for rung in same)}: "
        yield joined(f"{steps}{roles(atlas, ids)}")


def _before(ladder: Ladder, rungs: Sequence[Rung]) -> Iterator[str]:
    """Steps that cannot be left out before these, and the help that comes before any formal one."""
    named: dict[tuple[str, ...], list[str]] = {}
    for rung in rungs:
        if rung.needs_before:
            named.setdefault(tuple(rung.needs_before), []).append(rung.title)
    for needed, titles in named.items():
        yield f"Before {quoted(titles)} comes {quoted(step_title(ladder, id_) for id_ in needed)}."
    lower = _below(ladder, rungs)
    never = [rung.title for rung in lower if rung.must_not_skip]
    if never:
        yield f"Never skip {quoted(never)}."
    if any(rung.standing.formal for rung in rungs):
        help_ = [rung.title for rung in lower if rung.kind == "support"]
        yield f"Help comes before any formal step: {quoted(help_)}." if help_ else ""


def _below(ladder: Ladder, rungs: Sequence[Rung]) -> list[Rung]:
    """Every step of the ladder that is lighter than the heaviest of these."""
    ids = [rung.id for rung in ladder.rungs]
    highest = max((ids.index(rung.id) for rung in rungs), default=0)
    return ladder.rungs[:highest]


def _counting(atlas: Atlas, ladder: Ladder) -> tuple[Fact, ...]:
    labels = atlas.labels
    return facts(
        fact("What counts as the first time", *(first_lines(ladder) or (_FIRST_UNKNOWN,))),
        fact(labels.look_back, *look_back_lines(atlas, ladder.counting)),
        fact("What several together lead to", *accumulation_lines(atlas, ladder)),
    )


def _rules(atlas: Atlas, ladder: Ladder, rungs: Sequence[Rung], severity: str | None) -> tuple[Fact, ...]:
    return facts(
        fact("Compare with like cases", *ladder.compare),
        fact(atlas.labels.skip_rule, *_skipping(atlas, ladder, rungs, severity)),
        fact("Outside this range", *departure_lines(atlas, ladder.departure)),
    )


def _skipping(atlas: Atlas, ladder: Ladder, rungs: Sequence[Rung], severity: str | None) -> Iterator[str]:
    """The rules that could lead from here to a heavier step; where nothing is agreed, none can.

    A rule for what is graver is not named beside what is known to be lighter: who reads it there only takes fright.
    """
    if not rungs:
        return
    if not ladder.skip_rules:
        yield "No rule for skipping is agreed. Take the steps in order."
    ids, here = [rung.id for rung in ladder.rungs], {rung.id for rung in rungs}
    lowest = min(ids.index(id_) for id_ in here)
    for rule in ladder.skip_rules:
        leads_on = rule.to not in ids or ids.index(rule.to) > lowest
        is_for_it = severity is None or not rule.severity or severity in rule.severity
        if leads_on and is_for_it and (rule.from_ == "any" or rule.from_ in here):
            yield skip_words(atlas, ladder, rule)


def _step(atlas: Atlas, ladder_id: str, rung: Rung) -> Link:
    mark = "formal" if rung.standing.formal else ""
    return Link(rung.title, atlas.addresses.of("rung", rung.id, ladder_id), mark=mark)
