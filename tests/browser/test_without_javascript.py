"""Without a script nothing is lost but comfort: every page is whole, and nothing typed can leave it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, Watch


@pytest.fixture
def plain(open_page: OpenPage) -> Page:
    """A phone whose browser runs no script."""
    return open_page("phone", java_script_enabled=False)


def test_cards_are_whole(handbook: BuiltHandbook, plain: Page) -> None:
    for id_, found in handbook.content.deviations.items():
        plain.goto(handbook.at(handbook.address_of("deviation", id_)))
        expect(plain.get_by_role("heading", level=1)).to_have_text(found.deviation.title)
        for label in ("Check first", "Say", "Do", "Write down", "Do not"):
            expect(plain.get_by_role("heading", name=label, exact=True)).to_be_in_viewport()
        expect(plain.get_by_role("link", name="Call ").first).to_be_in_viewport()
        if found.deviation.if_they:
            moment = handbook.content.moments[found.deviation.if_they[0]]
            answer = plain.get_by_role("link", name=moment.short or moment.title, exact=True)
            expect(answer).to_be_hidden()
            plain.locator("summary", has_text="If they").click()
            expect(answer).to_be_visible()


def test_lists_and_steps_are_whole(handbook: BuiltHandbook, plain: Page) -> None:
    plain.goto(handbook.at("now/"))
    for found in handbook.content.deviations.values():
        expect(plain.get_by_role("link", name=found.deviation.title)).to_be_visible()
    ladder, steps = next(iter(handbook.content.ladders.items()))
    plain.goto(handbook.at(handbook.address_of("ladder", ladder)))
    for rung in steps.rungs:
        expect(plain.locator(".pb-table").get_by_role("link", name=rung.title).first).to_be_visible()
    for rung in steps.rungs:
        plain.goto(handbook.at(handbook.address_of("rung", f"{ladder}/{rung.id}")))
        expect(plain.get_by_role("heading", level=1)).to_have_text(rung.title)
        expect(plain.get_by_role("heading", name="Say", exact=True)).to_be_visible()


def test_checklists_can_be_ticked(handbook: BuiltHandbook, plain: Page) -> None:
    for id_, checklist in handbook.content.checklists.items():
        plain.goto(handbook.at(handbook.address_of("checklist", id_)))
        items = [*checklist.before, *checklist.during, *checklist.after]
        expect(plain.get_by_role("checkbox")).to_have_count(len(items))
        for box in plain.get_by_role("checkbox").all():
            box.check()
        expect(plain.get_by_role("button")).to_have_count(0)


_OF_TICKS = re.compile(r"\d+ of \d+ done|Clear ticks")


def _lines(page: Page) -> list[str]:
    """What a page says, line by line."""
    return [line for line in page.locator(".pb-body").inner_text().splitlines() if line.strip()]


def test_a_page_says_the_same_with_and_without_a_script(
    handbook: BuiltHandbook, plain: Page, phone: Page
) -> None:
    """Apart from what the script itself shows: the home page's search, the count of ticks, the finder."""
    for kind, address in handbook.one_of_each_kind().items():
        if kind in ("home", "checklist", "start-here"):
            continue
        plain.goto(handbook.at(address))
        phone.goto(handbook.at(address))
        said = _lines(plain)
        assert said and said == [line for line in _lines(phone) if not _OF_TICKS.fullmatch(line)], kind


def test_no_field_is_offered_that_nobody_answers(handbook: BuiltHandbook, plain: Page) -> None:
    for address in handbook.one_of_each_kind().values():
        plain.goto(handbook.at(address))
        expect(plain.locator("input:not([type=checkbox])").locator("visible=true")).to_have_count(0)
        expect(plain.get_by_role("button", name="Dark")).to_be_hidden()
    plain.goto(handbook.home)
    expect(plain.get_by_role("searchbox")).to_be_hidden()
    expect(plain.get_by_role("navigation", name="Where to begin").get_by_role("link")).to_have_count(4)


def test_nothing_typed_or_ticked_goes_into_an_address(handbook: BuiltHandbook, plain: Page) -> None:
    watch = Watch(plain.context)
    for address in handbook.of_kind("checklist"):
        plain.goto(handbook.at(address))
        for box in plain.get_by_role("checkbox").all():
            box.check()
            box.press("Enter")
        plain.get_by_role("banner").get_by_role("link", name="Urgent help").click()
        expect(plain).to_have_url(handbook.at("urgent/"))
    assert watch.sent
    assert not [line for line in watch.sent if "?" in line or not line.startswith("GET ")]


def test_the_bar_still_leads_somewhere(handbook: BuiltHandbook, plain: Page) -> None:
    plain.goto(handbook.at("standards/"))
    bar = plain.get_by_role("banner")
    bar.get_by_role("link", name="Search").click()
    expect(plain).to_have_url(handbook.at("now/"))
    bar.get_by_role("link", name="Menu").click()
    menu = plain.get_by_role("navigation", name="Navigation")
    expect(menu).to_be_visible()
    menu.get_by_role("link", name="Close menu").click()
    expect(menu).to_be_hidden()
    bar.get_by_role("link", name="Menu").click()
    menu.get_by_role("link", name="What we expect").click()
    expect(plain).to_have_url(handbook.at("standards/"))
    bar.get_by_role("link", name="Hide").click()
    expect(plain).to_have_url(handbook.home)


def test_the_finder_still_ends_somewhere(handbook: BuiltHandbook, plain: Page) -> None:
    plain.goto(handbook.at("start-here/"))
    ends = plain.locator(".pb-end h2")
    assert ends.count() > 2
    for end in ends.all():
        expect(end).to_be_visible()
