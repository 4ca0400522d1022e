"""What is asked before any rung, and what is weighed: decision tests, their ends, factors."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.fields import (
    ChecklistRef,
    ContactRef,
    Id,
    Line,
    Model,
    RungRef,
    Sentence,
    SupportRef,
    TrackRef,
)

__all__ = ["Factor", "Test", "TestBranch", "TestEnd"]


class Factor(Model):
    """What else is taken into account."""

    id: Id = Field(description="Short name: a-z, 0-9, hyphens.")
    title: Sentence = Field(description="The question to weigh.")
    weighs: Literal["lighter", "heavier", "either"] = Field("either", description="Which way it can weigh.")
    moves: Line | None = Field(None, description="How far it can move the answer, inside the range.")
    help: Sentence | None = Field(None, description="How to weigh it.")


class TestBranch(Model):
    """Where an answer leads: to an end, to another test, to a rung, to another track, or on."""

    shorthand: ClassVar[str] = "go"

    go: Line | None = Field(
        None, description="next, the id of a later test, or concern (on to what happened)."
    )
    end: Line | None = Field(
        None,
        description="call-people, fix-the-system, support, no-action, the id of one of the ends, or words.",
    )
    rung: RungRef | None = Field(None, description="A rung to begin with.")
    track: TrackRef | None = Field(None, description="Another kind of concern.")
    note: Sentence | None = Field(None, description="What to say with it.")


class Test(Model):
    """A question before any rung; "I don't know" is always an answer."""

    id: Id = Field(description="Short name: a-z, 0-9, hyphens.")
    ask: Sentence = Field(description="The question; it can be answered with yes or no.")
    if_yes: TestBranch = Field(description="Where yes leads.")
    if_no: TestBranch = Field(description="Where no leads.")
    if_unsure: TestBranch = Field(description='Where "I don\'t know" leads: to the lighter side.')
    help: Sentence | None = Field(None, description="How to tell.")


class TestEnd(Model):
    """Where the tests can end without any rung, in the organisation's own words."""

    id: Id = Field(description="Short name, used under end: a-z, 0-9, hyphens.")
    title: Line = Field(description="What happens then, in a few words.")
    do: list[Sentence] = Field(default_factory=list, description="What to do then, in order.")
    support: list[SupportRef] = Field(default_factory=list, description="Help that fits.")
    checklist: ChecklistRef | None = Field(None, description="Meeting checklist.")
    call: ContactRef | None = Field(None, description="Contact to call.")
