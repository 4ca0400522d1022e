"""Whom a ladder covers, what applies to others, and where a concern goes when it belongs elsewhere."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.model.fields import Date, GroupRef, LadderRef, Line, Model, Sentence, SupportRef, TrackRef
from playbook.model.terms import Force

__all__ = ["AppliesTo", "Exclusion", "HandOver", "Transition"]


class Exclusion(Model):
    """A group this ladder does not cover, and what applies to it instead."""

    group: GroupRef = Field(description="The group that is not covered.")
    ladder: LadderRef | None = Field(None, description="The ladder that applies to it.")
    see: Line | None = Field(None, description="The document that applies to it.")
    none: Line | None = Field(None, description="Why nothing applies to it.")


class AppliesTo(Model):
    """Who is covered and who is not."""

    groups: list[GroupRef] = Field(
        default_factory=list, description="Groups the ladder covers; left out: everyone."
    )
    excludes: list[Exclusion] = Field(
        default_factory=list, description="Groups it does not cover, each with what applies instead."
    )
    note: Sentence | None = Field(None, description="What else decides whether it applies.")


class HandOver(Model):
    """When a concern leaves this ladder, and for where: another kind of concern, support, other hands."""

    when: Sentence = Field(description="In which case.")
    track: TrackRef | None = Field(None, description="The kind of concern it goes on as.")
    ladder: LadderRef | None = Field(
        None, description="The ladder it goes on with, where its kind of concern has several."
    )
    support: SupportRef | None = Field(None, description="The support it becomes.")
    to: Line | None = Field(None, description="Where it goes, in words, such as: we fix the system.")
    carries: Sentence | None = Field(
        None, description="What goes with it, and whether anything still counts there."
    )
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")


class Transition(Model):
    """Which version holds for what began before this one."""

    shorthand: ClassVar[str] = "text"

    begun_before: Date | None = Field(None, description="Cases begun before this date (YYYY-MM-DD) ...")
    follow: Line | None = Field(None, description="... follow this version.")
    text: Sentence | None = Field(None, description="The rule in words.")
