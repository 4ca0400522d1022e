"""The kinds of values a record is made of, each with its reading rule and its meaning for the schema.

Text arrives exactly as typed; these types say whether it is one line, a
paragraph, a name for something defined elsewhere, a length of time, a date, or
a number. The markers (``Reference``, ``Wording``) let checks and the schema find
every reference and every sentence without a list of their own.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from playbook.durations import parse_duration

__all__ = [
    "PLACEHOLDER",
    "RESERVED_NAMES",
    "CauseRef",
    "CheckInRef",
    "ChecklistRef",
    "ContactRef",
    "Count",
    "Date",
    "DeviationRef",
    "Duration",
    "Flag",
    "GroupRef",
    "Id",
    "LadderRef",
    "Line",
    "Mail",
    "MeasureRef",
    "Model",
    "MomentRef",
    "Number",
    "OldIds",
    "PaperRef",
    "Phone",
    "Prose",
    "Reference",
    "Remark",
    "RoleRef",
    "RungRef",
    "SearchWords",
    "Sentence",
    "SeverityRef",
    "StandardRef",
    "SupportRef",
    "TalkRef",
    "TimeOfDay",
    "TrackRef",
    "UrgentRef",
    "ValueRef",
    "WebAddress",
    "Wording",
]

PLACEHOLDER = re.compile(r"<<([^<>\n]*)>>")
RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)
"""Names that Windows keeps for itself: no file and no folder can have them there, and ids become folders."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


@dataclass(frozen=True)
class Reference:
    """Marks a field that names a record or entry of this kind, defined elsewhere."""

    kind: str


@dataclass(frozen=True)
class Wording:
    """Marks a field whose words people read: ``line``, ``sentence``, ``prose`` or ``length``; ``search`` is never shown."""

    kind: str


class Model(BaseModel):
    """A part of a record. Unknown fields are problems; nothing can change after reading.

    A part with a ``shorthand`` may also be written as plain text, which then fills that field.
    """

    # a command that reads no content does not wait for every shape to be made ready
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)
    shorthand: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, value: Any) -> Any:
        if cls.shorthand and isinstance(value, str):
            return {cls.shorthand: value}
        return value


