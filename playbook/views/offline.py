"""What the page about reading without signal shows."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas, Call, Link

__all__ = ["OfflineView", "offline_view"]


@dataclass(frozen=True)
class OfflineView:
    """What a device keeps to be read without signal, and where to go when a page is not among it."""

    version: str
    urgent: Link | None
    contacts: tuple[Call, ...]


def offline_view(atlas: Atlas) -> OfflineView:
    """The page about reading without signal, which also stands in for a page that is not kept."""
    settings = atlas.handbook.settings
    urgent = Link(atlas.labels.urgent, "urgent/") if atlas.handbook.urgent else None
    calls = (atlas.contact(contact.id) for contact in settings.contacts if contact.phone)
    as_of = settings.as_of.isoformat() if settings.as_of else ""
    return OfflineView(as_of, urgent, tuple(call for call in calls if call))
