"""What counts as the first, second, third time: from when, how far back, for how long, what several make."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.fields import (
    DeviationRef,
    Duration,
    Flag,
    Line,
    Model,
    Number,
    RoleRef,
    RungRef,
    Sentence,
    SeverityRef,
    StandardRef,
)
from playbook.model.terms import Force

__all__ = [
    "Accumulated",
    "Accumulation",
    "Counting",
    "CountsFor",
    "CountsFrom",
    "Extension",
    "LookBack",
    "SeverityCount",
]


class CountsFrom(Model):
    """What makes an occurrence the first one."""

    shorthand: ClassVar[str] = "text"

    rung: RungRef | None = Field(None, description="The first rung that counts.")
    text: Sentence | None = Field(None, description="The rule in words.")


class LookBack(Model):
    """How far back earlier occurrences are counted."""

    length: Duration = Field(description="How far back.")
    rolling: Flag = Field(True, description="true: counted back from the day; false: calendar year.")
    live_on: Literal["incident", "assessment", "decision"] | None = Field(
        None, description="The day on which an earlier one must still count."
    )


class Extension(Model):
    """When something counts for longer than agreed, and where that ends."""

    shorthand: ClassVar[str] = "when"

    when: Sentence = Field(description="In which case.")
    by: Duration | None = Field(None, description="By how much.")
    at_most: Duration | None = Field(None, description="The longest it can become in all.")
    decided_by: RoleRef | None = Field(None, description="Role that decides it.")


class CountsFor(Model):
    """How long something counts, and its alternative endings."""

    shorthand: ClassVar[str] = "length"

    length: Duration | None = Field(None, description="How long.")
    from_: Line | None = Field(None, alias="from", description="From which day it runs.")
    until: list[Line] = Field(
        default_factory=list, description="Other endings instead of a length; any one ends it."
    )
    ends_early: list[Sentence] = Field(
        default_factory=list, description="What ends it earlier; any one suffices."
    )
    extended: Extension | None = Field(None, description="When it counts for longer, and where that ends.")
    never: Flag = Field(False, description="true: it does not lapse.")
    then: Line | None = Field(None, description="What happens to the record then, such as: it is destroyed.")


class SeverityCount(CountsFor):
    """How long what happened counts, by how much harm it did."""

    shorthand: ClassVar[str] = ""

    severity: SeverityRef = Field(description="The severity.")


class Accumulated(Model):
    """So many of one thing; what it is about may be said by several fields, which must all fit."""

    times: Number = Field(description="How many.")
    severity: SeverityRef | None = Field(None, description="Of which severity.")
    deviation: DeviationRef | None = Field(None, description="Of which deviation.")
    standard: StandardRef | None = Field(None, description="Under which standard.")
    rung: RungRef | None = Field(None, description="That led to which rung.")
    what: Line | None = Field(None, description="In words, such as: of the same type.")


class Accumulation(Model):
    """What several together lead to; where there are several lines, all of them must be there."""

    when: list[Accumulated] = Field(min_length=1, description="How many of what.")
    within: Duration | None = Field(None, description="In how long a time.")
    active: Flag = Field(False, description="true: only those that still count.")
    leads_to: RungRef | None = Field(None, description="The rung that follows.")
    counts_as: SeverityRef | None = Field(None, description="The severity it then counts as.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    note: Sentence | None = Field(None, description="What else is to be known.")


class Counting(Model):
    """What counts as the first, second, third time."""

    counts_from: CountsFrom | None = Field(None, description="The first occurrence that counts.")
    look_back: LookBack | None = Field(None, description="How far back we look.")
    similar: Literal["same-deviation", "same-standard", "same-track", "any"] | None = Field(
        None, description="Which earlier occurrences count."
    )
    similar_means: Sentence | None = Field(None, description="What counts as alike, in words.")
    never_lapses: list[Sentence] = Field(
        default_factory=list, description="What is counted however long ago it was."
    )
    does_not_count: list[Sentence] = Field(default_factory=list, description="What is never counted.")
    by_severity: list[SeverityCount] = Field(
        default_factory=list, description="How long it counts, where that depends on the severity."
    )
    accumulation: list[Accumulation] = Field(
        default_factory=list, description="What several together lead to."
    )
