"""From the home page to the card, in the fewest taps."""

from __future__ import annotations

from urllib.parse import urldefrag

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook
from tests.browser.walk import Walk


def test_every_card_is_at_most_two_taps_from_home(handbook: BuiltHandbook, walked: Walk) -> None:
    """By links that a reader can see without opening anything."""
    led = {
        handbook.at(address): {urldefrag(link).url for link in seen["phone"]["seen"]}
        for address, seen in walked.seen.items()
    }
    one_tap = {address for address in led[handbook.home] if address.startswith(handbook.home)}
    two_taps = one_tap.union(*(led[address] for address in one_tap))
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
    handbook: BuiltHandbook, walked: Walk
) -> None:
    kinds = handbook.one_of_each_kind()
    assert len(kinds) > 30
    for kind, address in kinds.items():
        for screen in ("desktop", "narrow", "phone"):
            (seen,) = walked.on(screen, address)
            assert seen["urgent"] == handbook.at("urgent/"), kind
            assert not seen["missing"], f"on a {screen}, a page of the kind {kind}"


def test_urgent_help_lists_every_urgent_card(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.home)
    phone.get_by_role("banner").get_by_role("link", name="Urgent help").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Urgent help")
    urgent = {record.title for record in handbook.content.urgent.values()}
    assert urgent <= set(phone.locator("main strong").all_inner_texts())


def test_calling_somebody_is_one_tap_from_a_card(handbook: BuiltHandbook, walked: Walk) -> None:
    cards = handbook.of_kind("card", "step")
    for address, seen in zip(cards, walked.on("phone", *cards), strict=True):
        assert seen["call"] and seen["call"]["whole"], address
        assert seen["call"]["href"].startswith(("tel:", "mailto:")), address
