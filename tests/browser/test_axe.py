"""axe-core finds nothing, on one page of every kind and in every state a reader can bring it into.

On a phone in light colours the example handbook is looked at, which is what most people read (all but its page
of all cards); on a desktop in dark ones and on paper a small handbook, where every kind of page has the same parts and fewer of each:
``python -m benchmarks.accessibility`` looks at every page of the example in all of them.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook
from tests.browser.states import COLOURS, EVERYTHING, STATES, faults
from tests.faults import expect_none

BOTH = pytest.mark.parametrize(
    ("written", "screen", "theme"), [("handbook", "phone", "light"), ("every_kind", "desktop", "dark")]
)


@pytest.fixture
def read(request: pytest.FixtureRequest, written: str) -> BuiltHandbook:
    """The handbook that is looked at."""
    found: BuiltHandbook = request.getfixturevalue(written)
    return found


@BOTH
def test_no_kind_of_page_has_a_violation(
    read: BuiltHandbook, every_kind: BuiltHandbook, open_page: OpenPage, screen: str, theme: str
) -> None:
    page = open_page(screen, color_scheme=theme, reduced_motion="reduce")
    found = []
    for kind, address in {**read.one_of_each_kind(), "404": "404.html"}.items():
        # the page of all cards repeats a layout a hundred times, and axe compares everything with everything
        page.goto((every_kind if kind == "print-cards" else read).at(address))
        found += faults(page, EVERYTHING, kind)
        if theme == "dark":  # a reader whose device is dark prints black on white
            page.emulate_media(media="print")
            found += faults(page, COLOURS, f"{kind}, print")
            page.emulate_media(media="screen")
    expect_none(found)


@BOTH
def test_no_state_of_a_page_has_a_violation(
    read: BuiltHandbook, open_page: OpenPage, screen: str, theme: str
) -> None:
    page = open_page(screen, color_scheme=theme, reduced_motion="reduce")
    found = []
    for bring in STATES:
        bring(page, read)
        found += faults(page, EVERYTHING, bring.__name__)
    expect_none(found)
