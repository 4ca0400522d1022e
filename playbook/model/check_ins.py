"""What a check-in holds: a recurring meeting that begins with what went well and ends with agreed next steps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import Duration, Id, Line, Model, Prose, SearchWords, Sentence, TimeOfDay
from playbook.model.handbook import Upkeep

__all__ = ["CheckIn", "Rhythm", "Weekday"]

Rhythm = Literal["weekly", "fortnightly", "monthly", "quarterly"]
"""How often a check-in comes back."""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class CheckIn(Model):
    """A recurring meeting of two that blends coaching with progress."""

    title: Line = Field(description="What it is called.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    rhythm: Rhythm = Field(description="How often: weekly, fortnightly, monthly or quarterly.")
    day: Weekday = Field("monday", description="Day in the calendar file; everybody moves it to suit.")
    time: TimeOfDay | None = Field(
        None, description="Time in the calendar file, such as 10:00; left out: the whole day, without a time."
    )
    takes: Duration | None = Field(None, description="How long it takes.")
    used_when: Sentence | None = Field(None, description="What it is for.")
    about: Prose | None = Field(None, description="How it is meant, in a few sentences.")
    wins: list[Sentence] = Field(min_length=1, description="It begins with what went well: questions for it.")
    progress: list[Sentence] = Field(default_factory=list, description="How the work goes.")
    coaching: list[Sentence] = Field(
        default_factory=list, description="Curious questions that help to think or to practise."
    )
    support: list[Sentence] = Field(default_factory=list, description="Help that is asked for and offered.")
    next_steps: list[Sentence] = Field(
        min_length=1, description="It ends with agreed next steps: how they are agreed."
    )
    rotating: list[Sentence] = Field(
        default_factory=list, description="One question for each meeting, in turn."
    )
    keep: Sentence | None = Field(None, description="What is kept of it, where, and by whom.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
