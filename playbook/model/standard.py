"""What a standard holds: one expectation, what good looks like, and what commonly falls short."""

from __future__ import annotations

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import (
    CauseRef,
    ChecklistRef,
    ContactRef,
    DeviationRef,
    Duration,
    GroupRef,
    Id,
    Line,
    MeasureRef,
    Model,
    MomentRef,
    Prose,
    SearchWords,
    Sentence,
    SeverityRef,
    TrackRef,
    UrgentRef,
    ValueRef,
)
from playbook.model.handbook import Upkeep

__all__ = ["Deviation", "Example", "Standard"]


class Example(Model):
    """Acceptable practice that meets the standard, if possible beside the deviation it replaces."""

    acceptable: Sentence = Field(description="What somebody does that meets the standard; observable.")
    instead_of: DeviationRef | None = Field(None, description="The deviation this is the good twin of.")
    setting: Line | None = Field(
        None, description="Kind of work it comes from, such as office, shop floor, care."
    )


class Deviation(Model):
    """A common, observable departure from the standard; it has a situation card."""

    id: Id = Field(description="Short name, unique in the whole handbook: a-z, 0-9, hyphens.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    title: Line = Field(description="What happened, in plain words that a manager would use.")
    also_said: list[SearchWords] = Field(
        default_factory=list,
        description="What people type when they look for it; feeds the search, never shown.",
    )
    observable: Sentence = Field(
        description="What anybody could see or hear. Without this, it is an opinion."
    )
    not_this: Sentence | None = Field(None, description="What looks alike and is not meant.")
    impact: Sentence | None = Field(None, description="What followed for work, people or customers.")
    severity: SeverityRef | None = Field(
        None, description="How much harm it usually does; an id from severities."
    )
    track: TrackRef | None = Field(None, description="Kind of concern, where it differs from the standard's.")
    raise_within: Duration | None = Field(None, description="How soon it is talked about.")
    readiness: Sentence | None = Field(None, description="When this is not the moment to talk.")
    invite: Sentence | None = Field(
        None, description="Plain words to invite the person, where they differ from handbook.yml."
    )
    check_first: list[Sentence] = Field(
        default_factory=list, description="Questions for the manager before any talk."
    )
    say: list[Sentence] = Field(
        default_factory=list, description="Exact words to open with, with [blanks] for the facts."
    )
    do: list[Sentence] = Field(
        default_factory=list, description="What to do in the talk; each begins with a verb."
    )
    write_down: Sentence | None = Field(None, description="What to write down afterwards, and who gets it.")
    do_not: Sentence | None = Field(None, description="What managers get wrong here.")
    if_they: list[MomentRef] = Field(
        default_factory=list, description="Moments that the card offers help with."
    )
    urgent: list[UrgentRef] = Field(
        default_factory=list, description="Urgent cards that may be needed first."
    )
    causes: list[CauseRef] = Field(
        default_factory=list, description="What often got in the way; leads to matching support."
    )
    call: ContactRef | None = Field(
        None, description="Contact the card offers, where it differs from first_call."
    )
    checklist: ChecklistRef | None = Field(
        None, description="Meeting checklist, where it differs from first_talk."
    )


class Standard(Model):
    """One expectation, in words that can be seen to be met or not."""

    title: Line = Field(description="The expectation as a short sentence.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    value: ValueRef | None = Field(None, description="The value it makes concrete; an id from values.")
    track: TrackRef | None = Field(None, description="Kind of concern; leads to the ladder.")
    binds: list[GroupRef] = Field(
        default_factory=list, description="Groups it binds, where it is not everyone."
    )
    statement: Prose = Field(description="What is expected, in one or two sentences.")
    why: Prose | None = Field(None, description="Why it matters, and to whom.")
    timelines: list[Sentence] = Field(
        default_factory=list, description="By when, in time that can be counted."
    )
    quality: list[Sentence] = Field(default_factory=list, description="How one sees that it is done well.")
    collaboration: list[Sentence] = Field(default_factory=list, description="How we treat each other in it.")
    leaders: list[Sentence] = Field(default_factory=list, description="How leaders show it.")
    examples: list[Example] = Field(default_factory=list, description="What good looks like.")
    deviations: list[Deviation] = Field(default_factory=list, description="What commonly falls short.")
    recognition: list[Sentence] = Field(
        default_factory=list, description="Words to thank somebody with, with [blanks]."
    )
    measures: list[MeasureRef] = Field(
        default_factory=list, description="How one sees whether this standard does what it is for."
    )
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ from handbook.yml."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
