"""axe-core finds nothing, on one page of every kind and in every state a reader can bring it into."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for
from tests.faults import expect_none

# All rules that axe switches on by itself (WCAG A and AA, best practice), and two it leaves to the asker:
# the size of what is tapped, and text at 7:1, which is what our colours are made for.
_RULES = {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}}
_EVERYTHING = {"resultTypes": ["violations"], "rules": _RULES}
# Another theme and paper change the colours of a page and nothing of its structure.
_COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
}


def faults(page: Page, options: dict[str, Any], state: str) -> list[str]:
    """What axe finds on the page as it stands now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"axe.run({json.dumps(options)}).then((all) => all.violations)")
    return [
        f"{state}: {violation['id']}, {violation['help']}: {node['html'][:120]}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_no_kind_of_page_has_a_violation(handbook: BuiltHandbook, open_page: OpenPage, screen: str) -> None:
    page = open_page(screen, reduced_motion="reduce")
    found = []
    for kind, address in {**handbook.one_of_each_kind(), "404": "404.html"}.items():
        page.emulate_media(color_scheme="light")
        page.goto(handbook.at(address))
        found += faults(page, _EVERYTHING, f"{kind}, light")
        page.emulate_media(color_scheme="dark")
        found += faults(page, _COLOURS, f"{kind}, dark")
    expect_none(found)


def menu_open(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at(handbook.one_of_each_kind()["step"]))
    page.get_by_role("button", name="Menu").click()


def search_with_results(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at("now/"))
    open_search(page)
    assert len(results_for(page, "late")) > 1


def search_without_results(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.home)
    page.get_by_role("searchbox").click()
    assert results_for(page, "qwxzv jkqpf")


def all_ticked(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at(handbook.one_of_each_kind()["checklist"]))
    for box in page.get_by_role("checkbox").all():
        box.check()


def if_they_open(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at(handbook.one_of_each_kind()["card"]))
    page.locator("summary", has_text="If they").click()


def folds_open(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at(handbook.one_of_each_kind()["step"]))
    for fold in page.locator("details:not([open]) > summary").all():
        fold.click()


def chosen_dark(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at(handbook.one_of_each_kind()["standard"]))
    page.get_by_role("button", name="Dark").click()


EVERYWHERE = [search_with_results, search_without_results, all_ticked, if_they_open, folds_open, chosen_dark]
ON_A_PHONE = [menu_open, *EVERYWHERE]  # on a desktop the sections stand side by side


@pytest.mark.parametrize(("screen", "states"), [("phone", ON_A_PHONE), ("desktop", EVERYWHERE)])
def test_no_state_of_a_page_has_a_violation(
    handbook: BuiltHandbook,
    open_page: OpenPage,
    screen: str,
    states: list[Callable[[Page, BuiltHandbook], None]],
) -> None:
    found = []
    for bring in states:
        page = open_page(screen, reduced_motion="reduce")
        bring(page, handbook)
        found += faults(page, _EVERYTHING, f"{bring.__name__}, light")
        page.emulate_media(color_scheme="dark")
        found += faults(page, _COLOURS, f"{bring.__name__}, dark")
    expect_none(found)


def test_paper_keeps_the_contrast(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """A reader whose device is dark prints black on white."""
    page = open_page("phone", color_scheme="dark")
    page.emulate_media(media="print")
    found = []
    for kind, address in handbook.one_of_each_kind().items():
        page.goto(handbook.at(address))
        found += faults(page, _COLOURS, f"{kind}, print")
    expect_none(found)
