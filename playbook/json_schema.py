"""JSON Schema of every record kind, so that editors complete and explain each field while an author types.

Written from the model field by field, in JSON Schema 2020-12. An editor reads YAML its own
way (``1.10`` is a number to it), so a text may be a number or a truth value here; what the
reader refuses beyond that, ``playbook check`` says.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.content_files import FILES, FOLDERS
from playbook.model.entry import Range
from playbook.model.fields import Duration, Id, Mail, Model, Phone, Reference, TimeOfDay, WebAddress, Wording
from playbook.model.whole import Handbook
from playbook.schema import UNREADABLE, noun

__all__ = ["json_schemas"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]

_TEXT = ["string", "number", "boolean"]
"""What an editor may take a text for."""
_PLACEHOLDER = "<<[^<>]+>>"
_ID: _Schema = {"type": ["string", "number"], "pattern": "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"}
_KINDS: tuple[tuple[Any, _Schema], ...] = (
    (Id, _ID),
    (Phone, {"type": "string", "pattern": "^\\+?[0-9][0-9 ()./-]{1,24}$"}),
    (Mail, {"type": "string", "pattern": "^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"}),
    (WebAddress, {"type": "string", "pattern": "^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%/-]*)?$"}),
    (
        TimeOfDay,
        {"type": ["string", "number"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    ),
    (
        Duration,
        {
            "type": "string",
            "pattern": f"^{_PLACEHOLDER}$|[A-Za-z0-9%] .*[a-z]",
            "examples": ["5 working days", "2 to 4 weeks"],
        },
    ),
)
"""Kinds of values by what only they are checked with."""
_ONE_LINE: _Schema = {"type": _TEXT, "pattern": "^\\s*\\S[^\\n]*\\s*$", "maxLength": 601}
_PLAIN: dict[Any, _Schema] = {
    bool: {"anyOf": [{"type": "boolean"}, {"enum": ["true", "false"]}]},
    Decimal: {"type": ["number", "string"], "pattern": "^-?[0-9]{1,6}(\\.[0-9]{1,3})?$"},
    datetime.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}
_COLUMN = "^[1-9][0-9]?\\+?$"


def json_schemas(handbook: Handbook | None = None) -> dict[str, _Schema]:
    """The schema of each record kind by its name, such as ``standard``; with the ids of a handbook, if one is given."""
    ids = _known_ids(handbook) if handbook else {}
    return {kind: _Writer(ids).record(shape) for kind, shape in (*FOLDERS.values(), *FILES.values())}


class _Writer:
    """Writes the schema of one record kind; each part once, under its name."""

    def __init__(self, ids: Mapping[str, list[str]]) -> None:
        self._ids = ids
        self._parts: dict[str, _Schema] = {}

    def record(self, shape: type[Model]) -> _Schema:
        """The schema of a whole record."""
        schema = {"$schema": _DRAFT, **self._fields(shape)}
        return {**schema, "$defs": dict(sorted(self._parts.items()))} if self._parts else schema

    def _fields(self, part: type[Model]) -> _Schema:
        named = {info.alias or name: info for name, info in part.model_fields.items()}
        schema: _Schema = {
            "title": noun(part),
            "description": (part.__doc__ or "").strip().partition("\n")[0],
            "type": "object",
            "properties": {name: self._field(info) for name, info in named.items()},
            "additionalProperties": False,
        }
        required = [name for name, info in named.items() if info.is_required()]
        return {**schema, "required": required} if required else schema

    def _field(self, info: FieldInfo) -> _Schema:
        schema = self._value(info.annotation, tuple(info.metadata))
        default = info.get_default()
        if isinstance(default, bool | str) and not isinstance(default, Enum):
            schema = {**schema, "default": default}
        return {"description": info.description or "", **schema}

    def _value(self, annotation: Any, marks: tuple[Any, ...]) -> _Schema:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(args[0], (*marks, *args[1:]))
        if type(None) in args:
            return self._value(next(arg for arg in args if arg is not type(None)), marks)
        if origin is list:
            return {"type": "array", "items": self._value(args[0], ()), **_least("minItems", marks)}
        if origin is dict:
            return self._names(args[1], marks)
        if origin is Literal:
            return _one_of([str(arg) for arg in args])
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return _one_of([str(choice) for choice in annotation])
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return self._part(annotation)
        return _PLAIN[annotation] if annotation in _PLAIN else self._text(marks)

    def _names(self, value: Any, marks: tuple[Any, ...]) -> _Schema:
        """Fields whose names the author chooses."""
        schema = {
            "type": "object",
            "additionalProperties": self._value(value, ()),
            **_least("minProperties", marks),
        }
        if "$ref" in str(schema["additionalProperties"]):
            schema["propertyNames"] = {"pattern": _COLUMN}
        return schema

    def _text(self, marks: tuple[Any, ...]) -> _Schema:
        reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
        if reference is not None:
            known = self._ids.get(reference.kind)
            # an id that was added since is no fault: the editor only proposes
            return {"anyOf": [{"enum": known}, _ID]} if known else _ID
        for kind, schema in _KINDS:
            if kind.__metadata__[1] in marks:
                return schema
        wording = next((mark for mark in marks if isinstance(mark, Wording)), None)
        if wording is not None and wording.kind != "prose":
            return _ONE_LINE
        return {"type": _TEXT, "pattern": "\\S", "maxLength": 20_001}

    def _part(self, part: type[Model]) -> _Schema:
        name = part.__name__
        if name not in self._parts:
            self._parts[name] = {}  # a part may hold parts of its own kind
            self._parts[name] = self._forms(part)
        return {"$ref": f"#/$defs/{name}"}

    def _forms(self, part: type[Model]) -> _Schema:
        """A part as it may be written: with its fields, or in a short form."""
        full = self._fields(part)
        if part is Range:
            return self._cell(full)
        if not part.shorthand:
            return full
        short = self._short(part)
        return {"title": full["title"], "description": full["description"], "anyOf": [short, full]}

    def _short(self, part: type[Model]) -> _Schema:
        info = next(
            info for name, info in part.model_fields.items() if (info.alias or name) == part.shorthand
        )
        return {k: v for k, v in self._field(info).items() if k != "default"}

    def _cell(self, full: _Schema) -> _Schema:
        """A cell of the entry grid may also be the word missing, one rung, or one rung with its length."""
        end = Range.model_fields["to"].annotation
        rung = next(arg for arg in get_args(end) if arg is not type(None))
        fields = {**full["properties"], **self._fields(rung)["properties"]}
        missing = {"const": "missing", "description": "The grid says nothing here, on purpose."}
        forms = [missing, self._short(rung), {**full, "properties": fields}]
        return {"title": full["title"], "description": full["description"], "anyOf": forms}


def _one_of(choices: list[str]) -> _Schema:
    """One of these words; a number among them may be written without quotes."""
    return {"enum": [*choices, *(int(choice) for choice in choices if choice.isdecimal())]}


def _least(name: str, marks: tuple[Any, ...]) -> _Schema:
    found = [mark.min_length for mark in marks if getattr(mark, "min_length", None)]
    return {name: found[0]} if found else {}


def _known_ids(handbook: Handbook) -> dict[str, list[str]]:
    """The ids that references of each kind may name in this handbook."""
    kinds = {
        "value": "values",
        "severity": "severities",
        "track": "tracks",
        "role": "roles",
        "group": "groups",
        "cause": "causes",
        "contact": "contacts",
    }
    known = {kind: [entry.id for entry in getattr(handbook.settings, name)] for kind, name in kinds.items()}
    known |= {
        "standard": [*handbook.standards], "ladder": [*handbook.ladders], "moment": [*handbook.moments],
        "urgent": [*handbook.urgent], "checklist": [*handbook.checklists], "support": [*handbook.support],
        "paper": [*handbook.papers], "check-in": [*handbook.check_ins], "measure": [*handbook.measures],
        "deviation": [*handbook.deviations],
        "rung": [rung.id for ladder in handbook.ladders.values() for rung in ladder.rungs],
    }  # fmt: skip
    return {kind: [id_ for id_ in dict.fromkeys(ids) if id_ != UNREADABLE] for kind, ids in known.items()}
