"""A simple ladder stays simple: few lines to write, and nothing on its pages that nobody wrote."""

from __future__ import annotations

import re

import pytest

from tests.ladders.reading import CASES, case, page

STEPS = ("clarify", "help", "plan", "warning", "ending")


def test_five_steps_are_written_in_less_than_a_hundred_lines() -> None:
    text = (CASES / "simple/content/ladders/performance.yml").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 100


def test_the_ladder_shows_only_what_was_written() -> None:
    assert page("simple", "steps/performance/").headings == [
        "Five steps",
        "The rules in full",
        "The steps in order",
        "Where we start",
        "What you may ask for",
    ]


def test_an_informal_step_shows_only_what_was_written() -> None:
    assert page("simple", "steps/performance/help/").headings == [
        "Help that fits",
        "Both sides of this step",
        "With you",
        "Help",
        "How it ends well",
        "If it does not get better",
    ]


def test_a_formal_step_has_its_blocks_in_the_fixed_order() -> None:
    assert page("simple", "steps/performance/warning/").headings == [
        "Formal warning",
        "Both sides of this step",
        "Before",
        "With you",
        "The meeting",
        "The decision",
        "Afterwards",
        "If you disagree",
        "If a step was skipped",
        "How it ends well",
        "If it does not get better",
    ]


@pytest.mark.parametrize("name", sorted(path.parent.name for path in CASES.glob("*/content")))
def test_no_page_holds_an_empty_place(name: str) -> None:
    empty = re.compile(r"<(ul|ol|dl|dd|dt|li|p|td|strong|section|article)\b[^>]*>\s*</\1>|\bNone\b(?!\.)")
    found = [
        (page.address, match[0])
        for page in case(name).pages
        if page.address.startswith("steps/")
        for match in empty.finditer(page.body)
    ]
    assert found == []


def test_both_sides_speak_of_the_same_step() -> None:
    warning = page("simple", "steps/performance/warning/")
    assert warning.side("With you", "manager") == "Your manager Send the concern and the facts."
    assert warning.side("With you", "you") == "You To be heard before anything is decided."
    assert "Finds the facts: Manager." in warning.side("Before", "manager")
    assert "Decides: Head of the area." in warning.side("The decision", "manager")
    assert "Hears it: Another director." in warning.side("If you disagree", "manager")
    assert "Tell: People team. The step waits until it is done properly." in warning.side(
        "If a step was skipped", "you"
    )


def test_a_later_time_than_an_open_column_gets_the_same_answer() -> None:
    start = page("simple", "steps/performance/")
    assert start.cell("A lot", "Second time") == (
        "A time to improve to Ending employment is considered (second time and later)"
    )
    assert start.cell("A lot", "Third time and later") == start.cell("A lot", "Second time")
