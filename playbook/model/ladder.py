"""A ladder: ordered agreed responses for one kind of concern, where they start, the rules that hold on it.

Shapes that published ladders need: a range keeps both ends, an end may be a
rung with a length, a response may be a bundle of parts with lengths of their own,
and a cell of the entry grid may be missing on purpose. The parts of a ladder
stand in modules of their own; this one puts them together.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.clocks import Clock, TimeRule
from playbook.model.counting import Counting, CountsFor
from playbook.model.coverage import AppliesTo, Exclusion, HandOver, Transition
from playbook.model.entry import Cell, End, EntryRow, Range, RowFor, SkipRule
from playbook.model.fields import Flag, Id, Line, Model, Prose, RoleRef, Sentence, TrackRef
from playbook.model.handbook import Upkeep
from playbook.model.judgement import Factor, Test, TestBranch, TestEnd
from playbook.model.people import Deciding, Forum, Protection, Side, SoloAction
from playbook.model.points import Points
from playbook.model.response import Part, Plan, Response, Suspension
from playbook.model.rights import Records, Rights
from playbook.model.rung import Next, Rung, Standing, WayBack, WayOut
from playbook.model.terms import Force, Length

__all__ = [
    "AppliesTo",
    "Cell",
    "Counting",
    "CountsFor",
    "Departure",
    "End",
    "EntryRow",
    "Exclusion",
    "Factor",
    "Force",
    "Ladder",
    "Length",
    "Next",
    "Part",
    "Plan",
    "Points",
    "Range",
    "Response",
    "RowFor",
    "Rung",
    "SkipRule",
    "SoloAction",
    "Standing",
    "Test",
    "TestBranch",
    "WayBack",
    "WayOut",
]


class Departure(Model):
    """Going outside the guide: who must agree, and what is owed."""

    shorthand: ClassVar[str] = "text"

    text: Sentence = Field(description="What is owed when somebody goes outside the guide.")
    agreed_by: list[RoleRef] = Field(default_factory=list, description="Roles that must agree.")
    write_down: Line | None = Field(None, description="What must be written down, and where.")


class Ladder(Model):
    """Ordered agreed responses for one kind of concern."""

    # what it is
    title: Line = Field(description="Name of the ladder.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    track: TrackRef = Field(description="Kind of concern it answers.")
    guide: Flag = Field(True, description="true: a guide to judgement, not a tariff; printed on every page.")
    departure: Departure | None = Field(
        None, description="What is owed when somebody goes outside the guide."
    )
    summary: Prose | None = Field(None, description="What this ladder is for, and what it is not.")
    not_for: list[Sentence] = Field(default_factory=list, description="What it is not used for.")
    principles: list[Sentence] = Field(default_factory=list, description="What holds at every rung.")
    references: list[Line] = Field(
        default_factory=list, description="Statutes, contract clauses or forms it rests on, as citations."
    )
    # for whom
    applies_to: AppliesTo | None = Field(None, description="Who is covered and who is not.")
    transition: Transition | None = Field(
        None, description="Which version holds for what began before this one."
    )
    hand_over: list[HandOver] = Field(
        default_factory=list, description="When a concern leaves this ladder, and for where."
    )
    # what counts
    counting: Counting | None = Field(None, description="What counts as first, second, third.")
    points: Points | None = Field(None, description="Counting by points.")
    by_time: TimeRule | None = Field(None, description="Rungs that follow from time alone.")
    # what holds at every rung
    rights: Rights | None = Field(None, description="Rights at every formal rung.")
    records: Records | None = Field(None, description="Records of every recorded rung.")
    clocks: list[Clock] = Field(
        default_factory=list, description="What is owed in which time; printed on every formal rung."
    )
    while_facts_are_found: Suspension | None = Field(
        None, description="Neutral suspension in the meantime; never a penalty."
    )
    protection: Protection | None = Field(None, description="What is never held against anybody.")
    reporter: Side | None = Field(None, description="What somebody who reports can expect.")
    affected: Side | None = Field(None, description="What somebody who was affected can expect.")
    # who decides
    deciders: Sentence | None = Field(None, description="How decisions are made on this ladder, in words.")
    deciding: Deciding | None = Field(None, description="Votes, quorum, tie, deputy, recusal.")
    solo_action: SoloAction | None = Field(None, description="Who may act alone in an emergency.")
    forums: list[Forum] = Field(
        default_factory=list, description="Ways of dealing with it that limit what may follow."
    )
    # the steps
    rungs: list[Rung] = Field(min_length=1, description="The agreed responses, lightest first.")
    # where we start
    tests: list[Test] = Field(default_factory=list, description="Questions before any rung, in order.")
    ends: list[TestEnd] = Field(
        default_factory=list, description="Where the questions can end without any rung."
    )
    entry: list[EntryRow] = Field(default_factory=list, description="Where we start.")
    skip_rules: list[SkipRule] = Field(default_factory=list, description="When a step may be skipped.")
    factors: list[Factor] = Field(default_factory=list, description="What else we take into account.")
    compare: list[Sentence] = Field(
        default_factory=list, description="What to compare with, such as: what did we do last time?"
    )
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
