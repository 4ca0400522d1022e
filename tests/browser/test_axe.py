"""axe-core finds nothing, on one page of every kind and in every state a reader can bring it into.

Every kind and state is looked at on each screen and in each theme, not in every pair of the two:
``python -m benchmarks.accessibility`` looks at every page in all of them.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook
from tests.browser.states import COLOURS, EVERYTHING, STATES, faults
from tests.faults import expect_none

BOTH = pytest.mark.parametrize(("screen", "theme"), [("phone", "light"), ("desktop", "dark")])


@BOTH
def test_no_kind_of_page_has_a_violation(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str, theme: str
) -> None:
    page = open_page(screen, color_scheme=theme, reduced_motion="reduce")
    found = []
    for kind, address in {**handbook.one_of_each_kind(), "404": "404.html"}.items():
        page.goto(handbook.at(address))
        found += faults(page, EVERYTHING, kind, whole=screen == "phone")
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
    for kind, address in handbook.one_of_each_kind().items():
        page.goto(handbook.at(address))
        found += faults(page, COLOURS, f"{kind}, print")
    expect_none(found)
