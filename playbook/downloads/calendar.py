"""A check-in as a calendar file (RFC 5545): a rhythm, without a person, an organiser or a time zone.

The time floats, so that 10:00 is 10:00 wherever it is opened; without a time it is a day that
blocks nothing. Whoever opens it moves it to suit.
"""

from __future__ import annotations

import calendar as month_calendar
import datetime
import hashlib
from dataclasses import dataclass

from icalendar import Calendar, Event, vRecur

from playbook.durations import parse_duration
from playbook.markdown_text import Resolve, plain_text
from playbook.model.check_ins import CheckIn

__all__ = ["calendar_file"]

_WITHOUT_DATE = datetime.date(2026, 1, 1)
"""Where the rhythm begins in a handbook that has no date of its own."""
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_USUAL = 30


@dataclass(frozen=True)
class _Rule:
    """How a rhythm is said in a calendar: its frequency, every how many, and which of the weekdays."""

    frequency: str
    interval: int
    place: str


_RULES = {
    "weekly": _Rule("WEEKLY", 1, ""),
    "fortnightly": _Rule("WEEKLY", 2, ""),
    "monthly": _Rule("MONTHLY", 1, "1"),
    "quarterly": _Rule("MONTHLY", 3, "1"),
}


def calendar_file(
    id_: str, check_in: CheckIn, organisation: str, as_of: datetime.date | None, resolve: Resolve
) -> bytes:
    """The file of one check-in; its dates follow from the edition, never from today."""
    begin = as_of or _WITHOUT_DATE
    diary = Calendar()
    diary.add("prodid", "-//Accountability Playbook//Check-ins//EN")
    diary.add("version", "2.0")
    diary.add("calscale", "GREGORIAN")
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{organisation}/{id_}'.encode()).hexdigest()[:32]}@check-in")
    event.add("dtstamp", datetime.datetime(begin.year, begin.month, begin.day, tzinfo=datetime.UTC))
    _when(event, check_in, _first_day(begin, check_in))
    event.add("summary", plain_text(check_in.title, resolve))
    event.add("description", _agenda(check_in, resolve))
    event.add("class", "PRIVATE")
    diary.add_component(event)
    return bytes(diary.to_ical())


def _when(event: Event, check_in: CheckIn, day: datetime.date) -> None:
    rule = _RULES[check_in.rhythm]
    if check_in.time:
        start = datetime.datetime.combine(day, datetime.time.fromisoformat(check_in.time))
        event.add("dtstart", start)
        event.add("duration", datetime.timedelta(minutes=_minutes(check_in.takes)))
    else:
        event.add("dtstart", day)
        event.add("transp", "TRANSPARENT")
    every = {"interval": rule.interval} if rule.interval > 1 else {}
    by_day = rule.place + check_in.day[:2].upper()
    event.add("rrule", vRecur({"freq": rule.frequency, **every, "byday": by_day}))


def _minutes(takes: str | None) -> int:
    span = parse_duration(takes or "")
    return int(span.high or span.low) if span and span.clock == "calendar" and 1 <= span.low < 1440 else _USUAL


def _first_day(begin: datetime.date, check_in: CheckIn) -> datetime.date:
    """The first day of the rhythm on or after the edition's date; the rule and its start must agree."""
    wanted = _DAYS.index(check_in.day)
    if not _RULES[check_in.rhythm].place:
        return begin + datetime.timedelta(days=(wanted - begin.weekday()) % 7)
    first = _first_of_month(begin.year, begin.month, wanted)
    if first >= begin:
        return first
    return _first_of_month(begin.year + begin.month // 12, begin.month % 12 + 1, wanted)


def _first_of_month(year: int, month: int, weekday: int) -> datetime.date:
    begins, _ = month_calendar.monthrange(year, month)
    return datetime.date(year, month, 1 + (weekday - begins) % 7)


def _agenda(check_in: CheckIn, resolve: Resolve) -> str:
    parts = (
        ("Begin with what went well", check_in.wins),
        ("How the work goes", check_in.progress),
        ("Think and practise together", check_in.coaching),
        ("Help asked for, help offered", check_in.support),
        ("End with agreed next steps", check_in.next_steps),
    )
    lines = [
        line
        for title, questions in parts
        if questions
        for line in (f"{title}:", *(f"- {plain_text(question, resolve)}" for question in questions))
    ]
    return "\n".join([*lines, "Write nothing private into this entry."])
