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

FEWEST_PAGES = 40
"""A smaller handbook would lack one of the kinds of record."""

_FIXED_PAGES = 23
"""An index for each of six kinds; home, now, start here, new here and its self-check, my side, about, due,
offline, thank you, feedback, calibration and its answers, accessibility, print and its two packs."""
_STANDARD_PAGES = 2  # its own and its sheet for feedback; one more for each deviation
_DEVIATIONS = 3
_SMALLER_PAGES = 12  # one ladder of five rungs, an urgent card, two meetings, three moments
_AREA_PAGES = _SMALLER_PAGES + 6 * (_STANDARD_PAGES + _DEVIATIONS)

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
    left, number = pages - _SMALLER_PAGES, 0
    while left >= _STANDARD_PAGES:
        deviations = min(_DEVIATIONS, left - _STANDARD_PAGES)
        files[f"standards/standard-{area}-{number}.yml"] = records.standard(area, number, deviations)
        left, number = left - _STANDARD_PAGES - deviations, number + 1
    return files
