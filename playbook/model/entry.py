"""Where we start: the grid of agreed ranges by what happened and how often; when a rung may be skipped."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from playbook.model.fields import (
    DeviationRef,
    Duration,
    Flag,
    GroupRef,
    Line,
    Model,
    RoleRef,
    RungRef,
    Sentence,
    SeverityRef,
    StandardRef,
)
from playbook.model.terms import Force, Length

__all__ = ["Cell", "End", "EntryRow", "Range", "RowFor", "SkipRule"]


class End(Model):
    """One end of a range: a rung, with a length where the rung has several."""

    shorthand: ClassVar[str] = "rung"

    rung: RungRef = Field(description="The rung.")
    lasts: Duration | None = Field(None, description="Its length at this end.")
    what: Line | None = Field(None, description="What exactly, where the rung has several parts.")


_END = ("rung", "lasts", "what")


def _spell_out_cell(value: Any) -> Any:
    """A cell may be ``missing``, one rung, a list of rungs, or a range; one shape leaves here."""
    if value == "missing":
        return {"missing": "true"}
    if isinstance(value, str):
        return {"from": value}
    if not isinstance(value, dict):
        return value
    if "rung" in value:
        rest = {key: item for key, item in value.items() if key not in _END}
        return {"from": {key: item for key, item in value.items() if key in _END}, **rest}
    choices = value.get("one_of")
    if isinstance(choices, list) and choices and "from" not in value and "to" not in value:
        return {"from": choices[0], "to": choices[-1], **value}
    return value


class Range(Model):
    """One cell of the entry grid: from one rung to another (both count), one rung, some rungs, or missing."""

    missing: Flag = Field(False, description="true: the grid says nothing here.")
    from_: End | None = Field(None, alias="from", description="The lighter end; it counts.")
    to: End | None = Field(None, description="The heavier end; it counts. Left out: only the one rung.")
    one_of: list[End] = Field(
        default_factory=list, description="The only rungs that fit, lightest first, where not all between do."
    )
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
    note: Sentence | None = Field(None, description="What else is to be known about this cell.")


Cell = Annotated[Range, BeforeValidator(_spell_out_cell)]


def _check_occurrences(cells: dict[str, Range]) -> dict[str, Range]:
    expected = 1
    for name in cells:
        found = re.fullmatch(r"([1-9]\d?)(\+?)", name)
        if not found:
            shown = name[:20]
            message = (
                f'has a column "{shown}", but columns are 1, 2, 3 ... and the last may be open, such as 3+'
            )
            raise PydanticCustomError("bad-occurrence", message)
        if int(found[1]) != expected or (found[2] and name != list(cells)[-1]):
            message = "counts its columns from 1 without a gap, and only the last one may be open, such as 3+"
            raise PydanticCustomError("bad-occurrence", message)
        expected += 1
    return cells


class RowFor(Model):
    """What a row of the entry grid is about; several fields must all fit."""

    severity: SeverityRef | None = Field(None, description="A severity.")
    deviation: DeviationRef | None = Field(None, description="A deviation.")
    standard: StandardRef | None = Field(None, description="A standard; all its deviations.")
    group: GroupRef | None = Field(None, description="A group of people, such as leaders.")
    circumstance: Line | None = Field(
        None, description="A circumstance in words, such as: others had to wait."
    )
    how_long: Length | None = Field(None, description='How long it went on, such as "15 to 30 minutes".')


class EntryRow(Model):
    """One row of the entry grid: where we start, by how many times it has happened."""

    for_: RowFor = Field(alias="for", description="What this row is about.")
    cells: Annotated[dict[str, Cell], AfterValidator(_check_occurrences)] = Field(
        min_length=1, description="By occurrence: 1, 2, 3 ... (3+ for third and later)."
    )
    note: Sentence | None = Field(None, description="What else is to be known about this row.")


class SkipRule(Model):
    """When a step may be skipped, who must agree, and what is owed."""

    from_: Line = Field("any", alias="from", description="The rung one is at, or any.")
    to: RungRef | None = Field(None, description="The rung one may go to at once; left out: any.")
    severity: list[SeverityRef] = Field(
        default_factory=list, description="Only for what has one of these severities; left out: any."
    )
    when: Sentence = Field(description="On which condition.")
    agreed_by: list[RoleRef] = Field(default_factory=list, description="Roles that must agree.")
    write_down: Line | None = Field(None, description="What must be written down.")
    force: Force | None = Field(None, description="How binding it is: may, normally, presumptively or must.")
