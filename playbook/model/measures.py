"""What a measure holds: the impact a standard is to have, and how anybody can see whether it has.

Its figures, if there are any, stand in a CSV file of the same name beside it (``series``).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import Id, Line, Model, Number, Prose, RoleRef, SearchWords, Sentence
from playbook.model.handbook import Upkeep

__all__ = ["Direction", "Measure"]

Direction = Literal["higher", "lower"]
"""Which way is better."""


class Measure(Model):
    """One outcome that shows whether standards do what they are for; it never judges a person."""

    title: Line = Field(description="What gets better, in plain words.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    definition: Prose = Field(description="What is counted, and how; somebody else must get the same figure.")
    impact: Sentence | None = Field(None, description="For whom something is better when this moves.")
    source: Sentence = Field(description="Where the figures come from.")
    note: Sentence | None = Field(None, description="What a reader should know beside the figures.")
    every: Line | None = Field(None, description="How often it is looked at, such as every three months.")
    unit: Line | None = Field(None, description='Unit of the figures, such as "%" or "days".')
    direction: Direction = Field(description="Which way is better: higher or lower.")
    target: Number | None = Field(None, description="What we aim for.")
    questions: list[Sentence] = Field(
        default_factory=list, description="The questions of a survey, word for word."
    )
    answers: Line | None = Field(None, description="How they are answered, such as yes, partly, no.")
    care: list[Sentence] = Field(
        default_factory=list, description="How it can mislead, and what it is never used for."
    )
    if_it_slips: list[Sentence] = Field(
        default_factory=list, description="What to look at first when it goes the wrong way."
    )
    owner: RoleRef | None = Field(None, description="Role that looks after the figures.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
