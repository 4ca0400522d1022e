"""Who acts on a ladder and how they agree; who is protected: the person, a reporter, somebody affected."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.model.fields import ContactRef, Duration, Line, Model, RoleRef, RungRef, Sentence

__all__ = ["Deciding", "Forum", "Protection", "Side", "SoloAction"]


class SoloAction(Model):
    """Who may act alone in an emergency, and what is owed afterwards."""

    who: RoleRef = Field(description="Role that may act alone.")
    when: Sentence = Field(description="In which case.")
    may: list[Line] = Field(default_factory=list, description="What they may do alone.")
    report_to: RoleRef | None = Field(None, description="Role to which it is reported.")
    report_within: Duration | None = Field(None, description="How soon it is reported.")
    then: Sentence | None = Field(None, description="What the others do with it.")


class Deciding(Model):
    """How several people decide together, and who steps in."""

    quorum: Line | None = Field(None, description="How many must take part.")
    votes: Line | None = Field(None, description="How they agree, such as by consensus.")
    otherwise: list[Line] = Field(
        default_factory=list, description="What follows when they do not agree, in order."
    )
    tie: RoleRef | None = Field(None, description="Role that breaks a tie.")
    deputy: RoleRef | None = Field(None, description="Role that steps in when the decider cannot.")
    recusal: Sentence | None = Field(None, description="Who must stand aside, and when.")


class Forum(Model):
    """A way of dealing with a concern that limits what may follow, such as a talk that all agree to."""

    shorthand: ClassVar[str] = "title"

    title: Line = Field(description="What it is called.")
    who: list[RoleRef] = Field(default_factory=list, description="Roles that take part.")
    when: Sentence | None = Field(None, description="When it is used.")
    needs: Sentence | None = Field(None, description="Whose consent it needs.")
    only: list[RungRef] = Field(default_factory=list, description="The only rungs that may follow.")
    note: Sentence | None = Field(None, description="What else is to be known.")


class Protection(Model):
    """What is never held against anybody, and who helps when it is."""

    acts: list[Line] = Field(
        default_factory=list, description="Protected acts, such as taking leave or raising a concern."
    )
    self_report: Sentence | None = Field(
        None, description="What holds for somebody who reports a mistake of their own."
    )
    no_retaliation: Sentence | None = Field(None, description="That nobody may be punished for speaking up.")
    tell: ContactRef | None = Field(None, description="Contact to turn to when it happens anyway.")


class Side(Model):
    """What somebody else in the matter can expect: who reported it, or who was affected."""

    can_expect: list[Sentence] = Field(default_factory=list, description="What they can expect and ask for.")
    acknowledged_within: Duration | None = Field(None, description="How soon they hear that it arrived.")
    told: Sentence | None = Field(None, description="What they are told at the end.")
    told_within: Duration | None = Field(None, description="How soon they are told.")
    contact: ContactRef | None = Field(None, description="Contact they can turn to.")
