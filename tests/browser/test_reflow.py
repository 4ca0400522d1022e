"""Narrow screens, large text and forced colours: nothing cut off, nothing told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SCREENS, OpenPage, chromium_flags
from tests.browser.reading import BuiltHandbook, open_search, results_for, unfold
from tests.faults import expect_none

# What reaches over the edge; a table may, in its own box that scrolls.
_WIDE = """() => {
  const inside = (one) => one.closest(".pb-table, .md-skip, .pb-offstage") && !one.matches(".pb-table");
  const wide = [...document.querySelectorAll("body *")].filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return one.checkVisibility() && !inside(one) && width > 1 && (right > innerWidth + 1 || left < -1);
  });
  const cut = [...document.querySelectorAll("body *")].filter((one) =>
    one.checkVisibility() && !inside(one) && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 &&
    getComputedStyle(one).overflowX !== "visible" && !one.matches(".pb-table"));
  const page = document.scrollingElement.scrollWidth;
  const name = (one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`;
  return [...(page > innerWidth ? [`the page is ${page} px wide`] : []), ...[...wide, ...cut].map(name)];
}"""


def too_wide(page: Page, name: str) -> list[str]:
    """What a reader would have to scroll sideways for."""
    return [f"{name}: {fault}" for fault in page.evaluate(_WIDE)]


@pytest.fixture
def large_text(browser_path: str, browser: Browser) -> Iterator[Page]:
    """A phone whose owner has set text to twice its size."""
    twice = [*chromium_flags(), "--blink-settings=defaultFontSize=32"]
    with browser.browser_type.launch(executable_path=browser_path, args=twice) as other:
        yield other.new_page(viewport=SCREENS["phone"])


def moves(page: Page, name: str) -> list[str]:
    """Whether anything moves, or scrolls smoothly."""
    scrolls = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    animations = page.evaluate("document.getAnimations().length")
    return [] if (scrolls, animations) == ("auto", 0) else [f"{name}: {scrolls}, {animations} animations"]


def sweep(page: Page, handbook: BuiltHandbook, *more: Callable[[Page, str], list[str]]) -> list[str]:
    """All kinds of pages, then the states that bring something more."""
    found = []

    def look(name: str) -> None:
        for one in (too_wide, *more):
            found.extend(one(page, name))

    for kind, address in handbook.one_of_each_kind().items():
        page.goto(handbook.at(address))
        unfold(page)
        look(kind)
    page.get_by_role("button", name="Menu").click()
    look("menu open")
    open_search(page)
    assert results_for(page, "late")
    look("search open")
    return found


def test_nothing_is_cut_off_at_320_pixels_nor_moves(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """A desktop at 400 % is 320 px wide; its reader wants less motion and gets none."""
    expect_none(sweep(open_page("narrow", reduced_motion="reduce"), handbook, moves))


def test_nothing_is_cut_off_when_text_is_twice_as_large(handbook: BuiltHandbook, large_text: Page) -> None:
    large_text.goto(handbook.home)
    assert large_text.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 36
    expect_none(sweep(large_text, handbook))


def test_a_bar_of_two_lines_does_not_cover_the_menu(handbook: BuiltHandbook, large_text: Page) -> None:
    large_text.goto(handbook.at("now/"))
    bar = large_text.get_by_role("banner")
    large_text.get_by_role("button", name="Menu").click()
    first = large_text.get_by_role("navigation", name="Navigation").get_by_role("link").first
    low, box = bar.bounding_box(), first.bounding_box()
    assert low and box and box["y"] >= low["y"] + low["height"] - 1
    expect(first).to_be_in_viewport(ratio=1)
    for name in ("Urgent help", "Hide"):
        expect(bar.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


_MARKS = """([selector, pseudo]) => [...document.querySelectorAll(selector)]
.filter((one) => one.checkVisibility()).map((one) => {
  const look = getComputedStyle(one, pseudo || null);
  const edges = ["Top", "Right", "Bottom", "Left"].filter((edge) =>
    look[`border${edge}Style`] !== "none" && parseFloat(look[`border${edge}Width`]) >= 1);
  return { edges: edges.length, line: look.textDecorationLine, weight: Number(look.fontWeight) };
})"""


def marks(page: Page, selector: str, pseudo: str = "") -> list[dict[str, Any]]:
    """The lines around and under something, which stay where colours go."""
    found: list[dict[str, Any]] = page.evaluate(_MARKS, [selector, pseudo])
    assert found, selector
    return found


def test_with_forced_colours_everything_keeps_a_line(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """The system takes all backgrounds away: what a filled shape said, a line must say."""
    page = open_page("phone", forced_colors="active")
    kinds = handbook.one_of_each_kind()
    page.goto(handbook.at(kinds["card"]))
    for boxed in (".pb-call", ".pb-iffy > summary"):
        assert all(mark["edges"] == 4 for mark in marks(page, boxed)), boxed
    assert all(mark["edges"] for mark in marks(page, ".pb-cluster--say"))
    assert all(mark["line"] == "underline" for mark in marks(page, ".pb-bar__urgent"))
    pressed, *others = marks(page, "button[data-pb-theme]")
    assert pressed["edges"] > max(other["edges"] for other in others)
    page.goto(handbook.at(kinds["urgent"]))
    assert all(mark["edges"] == 4 for mark in marks(page, ".pb-steps > li", "::before"))
    page.goto(handbook.at(kinds["standard"]))
    assert all(mark["edges"] == 4 for mark in marks(page, ".pb-good, .pb-short"))
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_with_forced_colours_the_current_section_is_marked(
    handbook: BuiltHandbook, open_page: OpenPage
) -> None:
    page = open_page("desktop", forced_colors="active")
    page.goto(handbook.at("standards/"))
    (here,) = marks(page, ".pb-tabs [aria-current]")
    assert here["weight"] >= 700 and here["edges"]


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_what_comes_late_into_the_foot_pushes_nothing_away(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str
) -> None:
    """What is kept on the device is known only when the page is at rest; a finger may be on its way."""
    page = open_page(screen)
    page.goto(handbook.at("changes/"))
    late = page.locator(".pb-kept")
    expect(late).to_be_visible(timeout=30_000)  # the page waits until it is at rest
    places = "[...document.querySelectorAll('.pb-foot a:not(.pb-kept *), .pb-foot button:not(.pb-kept *)')]"
    places += ".map((one) => JSON.stringify(one.getBoundingClientRect()))"
    after = page.evaluate(places)
    late.evaluate("(one) => { one.hidden = true; }")
    assert len(after) >= 3 and page.evaluate(places) == after
