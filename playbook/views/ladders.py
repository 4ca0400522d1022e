"""The view of a ladder's page: for whom, the rule card, the map, where we start, what holds throughout."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.ladder import Ladder, Rung
from playbook.views.cards import Card
from playbook.views.common import Atlas, Fact, Upkept, upkept
from playbook.views.counting import points_facts, worked_line
from playbook.views.coverage import Applies, HandOverView, applies, hand_overs
from playbook.views.entry import EntryTable, entry_table
from playbook.views.ladder_map import LadderMap, ladder_map
from playbook.views.questions import FactorLine, Question, factor_lines, questions, test_ends
from playbook.views.responses import standing_words, way_back_words
from playbook.views.rule_card import rule_card
from playbook.views.rules import Rule, all_rules, other_right_facts
from playbook.views.sections import Section, sections

__all__ = ["LadderView", "StepLine", "ladder_view"]


@dataclass(frozen=True)
class StepLine:
    """One row of the ladder's table."""

    number: int
    title: str
    address: str
    standing: str
    when: str
    way_back: str


@dataclass(frozen=True)
class LadderView:
    """A ladder's page: for whom, the rule card, the map, where we start, what holds throughout."""

    title: str
    track: str
    summary: str
    guide: bool
    applies: Applies | None
    not_for: tuple[str, ...]
    principles: tuple[str, ...]
    card: Card
    rules: tuple[Rule, ...]
    rights: tuple[Fact, ...]
    questions: tuple[Question, ...]
    ends: tuple[Section, ...]
    map: LadderMap
    steps: tuple[StepLine, ...]
    tells_when: bool
    tells_way_back: bool
    entry: EntryTable | None
    factors: tuple[FactorLine, ...]
    factors_move: bool
    compare: tuple[str, ...]
    points: tuple[Fact, ...]
    formula: str
    worked: str
    worked_sum: str
    hand_over: tuple[HandOverView, ...]
    sections: tuple[Section, ...]
    upkeep: Upkept


def ladder_view(atlas: Atlas, ladder_id: str, ladder: Ladder) -> LadderView:
    """The view of a whole ladder."""
    track = atlas.handbook.tracks.get(ladder.track)
    steps = tuple(
        _step_line(atlas, ladder_id, number, rung) for number, rung in enumerate(ladder.rungs, start=1)
    )
    example = ladder.points.worked_example if ladder.points else None
    return LadderView(
        title=ladder.title,
        track=track.title if track else "",
        summary=ladder.summary or "",
        guide=ladder.guide,
        applies=applies(atlas, ladder.applies_to),
        not_for=tuple(ladder.not_for),
        principles=tuple(ladder.principles),
        card=rule_card(atlas, ladder_id, ladder),
        rules=all_rules(atlas, ladder),
        rights=other_right_facts(atlas, ladder),
        questions=questions(atlas, ladder_id, ladder),
        ends=test_ends(atlas, ladder),
        map=ladder_map(ladder, [step.address for step in steps]),
        steps=steps,
        tells_when=any(step.when for step in steps),
        tells_way_back=any(step.way_back for step in steps),
        entry=entry_table(atlas, ladder_id, ladder),
        factors=factor_lines(ladder.factors),
        factors_move=any(factor.moves for factor in ladder.factors),
        compare=tuple(ladder.compare),
        points=points_facts(ladder),
        formula=(ladder.points.formula or "") if ladder.points else "",
        worked=example.text if example else "",
        worked_sum=worked_line(ladder, ladder.points, example) if ladder.points and example else "",
        hand_over=hand_overs(atlas, ladder.hand_over),
        sections=sections(atlas, ladder),
        upkeep=upkept(atlas, ladder.upkeep),
    )


def _step_line(atlas: Atlas, ladder_id: str, number: int, rung: Rung) -> StepLine:
    words = way_back_words(atlas, rung.way_back)
    return StepLine(
        number,
        rung.title,
        atlas.addresses.of("rung", rung.id, ladder_id),
        standing_words(rung),
        rung.used_when or "",
        " ".join(words),
    )
