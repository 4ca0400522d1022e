"""What ``handbook.yml`` holds: the organisation, its state of decision, and every shared word."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbook.model.acceptance import ACCEPTED, Acceptance
from playbook.model.fields import (
    CheckInRef,
    ChecklistRef,
    ContactRef,
    Date,
    Flag,
    Id,
    Line,
    Mail,
    Model,
    Phone,
    Prose,
    RoleRef,
    SearchWords,
    WebAddress,
)
from playbook.problems import Level

__all__ = [
    "BeforeAnything",
    "Cause",
    "Contact",
    "Decision",
    "Group",
    "HandbookFile",
    "Organisation",
    "Role",
    "Severity",
    "Track",
    "Upkeep",
    "Value",
    "Word",
    "WordsFile",
]


class Organisation(Model):
    """Whose handbook this is."""

    name: Line = Field(description="Name of the organisation, as staff say it.")
    mission: Line | None = Field(None, description="What the organisation is for, in one sentence.")


class Upkeep(Model):
    """Who keeps a record current. Set once in handbook.yml, every record inherits it."""

    owner: RoleRef | None = Field(None, description="Role that keeps this current.")
    approver: RoleRef | None = Field(None, description="Role that approved it; another than the owner.")
    effective: Date | None = Field(None, description="In force from this date (YYYY-MM-DD).")
    review_by: Date | None = Field(None, description="To be looked at again by this date (YYYY-MM-DD).")


class _Entry(Model):
    id: Id = Field(description="Short name for references: a-z, 0-9, hyphens.")
    title: Line = Field(description="What readers see.")


class Value(_Entry):
    """A value of the organisation that standards make concrete."""

    meaning: Line | None = Field(None, description="What it means here, in one sentence.")


class Severity(_Entry):
    """How much harm a deviation does to work or people; listed from least to most."""

    meaning: Line | None = Field(None, description="How one tells, in observable words.")


class Track(_Entry):
    """A kind of concern; each has a ladder of its own."""

    meaning: Line | None = Field(None, description="What belongs here, in one sentence.")


class Role(_Entry):
    """Somebody who acts, by function and never by name."""

    meaning: Line | None = Field(None, description="Who that is here, without a name.")


class Group(_Entry):
    """People to whom a ladder or standard applies, or not."""

    meaning: Line | None = Field(None, description="Who belongs to it.")


class Cause(_Entry):
    """What may have got in the way; support is matched to it."""

    ask: Line | None = Field(None, description="An open question that helps to find it; none for health.")


class Contact(_Entry):
    """A role's reachable address. Never a person's own phone or mailbox."""

    role: RoleRef | None = Field(None, description="The role that answers here.")
    phone: Phone | None = Field(None, description="Phone number of the role.")
    mail: Mail | None = Field(None, description="Mailbox of the role.")
    hours: Line | None = Field(None, description="When somebody answers.")
    verified: Date | None = Field(None, description="Day on which somebody last tried it (YYYY-MM-DD).")


class Decision(_Entry):
    """Something the organisation must choose before the handbook is in force."""

    title: Line = Field(description="What is to be decided, in a few words.")
    question: Line = Field(description="The question to answer.")
    ask: Line = Field(description="Who must be asked, by function.")
    value: Line = Field(description="The choice; a demo value until it is decided.")
    decided: Flag = Field(False, description="true when the organisation has chosen.")


class BeforeAnything(Model):
    """Reasons that put a call to People before any talk; the finder asks for them first."""

    ask: Line = Field("Is one of these involved, as far as you know?", description="The question.")
    reasons: list[Line] = Field(
        min_length=1, description="Protected reasons, such as leave, health, caring, pregnancy, religion."
    )
    recent_concern: Line | None = Field(
        None, description="A concern or complaint they raised recently, in words."
    )
    call: ContactRef | None = Field(None, description="Contact to call, where it differs from first_call.")


class HandbookFile(Model):
    """The file handbook.yml."""

    version: Literal["1"] = Field("1", description="Version of this file format.")
    organisation: Organisation = Field(description="The organisation whose handbook this is.")
    title: Line = Field("How we work together", description="Title of the published handbook.")
    status: Literal["draft", "in-force"] = Field(
        "draft", description="draft shows a banner on every page; in-force needs every decision made."
    )
    as_of: Date | None = Field(None, description="Date of this edition; printed on every page.")
    language: Literal["en"] = Field("en", description="Language of the fixed words on pages.")
    public: Flag = Field(False, description="true lets search engines list the site.")
    offline: Flag = Field(
        True, description="false keeps nothing on readers' devices; then no page opens without signal."
    )
    discreet: Flag = Field(True, description="Neutral titles and short codes in card addresses.")
    wording_page: Flag = Field(
        False, description="true adds a page that looks at the words of a draft, in the reader's browser alone."
    )
    site_address: WebAddress | None = Field(
        None, description="Address at which the handbook will be published, beginning with https://."
    )
    welcome: Prose | None = Field(None, description="A few sentences of welcome on the first page.")
    upkeep: Upkeep = Field(
        default_factory=Upkeep, description="Owner, approver and dates that every record inherits."
    )
    first_call: ContactRef | None = Field(
        None, description="Contact that cards offer to call when nothing else is said."
    )
    first_talk: ChecklistRef | None = Field(
        None, description="Checklist of the first, informal talk; cards lead to it."
    )
    feedback_talk: ChecklistRef | None = Field(
        None, description="Checklist of a short talk of feedback; the page on feedback leads to it."
    )
    check_ins: list[CheckInRef] = Field(
        default_factory=list, description="Recurring meetings that everybody has, in the order of the page."
    )
    suggest_to: ContactRef | None = Field(
        None,
        description="Contact with a mail that hears what readers would change; without it, pages offer nothing.",
    )
    suggest_at: WebAddress | None = Field(
        None,
        description="Address of your editor, instead of an e-mail; the path of the record's file is added.",
    )
    protected: Line | None = Field(
        None, description="The safety line under Check first on every situation card."
    )
    readiness: Line | None = Field(
        None,
        description="When no talk should begin, such as in anger; on situation cards without one of their own.",
    )
    invite: Line | None = Field(
        None, description="Plain words to invite somebody to an informal talk, to copy, with [blanks]."
    )
    before_anything: BeforeAnything | None = Field(
        None, description="Reasons that put a call before anything else."
    )
    values: list[Value] = Field(default_factory=list, description="Values that standards make concrete.")
    severities: list[Severity] = Field(default_factory=list, description="How much harm, from least to most.")
    tracks: list[Track] = Field(default_factory=list, description="Kinds of concern.")
    roles: list[Role] = Field(default_factory=list, description="Who acts, by function.")
    groups: list[Group] = Field(
        default_factory=list, description="Groups of people a ladder covers or leaves out."
    )
    causes: list[Cause] = Field(default_factory=list, description="What may have got in the way.")
    contacts: list[Contact] = Field(default_factory=list, description="Reachable addresses of roles.")
    decisions: list[Decision] = Field(
        default_factory=list, description="What must be decided before the handbook is in force."
    )
    labels: dict[str, Line] = Field(
        default_factory=dict, description="Words that readers see instead of the default ones."
    )
    checks: dict[str, Level] = Field(
        default_factory=dict, description="Level of a check: error, warning, note or off."
    )
    jurisdiction: Literal["none", "at-will", "fair-process"] = Field(
        "none",
        description="Which words a lawyer should see: at-will, fair-process (hearing and appeal are owed) or none.",
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)


class Word(Model):
    """One word of the glossary."""

    word: Line = Field(description="The word.")
    meaning: Prose = Field(description="What it means here.")
    also: list[SearchWords] = Field(
        default_factory=list, description="Other words people use for it; they feed the search."
    )


class WordsFile(Model):
    """The file words.yml: the glossary."""

    words: list[Word] = Field(default_factory=list, description="The glossary.")
    abbreviations: dict[str, Line] = Field(
        default_factory=dict, description="Abbreviations and what they stand for."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description=ACCEPTED)
