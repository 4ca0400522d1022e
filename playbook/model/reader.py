"""What is written for the reader's own use: my side, reading paths, ways of talking, what changed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import (
    CauseRef,
    ChecklistRef,
    ContactRef,
    Date,
    DeviationRef,
    GroupRef,
    Id,
    LadderRef,
    Line,
    Model,
    MomentRef,
    Prose,
    SearchWords,
    Sentence,
    StandardRef,
    SupportRef,
    TalkRef,
    UrgentRef,
)
from playbook.model.handbook import Upkeep

__all__ = [
    "Change",
    "ChangesFile",
    "MySection",
    "MySheet",
    "MySideFile",
    "OpenQuestions",
    "ReadingPath",
    "Reply",
    "Stop",
    "Talk",
    "Turn",
]


class MySection(Model):
    """One question of the person concerned, with what they can do and whom they can turn to."""

    id: Id = Field(description="Short name of the place on the page: a-z, 0-9, hyphens.")
    title: Line = Field(description='The question in their words, such as "A step was left out".')
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when it happens to them; never shown."
    )
    text: Prose | None = Field(None, description="What they should know first.")
    do: list[Sentence] = Field(default_factory=list, description="What they can do.")
    say: list[Sentence] = Field(default_factory=list, description="Words they can use, with [blanks].")
    contacts: list[ContactRef] = Field(default_factory=list, description="Whom they can turn to.")
    urgent: list[UrgentRef] = Field(default_factory=list, description="Urgent cards that may be needed.")
    support: list[SupportRef] = Field(default_factory=list, description="Help that fits.")


class MySheet(Model):
    """A sheet to fill in on paper before a talk; nothing of it is typed into the handbook."""

    title: Line = Field(description="Title of the sheet.")
    intro: Sentence | None = Field(None, description="What it is for.")
    blanks: list[Sentence] = Field(min_length=1, description="The questions, each with room to write below.")


class MySideFile(Model):
    """The file my-side.yml: the page for the person about whom a concern was raised."""

    opening: Prose | None = Field(None, description="The first words on the page.")
    now: list[Sentence] = Field(default_factory=list, description="What they may do right now.")
    ending: Prose | None = Field(None, description="How it usually ends well.")
    sections: list[MySection] = Field(
        default_factory=list, description="Questions that come up on their side."
    )
    sheet: MySheet | None = Field(None, description="A sheet to prepare on paper.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class Stop(Model):
    """One page on a path, and why it is worth reading then. Exactly one of the fields names the page."""

    standard: StandardRef | None = Field(None, description="A standard to read.")
    ladder: LadderRef | None = Field(None, description="A ladder to read.")
    checklist: ChecklistRef | None = Field(None, description="A meeting checklist to read.")
    talk: TalkRef | None = Field(None, description="A way of talking to read or rehearse.")
    page: Literal["my-side", "now", "start-here", "support", "urgent", "words"] | None = Field(
        None, description="One of the pages every handbook has."
    )
    why: Sentence | None = Field(None, description="Why it is read at this point, in one sentence.")


class ReadingPath(Model):
    """An order of reading for somebody's first days in a role."""

    title: Line = Field(description='Whose path it is, such as "Your first day".')
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    for_: list[GroupRef] = Field(
        default_factory=list, alias="for", description="Groups it is meant for, where not everyone."
    )
    intro: Prose | None = Field(None, description="A sentence or two of welcome.")
    stops: list[Stop] = Field(min_length=1, description="What is read, in order.")
    talk_about: list[Sentence] = Field(
        default_factory=list, description="What to ask or talk about at the end."
    )
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class OpenQuestions(Model):
    """Open questions that help to find one cause."""

    cause: CauseRef = Field(description="What may have got in the way.")
    ask: list[Sentence] = Field(
        min_length=1, description="Open questions; none that asks about somebody's health."
    )


class Reply(Model):
    """What the other side may say, and what can be said then."""

    they: Sentence = Field(description="What they may say.")
    you: Sentence = Field(description="What you can say then.")
    moment: MomentRef | None = Field(None, description="The moment card that helps on.")


class Turn(Model):
    """One turn of a rehearsal: who speaks, and what they say."""

    who: Literal["you", "they"] = Field(description="you: the one who practises; they: the other side.")
    say: Sentence = Field(description="What is said, or shown without words.")


class Talk(Model):
    """How to talk well: lines to open with, ways of listening, and a rehearsal for two."""

    title: Line = Field(description="What this helps with.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    about: DeviationRef | None = Field(None, description="The situation it rehearses.")
    intro: Prose | None = Field(None, description="What it is for, in a sentence or two.")
    opening: list[Sentence] = Field(
        default_factory=list, description="Lines to open with: the shared goal first, with [blanks]."
    )
    listening: list[Sentence] = Field(
        default_factory=list, description="Ways of listening: attend, sum up, check."
    )
    questions: list[OpenQuestions] = Field(default_factory=list, description="Open questions by cause.")
    replies: list[Reply] = Field(default_factory=list, description="If they say, you can say.")
    pauses: list[Sentence] = Field(
        default_factory=list, description="Lines that stop a talk kindly, for a break or another day."
    )
    roles: list[Sentence] = Field(
        default_factory=list, description="For a rehearsal: what each of the two is told beforehand."
    )
    turns: list[Turn] = Field(default_factory=list, description="The rehearsal, turn by turn.")
    reflect: list[Sentence] = Field(
        default_factory=list, description="What the two ask each other afterwards."
    )
    care: list[Sentence] = Field(default_factory=list, description="What does good afterwards, to both.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class Change(Model):
    """One change of the handbook that readers should know of."""

    date: Date = Field(description="Since when (YYYY-MM-DD).")
    what: Sentence = Field(description="What is different now.")
    for_: Line = Field(alias="for", description="Whom it concerns.")
    kind: Literal["editorial", "substantive"] = Field(
        description="editorial: the same rule in better words; substantive: something else applies."
    )


class ChangesFile(Model):
    """The file changes.yml: what changed, for whom, the latest first on the page."""

    changes: list[Change] = Field(default_factory=list, description="Every change worth telling.")
    propose: Prose | None = Field(None, description="How somebody proposes a change.")
    begun_before: Sentence | None = Field(
        None, description="Which version applies to what began before a change."
    )
    review_with: ChecklistRef | None = Field(
        None, description="Checklist for looking at a standard again; the page of changes leads to it."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
