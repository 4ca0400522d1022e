"""axe-core finds nothing, on one page of every kind and in every state a reader can bring it into.

Every kind and state is looked at on each screen and in each theme, not in every pair of the two, and the
kinds on the second only for what a look can change: ``python -m benchmarks.accessibility`` asks everything
of every page in all of them.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook
from tests.browser.states import COLOURS, EVERYTHING, LOOKS, STATES, faults
from tests.faults import expect_none

# Pages that are made to be printed.
_FOR_PAPER = (
    "card",
    "checklist",
    "ladder",
    "paper",
    "print-cards",
    "print-lists",
    "sheet",
    "standard",
    "step",
    "urgent",
)

BOTH = pytest.mark.parametrize(("screen", "theme"), [("phone", "light"), ("desktop", "dark")])


@BOTH
def test_no_kind_of_page_has_a_violation(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str, theme: str
) -> None:
    page = open_page(screen, color_scheme=theme, reduced_motion="reduce")
    rules, found = EVERYTHING if screen == "phone" else LOOKS, []
    for kind, address in {**handbook.one_of_each_kind(), "404": "404.html"}.items():
        page.goto(handbook.at(address))
        found += faults(page, rules, kind)
    expect_none(found)


@BOTH
def test_no_state_of_a_page_has_a_violation(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str, theme: str
) -> None:
    page = open_page(screen, color_scheme=theme, reduced_motion="reduce")
    found = []
    for bring in STATES:
        bring(page, handbook)
        found += faults(page, EVERYTHING, bring.__name__)
    expect_none(found)


def test_paper_keeps_the_contrast(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """A reader whose device is dark prints black on white."""
    page = open_page("phone", color_scheme="dark")
    page.emulate_media(media="print")
    found = []
    kinds = handbook.one_of_each_kind()
    for kind in _FOR_PAPER:
        page.goto(handbook.at(kinds[kind]))
        found += faults(page, COLOURS, f"{kind}, print")
    expect_none(found)
