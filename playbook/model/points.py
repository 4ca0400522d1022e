"""Counting by points: what adds them, what follows at how many, how they lapse, the author's own example."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from playbook.model.fields import Duration, Flag, Id, Line, Model, Number, Prose, RungRef, Sentence
from playbook.model.terms import Force, Length

__all__ = ["Fades", "Points", "PointsEvent", "PointsThreshold", "WorkedExample"]


class PointsEvent(Model):
    """What adds points."""

    id: Id | None = Field(None, description="Short name, if a worked example names it.")
    event: Line = Field(description="What happened.")
    add: Number = Field(description="How many points; halves are allowed, protected events add 0.")
    protected: Flag = Field(False, description="true: protected by law or by promise; it never scores.")
    note: Sentence | None = Field(None, description="What else is to be known.")


class PointsThreshold(Model):
    """At how many points which rung follows."""

    at: Number = Field(description="Number of points.")
    rung: RungRef = Field(description="The rung that follows.")
    lasts: Length | None = Field(None, description="Its length, where the rung has several.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    note: Sentence | None = Field(None, description="What else is to be known.")


class Fades(Model):
    """How points lapse."""

    each: Duration | None = Field(None, description="How long each point counts.")
    from_: Line | None = Field(None, alias="from", description="From which day that runs.")
    all: Line | None = Field(None, description="When all points lapse at once.")


class WorkedExample(Model):
    """An example in the author's own words; with events and a result it can be checked."""

    shorthand: ClassVar[str] = "text"

    text: Prose = Field(description="The example in words.")
    events: list[Id] = Field(default_factory=list, description="Ids of the events in it, in order.")
    makes: Number | None = Field(None, description="How many points they make.")
    leads_to: RungRef | None = Field(None, description="The rung that follows; left out: nothing yet.")


class Points(Model):
    """Counting by points instead of occurrences."""

    unit: Line | None = Field(None, description='What one point is called, if not "point".')
    events: list[PointsEvent] = Field(min_length=1, description="What adds points.")
    thresholds: list[PointsThreshold] = Field(
        min_length=1, description="Which rung follows at how many points."
    )
    formula: Prose | None = Field(None, description="Another way of counting, or a second counter, in words.")
    fades: Fades | None = Field(None, description="How points lapse.")
    cleared_by: Line | None = Field(None, description="What clears all points.")
    reward: Line | None = Field(None, description="What a clean period earns.")
    worked_example: WorkedExample | None = Field(None, description="An example in your own words.")

    def total(self, events: list[str]) -> Decimal | None:
        """The points that these events make together; None when one of them is unknown."""
        worth = {event.id: event.add for event in self.events if event.id}
        return sum((worth[event] for event in events), Decimal(0)) if worth.keys() >= set(events) else None

    def reached(self, total: Decimal) -> PointsThreshold | None:
        """The highest threshold that so many points reach."""
        met = [threshold for threshold in self.thresholds if threshold.at <= total]
        return max(met, key=lambda threshold: threshold.at) if met else None
