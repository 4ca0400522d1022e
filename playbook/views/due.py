"""What the page *What is due* shows: every date by which somebody has to do something to keep the handbook current."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.due import due_dates
from playbook.views.common import Atlas

__all__ = ["CALENDAR", "TABLE", "DueRow", "DueView", "due_view"]

TABLE, CALENDAR = "due/due.csv", "due/due.ics"
"""Where the same list lies for a spreadsheet and for a calendar."""

_TASKS = {
    "review": "Look at it again",
    "begins": "It begins to apply",
    "try": "Try the number or mailbox",
}


@dataclass(frozen=True)
class DueRow:
    """One thing that is due: by when, what to do, about what (with its page, if it has one), whose task it is."""

    day: str
    task: str
    title: str
    address: str
    owner: str


@dataclass(frozen=True)
class DueView:
    """Everything that is due, earliest first, and the same list as files."""

    rows: tuple[DueRow, ...]
    table: str
    calendar: str


def due_view(atlas: Atlas) -> DueView | None:
    """The list; None when no date is written down anywhere."""
    rows = tuple(
        DueRow(
            due.day.isoformat(),
            _TASKS[due.what],
            due.title,
            _address(atlas, due.kind, due.id),
            atlas.role(due.owner),
        )
        for due in due_dates(atlas.handbook)
    )
    return DueView(rows, TABLE, CALENDAR) if rows else None


def _address(atlas: Atlas, kind: str, id_: str) -> str:
    return "about/" if kind in ("handbook", "contact") else atlas.addresses.of(kind, id_)
