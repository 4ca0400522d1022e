"""The figures of a measure: a small CSV file of whole groups, one line a period, read with its places.

Only totals of everybody together are taken: a column that splits them (a cross-break), a period
that is there twice, or a group under ten is refused, because few figures can be led back to one
person. A line that begins with # is a remark. Pure: takes bytes, returns figures and problems. Imports problems alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from playbook.problems import Location, Problem

__all__ = ["LEAST", "Point", "Series", "read_series"]

LEAST = 10
"""The smallest group a figure may rest on."""
_MOST = 400
_COLUMNS = ("period", "value", "count")
_PERIOD = re.compile(r"\d{4}|\d{4}-Q[1-4]|\d{4}-(?:0[1-9]|1[0-2])")
_VALUE = re.compile(r"-?\d{1,9}(?:\.\d{1,3})?")
_COUNT = re.compile(r"\d{1,9}")


@dataclass(frozen=True)
class Point:
    """One figure: the period as written, the value, and how many people or cases it rests on."""

    period: str
    value: Decimal
    count: int


@dataclass(frozen=True)
class Series:
    """The figures of one measure, oldest first."""

    file: str
    points: tuple[Point, ...]

    @property
    def last(self) -> Point:
        """The newest figure."""
        return self.points[-1]


def read_series(file: str, data: bytes) -> tuple[Series | None, list[Problem], str]:
    """Read one file of figures; None with the problems when anything in it cannot be taken. Also its text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "save it again with the encoding UTF-8"
        return None, [Problem("encoding", "this file is not saved as UTF-8", Location(file, line), hint)], ""
    reading = _Reading(file, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    points = list(reading.points())
    return (None if reading.problems else Series(file, tuple(points))), reading.problems, text


class _Reading:
    """The lines of one file and what was found in them."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self._file, self._lines = file, lines
        self.problems: list[Problem] = []

    def points(self) -> Iterator[Point]:
        """Every line that can be taken; the problems say what cannot."""
        rows = [(number, line) for number, line in enumerate(self._lines, start=1) if line.strip() and not line.startswith("#")]
        if not rows:
            self._problem("bad-series", 1, "this file of figures is empty", "begin with: period,value,count")
            return
        sign = ";" if ";" in rows[0][1] and "," not in rows[0][1] else ","
        if not self._header(*rows[0], sign):
            return
        if len(rows) == 1:
            self._problem(
                "bad-series", rows[0][0], "no figures stand below the names of the columns", _LINE
            )
        if len(rows) > _MOST:
            message = f"there are {len(rows) - 1} lines of figures; a trend has at most {_MOST - 1}"
            self._problem("bad-series", rows[_MOST][0], message, "keep the newest ones")
            return
        periods: list[str] = []
        for number, line in rows[1:]:
            point = self._point(number, [cell.strip().strip('"') for cell in line.split(sign)])
            if point and self._in_order(number, point, periods):
                periods.append(point.period)
                yield point

    def _header(self, number: int, line: str, sign: str) -> bool:
        names = [name.strip().strip('"').lower() for name in line.split(sign)]
        more = [name for name in names if name not in _COLUMNS]
        missing = [name for name in _COLUMNS if name not in names]
        if more and not missing:
            message = f'the column "{more[0][:40]}" splits the figures into smaller groups'
            self._problem("split-series", number, message, _TOGETHER, part=more[0])
        elif names != list(_COLUMNS):
            message = "the first line names the columns: period,value,count"
            self._problem("bad-series", number, message, "write them in this order, and no others")
        return names == list(_COLUMNS)

    def _point(self, number: int, cells: list[str]) -> Point | None:
        if len(cells) != len(_COLUMNS):
            message = f"this line has {len(cells)} cells, and three are needed"
            self._problem("bad-series", number, message, _LINE)
            return None
        period, value, count = cells
        kinds = (
            (_PERIOD, period, f'"{period[:30]}" is no period', "write 2026, 2026-Q1 or 2026-01"),
            (_VALUE, value, f'"{value[:30]}" is no figure', "write digits, with a point for decimals"),
            (_COUNT, count, f'"{count[:30]}" does not say how many people or cases', "write a whole number"),
        )
        for form, cell, message, hint in kinds:
            if not form.fullmatch(cell):
                self._problem("bad-series", number, message, hint, part=cell)
                return None
        if int(count) < LEAST:
            message = f"the figure for {period} rests on {int(count)}; a group under {LEAST} can show a person"
            self._problem("small-group", number, message, _WIDER, part=count, last=True)
            return None
        return Point(period, Decimal(value), int(count))

    def _in_order(self, number: int, point: Point, periods: list[str]) -> bool:
        if point.period in periods:
            message = f"{point.period} is there twice, as if it were split into groups"
            self._problem("split-series", number, message, _TOGETHER, part=point.period)
        elif periods and _kind(point.period) != _kind(periods[0]):
            message = f'"{point.period}" is another kind of period than "{periods[0]}"'
            self._problem("bad-series", number, message, "use years, quarters or months, not several of them")
        elif periods and point.period < periods[-1]:
            message = f"{point.period} stands after {periods[-1]}"
            self._problem("bad-series", number, message, "put the oldest first")
        else:
            return True
        return False

    def _problem(
        self, check: str, number: int, message: str, hint: str, *, part: str = "", last: bool = False
    ) -> None:
        line = self._lines[number - 1]
        found = (line.rfind(part) if last else line.lower().find(part.lower())) if part else 0
        at = Location(self._file, number, max(found, 0) + 1, max(1, len(part)))
        self.problems.append(Problem(check, message, at, hint))


def _kind(period: str) -> tuple[int, bool]:
    """A year, a quarter or a month: what must be the same in one series."""
    return len(period), "Q" in period


_LINE = "write one line a period, such as: 2026-Q1,87.5,240"
_TOGETHER = "keep one figure a period, for everybody together"
_WIDER = "take a longer period or a larger group, or leave this figure out"
