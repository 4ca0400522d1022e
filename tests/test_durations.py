"""Lengths of time: what is one, what is none, and which of two is longer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.durations import Span, compare, parse_duration

DAY = 1440


@pytest.mark.parametrize(
    ("text", "low", "high", "clock"),
    [
        ("10 minutes", 10, 10, "calendar"),
        ("1 working day", DAY, DAY, "counted"),
        ("5 working days", 5 * DAY, 5 * DAY, "counted"),
        ("5 business days", 5 * DAY, 5 * DAY, "counted"),
        ("7 calendar days", 7 * DAY, 7 * DAY, "calendar"),
        ("2 to 4 weeks", 14 * DAY, 28 * DAY, "calendar"),
        ("2-4 weeks", 14 * DAY, 28 * DAY, "calendar"),
        ("2–4 weeks", 14 * DAY, 28 * DAY, "calendar"),
        ("one or two days", DAY, 2 * DAY, "calendar"),
        ("Thirty days", 30 * DAY, 30 * DAY, "calendar"),
        ("half an hour", 30, 30, "calendar"),
        ("one and a half hours", 90, 90, "calendar"),
        ("a year", 525_600, 525_600, "calendar"),
        ("6 months and 1 day", 6 * 43_800 + DAY, 6 * 43_800 + DAY, "calendar"),
        ("about 30 days", 30 * DAY, 30 * DAY, "calendar"),
        ("up to 10 days", 0, 10 * DAY, "calendar"),
        ("10 days or less", 0, 10 * DAY, "calendar"),
        ("at least 7 days", 7 * DAY, None, "calendar"),
        ("90 days or more", 90 * DAY, None, "calendar"),
        ("2 shifts", 960, 960, "counted"),
        ("25% of daily pay", 25, 25, "share"),
        ("5% to 25% of pay", 5, 25, "share"),
    ],
)
def test_a_length_is_read_with_both_ends(text: str, low: int, high: int | None, clock: str) -> None:
    assert parse_duration(text) == Span(Decimal(low), None if high is None else Decimal(high), clock)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "5", "days", "5 wroking days", "five days or so", "1.10", "12:30", "-5 days", "5 days 3", "half a", "to 5 days",
     "1 day and 2 working days", "٣ days", "99999999 days", "5  to", "and", "% of pay", "no"],
)  # fmt: skip
def test_anything_else_is_none(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("one", "other", "longer"),
    [
        ("1 week", "6 days", 1),
        ("6 days", "1 week", -1),
        ("7 days", "1 week", 0),
        ("2 to 4 weeks", "3 weeks", 1),  # by their upper ends
        ("90 days or more", "10 years", 1),  # an open end is the longest
        ("at least 1 day", "at least 2 days", 0),
        ("5 working days", "5 working days", 0),
        ("5 working days", "5 calendar days", None),  # different promises
        ("25% of pay", "1 day", None),
        ("soon", "1 day", None),
    ],
)
def test_lengths_compare_where_their_units_allow_it(one: str, other: str, longer: int | None) -> None:
    assert compare(one, other) == longer


@given(st.text(max_size=40))
def test_any_text_is_a_length_or_none(text: str) -> None:
    span = parse_duration(text)
    assert span is None or span.low >= 0


@given(st.integers(1, 999), st.sampled_from(["day", "week", "working day", "month", "hour"]))
def test_spaces_and_capitals_do_not_matter(number: int, unit: str) -> None:
    assert parse_duration(f"  {number}   {unit.upper()}S ") == parse_duration(f"{number} {unit}") is not None
