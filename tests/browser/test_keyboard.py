"""Everything by keyboard alone, and the focus always in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, results_for, tab_to, walk_to, where_focus_is

# A page that scrolls smoothly is still on its way when the test looks where the focus is.
_STILL = {"reduced_motion": "reduce"}

# The page's own policy forbids what Playwright's waiting would do in it.
_HAS_SCROLLED = """() => new Promise((done) => {
  setTimeout(() => done(false), 5000);
  const look = () => document.activeElement.scrollLeft > 0 ? done(true) : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page("phone", **_STILL)


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_every_stop_of_every_kind_of_page_is_seen(
    every_kind: BuiltHandbook, open_page: OpenPage, screen: str
) -> None:
    """The first skips to the content, and really does; the last is the choice of colours.

    On a desktop the sections come before the content; they are the same on every page, and walked on some.
    """
    page = open_page(screen, **_STILL)
    for number, (kind, address) in enumerate(every_kind.one_of_each_kind().items()):
        page.goto(every_kind.at(address))
        page.keyboard.press("Tab")
        skip = where_focus_is(page)
        assert skip and skip["name"] == "Skip to content", kind
        assert skip["ringed"] and skip["on_screen"], kind
        if screen == "desktop" and number % 6:
            page.keyboard.press("Enter")
        walk_to(page, "Dark", at_most=300)
        page.get_by_role("link", name="Skip to content").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("Boolean(document.activeElement.closest('main, footer'))")
        assert inside, f"after skipping, the next stop on a page of the kind {kind} is in the bar again"


def test_every_stop_of_the_longest_pages_is_seen(handbook: BuiltHandbook, phone: Page) -> None:
    """Those of the example, as most people read them."""
    for kind in ("home", "my-side", "now", "standard"):
        phone.goto(handbook.at(handbook.one_of_each_kind()[kind]))
        walk_to(phone, "Dark", at_most=300)


def test_every_stop_is_seen_on_the_way_back_too(handbook: BuiltHandbook, phone: Page) -> None:
    """Backwards, the bar could cover what comes next."""
    for kind in ("ladder", "checklist", "now"):
        phone.goto(handbook.at(handbook.one_of_each_kind()[kind]))
        phone.get_by_role("button", name="Dark").focus()
        walk_to(phone, "Hide", key="Shift+Tab", at_most=150)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_is_walked_and_closes(handbook: BuiltHandbook, phone: Page, key: str) -> None:
    phone.goto(handbook.at("now/"))
    tab_to(phone, "Menu")
    menu = phone.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    phone.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("navigation", name="Navigation")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("navigation", name="Navigation")).to_be_hidden()
    expect(menu).to_be_focused()
    phone.keyboard.press(key)
    tab_to(phone, "What we expect")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("What we expect")


def test_the_focus_does_not_stay_behind_the_open_menu(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at("now/"))
    tab_to(phone, "Menu")
    phone.keyboard.press("Enter")
    tab_to(phone, phone.locator(".pb-body a:visible").first.inner_text().splitlines()[0])
    expect(phone.get_by_role("navigation", name="Navigation")).to_be_hidden()


def test_search_opens_answers_and_closes(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at("now/"))
    tab_to(phone, "Search")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("searchbox")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("searchbox")).to_be_hidden()
    expect(phone.get_by_role("button", name="Search")).to_be_focused()
    phone.keyboard.press("Space")
    found = next(iter(handbook.content.deviations.values())).deviation
    results_for(phone, found.observable)
    tab_to(phone, found.title)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(found.title)


def test_on_the_home_page_the_bar_leads_to_the_search_that_is_there(
    handbook: BuiltHandbook, phone: Page
) -> None:
    phone.goto(handbook.home)
    tab_to(phone, "Search")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("searchbox", name="What happened?")).to_be_focused()


def test_a_list_is_ticked_and_cleared(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at(handbook.of_kind("checklist")[0]))
    first = phone.get_by_role("checkbox").first
    tab_to(phone, first.locator("xpath=ancestor::label").inner_text()[:20])
    phone.keyboard.press("Space")
    expect(first).to_be_checked()
    tab_to(phone, "Clear ticks")
    phone.keyboard.press("Enter")
    expect(first).not_to_be_checked()
    expect(first).to_be_focused()
    assert (focus := where_focus_is(phone)) and focus["on_screen"]


def test_if_they_opens_and_leads_on(handbook: BuiltHandbook, phone: Page) -> None:
    found = next(one for one in handbook.content.deviations.values() if one.deviation.if_they)
    phone.goto(handbook.at(handbook.address_of("deviation", found.deviation.id)))
    tab_to(phone, "If they")
    phone.keyboard.press("Enter")
    moment = handbook.content.moments[found.deviation.if_they[0]]
    tab_to(phone, moment.short or moment.title)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(moment.title)


def test_the_theme_is_chosen_and_kept(handbook: BuiltHandbook, phone: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    phone.goto(handbook.home)
    light = phone.evaluate(ground)
    tab_to(phone, "Dark")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    dark = phone.evaluate(ground)
    assert dark != light
    phone.goto(handbook.at(handbook.of_kind("card")[0]))
    assert phone.evaluate(ground) == dark
    tab_to(phone, "As device")
    phone.keyboard.press("Space")
    assert phone.evaluate(ground) == light
    phone.emulate_media(color_scheme="dark")
    assert phone.evaluate(ground) == dark
    tab_to(phone, "Light")
    phone.keyboard.press("Enter")
    assert phone.evaluate(ground) == light


def test_a_wide_table_scrolls_by_keyboard(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at(handbook.of_kind("ladder")[0]))
    table = phone.get_by_role("region", name="The steps as a table")
    table.focus()
    assert table.evaluate("(one) => one.scrollWidth > one.clientWidth")
    phone.keyboard.press("ArrowRight")
    assert phone.evaluate(_HAS_SCROLLED), "the table does not scroll"
