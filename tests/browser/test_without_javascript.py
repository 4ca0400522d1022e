"""Without a script nothing is lost but comfort: every page is whole, and nothing typed can leave it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, Watch
from tests.faults import expect_none


@pytest.fixture
def plain(open_page: OpenPage) -> Page:
    """A phone whose browser runs no script."""
    return open_page("phone", java_script_enabled=False)


# What a reader has before them without moving the page, by the words of headings and of links.
_IN_SIGHT = """() => {
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && box.width && box.height
      && box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  };
  const words = (selector) => [...document.querySelectorAll(selector)].filter(seen).map((one) => one.innerText.trim());
  return { title: words("h1"), headings: words("h2, h3"), links: words("a") };
}"""


# Whether a reader sees a link of these words, before and after the fold is opened.
_UNFOLD_ANSWER = """(words) => {
  const seen = () => [...document.querySelectorAll("a")]
    .some((one) => one.textContent.trim() === words && one.checkVisibility({ visibilityProperty: true }));
  const before = seen();
  [...document.querySelectorAll("summary")].find((one) => one.innerText.includes("If they")).click();
  return [before, seen()];
}"""


def test_cards_are_whole(handbook: BuiltHandbook, plain: Page) -> None:
    found = []
    for id_, entry in handbook.content.deviations.items():
        title = entry.deviation.title
        plain.goto(handbook.at(handbook.address_of("deviation", id_)))
        seen = plain.evaluate(_IN_SIGHT)
        if seen["title"] != [title]:
            found.append(f"{title} is headed {seen['title']}")
        for label in ("Check first", "Say", "Do", "Write down", "Do not"):
            if label not in seen["headings"]:
                found.append(f"{title} does not show {label}")
        if not any(words.startswith("Call ") for words in seen["links"]):
            found.append(f"{title} does not show whom to call")
        if entry.deviation.if_they:
            moment = handbook.content.moments[entry.deviation.if_they[0]]
            answer = moment.short or moment.title
            if plain.evaluate(_UNFOLD_ANSWER, answer) != [False, True]:
                found.append(f"{title} does not unfold {answer}")
    expect_none(found)


def test_a_fold_opens_by_a_tap(handbook: BuiltHandbook, plain: Page) -> None:
    plain.goto(handbook.at(handbook.one_of_each_kind()["card"]))
    answers = plain.locator("details", has_text="If they").get_by_role("link").first
    expect(answers).to_be_hidden()
    plain.locator("summary", has_text="If they").click()
    expect(answers).to_be_visible()


def test_lists_and_steps_are_whole(handbook: BuiltHandbook, plain: Page) -> None:
    plain.goto(handbook.at("now/"))
    links = plain.get_by_role("link").locator("visible=true").all_inner_texts()
    titles = [found.deviation.title for found in handbook.content.deviations.values()]
    expect_none(title for title in titles if not any(title in words for words in links))
    ladder, steps = next(iter(handbook.content.ladders.items()))
    plain.goto(handbook.at(handbook.address_of("ladder", ladder)))
    links = plain.locator(".pb-table").get_by_role("link").locator("visible=true").all_inner_texts()
    expect_none(rung.title for rung in steps.rungs if not any(rung.title in words for words in links))
    for rung in steps.rungs:
        plain.goto(handbook.at(handbook.address_of("rung", f"{ladder}/{rung.id}")))
        expect(plain.get_by_role("heading", level=1)).to_have_text(rung.title)
        expect(plain.get_by_role("heading", name="Say", exact=True)).to_be_visible()


# The boxes that are not ticked yet; each must lie open to a thumb, and belong to the same form as all others.
_TICK_THE_REST = """() => {
  const boxes = [...document.querySelectorAll("input[type=checkbox]")].filter((one) => one.checkVisibility());
  const wrong = new Set(boxes.map((box) => box.form)).size === 1 ? [] : ["The boxes are not all of one form."];
  for (const box of boxes.filter((one) => !one.checked)) {
    box.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = box.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    const line = box.closest("label");
    if (there === box || (there && line?.contains(there))) box.click();
    if (!box.checked) wrong.push(`This cannot be ticked: ${line?.innerText}`);
  }
  return wrong;
}"""


def tick_all(page: Page) -> None:
    """Tick the first and the last box of a list as a reader does, and all others in one go."""
    page.get_by_role("checkbox").first.check()
    page.get_by_role("checkbox").last.check()
    expect_none(page.evaluate(_TICK_THE_REST))
    expect(page.get_by_role("checkbox", checked=False)).to_have_count(0)


def test_checklists_can_be_ticked(handbook: BuiltHandbook, plain: Page) -> None:
    for id_, checklist in handbook.content.checklists.items():
        plain.goto(handbook.at(handbook.address_of("checklist", id_)))
        items = [*checklist.before, *checklist.during, *checklist.after]
        expect(plain.get_by_role("checkbox")).to_have_count(len(items))
        tick_all(plain)
        expect(plain.get_by_role("button")).to_have_count(0)


_OF_TICKS = re.compile(r"\d+ of \d+ done|Clear ticks")


def _lines(page: Page) -> list[str]:
    """What a page says, line by line."""
    return [line for line in page.locator(".pb-body").inner_text().splitlines() if line.strip()]


# Fields to type into, and buttons of the page itself, that a reader sees.
_OFFERED = """() => [...document.querySelectorAll("input:not([type=checkbox]), button")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length)
  .map((one) => one.outerHTML)"""


def test_a_page_says_the_same_with_and_without_a_script_and_offers_no_field_that_nobody_answers(
    handbook: BuiltHandbook, plain: Page, phone: Page
) -> None:
    """Apart from what the script itself shows: the home page's search, the count of ticks, the finder."""
    for kind, address in handbook.one_of_each_kind().items():
        plain.goto(handbook.at(address))
        assert plain.locator("input[type=search]").count(), kind
        assert plain.evaluate(_OFFERED) == [], kind
        if kind in ("home", "checklist", "start-here"):
            continue
        phone.goto(handbook.at(address))
        said = _lines(plain)
        assert said and said == [line for line in _lines(phone) if not _OF_TICKS.fullmatch(line)], kind
    plain.goto(handbook.home)
    expect(plain.get_by_role("searchbox")).to_be_hidden()
    expect(plain.get_by_role("navigation", name="Where to begin").get_by_role("link")).to_have_count(4)


def test_nothing_typed_or_ticked_goes_into_an_address(handbook: BuiltHandbook, plain: Page) -> None:
    watch = Watch(plain.context)
    for address in handbook.of_kind("checklist"):
        plain.goto(handbook.at(address))
        tick_all(plain)
        for box in (plain.get_by_role("checkbox").first, plain.get_by_role("checkbox").last):
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
