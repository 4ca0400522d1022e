"""The finder in a real browser: by touch, by keyboard, with a shared link, without a script, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, count_pages, tab_to, where_focus_is
from tests.browser.states import COLOURS, EVERYTHING, faults
from tests.faults import expect_none

_SMALLEST_TARGET = 44
# Links inside a sentence are as large as its words.
_TARGETS = """() => [...document.querySelectorAll(".pb-finder a")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => !one.closest(".pb-why, .pb-more, .pb-range__cell, .pb-range p"))
  .map((one) => [one.innerText, one.getBoundingClientRect().width, one.getBoundingClientRect().height])"""
_SECTIONS = ".pb-ask, .pb-end"

INFORMAL = ("None of these", "None of these", "A date passed and nobody was told", "No", "Once before")
FORMAL = ("None of these", "None of these", "A fault was seen and not passed on", "No", "Once before")
AGAIN = ("None of these", "None of these", "A date passed and nobody was told", "Yes", "Once before")
"""Answers in the small handbook, for what does not hang on how much there is to choose from."""


@pytest.fixture
def start(handbook: BuiltHandbook) -> str:
    return handbook.at("start-here/")


@pytest.fixture
def small(every_kind: BuiltHandbook) -> str:
    return every_kind.at("start-here/")


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page("phone", has_touch=True, is_mobile=True, reduced_motion="reduce")


def option(page: Page, name: str) -> Locator:
    """An answer on the screen, by the beginning of its words."""
    return page.locator(
        ".pb-choice:visible", has=page.locator("strong", has_text=re.compile(f"^{name}"))
    ).first


def give(page: Page, *answers: str, tap: bool = True) -> None:
    for answer in answers:
        option(page, answer).tap() if tap else option(page, answer).click()


def heading(page: Page) -> Locator:
    """The one heading of a screen."""
    return page.locator(".pb-finder h2:visible")


def expect_screen(page: Page, title: str) -> None:
    """One screen and no other, with its heading in sight and in focus."""
    expect(heading(page)).to_have_count(1)
    expect(heading(page)).to_contain_text(title)
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_be_in_viewport(ratio=1)


# One question a screen -------------------------------------------------------------------------------


def test_five_taps_lead_from_the_first_question_to_what_to_do_today(phone: Page, start: str) -> None:
    phone.goto(start)
    expect(heading(phone)).to_have_text("Is any of this happening now?", use_inner_text=True)
    titles = (
        "As far as you know",
        "What happened?",
        "Would most careful people",
        "How many times",
        "What to do",
    )
    for answer, title in zip(INFORMAL, titles, strict=True):
        give(phone, answer)
        expect_screen(phone, title)
    expect(phone.get_by_text("Today: hear them. Do not decide.").locator("visible=true")).to_be_in_viewport()
    expect(phone.locator(".pb-range__cell:visible")).to_have_text(
        "Make the expectation clear again to Find the help that fits"
    )


def test_every_target_is_large_enough_for_a_thumb(phone: Page, start: str) -> None:
    phone.goto(start)
    found = []
    for answer in (*FORMAL, ""):
        title = heading(phone).inner_text()
        targets = phone.evaluate(_TARGETS)
        assert targets
        found += [
            f"{title}: {name} is {width} by {height}"
            for name, width, height in targets
            if min(width, height) < _SMALLEST_TARGET
        ]
        if answer:
            give(phone, answer)
    expect_none(found)


def test_a_formal_range_is_one_tap_below_what_to_do(phone: Page, start: str) -> None:
    phone.goto(start)
    give(phone, *FORMAL)
    expect(
        phone.get_by_text("It is never taken alone, and never today.").locator("visible=true")
    ).to_be_visible()
    expect(phone.get_by_role("link", name="Call People team")).to_be_in_viewport()
    expect(phone.get_by_text("Who decides", exact=True).locator("visible=true")).to_be_visible()
    expect(phone.locator(".pb-range__cell:visible")).to_have_count(0)
    phone.get_by_text("What we have agreed for this").locator("visible=true").tap()
    expect(phone.locator(".pb-range__cell:visible")).to_have_text("Agree what must change to Formal warning")
    expect(
        phone.get_by_text("Did they come forward themselves, and early?").locator("visible=true")
    ).to_be_visible()


def test_every_question_offers_not_to_know(phone: Page, start: str) -> None:
    phone.goto(start)
    for answer in FORMAL:
        expect(option(phone, "I don't know")).to_be_visible()
        give(phone, answer)


def test_an_urgent_choice_opens_its_card(every_kind: BuiltHandbook, phone: Page, small: str) -> None:
    card = next(iter(every_kind.content.urgent.values()))
    phone.goto(small)
    give(phone, card.title)
    expect(phone.get_by_role("heading", level=1)).to_have_text(card.title)


# Back, change, share ---------------------------------------------------------------------------------


def test_the_browser_goes_back_and_on_through_the_questions(phone: Page, start: str) -> None:
    phone.goto(start)
    give(phone, *INFORMAL)
    for title in (
        "How many times",
        "Would most careful",
        "What happened?",
        "As far as you know",
        "Is any of this",
    ):
        phone.go_back()
        expect_screen(phone, title)
    phone.go_forward()
    expect_screen(phone, "As far as you know")


def test_the_finders_own_back_is_the_browsers(phone: Page, start: str) -> None:
    phone.goto(start)
    expect(phone.locator("[data-pb-back]")).to_be_hidden()
    give(phone, *INFORMAL[:3])
    phone.get_by_role("link", name="Back", exact=True).tap()
    expect_screen(phone, "What happened?")
    phone.get_by_role("link", name="Back", exact=True).tap()
    expect_screen(phone, "As far as you know")
    phone.go_forward()
    expect_screen(phone, "What happened?")


@pytest.mark.parametrize("place", range(5))
def test_every_answer_can_be_changed(phone: Page, small: str, place: int) -> None:
    phone.goto(small)
    give(phone, *AGAIN)
    asked = phone.get_by_role("navigation", name="Your answers").get_by_role("listitem")
    expect(asked).to_have_count(5)
    expect(asked.nth(place)).to_contain_text(AGAIN[place])
    asked.nth(place).get_by_role("link", name="Change").tap()
    expect(asked).to_have_count(place)
    expect(option(phone, AGAIN[place])).to_be_visible()
    give(phone, "I don't know")
    expect(heading(phone)).to_have_count(1)


def test_start_again_forgets_every_answer(phone: Page, small: str) -> None:
    phone.goto(small)
    give(phone, *AGAIN)
    phone.get_by_role("link", name="Start again").tap()
    expect_screen(phone, "Is any of this happening now?")
    expect(phone.get_by_role("navigation", name="Your answers")).to_be_hidden()


def test_a_shared_link_opens_the_same_answer(open_page: OpenPage, phone: Page, small: str) -> None:
    phone.goto(small)
    give(phone, *AGAIN)
    other = open_page("desktop")
    other.goto(phone.url)
    expect(heading(other)).to_have_text("What to do today", use_inner_text=True)
    assert other.locator(".pb-end:visible").get_attribute("id") == phone.locator(
        ".pb-end:visible"
    ).get_attribute("id")
    expect(other.get_by_role("navigation", name="Your answers").get_by_role("listitem")).to_have_count(5)
    other.reload()
    expect(heading(other)).to_have_text("What to do today", use_inner_text=True)


def test_the_address_is_all_there_is_and_names_nothing(phone: Page, small: str) -> None:
    phone.goto(small)
    give(phone, *AGAIN)
    assert re.fullmatch(r"#[a-z0-9]{3,6}(\.[a-z0-9]{3,6}){4}", phone.url.partition("start-here/")[2])
    assert phone.title() == "Where do we start? - How we work in the library"
    kept = "[localStorage.length, sessionStorage.length, document.cookie, JSON.stringify(history.state)]"
    assert phone.evaluate(kept) == [0, 0, "", "null"]


def test_an_address_that_no_longer_fits_opens_the_first_question(phone: Page, small: str) -> None:
    for fragment in ("#zzz", "#zzz.zzz", "#for-zzzzzz", "#%E0%A4%A", "#.", "#now.now", "#constructor"):
        phone.goto("about:blank")
        phone.goto(small + fragment)
        expect(heading(phone)).to_have_text("Is any of this happening now?", use_inner_text=True)
        give(phone, "None of these")
        expect_screen(phone, "Is one of these part of it?")


def test_an_address_is_followed_as_far_as_it_fits(open_page: OpenPage, phone: Page, small: str) -> None:
    phone.goto(small)
    give(phone, *AGAIN[:2])
    later = open_page("phone", has_touch=True, is_mobile=True)
    later.goto(phone.url + ".zzz.zzz")
    expect(heading(later)).to_have_text("What happened?", use_inner_text=True)
    give(later, "A date passed")
    expect_screen(later, "Did they know what was wanted?")


def test_the_skip_link_and_the_table_do_not_lose_the_answers(phone: Page, small: str) -> None:
    phone.goto(small)
    give(phone, *AGAIN[:2])
    phone.evaluate("location.hash = '#table'")
    expect(heading(phone)).to_have_text("What happened?", use_inner_text=True)
    give(phone, "A date passed")
    expect_screen(phone, "Did they know what was wanted?")
    expect(phone.get_by_role("navigation", name="Your answers").get_by_role("listitem")).to_have_count(3)


def test_a_link_to_one_answer_shows_it_and_leads_on_from_a_question(phone: Page, small: str) -> None:
    phone.goto(small + "#first-talk")
    expect(heading(phone)).to_have_text("Treat it as a first talk", use_inner_text=True)
    phone.get_by_role("link", name="Back", exact=True).tap()
    expect_screen(phone, "Is any of this happening now?")
    phone.goto(small + "#what")
    give(phone, *AGAIN[2:])
    expect_screen(phone, "What to do today")
    phone.go_back()
    expect_screen(phone, "How many times")


# From a card -----------------------------------------------------------------------------------------


def test_a_card_opens_the_finder_with_what_happened_answered(handbook: BuiltHandbook, phone: Page) -> None:
    id_, found = next(iter(handbook.content.deviations.items()))
    phone.goto(handbook.at(handbook.address_of("deviation", id_)))
    phone.get_by_role("link", name="Answer a few questions first").tap()
    # and until it has loaded: without its script, a page shows every question
    phone.wait_for_url("**/start-here/#*")
    expect(heading(phone)).to_have_text("Is any of this happening now?", use_inner_text=True)
    answers = phone.get_by_role("navigation", name="Your answers").get_by_role("listitem")
    expect(answers).to_contain_text([found.deviation.title])
    give(phone, "None of these")
    expect_screen(phone, "As far as you know")
    give(phone, "None of these")
    expect_screen(phone, "Would most careful people")
    give(phone, "No", "This is the first time")
    expect(answers).to_have_count(5)
    phone.get_by_role("link", name="Card: what to say").locator("visible=true").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text(found.deviation.title)


def test_what_a_card_answered_can_be_changed_as_well(
    handbook: BuiltHandbook, phone: Page, start: str
) -> None:
    id_ = next(iter(handbook.content.deviations))
    code = handbook.address_of("deviation", id_).rstrip("/").rpartition("/")[2]
    phone.goto(f"{start}#for-{code}")
    give(phone, "None of these", "None of these")
    phone.get_by_role("link", name="Change: What happened?").tap()
    expect_screen(phone, "What happened?")
    give(phone, "Somebody was shouted at", "No")
    expect_screen(phone, "How many times")


def test_before_a_call_no_card_is_offered(handbook: BuiltHandbook, phone: Page, start: str) -> None:
    code = (
        handbook.address_of("deviation", next(iter(handbook.content.deviations)))
        .rstrip("/")
        .rpartition("/")[2]
    )
    phone.goto(f"{start}#for-{code}")
    give(phone, "None of these", "Leave, or a request for leave")
    expect_screen(phone, "Call before you talk with them")
    expect(phone.locator("[data-pb-card-link]:visible")).to_have_count(0)
    expect(phone.get_by_role("link", name="Call People team")).to_be_in_viewport()


# By keyboard -----------------------------------------------------------------------------------------


def test_the_whole_way_by_keyboard_alone(open_page: OpenPage, start: str) -> None:
    page = open_page("phone", reduced_motion="reduce")
    page.goto(start)
    for answer in FORMAL:
        tab_to(page, answer)
        page.keyboard.press("Enter")
        expect(heading(page)).to_be_focused()
        assert (focus := where_focus_is(page)) and focus["on_screen"]
    tab_to(page, "What we have agreed for this")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-range__cell:visible")).to_have_text("Agree what must change to Formal warning")
    tab_to(page, "Change")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Is any of this happening now?", use_inner_text=True)


# Nothing a tool can find -----------------------------------------------------------------------------


# The other questions and answers are most of the page, and axe would read them at every look.
_LAY_ASIDE = """() => {
  globalThis.laidAside = [...document.querySelectorAll(".pb-ask[hidden], .pb-end[hidden]")].map((part) => {
    const place = document.createComment("");
    part.replaceWith(place);
    return [place, part];
  });
}"""
_PUT_BACK = "() => { for (const [place, part] of globalThis.laidAside) place.replaceWith(part); }"


@contextmanager
def only_one_screen(page: Page) -> Iterator[None]:
    """The page without the parts that no reader has before them, neither on the screen nor read out."""
    page.evaluate(_LAY_ASIDE)
    yield
    page.evaluate(_PUT_BACK)


def violations(page: Page, state: str) -> list[str]:
    """What axe finds on this screen; the dark theme changes its colours and nothing of its structure."""
    with only_one_screen(page):
        found = faults(page, EVERYTHING, state)
        page.emulate_media(color_scheme="dark")
        found += faults(page, COLOURS, f"{state}, dark")
        page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_no_screen_has_a_violation(open_page: OpenPage, start: str, screen: str) -> None:
    page = open_page(screen, color_scheme="light", reduced_motion="reduce")
    page.goto(start)
    found = faults(page, EVERYTHING, "the whole page")
    found += violations(page, "first question")
    for answer in FORMAL:
        give(page, answer, tap=False)
        found += violations(page, heading(page).inner_text())
    page.get_by_text("What we have agreed for this").locator("visible=true").click()
    page.get_by_text("What counts, and the rules").locator("visible=true").click()
    page.get_by_text("The same as a table").click()
    found += violations(page, "formal range, everything open")
    page.goto(start + "#call-first")
    page.reload()
    found += violations(page, "a call")
    expect_none(found)


# Without a script, and on paper ----------------------------------------------------------------------


def test_without_a_script_every_question_and_answer_is_there_and_the_links_lead_on(
    open_page: OpenPage, start: str
) -> None:
    plain = open_page("phone", java_script_enabled=False)
    plain.goto(start)
    titles = plain.locator(_SECTIONS).locator("h2")
    sections = plain.locator(_SECTIONS).count()
    assert sections
    expect(titles).to_have_count(sections)
    expect(titles.locator("visible=true")).to_have_count(sections)
    order = [re.match(r"(\d+)\. ", text) for text in plain.locator(".pb-ask h2").all_inner_texts()]
    assert [int(number[1]) for number in order if number] == list(
        range(1, plain.locator(".pb-ask").count() + 1)
    )
    plain.get_by_role("link", name="None of these Go to question 2.").click()
    expect(plain.get_by_role("heading", name="2. As far as you know")).to_be_in_viewport()
    plain.get_by_role("link", name="None of these Go to question 3.").click()
    plain.get_by_role("link", name="A fault was seen and not passed on").first.click()
    asked = plain.get_by_role("heading", name=re.compile(r"^\d+\. Would most careful people"))
    expect(asked.and_(plain.locator(":target h2"))).to_be_in_viewport()
    assert "A serious effect" in plain.locator(":target").inner_text()


def test_without_a_script_a_card_still_leads_to_the_urgent_question_first(
    handbook: BuiltHandbook, open_page: OpenPage, start: str
) -> None:
    plain = open_page("phone", java_script_enabled=False)
    plain.goto(handbook.at(handbook.address_of("deviation", next(iter(handbook.content.deviations)))))
    plain.get_by_role("link", name="Answer a few questions first").click()
    expect(plain.get_by_role("heading", name="1. Is any of this happening now?")).to_be_in_viewport()


def test_the_same_as_a_table_names_everything_that_can_happen(
    handbook: BuiltHandbook, phone: Page, start: str
) -> None:
    phone.goto(start)
    phone.get_by_text("The same as a table").tap()
    table = phone.get_by_role("region", name="Where we start, as a table")
    expect(table).to_be_visible()
    names = table.get_by_role("link").locator("visible=true").all_inner_texts()
    assert not {found.deviation.title for found in handbook.content.deviations.values()} - {*names}
    expect(table.get_by_text("Third time and later: Formal warning to Final warning")).to_be_visible()


def test_paper_has_every_question_and_answer_wherever_the_reader_is(
    handbook: BuiltHandbook, phone: Page, start: str
) -> None:
    phone.goto(start)
    give(phone, *FORMAL)
    phone.emulate_media(media="print")
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(phone.locator(_SECTIONS).locator("visible=true")).to_have_count(phone.locator(_SECTIONS).count())
    expect(phone.get_by_text("Go to question 2.").first).to_be_visible()
    for name in (".pb-trail", "[data-pb-back]", "[data-pb-card-link]"):
        assert phone.locator(name).count()
        expect(phone.locator(name).locator("visible=true")).to_have_count(0)
    assert phone.locator(".pb-same--first:visible").count() == phone.locator(".pb-same:visible").count() > 0
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    # every answer is on it, so it grows with what can happen, but less
    assert count_pages(phone.pdf(format="A4")) <= 0.8 * len(handbook.content.deviations)
