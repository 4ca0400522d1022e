"""What a person may ask for at a formal rung, and what is kept about it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.model.fields import ChecklistRef, Duration, Flag, Line, Model, RoleRef, RungRef, Sentence

__all__ = ["Appeal", "Companion", "Kept", "Records", "Respond", "Rights", "SkippedStep", "WrittenConcern"]


class WrittenConcern(Model):
    """The concern in writing, before any meeting."""

    with_evidence: Flag = Field(True, description="true: what it rests on is sent along.")
    notice: Duration | None = Field(None, description="How long before the meeting it arrives.")
    states: list[Line] = Field(default_factory=list, description="What it must say.")


class Companion(Model):
    """Somebody who may come along."""

    who: list[Line] = Field(min_length=1, description="Who it may be.")
    may: list[Line] = Field(default_factory=list, description="What they may do.")
    may_not: list[Line] = Field(default_factory=list, description="What they may not do.")
    when: Line | None = Field(None, description="At which meetings.")
    note: Sentence | None = Field(None, description="What else is to be known, such as how to name them.")


class Respond(Model):
    """The person's own account, before anything is decided."""

    before: Line = Field("decision", description="Before what; usually decision.")
    within: Duration | None = Field(None, description="How long they have for it.")
    how: Line | None = Field(None, description="In which form.")


class Appeal(Model):
    """How a decision is looked at again by somebody uninvolved."""

    to: RoleRef = Field(description="Role that hears it; another than the one who decided.")
    send_to: RoleRef | None = Field(None, description="Role that receives it, where that is another.")
    from_rungs: list[RungRef] = Field(
        default_factory=list, description="The only rungs one can appeal from; left out: all formal ones."
    )
    not_from: list[RungRef] = Field(default_factory=list, description="Rungs one cannot appeal from.")
    because: Sentence | None = Field(None, description="Why one cannot.")
    within: Duration | None = Field(None, description="How long one has to appeal.")
    form: Line | None = Field(None, description="In which form.")
    grounds: list[Line] = Field(default_factory=list, description="What it can rest on.")
    decided_within: Duration | None = Field(None, description="How soon it is decided.")
    can_end: list[Line] = Field(default_factory=list, description="How it can end.")
    final: Flag | None = Field(None, description="true: nothing follows it.")
    then: Line | None = Field(None, description="What may follow it.")
    pauses: Line | None = Field(None, description="What waits until it is decided.")
    checklist: ChecklistRef | None = Field(None, description="Checklist for whoever hears it.")


class SkippedStep(Model):
    """What happens when a step was left out."""

    tell: RoleRef = Field(description="Role to tell.")
    effect: Sentence = Field(description="What follows.")


class Rights(Model):
    """Rights at formal rungs. Set once on the ladder, each rung may differ in single fields."""

    written_concern: WrittenConcern | None = Field(None, description="The concern in writing.")
    companion: Companion | None = Field(None, description="Who may come along.")
    respond: Respond | None = Field(None, description="The right to answer before a decision.")
    adjustments: Sentence | None = Field(None, description="Adjustments for health or access.")
    interpreter: Sentence | None = Field(None, description="An interpreter, or another language.")
    move_date: Sentence | None = Field(None, description="Moving the date.")
    see_record: Sentence | None = Field(None, description="Seeing the record.")
    refuse_to_sign: Sentence | None = Field(None, description="What follows when somebody will not sign.")
    appeal: Appeal | None = Field(None, description="Appeal.")
    skipped_step: SkippedStep | None = Field(None, description="What happens when a step was left out.")
    also: list[Sentence] = Field(default_factory=list, description="Other rights, in words.")


class Kept(Model):
    """Where a record lies, who sees it, for how long."""

    shorthand: ClassVar[str] = "where"

    where: Line = Field(description="Where it lies; never a private place.")
    seen_by: list[RoleRef] = Field(default_factory=list, description="Roles that can see it.")
    for_: Duration | None = Field(None, alias="for", description="How long it is kept.")
    then: Line | None = Field(None, description="What happens to it then.")


class Records(Model):
    """What is kept. Set once on the ladder, each rung may differ in single fields."""

    states: list[Line] = Field(default_factory=list, description="What must be written down.")
    kept: Kept | None = Field(None, description="Where, who, how long.")
    written_by: RoleRef | None = Field(None, description="Role that writes it.")
    shared_within: Duration | None = Field(None, description="How soon the person has a copy.")
