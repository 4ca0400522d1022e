"""What has to be done by when to keep a handbook current: looks, first days, contacts to try.

Pure: from the handbook to dates; nothing here knows what day it is. Imported by checks, views and exports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from playbook.model.handbook import Upkeep
from playbook.model.whole import Handbook, Record

__all__ = ["TRIED_EVERY", "Due", "dated_reviews", "due_dates", "own_upkeep", "urgent_contacts"]

TRIED_EVERY = 90
"""How many days may pass until an urgent contact is tried again."""

_What = Literal["review", "begins", "try"]


@dataclass(frozen=True)
class Due:
    """One thing that is due: what it is about (kind, id, title), what to do, by when, and whose task it is."""

    day: date
    what: _What
    kind: str
    id: str
    title: str
    owner: str


def own_upkeep(handbook: Handbook) -> Iterator[tuple[Record, Upkeep]]:
    """Every record that can be kept on its own, with what it says itself; handbook.yml speaks for all."""
    for record in handbook.records.values():
        upkeep = getattr(record.data, "upkeep", None)
        if record.kind != "handbook" and isinstance(upkeep, Upkeep):
            yield record, upkeep


def dated_reviews(handbook: Handbook) -> Iterator[tuple[Record, date]]:
    """Every date of a review with the record that says it, handbook.yml first."""
    if handbook.settings.upkeep.review_by:
        yield handbook.record("handbook", "handbook"), handbook.settings.upkeep.review_by
    for record, upkeep in own_upkeep(handbook):
        if upkeep.review_by:
            yield record, upkeep.review_by


def urgent_contacts(handbook: Handbook) -> frozenset[str]:
    """Ids of the contacts that urgent cards name."""
    named = [id_ for urgent in handbook.urgent.values() for id_ in urgent.contacts]
    sides = [urgent.is_it_you for urgent in handbook.urgent.values() if urgent.is_it_you]
    return frozenset(named + [id_ for side in sides for id_ in side.contacts])


def due_dates(handbook: Handbook) -> list[Due]:
    """Everything that is due at some day, earliest first."""
    return sorted(_all(handbook), key=lambda due: (due.day, due.what, due.kind, due.id))


def _all(handbook: Handbook) -> Iterator[Due]:
    shared = handbook.settings.upkeep
    if shared.review_by:
        yield Due(
            shared.review_by, "review", "handbook", "handbook", handbook.settings.title, shared.owner or ""
        )
    for record, upkeep in own_upkeep(handbook):
        title, owner = str(getattr(record.data, "title", record.id)), upkeep.owner or shared.owner or ""
        if upkeep.review_by:
            yield Due(upkeep.review_by, "review", record.kind, record.id, title, owner)
        if upkeep.effective:
            yield Due(upkeep.effective, "begins", record.kind, record.id, title, owner)
    urgent = urgent_contacts(handbook)
    for contact in handbook.settings.contacts:
        if contact.id in urgent and contact.verified:
            day = contact.verified + timedelta(days=TRIED_EVERY)
            yield Due(day, "try", "contact", contact.id, contact.title, shared.owner or "")
