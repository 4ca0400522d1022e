"""The handbook as plain files for other tools: every record with its address, source and content hash."""

from __future__ import annotations

import csv
import hashlib
import io
import json

from playbook.markdown_text import Resolve, plain_text
from playbook.views.common import Atlas

__all__ = ["as_csv", "as_json", "edition", "export_rows"]

_COLUMNS = ("kind", "id", "title", "address", "source", "hash")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or drops before one."""


def export_rows(atlas: Atlas, resolve: Resolve) -> list[dict[str, str]]:
    """One row a record (deviations and rungs too), sorted by kind and id; titles as the pages show them."""
    book = atlas.handbook
    rows = []
    for (kind, id_), record in book.records.items():
        address = atlas.addresses.of(kind, id_)
        # a record that is one file of a fixed name goes by that name
        title = kind if kind == id_ else str(getattr(record.data, "title", id_))
        content = record.data.model_dump_json(by_alias=True)
        if kind == "measure" and id_ in book.series:
            content += repr(book.series[id_].points)  # new figures are a new edition
        rows.append(_row(kind, id_, title, address, record.source.file, content))
    for id_, found in book.deviations.items():
        source = book.record("standard", found.standard_id).source.file
        rows.append(
            _row(
                "deviation",
                id_,
                found.deviation.title,
                atlas.addresses.of("deviation", id_),
                source,
                found.deviation.model_dump_json(by_alias=True),
            )
        )
    for ladder_id, ladder in book.ladders.items():
        source = book.record("ladder", ladder_id).source.file
        rows += [
            _row(
                "rung",
                f"{ladder_id}/{rung.id}",
                rung.title,
                atlas.addresses.of("rung", rung.id, ladder_id),
                source,
                rung.model_dump_json(by_alias=True),
            )
            for rung in ladder.rungs
        ]
    shown = [row | {"title": plain_text(row["title"], resolve)} for row in rows]
    return sorted(shown, key=lambda row: (row["kind"], row["id"]))


def _row(kind: str, id_: str, title: str, address: str, source: str, content: str) -> dict[str, str]:
    digest = hashlib.sha256(content.encode()).hexdigest()[:16]
    return dict(zip(_COLUMNS, (kind, id_, title, address, source, digest), strict=True))


def edition(rows: list[dict[str, str]]) -> str:
    """A short fingerprint of everything published; it changes when any record does."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:8]


def as_json(rows: list[dict[str, str]]) -> bytes:
    """The export as JSON, one record a line, so that two editions compare well."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"version": 1, "edition": "{edition(rows)}", "records": [\n{lines}\n]}}\n'.encode()


def as_csv(rows: list[dict[str, str]]) -> bytes:
    """The export as CSV; text that a spreadsheet would run as a formula is kept as text."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _as_text(value) for key, value in row.items()} for row in rows)
    return out.getvalue().encode()


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
