"""The handbook as plain files: JSON and CSV say the same, and no spreadsheet runs what an author wrote."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from playbook.export import as_csv, as_json, edition, export_rows
from playbook.model.whole import Handbook
from playbook.running_text import make_resolve
from playbook.views.common import Atlas
from tests.golden.cases import golden, rendered, reworded


def _rows(handbook: Handbook) -> list[dict[str, str]]:
    return export_rows(Atlas.of(handbook), make_resolve(handbook))


def _read_json(handbook: Handbook) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json(_rows(handbook)))
    return found


def test_json_and_csv_say_the_same() -> None:
    handbook = golden("everything")
    table = list(csv.DictReader(io.StringIO(as_csv(_rows(handbook)).decode())))
    assert table == _read_json(handbook)["records"]
    assert list(table[0]) == ["kind", "id", "title", "address", "source", "hash"]


def test_every_record_is_there_once_with_the_address_of_its_page() -> None:
    handbook = golden("everything")
    rows = _rows(handbook)
    assert [(row["kind"], row["id"]) for row in rows] == sorted({(row["kind"], row["id"]) for row in rows})
    assert {row["kind"] for row in rows} == {
        "changes",
        "check-in",
        "checklist",
        "deviation",
        "handbook",
        "ladder",
        "measure",
        "moment",
        "my-side",
        "paper",
        "path",
        "rung",
        "standard",
        "support",
        "talk",
        "urgent",
        "words",
    }
    addresses = set(rendered(handbook).addresses())
    assert {row["address"].partition("#")[0] for row in rows} <= addresses
    assert {row["source"] for row in rows} == {record.source.file for record in handbook.records.values()}


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_spreadsheet_runs_nothing(start: str) -> None:
    handbook = reworded(
        golden("minimal"), lambda record, found: f"{start}1+1" if found.path == ("title",) else found.value
    )
    table = list(csv.reader(io.StringIO(as_csv(_rows(handbook)).decode())))
    cells = [cell for row in table for cell in row]
    assert f"'{start}1+1" in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert f"{start}1+1" in {row["title"] for row in _read_json(handbook)["records"]}


def test_quotes_commas_and_letters_survive() -> None:
    title = 'A "quoted", Ünïcode 漢字; title'
    handbook = reworded(
        golden("minimal"), lambda record, found: title if found.path == ("title",) else found.value
    )
    table = list(csv.DictReader(io.StringIO(as_csv(_rows(handbook)).decode())))
    assert title in {row["title"] for row in table}


def test_an_edition_changes_with_every_word_and_with_nothing_else() -> None:
    handbook = golden("everything")
    assert edition(_rows(handbook)) == edition(_rows(reworded(handbook, lambda record, found: found.value)))
    changed = reworded(
        handbook, lambda record, found: f"{found.value}!" if found.path == ("steps", 0, "do") else found.value
    )
    before, after = _rows(handbook), _rows(changed)
    assert edition(before) != edition(after)
    assert [row["kind"] for row, other in zip(before, after, strict=True) if row != other] == ["urgent"]
    assert len(edition(before)) == 8


def test_one_record_a_line_so_that_two_editions_compare_well() -> None:
    text = as_json(_rows(golden("minimal"))).decode()
    assert len(text.splitlines()) == len(_rows(golden("minimal"))) + 2
