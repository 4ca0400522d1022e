"""What happens at a rung: a bundle of parts with their own lengths, a plan, suspension that is no penalty."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.fields import Duration, Line, Model, RoleRef, Sentence
from playbook.model.terms import Force, Length

__all__ = ["Cap", "CheckInRhythm", "Milestone", "Part", "Pay", "Plan", "Response", "RungKind", "Suspension"]

RungKind = Literal[
    "none",
    "clarify",
    "support",
    "find-facts",
    "plan",
    "warning",
    "limit",
    "suspend",
    "move",
    "end",
    "training",
    "repair",
]
Pay = Literal["full", "part", "none"]


class Cap(Model):
    """The most that is allowed, however often it is used."""

    per_action: Line | None = Field(None, description="The most in one case.")
    per_year: Line | None = Field(None, description="The most in one year.")


class Part(Model):
    """One part of a response, with a length of its own; a part may itself be a choice of parts."""

    kind: RungKind | None = Field(None, description="What kind of response it is.")
    what: Line | None = Field(None, description="What exactly.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    lasts: Length | None = Field(None, description="How long it lasts.")
    amount: Line | None = Field(None, description="How much, such as 25% of daily pay.")
    pay: Pay | None = Field(None, description="Pay in the meantime: full, part or none.")
    in_lieu_of: Line | None = Field(None, description="What it is used instead of.")
    cap: Cap | None = Field(None, description="The most that is allowed.")
    choose: Literal["all", "one", "any"] = Field(
        "all", description="Where it has parts: all of them, one, or any."
    )
    parts: list[Part] = Field(default_factory=list, description="Its own parts, such as two to choose from.")
    note: Sentence | None = Field(None, description="What else is to be known.")
    jurisdiction: Line | None = Field(None, description="Where this is lawful, if not everywhere.")


class Response(Model):
    """What the responsible person does; a bundle may be all of its parts, one, or any."""

    choose: Literal["all", "one", "any"] = Field(
        "all", description="Whether all parts are used, one of them, or any."
    )
    by: RoleRef | None = Field(None, description="Role that chooses.")
    parts: list[Part] = Field(min_length=1, description="The parts.")
    cap: Cap | None = Field(None, description="The most that is allowed for the whole.")


class Milestone(Model):
    """What should be reached by when."""

    shorthand: ClassVar[str] = "what"

    at: Duration | None = Field(None, description="How long after the start.")
    what: Sentence = Field(description="What is then to be seen.")


class CheckInRhythm(Model):
    """How often one meets about a plan, and about what."""

    every: Line = Field(description='How often, such as "week" or "two weeks".')
    with_: list[RoleRef] = Field(
        default_factory=list, alias="with", description="Roles that take part besides the person."
    )
    topics: list[Line] = Field(default_factory=list, description="What is talked about each time.")
    follow_up: Sentence | None = Field(None, description="What is written after each one.")
    within: Duration | None = Field(None, description="How soon that is sent.")


class Plan(Model):
    """A defined time to improve: goals, milestones, regular talks, and what follows success."""

    lasts: Length | None = Field(None, description="How long the plan runs.")
    goals: list[Sentence] = Field(
        default_factory=list, description="What is to be reached; it can be seen or counted."
    )
    milestones: list[Milestone] = Field(default_factory=list, description="What is reached by when.")
    check_ins: CheckInRhythm | None = Field(None, description="The regular talks.")
    written_by: RoleRef | None = Field(None, description="Role that writes the plan, with the person.")
    ends_with: Sentence | None = Field(None, description="What happens on the last day.")
    taper: list[Sentence] = Field(default_factory=list, description="How it fades out after success.")


class Suspension(Model):
    """Being away from work while facts are found. It is neutral: never a penalty, never a sign of guilt."""

    when: Sentence = Field(description="In which case it is used at all.")
    pay: Pay = Field("full", description="Pay in the meantime: full, part or none.")
    lasts: Length | None = Field(None, description="How long.")
    reviewed_every: Duration | None = Field(None, description="How often it is looked at again.")
    decided_by: RoleRef | None = Field(None, description="Role that decides it.")
    in_touch: RoleRef | None = Field(None, description="Role that stays in touch with the person.")
    instead: list[Sentence] = Field(
        default_factory=list, description="What is tried before it, such as other work."
    )
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    jurisdiction: Line | None = Field(None, description="Where this is lawful, if not everywhere.")
