"""The kinds of values a record is made of, each with its reading rule and its meaning for the schema.

Text arrives exactly as typed; these types say whether it is one line, a
paragraph, a name for something defined elsewhere, a length of time, a date, or
a number. The markers (``Reference``, ``Wording``) let checks and the schema find
every reference and every sentence without a list of their own.
"""

from __future__ import annotations

import datetime
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

from playbook.model.values import (
    PLACEHOLDER,
    RESERVED_NAMES,
    count,
    date,
    duration,
    flag,
    identifier,
    mail,
    new_identifier,
    number,
    one_line,
    paragraphs,
    phone,
    time_of_day,
    web_address,
)

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


def _text_only(check: Callable[[str], str]) -> AfterValidator:
    return AfterValidator(check)


Line = Annotated[str, Field(strict=True), _text_only(one_line), Wording("line")]
"""One line of plain words; nothing in it is markup."""

Sentence = Annotated[str, Field(strict=True), _text_only(one_line), Wording("sentence")]
"""One sentence of advice or exact words, plain text."""

SearchWords = Annotated[str, Field(strict=True), _text_only(one_line), Wording("search")]
"""Words that people type; they feed the search and are never shown."""

Prose = Annotated[str, Field(strict=True), _text_only(paragraphs), Wording("prose")]
"""One or more paragraphs; simple Markdown is allowed, HTML is not."""

Remark = Annotated[str, Field(strict=True), _text_only(one_line)]
"""One line from author to author; no reader sees it."""

Id = Annotated[str, Field(strict=True), _text_only(new_identifier)]
"""A short name for addresses and references: a-z, 0-9 and hyphens."""

OldIds = Annotated[
    list[Id], Field(default_factory=list, description="Earlier ids, so that old addresses still lead here.")
]

Duration = Annotated[
    str,
    Field(strict=True),
    _text_only(duration),
    Wording("length"),
    WithJsonSchema(
        {"type": "string", "description": 'A length of time in the words you use, such as "5 working days".'}
    ),
]
Date = Annotated[datetime.date, BeforeValidator(date), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(flag), WithJsonSchema({"type": "boolean"})]
Number = Annotated[Decimal, BeforeValidator(number), WithJsonSchema({"type": "number"})]
Count = Annotated[Decimal, BeforeValidator(count), WithJsonSchema({"type": "integer"})]
"""A small whole number: how many rows or lines."""

TimeOfDay = Annotated[str, Field(strict=True), _text_only(time_of_day)]
"""A time of day by the clock on the wall, such as 09:30."""

Phone = Annotated[str, Field(strict=True), _text_only(phone)]
WebAddress = Annotated[str, Field(strict=True), _text_only(web_address)]
Mail = Annotated[str, Field(strict=True), _text_only(mail)]


_Name = Annotated[str, Field(strict=True), _text_only(identifier)]

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
