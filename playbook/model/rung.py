"""One agreed response: what happens, who decides, what the person may expect, how it ends well."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.clocks import Clock
from playbook.model.counting import CountsFor
from playbook.model.coverage import AppliesTo, HandOver
from playbook.model.fields import (
    CheckInRef,
    ChecklistRef,
    ContactRef,
    Duration,
    Flag,
    Id,
    LadderRef,
    Line,
    Model,
    MomentRef,
    PaperRef,
    RoleRef,
    RungRef,
    Sentence,
    SupportRef,
    TrackRef,
)
from playbook.model.people import Deciding, SoloAction
from playbook.model.response import Plan, Response, RungKind, Suspension
from playbook.model.rights import Records, Rights
from playbook.model.terms import Force, Length

__all__ = ["Next", "Rung", "Standing", "WayBack", "WayOut"]


class Standing(Model):
    """Whether a rung is formal, and whether it is recorded; the two are not the same."""

    formal: Flag = Field(description="true: part of the formal process.")
    recorded: Flag = Field(description="true: it stands in a record.")
    counted: Flag | None = Field(
        None, description="true or false: whether it counts as a time, where counting does not say it."
    )


class WayBack(Model):
    """How it ends well; a rung without one must say so and why."""

    shorthand: ClassVar[str] = "text"

    text: Sentence | None = Field(None, description="How it ends well.")
    repair: list[Sentence] = Field(
        default_factory=list, description="What the person can do to put it right."
    )
    must_ask: Flag = Field(False, description="true: the person has to ask for it.")
    to: Line | None = Field(None, description="What is to be asked for, and of whom.")
    earliest: Duration | None = Field(None, description="How long one waits before one can ask.")
    conditions: list[Sentence] = Field(default_factory=list, description="What must be met.")
    decided_by: RoleRef | None = Field(None, description="Role that decides about the return.")
    meeting: Sentence | None = Field(None, description="The talk on coming back: when, and about what.")
    checklist: ChecklistRef | None = Field(None, description="Checklist of that talk.")
    none: Flag = Field(False, description="true: there is none.")
    because: Sentence | None = Field(None, description="Why there is none.")


class WayOut(Model):
    """One way a rung or its plan can end, and what follows."""

    result: Literal["met", "more-time", "not-met", "monitor", "hand-over"] | None = Field(
        None, description="What kind of ending: met, more-time, not-met, monitor or hand-over."
    )
    when: Sentence = Field(description="In which case.")
    then: Sentence | None = Field(None, description="What follows, in words.")
    rung: RungRef | None = Field(None, description="The rung that follows.")
    ladder: LadderRef | None = Field(None, description="The ladder it goes on with.")
    track: TrackRef | None = Field(None, description="The kind of concern it goes on as.")
    lasts: Length | None = Field(None, description="How long that is, such as the extra time.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")


class Next(Model):
    """What follows if it does not get better, and what would trigger it."""

    rung: RungRef | None = Field(None, description="The rung that may follow.")
    when: Sentence = Field(description="What would lead there.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")


class Rung(Model):
    """One agreed response: what happens, who decides, what the person may expect, how it ends well."""

    # what it is
    id: Id = Field(description="Short name, unique in this ladder: a-z, 0-9, hyphens.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    title: Line = Field(description="What readers see.")
    kind: RungKind | None = Field(None, description="What kind of response it is.")
    standing: Standing = Field(description="Formal or not, recorded or not.")
    used_when: Sentence | None = Field(None, description="When this rung is used.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    applies_to: AppliesTo | None = Field(
        None, description="Who is covered, where that differs from the ladder."
    )
    jurisdiction: Line | None = Field(None, description="Where this is lawful, if not everywhere.")
    # what happens
    readiness: Sentence | None = Field(None, description="When this is not the moment for it.")
    invite: Sentence | None = Field(
        None,
        description="Plain words to invite the person, to copy; none for a formal meeting with a letter.",
    )
    say: list[Sentence] = Field(default_factory=list, description="Exact words to open with.")
    manager_does: list[Sentence] = Field(default_factory=list, description="What the manager does, in order.")
    you_can_expect: list[Sentence] = Field(
        default_factory=list, description="What the person concerned can expect and ask for."
    )
    expected_change: Sentence | None = Field(None, description="What is different if it worked.")
    write_down: Sentence | None = Field(None, description="What is written down, and who gets it.")
    do_not: Sentence | None = Field(None, description="What must not happen at this rung.")
    if_they: list[MomentRef] = Field(
        default_factory=list, description="Moments that the card offers help with; left out: all of them."
    )
    call: ContactRef | None = Field(
        None, description="Contact the card offers, where it differs from first_call."
    )
    response: Response | None = Field(
        None, description="The parts of the response, where there are several or they have lengths."
    )
    lasts: Length | None = Field(None, description="How long it lasts.")
    plan: Plan | None = Field(None, description="The plan: length, goals, milestones, regular talks.")
    while_facts_are_found: Suspension | None = Field(
        None, description="Neutral suspension in the meantime; never a penalty."
    )
    support: list[SupportRef] = Field(default_factory=list, description="Help offered with it.")
    checklist: ChecklistRef | None = Field(None, description="Meeting checklist.")
    papers: list[PaperRef] = Field(
        default_factory=list, description="Papers of this step, in the order in which they are written."
    )
    check_in: CheckInRef | None = Field(None, description="The regular talk while it lasts.")
    # before it
    act_within: Duration | None = Field(None, description="How soon it begins after the facts are known.")
    needs_before: list[RungRef] = Field(
        default_factory=list, description="Rungs that must have come before and cannot be skipped."
    )
    must_not_skip: Flag = Field(False, description="true: no skip rule may leave this rung out.")
    # who
    raised_by: RoleRef | None = Field(None, description="Role that raises the concern.")
    proposed_by: RoleRef | None = Field(None, description="Role that proposes it.")
    facts_by: RoleRef | None = Field(
        None, description="Role that finds the facts; another than the one who decides."
    )
    decided_by: RoleRef | None = Field(
        None, description="Role that decides; another than the one who raised it."
    )
    approved_by: RoleRef | None = Field(None, description="Role that must approve the decision.")
    decision_rule: Sentence | None = Field(None, description="How several deciders agree, in words.")
    deciding: Deciding | None = Field(
        None, description="Votes, quorum, deputy, recusal, where they differ from the ladder's."
    )
    consults: list[RoleRef] = Field(default_factory=list, description="Roles that must be asked.")
    attends: list[RoleRef] = Field(default_factory=list, description="Roles that must be in the meeting.")
    informs: list[RoleRef] = Field(default_factory=list, description="Roles that are told afterwards.")
    solo_action: SoloAction | None = Field(None, description="Who may act alone in an emergency.")
    # rights, records, clocks
    rights: Rights | None = Field(
        None, description="Rights at this rung, where they differ from the ladder's."
    )
    records: Records | None = Field(
        None, description="Records of this rung, where they differ from the ladder's."
    )
    clocks: list[Clock] = Field(
        default_factory=list, description="Clocks of this rung, besides the ladder's."
    )
    # how it ends
    way_back: WayBack | None = Field(None, description="How it ends well, or none and why.")
    counts_for: CountsFor | None = Field(None, description="How long it counts.")
    aftercare: Sentence | None = Field(None, description="Who looks after the person afterwards.")
    ways_out: list[WayOut] = Field(default_factory=list, description="How it can end, and what follows each.")
    next: Next | None = Field(None, description="What follows if it does not get better.")
    hand_over: list[HandOver] = Field(
        default_factory=list, description="When it leaves this ladder, and for where."
    )
    references: list[Line] = Field(
        default_factory=list, description="Statutes, contract clauses or forms, as citations."
    )
