"""The smaller records around a hard moment: moments, urgent cards, checklists, support."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import (
    CauseRef,
    ContactRef,
    Duration,
    Flag,
    Id,
    Line,
    Model,
    MomentRef,
    Prose,
    RoleRef,
    SearchWords,
    Sentence,
    UrgentRef,
)
from playbook.model.handbook import Upkeep

__all__ = ["Checklist", "ChecklistItem", "IsItYou", "Moment", "Support", "Urgent", "UrgentStep"]


class Moment(Model):
    """What a manager meets in a talk that is not a deviation, such as tears or silence."""

    title: Line = Field(description='What they do, such as "They start to cry".')
    short: Line | None = Field(
        None, description='One or two words for the list "If they ...", such as "cry".'
    )
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    observable: Sentence | None = Field(None, description="What is seen or heard.")
    check_first: list[Sentence] = Field(default_factory=list, description="Questions for the manager.")
    say: list[Sentence] = Field(default_factory=list, description="Exact words.")
    do: list[Sentence] = Field(default_factory=list, description="What to do; each begins with a verb.")
    write_down: Sentence | None = Field(None, description="What to write down afterwards.")
    do_not: Sentence | None = Field(None, description="What makes it worse.")
    if_they: list[MomentRef] = Field(default_factory=list, description="Moments that may follow.")
    urgent: list[UrgentRef] = Field(default_factory=list, description="Urgent cards that may be needed now.")
    call: ContactRef | None = Field(None, description="Contact the card offers.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class UrgentStep(Model):
    """One thing to do, in order, with the words to say where they help."""

    shorthand: ClassVar[str] = "do"

    do: Sentence = Field(description="What to do now; begins with a verb.")
    say: Sentence | None = Field(None, description="Exact words.")


class IsItYou(Model):
    """Help for a reader who is the one in danger or distress."""

    text: Sentence = Field(description="What a reader who is affected should hear first.")
    contacts: list[ContactRef] = Field(default_factory=list, description="Whom they can reach.")


class Urgent(Model):
    """A card for when one must act or hand over before anything else."""

    title: Line = Field(description="What is happening.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when it happens; never shown."
    )
    first: Sentence = Field(description="The one line above all: act, or hand over to whom.")
    steps: list[UrgentStep] = Field(min_length=1, description="What to do, in order.")
    say: list[Sentence] = Field(default_factory=list, description="Exact words.")
    write_down: Sentence | None = Field(None, description="What to write down, where, and what not.")
    do_not: Sentence | None = Field(None, description="What makes it worse.")
    contacts: list[ContactRef] = Field(min_length=1, description="Who is called, most urgent first.")
    is_it_you: IsItYou | None = Field(None, description="Help for a reader who is affected.")
    afterwards: list[Sentence] = Field(default_factory=list, description="What follows, and who takes over.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class ChecklistItem(Model):
    """One action, with exact words where they help."""

    shorthand: ClassVar[str] = "do"

    do: Sentence = Field(description="One action; begins with a verb.")
    say: Sentence | None = Field(None, description="Exact words.")


class Checklist(Model):
    """What to tick before, during and after a meeting."""

    title: Line = Field(description="Which meeting.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    used_when: Sentence | None = Field(None, description="When this list is used.")
    takes: Duration | None = Field(None, description="How long the meeting takes.")
    formal: Flag = Field(False, description="true for a formal meeting.")
    before: list[ChecklistItem] = Field(default_factory=list, description="Before the meeting.")
    during: list[ChecklistItem] = Field(default_factory=list, description="In the meeting.")
    after: list[ChecklistItem] = Field(default_factory=list, description="Afterwards.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class Support(Model):
    """Help that is offered, and how one gets it."""

    title: Line = Field(description="The help, in plain words.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    what: Prose = Field(description="What it is.")
    causes: list[CauseRef] = Field(default_factory=list, description="What it helps with; ids from causes.")
    how: Sentence | None = Field(None, description="How one gets it.")
    how_soon: Duration | None = Field(None, description="How soon it begins.")
    owner: RoleRef | None = Field(None, description="Role that provides it.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
