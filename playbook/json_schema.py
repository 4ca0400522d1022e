"""JSON Schema of every record kind, so that editors complete and explain each field while an author types."""

from __future__ import annotations

from typing import Any

from playbook.content_files import FILES, FOLDERS
from playbook.model.fields import Model

__all__ = ["json_schemas"]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ENDS = ("rung", "lasts", "what")


def json_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each record kind by its name, such as ``standard``."""
    return {kind: _schema(shape) for kind, shape in (*FOLDERS.values(), *FILES.values())}


def _schema(shape: type[Model]) -> dict[str, Any]:
    schema = shape.model_json_schema(by_alias=True)
    parts = schema.get("$defs", {})
    for part in _parts():
        if part.__name__ in parts:
            parts[part.__name__] = _with_short_form(part, parts[part.__name__])
    if "Range" in parts:
        parts["Range"] = _cell(parts)
    return {"$schema": _DRAFT, **schema}


def _parts() -> list[type[Model]]:
    """Every kind of part there is; a schema holds only some of them."""
    found: list[type[Model]] = []
    waiting = [Model]
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting += kind.__subclasses__()
    return found


def _with_short_form(part: type[Model], full: dict[str, Any]) -> dict[str, Any]:
    """A part with a short form may also be written as plain text, which fills one of its fields."""
    if not part.shorthand:
        return full
    short = full["properties"][part.shorthand]
    text = {"type": "string", "description": short.get("description", "")}
    return {"title": full.get("title", ""), "description": full.get("description", ""), "anyOf": [text, full]}


def _cell(parts: dict[str, Any]) -> dict[str, Any]:
    """A cell of the entry grid has short forms of its own: a rung, ``missing``, or a rung with its length."""
    full = parts["Range"]
    end = parts["End"]["anyOf"][1]["properties"]
    whole = {**full, "properties": {**full["properties"], **{name: end[name] for name in _ENDS}}}
    text = {"type": "string", "description": "A rung, or the word missing."}
    return {"title": "A cell", "description": full.get("description", ""), "anyOf": [text, whole]}
