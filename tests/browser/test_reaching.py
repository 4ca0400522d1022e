"""From the home page to the card, in the fewest taps."""

from __future__ import annotations

from urllib.parse import urldefrag

from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENS, OpenPage
from tests.browser.reading import BuiltHandbook

_LINKS = """() => [...document.links]
  .filter((link) => link.checkVisibility({ visibilityProperty: true }) && link.getClientRects().length)
  .map((link) => link.href)"""


def links_seen(page: Page) -> set[str]:
    """Where the links lead that a reader can see without opening anything."""
    return {urldefrag(address).url for address in page.evaluate(_LINKS)}


def test_every_card_is_at_most_two_taps_from_home(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.home)
    one_tap = {address for address in links_seen(phone) if address.startswith(handbook.home)}
    two_taps = set(one_tap)
    for address in sorted(one_tap):
        phone.goto(address)
        two_taps |= links_seen(phone)
    cards = {handbook.at(address) for address in handbook.of_kind("card", "urgent", "step", "standard")}
    assert len(cards) > 20
    assert not cards - two_taps


def test_a_manager_taps_a_door_and_then_the_card(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    phone = open_page("phone", has_touch=True, is_mobile=True)
    title = next(iter(handbook.content.deviations.values())).deviation.title
    phone.goto(handbook.home)
    phone.get_by_role("navigation", name="Where to begin").get_by_role("link").first.tap()
    phone.get_by_role("link", name=title).tap()
    expect(phone.get_by_role("heading", level=1, name=title)).to_be_visible()
    for label in ("Check first", "Say", "Do", "Write down", "Do not"):
        expect(phone.get_by_role("heading", name=label, exact=True)).to_be_in_viewport()


def test_the_bar_is_whole_on_every_kind_of_page_and_every_screen(
    handbook: BuiltHandbook, phone: Page
) -> None:
    bar = phone.get_by_role("banner")
    urgent = bar.get_by_role("link", name="Urgent help")
    for kind, address in handbook.one_of_each_kind().items():
        phone.goto(handbook.at(address))
        assert urgent.evaluate("(one) => one.href") == handbook.at("urgent/"), kind
        for screen in ("desktop", "narrow", "phone"):
            phone.set_viewport_size(SCREENS[screen])
            for always in (
                urgent,
                bar.get_by_role("link", name="Hide"),
                bar.get_by_role("button", name="Search"),
            ):
                expect(always, f"on a {screen}, a page of the kind {kind}").to_be_in_viewport(ratio=1)


def test_urgent_help_lists_every_urgent_card(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.home)
    phone.get_by_role("banner").get_by_role("link", name="Urgent help").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Urgent help")
    urgent = {record.title for record in handbook.content.urgent.values()}
    assert urgent <= set(phone.locator("main strong").all_inner_texts())


def test_calling_somebody_is_one_tap_from_a_card(handbook: BuiltHandbook, phone: Page) -> None:
    for address in handbook.of_kind("card", "step"):
        phone.goto(handbook.at(address))
        call = phone.get_by_role("link", name="Call ").first
        expect(call).to_be_in_viewport(ratio=1)
        assert (call.get_attribute("href") or "").startswith(("tel:", "mailto:"))