def _error(kind: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(kind, message.replace("{", "{{").replace("}", "}}"))


def _filled(text: str) -> str:
    if not text.strip():
        raise _error("empty-text", "is empty; write something, or delete the field")
    return text


def _one_line(text: str) -> str:
    if "\n" in _filled(text):
        raise _error("one-line", "is one line of text, but a line break stands in it")
    if len(text) > 600:
        raise _error("too-long", f"has {len(text)} characters; one line has at most 600")
    return text


def _paragraphs(text: str) -> str:
    if len(_filled(text)) > 20_000:
        raise _error("too-long", f"has {len(text)} characters; a text has at most 20,000")
    return text


def _identifier(text: str) -> str:
    if not _ID.fullmatch(text):
        raise _error(
            "bad-id",
            f'must be small letters a-z, digits and hyphens (at most 64), but "{text[:80]}" is written',
        )
    return text


def _new_identifier(text: str) -> str:
    if _identifier(text) in RESERVED_NAMES:
        raise _error("bad-id", f'cannot be "{text}", a name that Windows keeps for itself')
    return text


def _duration(text: str) -> str:
    placeholder = PLACEHOLDER.fullmatch(text)
    if not placeholder and parse_duration(text) is None:
        raise _error(
            "bad-duration",
            f'is a length of time such as "5 working days" or "2 to 4 weeks", not "{text[:80]}"',
        )
    return text


def _date(value: Any) -> Any:
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


def _flag(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise _error("bad-flag", f'is either true or false, not "{str(value)[:40]}"')


def _number(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,6}(?:\.\d{1,3})?", value):
        return Decimal(value)
    raise _error("bad-number", f'is a number such as 7 or 0.5, not "{str(value)[:40]}"')


def _count(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[1-9]|1\d|20", value):
        return Decimal(value)
    raise _error("bad-number", f'is a whole number from 1 to 20, not "{str(value)[:40]}"')


def _time_of_day(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise _error("bad-time", f'is a time such as 09:30, not "{text[:40]}"')
    return text


def _phone(text: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ()./-]{1,24}", text):
        raise _error("bad-phone", f'is a phone number such as "+00 555 0100", not "{text[:40]}"')
    return text


def _mail(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", text):
        raise _error("bad-mail", f'is an e-mail address such as people@example.org, not "{text[:60]}"')
    return text


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%/-]*)?", text):
        raise _error(
            "bad-web-address", f'is a web address such as https://handbook.example.org, not "{text[:60]}"'
        )
    return text


def _text_only(check: Callable[[str], str]) -> AfterValidator:
    return AfterValidator(check)


Line = Annotated[str, Field(strict=True), _text_only(_one_line), Wording("line")]
"""One line of plain words; nothing in it is markup."""

Sentence = Annotated[str, Field(strict=True), _text_only(_one_line), Wording("sentence")]
"""One sentence of advice or exact words, plain text."""

SearchWords = Annotated[str, Field(strict=True), _text_only(_one_line), Wording("search")]
"""Words that people type; they feed the search and are never shown."""

Prose = Annotated[str, Field(strict=True), _text_only(_paragraphs), Wording("prose")]
"""One or more paragraphs; simple Markdown is allowed, HTML is not."""

Remark = Annotated[str, Field(strict=True), _text_only(_one_line)]
"""One line from author to author; no reader sees it."""

Id = Annotated[str, Field(strict=True), _text_only(_new_identifier)]
"""A short name for addresses and references: a-z, 0-9 and hyphens."""

OldIds = Annotated[
    list[Id], Field(default_factory=list, description="Earlier ids, so that old addresses still lead here.")
]

Duration = Annotated[
    str,
    Field(strict=True),
    _text_only(_duration),
    Wording("length"),
    WithJsonSchema(
        {"type": "string", "description": 'A length of time in the words you use, such as "5 working days".'}
    ),
]
Date = Annotated[datetime.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
Count = Annotated[Decimal, BeforeValidator(_count), WithJsonSchema({"type": "integer"})]
"""A small whole number: how many rows or lines."""

TimeOfDay = Annotated[str, Field(strict=True), _text_only(_time_of_day)]
"""A time of day by the clock on the wall, such as 09:30."""

Phone = Annotated[str, Field(strict=True), _text_only(_phone)]
WebAddress = Annotated[str, Field(strict=True), _text_only(_web_address)]
Mail = Annotated[str, Field(strict=True), _text_only(_mail)]


_Name = Annotated[str, Field(strict=True), _text_only(_identifier)]

CauseRef = Annotated[_Name, Reference("cause")]
CheckInRef = Annotated[_Name, Reference("check-in")]
ChecklistRef = Annotated[_Name, Reference("checklist")]
ContactRef = Annotated[_Name, Reference("contact")]
DeviationRef = Annotated[_Name, Reference("deviation")]
GroupRef = Annotated[_Name, Reference("group")]
LadderRef = Annotated[_Name, Reference("ladder")]
MeasureRef = Annotated[_Name, Reference("measure")]
MomentRef = Annotated[_Name, Reference("moment")]
PaperRef = Annotated[_Name, Reference("paper")]
RoleRef = Annotated[_Name, Reference("role")]
RungRef = Annotated[_Name, Reference("rung")]
SeverityRef = Annotated[_Name, Reference("severity")]
StandardRef = Annotated[_Name, Reference("standard")]
SupportRef = Annotated[_Name, Reference("support")]
TalkRef = Annotated[_Name, Reference("talk")]
TrackRef = Annotated[_Name, Reference("track")]
UrgentRef = Annotated[_Name, Reference("urgent")]
ValueRef = Annotated[_Name, Reference("value")]
