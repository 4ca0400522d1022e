"""The JSON Schema that editors use: every field explained, short forms allowed, nothing unknown let through."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from benchmarks.mutant_kinds import Book, Slip, read_book
from benchmarks.mutants import sample
from playbook.json_schema import json_schemas
from playbook.loader import FILES, FOLDERS, load
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.scaffold import new_project
from playbook.schema import read_shape
from playbook.yaml_source import Fields, Items, Node, Text, read_source
from tests.faults import expect_none

LADDERS = Path(__file__).parent / "ladders"


def _handbook(root: Path) -> Handbook:
    found = load(Project(root)).handbook
    assert found is not None
    return found


def _as_an_editor_reads(node: Node) -> Any:
    """What an editor takes a tree for: YAML 1.2 turns bare numbers and truth values into such."""
    if isinstance(node, Fields):
        return {name: _as_an_editor_reads(value) for name, value in node.values.items()}
    if isinstance(node, Items):
        return [_as_an_editor_reads(item) for item in node.items]
    if node.style or not isinstance(node, Text):
        return node.value
    if node.value in ("true", "false"):
        return node.value == "true"
    if re.fullmatch(r"[-+]?[0-9]+", node.value):
        return int(node.value)
    number = re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", node.value)
    return float(node.value) if number else node.value


def _fields(schema: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every part of a schema, with its place."""
    for name, field in schema.get("properties", {}).items():
        yield f"{where}.{name}", field
    for choice in schema.get("anyOf", []):
        yield from _fields(choice, where)
    for name, part in schema.get("$defs", {}).items():
        yield from _fields(part, name)


def _types(choice: dict[str, Any]) -> set[str]:
    found = choice.get("type", [])
    return {found} if isinstance(found, str) else set(found)


@pytest.mark.parametrize("kind", json_schemas())
def test_a_schema_is_a_schema(kind: str) -> None:
    schema = json_schemas()[kind]
    Draft202012Validator.check_schema(schema)
    assert "$id" not in json.dumps(schema)


def test_every_field_has_a_description() -> None:
    expect_none(
        f"{place} has no description"
        for kind, schema in json_schemas().items()
        for place, field in _fields(schema, kind)
        if not field.get("description")
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
        types = set().union(*(_types(choice) for choice in parts[name]["anyOf"]))
        assert {"string", "object"} <= types, name


def test_a_schema_names_no_local_path_and_no_order_that_may_change() -> None:
    assert json.dumps(json_schemas()) == json.dumps(json_schemas())
    assert str(Path.home()) not in json.dumps(json_schemas())


@pytest.mark.parametrize(
    "root",
    [Path(), *sorted(path.parent for path in LADDERS.glob("*/content"))],
    ids=lambda root: root.name or "example",
)
def test_what_playbook_accepts_an_editor_accepts(root: Path, repository: Path) -> None:
    handbook = _handbook(repository / root)
    for schemas in (json_schemas(), json_schemas(handbook)):
        for (kind, id_), record in handbook.records.items():
            assert record.source.tree is not None
            data = _as_an_editor_reads(record.source.tree)
            expect_none(
                f"{kind} {id_} {list(error.absolute_path)}: {error.message[:200]}"
                for error in Draft202012Validator(schemas[kind]).iter_errors(data)
            )


# Slips of shape that an editor can see too; what means something else to it is left to `playbook check`.
SHAPES = {
    "mistyped field, 1 slip", "mistyped field, 2 slips", "strange field name", "capital in a field name", "missing field",
    "list for text", "fields for text", "colon in an entry", "text for list", "empty list", "text for fields",
    "list for fields", "bad flag", "bad mail", "bad phone", "unknown choice", "mistyped choice", "too long", "id with spaces",
    "fields not indented", "entry begins with brackets",
}  # fmt: skip


@pytest.fixture(scope="session")
def book(repository: Path) -> Book:
    return read_book(repository / "content")


def test_what_playbook_refuses_an_editor_refuses(book: Book) -> None:
    slips = sample(book, 5, seed=1, only=SHAPES)
    assert {slip.kind for slip in slips} == SHAPES
    schemas = {kind: Draft202012Validator(schema) for kind, schema in json_schemas().items()}
    expect_none(
        f"{slip.kind}: {slip.file}:{slip.line + 1}" for slip in slips if not _is_refused(book, slip, schemas)
    )


def _is_refused(book: Book, slip: Slip, schemas: dict[str, Draft202012Validator]) -> bool:
    """Say whether the editor refuses what the reader refuses."""
    lines = list(book.lines[slip.file])
    lines[slip.first : slip.last] = slip.lines
    parts = slip.file.split("/")
    kind, shape = FILES[parts[1]] if len(parts) == 2 else FOLDERS[parts[1]]
    source = read_source(slip.file, "\n".join(lines).encode())
    if source.problems or source.tree is None:
        return True  # no editor can read it either
    assert read_shape(shape, source)[2], slip
    return next(schemas[kind].iter_errors(_as_an_editor_reads(source.tree)), None) is not None


def test_with_a_handbook_an_editor_proposes_its_ids(repository: Path) -> None:
    handbook = _handbook(repository)
    track = json_schemas(handbook)["standard"]["properties"]["track"]
    assert track["anyOf"][0]["enum"] == [track.id for track in handbook.settings.tracks]
    rung = json_schemas(handbook)["ladder"]["$defs"]["Next"]["properties"]["rung"]
    assert rung["anyOf"][0]["enum"][0] == next(iter(handbook.ladders.values())).rungs[0].id
    assert "enum" not in json.dumps(json_schemas()["standard"]["properties"]["track"])


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
