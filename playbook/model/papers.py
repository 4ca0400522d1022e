"""What a paper holds: a letter, a record sheet or a plan with blanks, filled in a word processor, never here.

What a part ``states`` says which required content it is; the check of a step's papers and the
order of a record sheet go by it.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import Count, Id, Line, Model, Prose, RoleRef, SearchWords, Sentence
from playbook.model.handbook import Upkeep

__all__ = ["Paper", "PaperKind", "PaperPart", "States"]

PaperKind = Literal[
    "written-concern", "invitation", "agenda", "record", "outcome-letter", "plan", "weekly-update", "close-out",
    "return-meeting", "other",
]  # fmt: skip
"""What a paper is for; each kind must state what the step it belongs to gives."""

States = Literal[
    "concern", "evidence", "facts", "notice", "companion", "respond", "account", "adjustments", "decision",
    "reason", "support", "actions", "owner", "due", "review", "milestones", "progress", "deadline", "next",
    "appeal", "way-back", "records",
]  # fmt: skip
"""One required content."""


class PaperPart(Model):
    """One part of a paper: words with blanks, a table to fill, or empty lines to write on."""

    shorthand: ClassVar[str] = "text"

    title: Line | None = Field(None, description="Heading of the part.")
    states: list[States] = Field(
        default_factory=list, description="Which required contents this part is, such as appeal or account."
    )
    text: Prose | None = Field(None, description="The words, in simple Markdown, with [blanks] to fill.")
    columns: list[Line] = Field(default_factory=list, description="Columns of a table to fill.")
    rows: Count | None = Field(None, description="How many empty rows the table has; three if left out.")
    lines: Count | None = Field(None, description="How many empty lines there are to write on.")


class Paper(Model):
    """A paper of a step: a letter, a sheet or a plan with blanks."""

    title: Line = Field(description="What it is called.")
    was: list[Id] = Field(default_factory=list, description="Earlier ids; old addresses still lead here.")
    also_said: list[SearchWords] = Field(
        default_factory=list, description="What people type when they look for it; never shown."
    )
    kind: PaperKind = Field(description="What it is for; decides what it must state.")
    used_when: Sentence | None = Field(None, description="When it is written, and what it does.")
    written_by: RoleRef | None = Field(None, description="Role that writes it.")
    goes_to: list[RoleRef] = Field(default_factory=list, description="Roles that get it.")
    before_sending: list[Sentence] = Field(
        default_factory=list, description="What to check before it goes out; never part of the paper itself."
    )
    greeting: Line | None = Field(None, description='First words, such as "Dear [name],".')
    parts: list[PaperPart] = Field(min_length=1, description="The parts, in the order in which they are read.")
    closing: Prose | None = Field(None, description="Last words and who signs.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates, where they differ."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
