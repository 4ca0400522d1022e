"""Clocks: by when something is owed and by whom, and what follows from time alone."""

from __future__ import annotations

from pydantic import Field

from playbook.model.fields import Duration, Line, Model, RoleRef, RungRef, Sentence
from playbook.model.terms import Force

__all__ = ["Clock", "TimeRule", "TimeStep"]


class Clock(Model):
    """Something owed in a given time, such as notice of a meeting or an answer to a report."""

    for_: Line = Field(alias="for", description='What is owed, such as "Acknowledge a report".')
    within: Duration | None = Field(None, description="It is owed at most this long after.")
    at_least: Duration | None = Field(
        None, description="It takes at least this long, such as notice before a meeting."
    )
    from_: Line | None = Field(None, alias="from", description="What the time is counted from or to.")
    owner: RoleRef | None = Field(None, description="Role that owes it.")
    pauses: Sentence | None = Field(None, description="When the clock stands still.")
    if_missed: Sentence | None = Field(None, description="What follows when it is missed.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")


class TimeStep(Model):
    """After how long which rung follows."""

    after: Duration = Field(description="After how long.")
    rung: RungRef = Field(description="The rung that follows.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    note: Sentence | None = Field(None, description="What else is to be known.")


class TimeRule(Model):
    """Rungs that follow from time alone, such as something overdue."""

    from_: Line = Field(alias="from", description="The day the time is counted from.")
    steps: list[TimeStep] = Field(min_length=1, description="After how long which rung follows.")
    stops_when: Sentence | None = Field(None, description="What ends it.")
    pauses: Sentence | None = Field(None, description="When the time stands still.")
