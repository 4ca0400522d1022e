"""On paper: a card on one A6 page, a checklist on one half page, in type that can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page

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

# The title, the smallest type among these words, the number that the page says to call and where its link leads.
_ON_PAPER = """(selector) => {
  const call = document.querySelector(".pb-call");
  return {
    title: document.querySelector("h1").innerText,
    smallest: Math.min(...[...document.querySelectorAll(selector)]
      .filter((one) => one.checkVisibility() && one.textContent.trim())
      .map((one) => parseFloat(getComputedStyle(one).fontSize))),
    number: call && getComputedStyle(call, "::after").content,
    leads: call && call.getAttribute("href"),
  };
}"""

# For each kind: how many pages it may take on which paper, and in what type (points) at the least.
CARD_SHEETS = ("A6", "quarter Letter")
ON_PAPER = [
    pytest.param("card", CARD_SHEETS, 1, ".pb-card p, .pb-card li, .pb-card h2, h1", 11, id="card"),
    pytest.param("urgent", CARD_SHEETS, 2, ".pb-steps li, .pb-cluster p, .pb-you p, h1", 11, id="urgent"),
    pytest.param("checklist", ("A5", "half Letter", "A4"), 1, ".pb-item, legend, h1", 12, id="checklist"),
]


@pytest.mark.parametrize(("kind", "sheets", "at_most", "words", "points"), ON_PAPER)
def test_what_is_carried_fits_its_sheet_and_is_read_without_glasses(
    handbook: BuiltHandbook,
    phone: Page,
    kind: str,
    sheets: tuple[str, ...],
    at_most: int,
    words: str,
    points: int,
) -> None:
    """A card takes one small page, an urgent card both sides of one, a checklist one page."""
    phone.emulate_media(media="print")
    found = []
    addresses = handbook.of_kind(kind)
    assert addresses
    for address in addresses:
        phone.goto(handbook.at(address))
        read = phone.evaluate(_ON_PAPER, words)
        title = read["title"]
        found += [
            f'"{title}": {count_pages(phone.pdf(**SHEETS[sheet]))} pages of {sheet}'
            for sheet in sheets
            if takes_more_than(at_most, phone, sheet)
        ]
        if read["smallest"] < points * _POINTS - 0.05:
            found.append(f'"{title}": type of {read["smallest"] / _POINTS:.1f} points')
        if kind == "card" and not calls_in_print(read["number"], read["leads"]):
            found.append(f'"{title}" does not say on paper how to call')
    expect_none(found)


def takes_more_than(at_most: int, page: Page, sheet: str) -> bool:
    """Whether the page goes on after so many sheets: asked for the next one alone, because most have none."""
    try:
        width, height = SHEETS[sheet].values()
        page.pdf(page_ranges=str(at_most + 1), width=width, height=height)
    except Error as fault:
        if "range exceeds page count" in str(fault):
            return False
        raise
    return True


def calls_in_print(number: str, leads: str) -> bool:
    """Whether the printed card gives the number that its link calls."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return bool(digits) and digits in leads


def test_paper_says_which_edition_it_is_and_when_it_is_reviewed(handbook: BuiltHandbook, phone: Page) -> None:
    phone.emulate_media(media="print")
    for kind in ("card", "urgent", "checklist"):
        phone.goto(handbook.at(handbook.one_of_each_kind()[kind]))
        words = phone.locator("body").inner_text()
        assert "edition " in words, kind
        assert "reviewed by" in words, kind


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
    cut = "(tables) => tables.map((one) => one.scrollWidth > one.clientWidth + 1)"
    tables = phone.locator(".pb-table").evaluate_all(cut)
    assert not any(tables), tables
