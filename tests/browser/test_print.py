"""On paper: a card on one A6 page, a checklist on one half page, in type that can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, count_pages
from tests.faults import expect_none

SHEETS = {
    "A6": {"width": "105mm", "height": "148mm"},
    "quarter Letter": {"width": "108mm", "height": "140mm"},
    "A5": {"width": "148mm", "height": "210mm"},
    "half Letter": {"width": "140mm", "height": "216mm"},
    "A4": {"width": "210mm", "height": "297mm"},
}
_POINTS = 4 / 3  # CSS pixels in a point

_SMALLEST = """(selector) => Math.min(...[...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""


CARD_SHEETS = pytest.mark.parametrize("sheet", ["A6", "quarter Letter"])
Print = Callable[[str, str, int], list[str]]


@pytest.fixture
def too_long(handbook: BuiltHandbook, phone: Page) -> Print:
    """Print all of a kind on one size of paper; which of them take more than so many pages."""

    def print_all(kind: str, sheet: str, at_most: int) -> list[str]:
        taken = {}
        for address in handbook.of_kind(kind):
            phone.goto(handbook.at(address))
            taken[phone.locator("h1").inner_text()] = count_pages(phone.pdf(**SHEETS[sheet]))
        assert taken and all(taken.values())
        return [f'"{title}": {n} pages of {sheet}' for title, n in taken.items() if n > at_most]

    return print_all


@CARD_SHEETS
def test_a_situation_card_takes_exactly_one_small_page(too_long: Print, sheet: str) -> None:
    expect_none(too_long("card", sheet, 1))


@CARD_SHEETS
def test_an_urgent_card_takes_both_sides_of_one_small_sheet(too_long: Print, sheet: str) -> None:
    expect_none(too_long("urgent", sheet, 2))


@pytest.mark.parametrize("sheet", ["A5", "half Letter", "A4"])
def test_a_checklist_takes_exactly_one_page(too_long: Print, sheet: str) -> None:
    expect_none(too_long("checklist", sheet, 1))


def test_paper_is_read_without_glasses(handbook: BuiltHandbook, phone: Page) -> None:
    phone.emulate_media(media="print")
    for kind, selector, points in (
        ("card", ".pb-card p, .pb-card li, .pb-card h2, h1", 11),
        ("urgent", ".pb-steps li, .pb-cluster p, .pb-you p, h1", 11),
        ("checklist", ".pb-item, legend, h1", 12),
    ):
        for address in handbook.of_kind(kind):
            phone.goto(handbook.at(address))
            assert phone.evaluate(_SMALLEST, selector) >= points * _POINTS - 0.05, (kind, address)


def test_paper_says_which_edition_it_is_and_when_it_is_reviewed(handbook: BuiltHandbook, phone: Page) -> None:
    phone.emulate_media(media="print")
    for kind in ("card", "urgent", "checklist"):
        phone.goto(handbook.at(handbook.one_of_each_kind()[kind]))
        words = phone.locator("body").inner_text()
        assert "edition " in words, kind
        assert "reviewed by" in words, kind


def test_what_can_only_be_pressed_is_not_printed(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """A device in dark colours prints on white all the same."""
    page = open_page("phone", color_scheme="dark")
    page.emulate_media(media="print")
    for address in handbook.one_of_each_kind().values():
        page.goto(handbook.at(address))
        for name in (".pb-bar", ".pb-foot", ".pb-nav", "button", "input[type=search]"):
            for one in page.locator(name).all():
                assert not one.is_visible(), (address, name)
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(22, 33, 43)"


def test_a_printed_card_says_whom_to_call_and_how(handbook: BuiltHandbook, phone: Page) -> None:
    phone.emulate_media(media="print")
    for address in handbook.of_kind("card"):
        phone.goto(handbook.at(address))
        reach = phone.evaluate("getComputedStyle(document.querySelector('.pb-call'), '::after').content")
        href = phone.locator(".pb-call").get_attribute("href") or ""
        digits = "".join(sign for sign in reach if sign.isdigit())
        assert digits and digits in href


def test_what_is_folded_opens_for_paper_and_folds_again(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at(handbook.one_of_each_kind()["step"]))
    folded = phone.locator("details:not([open])").count()
    assert folded
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert phone.locator("details:not([open])").count() == 0
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    assert phone.locator("details:not([open])").count() == folded


@pytest.mark.parametrize("kind", ["ladder", "standard"])
def test_a_long_page_prints_without_cutting_its_tables(
    handbook: BuiltHandbook, phone: Page, kind: str
) -> None:
    phone.goto(handbook.at(handbook.one_of_each_kind()[kind]))
    assert count_pages(phone.pdf(**SHEETS["A4"])) >= 1
    phone.set_viewport_size({"width": 688, "height": 1000})  # A4 between its margins
    phone.emulate_media(media="print")
    for table in phone.locator(".pb-table").all():
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")
