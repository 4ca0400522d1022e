"""The JSON Schema that editors use: every field explained, short forms allowed, nothing unknown let through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playbook.json_schema import json_schemas
from playbook.scaffold import new_project
from tests.faults import expect_none


def _fields(schema: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every part of a schema, with its place."""
    for name, field in schema.get("properties", {}).items():
        yield f"{where}.{name}", field
    for choice in schema.get("anyOf", []):
        yield from _fields(choice, where)
    for name, part in schema.get("$defs", {}).items():
        yield from _fields(part, name)


def test_every_field_has_a_description() -> None:
    expect_none(
        sorted(
            {
                place
                for kind, schema in json_schemas().items()
                for place, field in _fields(schema, kind)
                if not field.get("description")
            }
        )
    )


def test_unknown_fields_are_refused_everywhere() -> None:
    closed = []
    for kind, schema in json_schemas().items():
        parts = {kind: schema, **schema.get("$defs", {})}
        for name, part in parts.items():
            objects = [choice for choice in part.get("anyOf", [part]) if "properties" in choice]
            closed += [name for one in objects if one.get("additionalProperties") is not False]
    expect_none(closed)


def test_short_forms_are_allowed() -> None:
    parts = json_schemas()["ladder"]["$defs"]
    for name in ("Range", "End", "Length", "WayBack"):
        assert {"string", "object"} <= {choice.get("type") for choice in parts[name]["anyOf"]}, name


def test_each_starter_file_points_to_a_schema_that_is_there(tmp_path: Path) -> None:
    for pack in ("full", "minimal"):
        assert new_project(tmp_path / pack, pack) == []
        files = sorted((tmp_path / pack / "content").rglob("*.yml"))
        assert files
        for file in files:
            first = file.read_text(encoding="utf-8").splitlines()[0]
            mark = "# yaml-language-server: $schema="
            assert first.startswith(mark), file
            schema = (file.parent / first.removeprefix(mark)).resolve()
            assert json.loads(schema.read_text(encoding="utf-8"))["properties"]
