"""What axe finds on a page, and the states that a reader can bring pages into."""

from __future__ import annotations

import json
from collections.abc import Callable

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.reading import BuiltHandbook, open_search, results_for, unfold

__all__ = ["COLOURS", "EVERYTHING", "STATES", "State", "faults"]

# All rules that axe switches on by itself (WCAG A and AA, best practice), and two it leaves to the asker:
# the size of what is tapped, and text at 7:1, which is what our colours are made for. What has 7:1 (large
# text 4.5:1) has the 4.5:1 (3:1) of AA: the weaker rule would measure every word a second time.
_RULES = {
    "target-size": {"enabled": True},
    "color-contrast-enhanced": {"enabled": True},
    "color-contrast": {"enabled": False},
}
EVERYTHING = json.dumps({"resultTypes": ["violations"], "rules": _RULES})
# Paper changes the colours of a page and nothing of its structure.
COLOURS = json.dumps(
    {
        "resultTypes": ["violations"],
        "runOnly": ["color-contrast-enhanced", "link-in-text-block"],
    }
)

# Only what is told is carried out of the browser: which rule, and where.
_RUN = """axe.run(%s).then((all) => all.violations.flatMap((fault) =>
  fault.nodes.map((node) => `${fault.id}, ${fault.help}: ${node.html.slice(0, 120)}`)))"""

State = Callable[[Page, BuiltHandbook], None]
"""Brings an open page into a state, from wherever it is."""


def faults(page: Page, options: str, state: str) -> list[str]:
    """What axe finds on the page as it stands now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate("scrollTo(0, 0)")  # what is on its way under the bar is half covered, and no smaller for it
    return [f"{state}: {fault}" for fault in page.evaluate(_RUN % options)]


def menu_open(page: Page, handbook: BuiltHandbook) -> None:
    """The sections on a small screen."""
    page.goto(handbook.at(handbook.one_of_each_kind()["step"]))
    menu = page.get_by_role("button", name="Menu")
    if menu.is_visible():  # on a desktop the sections stand side by side
        menu.click()


def search_with_results(page: Page, handbook: BuiltHandbook) -> None:
    """A question answered."""
    page.goto(handbook.at("now/"))
    open_search(page)
    title = next(iter(handbook.content.deviations.values())).deviation.title
    assert title in results_for(page, title)


def search_without_results(page: Page, handbook: BuiltHandbook) -> None:
    """A question that nothing answers."""
    page.goto(handbook.home)
    page.get_by_role("searchbox").click()
    assert results_for(page, "qwxzv jkqpf")


def all_ticked(page: Page, handbook: BuiltHandbook) -> None:
    """A list that is done."""
    page.goto(handbook.at(handbook.one_of_each_kind()["checklist"]))
    for box in page.get_by_role("checkbox").all():
        box.check()


def if_they_open(page: Page, handbook: BuiltHandbook) -> None:
    """What to do if they ..., unfolded."""
    page.goto(handbook.at(handbook.one_of_each_kind()["card"]))
    page.locator("summary", has_text="If they").click()


def folds_open(page: Page, handbook: BuiltHandbook) -> None:
    """A page with everything unfolded."""
    page.goto(handbook.at(handbook.one_of_each_kind()["step"]))
    unfold(page)


def other_theme(page: Page, handbook: BuiltHandbook) -> None:
    """The theme that the device does not have. Comes last, because the choice is kept."""
    page.goto(handbook.at(handbook.one_of_each_kind()["standard"]))
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    page.get_by_role("button", name="Light" if is_dark else "Dark").click()


STATES: tuple[State, ...] = (
    menu_open,
    search_with_results,
    search_without_results,
    all_ticked,
    if_they_open,
    folds_open,
    other_theme,
)
"""In this order on one page: what an earlier one leaves on the device harms no later one."""
