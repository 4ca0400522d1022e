"""Somebody may look at the screen, or at the history afterwards."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.reading import CARD_KINDS, BuiltHandbook
from tests.browser.walk import Walk


def test_the_name_of_a_cards_tab_and_address_tells_nothing(handbook: BuiltHandbook, walked: Walk) -> None:
    cards = handbook.of_kind(*CARD_KINDS)
    assert len(cards) > 40
    for address, seen in zip(cards, walked.on("phone", *cards), strict=True):
        code = address.rstrip("/").rpartition("/")[2]
        assert seen["title"] == f"Card {code} - {handbook.site.name}"
        assert re.fullmatch(r"(cards|urgent)/[0-9a-z]{6}/", address)
        for word in re.findall(r"[a-z]{4,}", seen["headings"][0].lower()):
            assert word not in address + seen["title"].lower().removesuffix(handbook.site.name.lower())
        assert not seen["tells"], address


def test_hide_leads_home_at_once_and_leaves_no_way_back(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at("about/"))
    phone.goto(handbook.at(handbook.of_kind("urgent")[0]))
    phone.get_by_role("link", name="Hide").click()
    expect(phone).to_have_url(handbook.home)
    expect(phone).to_have_title(handbook.site.name)
    phone.go_back()
    expect(phone).to_have_url(handbook.at("about/"))
    phone.go_forward()
    expect(phone).to_have_url(handbook.home)


def test_hide_does_not_wait_for_a_slow_line(handbook: BuiltHandbook, phone: Page) -> None:
    """The page is gone before the home page was even asked for."""
    phone.goto(handbook.at(handbook.of_kind("card")[0]))
    left = phone.evaluate("""() => {
      document.querySelector("[data-pb-hide]").click();
      return [getComputedStyle(document.querySelector("h1")).visibility, document.title];
    }""")
    assert left == ["hidden", "Home"]
    expect(phone).to_have_url(handbook.home)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_hide_works_by_keyboard_too(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at(handbook.of_kind("card")[0]))
    phone.get_by_role("link", name="Hide").focus()
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(handbook.home)


def test_from_card_to_card_the_history_keeps_one_entry(handbook: BuiltHandbook, phone: Page) -> None:
    found = next(one for one in handbook.content.deviations.values() if one.deviation.if_they)
    moment = handbook.content.moments[found.deviation.if_they[0]]
    phone.goto(handbook.home)
    phone.goto(handbook.at("now/"))
    phone.get_by_role("link", name=found.deviation.title).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(found.deviation.title)
    length = phone.evaluate("history.length")
    phone.locator("summary", has_text="If they").click()
    phone.get_by_role("link", name=moment.short or moment.title, exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(moment.title)
    assert phone.evaluate("history.length") == length
    phone.go_back()
    expect(phone).to_have_url(handbook.at("now/"))


def test_no_page_tells_another_site_where_the_reader_was(handbook: BuiltHandbook) -> None:
    for one in handbook.site.pages:
        page = (handbook.folder / one.address / "index.html").read_text(encoding="utf-8")
        assert '<meta name="referrer" content="no-referrer">' in page, one.address
        assert '<meta name="robots" content="noindex">' in page, one.address
