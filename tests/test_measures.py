"""Measures: figures of whole groups only, a trend that says the same as its table, cases that agree with the finder."""

from __future__ import annotations

from decimal import Decimal

import pytest

from playbook.bundled import content_dir
from playbook.finder import answer_for, rows_for
from playbook.series import Point, read_series
from playbook.views.calibration import cases_view
from playbook.views.chart import chart
from playbook.views.common import Atlas
from playbook.views.measures import measure_view
from tests.golden.cases import golden, read


def series(text: str) -> tuple[object, list[str]]:
    found, problems, _ = read_series("f.csv", text.encode())
    return found, [f"{p.check} {p.location.line}:{p.location.column}" for p in problems if p.location]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("period,value,count\n2026,1,9\n", ["small-group 2:8"]),
        ("period,value,count\n2026,1,0\n2027,1,10\n", ["small-group 2:8"]),
        ("period,value,count,site\n2026,1,90,north\n", ["split-series 1:20"]),
        ("period,value,count\n2026,1,90\n2026,2,90\n", ["split-series 3:1"]),
        ("period,value\n2026,1\n", ["bad-series 1:1"]),
        ("period,value,count\n2026,1\n", ["bad-series 2:1"]),
        ("period,value,count\n2026,1,many\n", ["bad-series 2:8"]),
        ("period,value,count\n2026-13,1,10\n", ["bad-series 2:1"]),
        ("period,value,count\n2026,nan,10\n", ["bad-series 2:6"]),
        ("period,value,count\n2026-01,1,10\n2026-Q1,1,10\n", ["bad-series 3:1"]),
        ("period,value,count\n", ["bad-series 1:1"]),
        ("", ["bad-series 1:1"]),
        ("period,value,count\n" + "2026,1,10\n" * 500, ["bad-series 401:1"]),
        ("\ufeffPeriod;Value;Count\r\n# a remark\r\n2026; 1.5 ;10\r\n", []),
    ],
)
def test_only_figures_of_whole_groups_are_taken(text: str, found: list[str]) -> None:
    taken, problems = series(text)
    assert problems == found
    assert (taken is None) == bool(found)


def test_figures_that_are_not_text_have_a_place() -> None:
    _, problems, _ = read_series("f.csv", b"period,value,count\n\xff")
    assert [(p.check, p.location.line) for p in problems if p.location] == [("encoding", 2)]


@pytest.mark.parametrize(
    ("values", "target"),
    [([1], None), ([71, 88.5], 90), ([-3, 0, 4], 0), ([7.5, 7.5], None), ([0, 0], None), ([1000, 250000], 5)],
)
def test_a_trend_stays_inside_its_picture(values: list[float], target: int | None) -> None:
    points = tuple(Point(f"20{10 + i}", Decimal(str(v)), 20) for i, v in enumerate(values))
    drawn = chart(points, Decimal(target) if target is not None else None, "%")
    assert len(drawn.points) == len(values) and 2 <= len(drawn.rows) <= 9
    for x, y in [(p.x, p.y) for p in drawn.points] + ([(drawn.left, drawn.target.at)] if drawn.target else []):
        assert drawn.left <= x <= drawn.right and 20 <= y <= drawn.bottom
    higher = [p.y for _, p in sorted(zip(values, drawn.points, strict=True), key=lambda pair: pair[0])]
    assert higher == sorted(higher, reverse=True)
    ticks = [float(row.label.replace("\N{MINUS SIGN}", "-")) for row in drawn.rows]
    assert ticks == sorted(set(ticks)) and ticks[0] <= min(values) and max(values) <= ticks[-1]


def test_the_table_says_what_the_picture_says() -> None:
    book = golden("everything")
    view = measure_view(Atlas.of(book), "dates-kept", book.measures["dates-kept"])
    assert view.trend is not None
    assert [row.value for row in view.trend.rows] == [point.label for point in view.trend.chart.points]
    assert [(row.period, row.count) for row in view.trend.rows][-1] == ("2026-Q2", "236")
    assert "84 % in 2026-Q2" in view.trend.summary and "Higher is better" in view.trend.summary


def test_the_six_cases_differ_and_agree_with_the_finder() -> None:
    book = read(content_dir().parent)
    kit = cases_view(Atlas.of(book))
    assert kit is not None and [case.letter for case in kit.cases] == list("ABCDEF")
    assert len({case.title for case in kit.cases}) == 6
    assert len({(case.cell.low, case.cell.high) for case in kit.cases if case.cell}) >= 4
    by_title = {found.deviation.title: found for found in book.deviations.values()}
    times = {"first time": 1, "second time": 2, "third time": 3, "fourth time": 4}
    for case in kit.cases:
        found = by_title[case.title]
        wanted = [
            answer_for(id_, ladder, row, times[case.times])
            for id_, ladder in book.ladders_for(found.track)
            for row in rows_for(book, ladder, found)
        ]
        titles = [rung.title for answer in wanted for rung in answer.rungs]
        assert case.cell is not None and case.cell.low is not None
        assert case.cell.low.title in titles
        assert case.cell.high is None or case.cell.high.title in titles
