"""Make a handbook of about any number of pages: complete, without an error, every record different.

A large organisation is made of areas, each with standards, a ladder, moments, meetings and
support of its own, so that everything grows with the number of pages as it does in life.
The same number gives the same files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from benchmarks import made_records as records

__all__ = ["FEWEST_PAGES", "make_files", "make_handbook"]

FEWEST_PAGES = 30
"""A smaller handbook would lack one of the kinds of record."""

_FIXED_PAGES = 12  # home, now, start here, new here, my side, about, and an index for each of six kinds
_AREA_PAGES = 44  # one ladder of five rungs, 6 smaller records, 8 standards with 3 deviations each
_DEVIATIONS = 3

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def make_handbook(folder: Path, pages: int) -> int:
    """Write a handbook of about this many pages; returns the number of content files."""
    files = make_files(pages)
    for name, record in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.dump(record, Dumper=_DUMPER, sort_keys=False, allow_unicode=True), "utf-8")
    return len(files)


def make_files(pages: int) -> dict[str, records.Record]:
    """The records of a handbook of about this many pages, by their place in ``content/``."""
    if pages < FEWEST_PAGES:
        raise ValueError(f"a made handbook has at least {FEWEST_PAGES} pages")
    left = pages - _FIXED_PAGES
    areas = max(1, left // _AREA_PAGES)
    files = {"handbook.yml": records.settings(areas), "words.yml": records.words(areas)}
    for area in range(areas):
        last = area == areas - 1
        files |= _area(area, left - area * _AREA_PAGES if last else _AREA_PAGES)
    return files


def _area(area: int, pages: int) -> dict[str, records.Record]:
    """The records of one area, with as many standards as it takes to fill its pages."""
    files = {
        f"urgent/urgent-{area}.yml": records.urgent(area),
        f"ladders/ladder-{area}.yml": records.ladder(area),
        **{f"checklists/meeting-{area}-{n}.yml": records.checklist(area, n) for n in range(2)},
        **{f"moments/moment-{area}-{n}.yml": records.moment(area, n) for n in range(3)},
        **{f"support/help-{area}-{n}.yml": records.support(area, n) for n in range(3)},
    }
    left, number = pages - 12, 0
    while left > 0:
        deviations = min(_DEVIATIONS, left - 1)
        files[f"standards/standard-{area}-{number}.yml"] = records.standard(area, number, deviations)
        left, number = left - 1 - deviations, number + 1
    return files
