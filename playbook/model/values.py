"""How each kind of value is read, and what is said where it cannot be: a sentence about the field.

Each takes what the author typed and gives the value, or raises ``PydanticCustomError`` with the check
that found it. Part of ``model``; ``fields`` makes types of them.
"""

from __future__ import annotations

import calendar
import datetime
import re
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from playbook.durations import parse_duration

__all__ = [
    "PLACEHOLDER",
    "RESERVED_NAMES",
    "count",
    "date",
    "duration",
    "flag",
    "identifier",
    "mail",
    "new_identifier",
    "number",
    "one_line",
    "paragraphs",
    "phone",
    "time_of_day",
    "web_address",
]

PLACEHOLDER = re.compile(r"<<([^<>\n]*)>>")
RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for itself: no file and no folder can have them there, and ids become folders."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


def _error(kind: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(kind, message.replace("{", "{{").replace("}", "}}"))


def _filled(text: str) -> str:
    if not text.strip():
        raise _error("empty-text", "is empty; write something, or delete the field")
    return text


def one_line(text: str) -> str:
    """One line of text."""
    if "\n" in _filled(text):
        raise _error("one-line", "is one line of text, but a line break stands in it")
    if len(text) > 600:
        raise _error("too-long", f"has {len(text)} characters; one line has at most 600")
    return text


def paragraphs(text: str) -> str:
    """A text of one or more paragraphs."""
    if len(_filled(text)) > 20_000:
        raise _error("too-long", f"has {len(text)} characters; a text has at most 20,000")
    return text


def identifier(text: str) -> str:
    """A name that stands for something defined elsewhere."""
    if not _ID.fullmatch(text):
        raise _error(
            "bad-id",
            f'must be small letters a-z, digits and hyphens (at most 64), but "{text[:80]}" is written',
        )
    return text


def new_identifier(text: str) -> str:
    """A name that is given here, and becomes a folder."""
    if identifier(text) in RESERVED_NAMES:
        raise _error("bad-id", f'cannot be "{text}", a name that Windows keeps for itself')
    return text


def duration(text: str) -> str:
    """A length of time in the author's own words, or a placeholder for one."""
    placeholder = PLACEHOLDER.fullmatch(text)
    if not placeholder and parse_duration(text) is None:
        raise _error(
            "bad-duration",
            f'is a length of time such as "5 working days" or "2 to 4 weeks", not "{text[:80]}"',
        )
    return text


def date(value: Any) -> Any:
    """A day of the calendar."""
    if not isinstance(value, str):
        raise _error("bad-date", "is a date such as 2026-01-31")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        message = f'is a date, but "{value}" does not exist in the calendar{_why_no_day(value)}'
        raise _error("bad-date", message) from None
    raise _error("bad-date", f'is a date such as 2026-01-31, not "{value[:40]}"')


def _why_no_day(value: str) -> str:
    year, month, _ = map(int, value.split("-"))
    if not year:
        return ""
    if not 1 <= month <= 12:
        return ": a year has 12 months"
    days = calendar.monthrange(year, month)[1]
    return f": {calendar.month_name[month]} {year} has {days} days"


def flag(value: Any) -> Any:
    """True or false."""
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise _error("bad-flag", f'is either true or false, not "{str(value)[:40]}"')


def number(value: Any) -> Any:
    """A number, such as 0.5."""
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,6}(?:\.\d{1,3})?", value):
        return Decimal(value)
    raise _error("bad-number", f'is a number such as 7 or 0.5, not "{str(value)[:40]}"')


def count(value: Any) -> Any:
    """A whole number from 1 to 20."""
    if isinstance(value, str) and re.fullmatch(r"[1-9]|1\d|20", value):
        return Decimal(value)
    raise _error("bad-number", f'is a whole number from 1 to 20, not "{str(value)[:40]}"')


def time_of_day(text: str) -> str:
    """A time by the clock on the wall."""
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise _error("bad-time", f'is a time such as 09:30, not "{text[:40]}"')
    return text


def phone(text: str) -> str:
    """A phone number."""
    if not re.fullmatch(r"\+?[0-9][0-9 ()./-]{1,24}", text):
        raise _error("bad-phone", f'is a phone number such as "+00 555 0100", not "{text[:40]}"')
    return text


def mail(text: str) -> str:
    """An e-mail address."""
    if not re.fullmatch(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", text):
        raise _error("bad-mail", f'is an e-mail address such as people@example.org, not "{text[:60]}"')
    return text


def web_address(text: str) -> str:
    """The address of a web page."""
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%/-]*)?", text):
        raise _error(
            "bad-web-address", f'is a web address such as https://handbook.example.org, not "{text[:60]}"'
        )
    return text
