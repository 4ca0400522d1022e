"""A handbook in which every field of every kind of record is filled, made from the shapes themselves.

The golden handbooks are written to be read; this one is made so that a new field is tried out
the moment it is declared. Nothing in it makes sense, and all of it can be rendered.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from playbook.loader import FOLDERS
from playbook.model.fields import Model, Reference, Wording
from playbook.model.whole import Handbook, Record
from playbook.yaml_source import Source
from tests.golden.cases import golden, whole

__all__ = ["NAME", "Answers", "places_for_words", "with_every_field"]

NAME = "full"
"""Id of the made records, one of each kind."""

_IDS = {
    "cause": "clarity",
    "check-in": "full",
    "checklist": "first-talk",
    "contact": "people-desk",
    "deviation": "one",
    "group": "employees",
    "ladder": "work",
    "measure": "full",
    "moment": NAME,
    "paper": "full",
    "role": "manager",
    "severity": "heavy",
    "standard": "say-early",
    "support": "mentor",
    "talk": "full",
    "track": "work",
    "urgent": "crisis",
    "value": "reliability",
}
_VALUES = ("Calm words", "5 working days", "one", "2026-01-31", "1", "people@example.org", "09:30")
_DENIALS = {"none", "never", "missing"}
_BARE_RUNG = {"id": "bare", "title": "Calm words", "standing": {"formal": True, "recorded": True}}
"""A step that says nothing itself: there the ladder's own rights and records are shown."""
_LEADING = {"go": "next"}
"""Fields whose words say where something leads, with one that leads on."""


Answers = Literal["yes", "no", "mostly"]
"""What fields say that are true or false; ``mostly``: true, but for those that deny something."""


@cache
def with_every_field(answers: Answers) -> Handbook:
    """The golden handbook and one record more of each kind, with every field."""
    records = dict(golden("everything").records)
    for kind, shape in FOLDERS.values():
        source = Source(f"content/{kind}/{NAME}.yml", "", None)
        plain = _part(shape, (), answers)
        if kind == "ladder":
            plain["rungs"].append(_BARE_RUNG)
        records[kind, NAME] = Record(kind, NAME, source, shape.model_validate(plain))
    return whole(records)


def places_for_words(kind: type[Model], around: tuple[type[Model], ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every place in records of a kind where words may stand, with "*" for the entries of a list."""
    for name, info in kind.model_fields.items():
        yield from _places((info.alias or name,), _whole_type(info), (*around, kind))


def _places(
    path: tuple[str, ...], declared: Any, around: tuple[type[Model], ...]
) -> Iterator[tuple[str, ...]]:
    base, marks = _bare(declared)
    if isinstance(base, type) and issubclass(base, Model):
        if base not in around:
            yield from ((*path, *deeper) for deeper in places_for_words(base, around))
    elif get_origin(base) in (list, dict):
        yield from _places((*path, "*"), get_args(base)[-1], around)
    elif any(isinstance(mark, Wording) for mark in marks):
        yield path


def _part(kind: type[Model], around: tuple[type[Model], ...], answers: Answers) -> dict[str, Any]:
    plain = {}
    for name, info in kind.model_fields.items():
        if name != "was":  # the made records have no past
            value = _LEADING.get(name) or _value(name, _whole_type(info), (*around, kind), answers)
            if value is not None:
                plain[info.alias or name] = value
    return plain


def _value(name: str, declared: Any, around: tuple[type[Model], ...], answers: Answers) -> Any:
    base, marks = _bare(declared)
    if isinstance(base, type) and issubclass(base, Model):
        return None if base in around else _part(base, around, answers)
    if get_origin(base) in (list, dict):
        value = _value(name, get_args(base)[-1], around, answers)
        return None if value is None else [value] if get_origin(base) is list else {"1": value}
    if get_origin(base) is Literal:
        return get_args(base)[0]
    if isinstance(base, type) and issubclass(base, Enum):
        return next(iter(base)).value
    if base is bool:
        return answers == "yes" or (answers == "mostly" and name not in _DENIALS)
    named = next((mark.kind for mark in marks if isinstance(mark, Reference)), None)
    return _IDS.get(named, "one") if named else _first_fit(declared)


def _first_fit(declared: Any) -> str:
    for value in _VALUES:
        try:
            TypeAdapter(declared).validate_python(value)
        except ValidationError:
            continue
        return value
    raise AssertionError(f"add a value to _VALUES that fits {declared}")


def _whole_type(info: Any) -> Any:
    """A field's type with its markers, which pydantic keeps apart."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _bare(declared: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without its markers and without "or nothing", and the markers."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(declared) is Annotated:
            declared, *more = get_args(declared)
            marks += tuple(more)
        elif get_origin(declared) in (Union, types.UnionType):
            declared = next(argument for argument in get_args(declared) if argument is not type(None))
        else:
            return declared, marks
