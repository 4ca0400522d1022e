"""What every view is built from: the handbook, its addresses and its labels."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.addresses import Addresses
from playbook.labels import Labels
from playbook.model.handbook import Cause, Contact, Upkeep
from playbook.model.whole import Handbook

__all__ = [
    "Action",
    "Atlas",
    "Call",
    "CauseHelp",
    "Fact",
    "Link",
    "Upkept",
    "contact_view",
    "step_links",
    "upkept",
]


@dataclass(frozen=True)
class Link:
    """A way to another page: its words, its address, one more line, and a mark such as ``formal``."""

    title: str
    address: str
    line: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Fact:
    """One question and its answers, as words of the author."""

    term: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Action:
    """One thing to do, and the exact words to say where they help."""

    do: str
    say: str


@dataclass(frozen=True)
class CauseHelp:
    """What may have got in the way, the open question for it, and the help that fits."""

    title: str
    anchor: str
    ask: str
    help: tuple[Link, ...]


@dataclass(frozen=True)
class Call:
    """Whom to call: the role's words, and each way to reach it."""

    title: str
    phone: str | None
    mail: str | None
    hours: str | None
    verified: str | None


@dataclass(frozen=True)
class Upkept:
    """Who keeps a record current, with the dates that are printed on its page."""

    owner: str
    approver: str
    effective: str
    review_by: str


@dataclass(frozen=True)
class Atlas:
    """The handbook with the addresses and labels that views need."""

    handbook: Handbook
    addresses: Addresses
    labels: Labels

    @classmethod
    def of(cls, handbook: Handbook) -> Atlas:
        """Make the atlas of a handbook."""
        return cls(handbook, Addresses(handbook), Labels(handbook.settings.labels))

    def role(self, id_: str | None) -> str:
        """A role's title; empty when none is named."""
        role = self.handbook.roles.get(id_ or "")
        return role.title if role else ""

    def call(self, id_: str | None) -> Call | None:
        """Whom a card offers to call: the named contact, else the first one, that can be reached."""
        named = (self.handbook.contacts.get(each or "") for each in (id_, self.handbook.settings.first_call))
        return next(
            (contact_view(contact) for contact in named if contact and (contact.phone or contact.mail)), None
        )

    def contact(self, id_: str) -> Call | None:
        """One contact by id."""
        contact = self.handbook.contacts.get(id_)
        return contact_view(contact) if contact else None

    def support(self, ids: list[str]) -> tuple[Link, ...]:
        """Links to kinds of support."""
        known = self.handbook.support
        return tuple(Link(known[id_].title, self.addresses.of("support", id_)) for id_ in ids if id_ in known)

    def cause_help(self, cause: Cause) -> CauseHelp:
        """A cause with every kind of support that fits it."""
        helping = list(self.handbook.support_for(cause.id))
        anchor = self.addresses.of("cause", cause.id).partition("#")[2]
        return CauseHelp(cause.title, anchor, cause.ask or "", self.support(helping))

    def moments(self, ids: list[str]) -> tuple[Link, ...]:
        """Links to moments, by their short words."""
        known = self.handbook.moments
        return tuple(
            Link(known[id_].short or known[id_].title, self.addresses.of("moment", id_), known[id_].title)
            for id_ in ids
            if id_ in known
        )

    def urgent(self, ids: list[str]) -> tuple[Link, ...]:
        """Links to urgent cards."""
        known = self.handbook.urgent
        return tuple(Link(known[id_].title, self.addresses.of("urgent", id_)) for id_ in ids if id_ in known)

    def check_in(self, id_: str | None) -> Link | None:
        """A link to a check-in."""
        found = self.handbook.check_ins.get(id_ or "")
        return Link(found.title, self.addresses.of("check-in", id_ or "")) if found else None

    def checklist(self, id_: str | None) -> Link | None:
        """A link to a meeting checklist."""
        found = self.handbook.checklists.get(id_ or "")
        return (
            Link(found.title, self.addresses.of("checklist", id_ or ""), found.used_when or "")
            if found
            else None
        )


def contact_view(contact: Contact) -> Call:
    """How a contact is shown: dates as the author wrote them."""
    verified = contact.verified.isoformat() if contact.verified else None
    return Call(contact.title, contact.phone, contact.mail, contact.hours, verified)


def upkept(atlas: Atlas, own: Upkeep) -> Upkept:
    """A record's upkeep with what it inherits from handbook.yml."""
    shared = atlas.handbook.settings.upkeep
    effective, review_by = own.effective or shared.effective, own.review_by or shared.review_by
    return Upkept(
        atlas.role(own.owner or shared.owner),
        atlas.role(own.approver or shared.approver),
        effective.isoformat() if effective else "",
        review_by.isoformat() if review_by else "",
    )


def step_links(atlas: Atlas, ladder_id: str) -> tuple[Link, ...]:
    """The steps of a ladder in their order, each with when it is used; a formal one is marked."""
    return tuple(
        Link(
            rung.title,
            atlas.addresses.of("rung", rung.id, ladder_id),
            rung.used_when or "",
            "formal" if rung.standing.formal else "",
        )
        for rung in atlas.handbook.ladders[ladder_id].rungs
    )
