"""What is due, for a spreadsheet and for a calendar (RFC 5545): whole days that block nothing."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io

from icalendar import Calendar, Event

from playbook.markdown_text import Resolve, plain_text
from playbook.views.due import DueView

__all__ = ["due_calendar", "due_table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def due_table(view: DueView, resolve: Resolve) -> bytes:
    """The list as CSV; text that a spreadsheet would run as a formula is kept as text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["by", "what", "about", "page", "owner"])
    for row in view.rows:
        words = (
            row.day,
            row.task,
            plain_text(row.title, resolve),
            row.address,
            plain_text(row.owner, resolve),
        )
        writer.writerow([f"'{word}" if word.startswith(_FORMULA) else word for word in words])
    return out.getvalue().encode()


def due_calendar(view: DueView, organisation: str, resolve: Resolve) -> bytes:
    """The list as a calendar file; the same content gives the same bytes."""
    diary = Calendar()
    diary.add("prodid", "-//Accountability Playbook//What is due//EN")
    diary.add("version", "2.0")
    diary.add("calscale", "GREGORIAN")
    for row in view.rows:
        day = datetime.date.fromisoformat(row.day)
        title = plain_text(row.title, resolve)
        event = Event()
        key = f"{organisation}/{row.task}/{row.address}/{title}"
        event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@due")
        event.add("dtstamp", datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC))
        event.add("dtstart", day)
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{row.task}: {title}")
        if row.owner:
            event.add("description", f"Whose task: {plain_text(row.owner, resolve)}")
        diary.add_component(event)
    return bytes(diary.to_ical())
