"""Search, in the words that people have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import answers_to
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for, where_focus_is
from tests.faults import expect_none

_NONSENSE = "qwxzv jkqpf"


def from_home(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.home)
    page.get_by_role("searchbox").click()


def from_the_bar(page: Page, handbook: BuiltHandbook) -> None:
    page.goto(handbook.at("now/"))
    open_search(page)


def not_among_the_first(page: Page, said: Sequence[tuple[str, str]]) -> list[str]:
    """The words that do not find the title that belongs to them among the first three."""
    answers = answers_to(page, [words for words, _ in said])
    return [
        f"{words!r} finds {answer.titles[:3]}, not {title!r}"
        for (words, title), answer in zip(said, answers, strict=True)
        if title not in answer.titles[:3]
    ]


BOTH = pytest.mark.parametrize("start", [from_home, from_the_bar])
Start = Callable[[Page, BuiltHandbook], None]


@BOTH
def test_a_deviation_is_found_by_what_can_be_seen_of_it(
    handbook: BuiltHandbook, phone: Page, start: Start
) -> None:
    start(phone, handbook)
    deviations = [found.deviation for found in handbook.content.deviations.values()]
    answers = answers_to(phone, [deviation.observable for deviation in deviations])
    expect_none(
        f"{answer.query!r} finds {answer.titles[:3]}, not {deviation.title!r} first"
        for deviation, answer in zip(deviations, answers, strict=True)
        if answer.titles[:1] != [deviation.title]
    )


def test_a_few_of_those_words_are_enough(handbook: BuiltHandbook, phone: Page) -> None:
    """The four longest words of what can be seen, in their order, as somebody in a hurry types them."""
    from_home(phone, handbook)
    said = []
    for found in handbook.content.deviations.values():
        signs = found.deviation.observable.replace(",", "").replace(".", "").split()
        longest = sorted(signs, key=len)[-4:]
        said.append((" ".join(word for word in signs if word in longest), found.deviation.title))
    expect_none(not_among_the_first(phone, said))


def test_words_that_are_never_shown_find_the_card_all_the_same(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    content = handbook.content
    records = [*(found.deviation for found in content.deviations.values()), *content.moments.values()]
    said = [(words, record.title) for record in records for words in record.also_said]
    assert len(said) > 50
    expect_none(not_among_the_first(phone, said))


def test_words_that_are_only_for_searching_are_never_shown(handbook: BuiltHandbook, phone: Page) -> None:
    """Neither among the results nor anywhere on a card, not even where no reader looks."""
    from_home(phone, handbook)
    hidden = {}
    for id_, found in handbook.content.deviations.items():
        shown = f"{found.deviation.title} {found.deviation.observable} {found.deviation.impact}".lower()
        hidden[id_] = [words.lower() for words in found.deviation.also_said if words.lower() not in shown]
    answers = answers_to(phone, [words[0] for words in hidden.values()])
    for (id_, never_shown), answer in zip(hidden.items(), answers, strict=True):
        title = handbook.content.deviations[id_].deviation.title
        assert title in answer.titles, answer.query
        page = handbook.folder / handbook.address_of("deviation", id_) / "index.html"
        results, card = answer.html.lower(), page.read_text(encoding="utf-8").lower()
        assert title.lower() in results and title.lower() in card
        assert not [words for words in never_shown if words in results or words in card], id_


@BOTH
def test_one_typo_does_not_hide_the_card(handbook: BuiltHandbook, phone: Page, start: Start) -> None:
    """The longest word that can be seen gets two letters swapped, or loses one."""
    start(phone, handbook)
    said = []
    for found in handbook.content.deviations.values():
        signs = found.deviation.observable.replace(",", "").replace(".", "").split()
        word = max(signs, key=len)
        middle = len(word) // 2
        swapped = word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]
        shorter = word[:middle] + word[middle + 1 :]
        for typo in (swapped, shorter):
            query = " ".join(typo if sign == word else sign for sign in signs)
            said.append((query, found.deviation.title))
    expect_none(not_among_the_first(phone, said))


def test_a_typo_in_the_only_word_still_finds_it(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    titles = [record.title for record in handbook.content.urgent.values()]
    for answer in answers_to(phone, ("harasment", "suicidl", "harassmnet")):
        assert answer.titles[0] in titles, answer.query


def test_words_of_danger_open_on_an_urgent_card(handbook: BuiltHandbook, phone: Page) -> None:
    """On the card, or where the words are somebody's own, on its part for the reader who is affected."""
    from_home(phone, handbook)
    said = [
        (words, handbook.at(handbook.address_of("urgent", id_)))
        for id_, record in handbook.content.urgent.items()
        for words in record.also_said
    ]
    for (words, address), answer in zip(said, answers_to(phone, [words for words, _ in said]), strict=True):
        assert answer.addresses[0].partition("#")[0] == address, words
    expect(phone.locator(".pb-results a").first).to_contain_text("Urgent")


@BOTH
def test_nothing_found_says_what_to_do(handbook: BuiltHandbook, phone: Page, start: Start) -> None:
    start(phone, handbook)
    assert results_for(phone, _NONSENSE) == ["All situations", "Urgent help"]
    expect(phone.locator(".pb-results").get_by_role("status")).to_contain_text("Try fewer or other words")
    phone.locator(".pb-results").get_by_role("link", name="All situations").click()
    expect(phone).to_have_url(handbook.at("now/"))


def test_a_search_that_cannot_load_says_where_to_look(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    phone = open_page("phone", silent=False)
    phone.route("**/search-index*", lambda route: route.abort())
    from_home(phone, handbook)
    assert results_for(phone, "late") == ["All situations", "Urgent help"]
    expect(phone.locator(".pb-results").get_by_role("status")).to_contain_text("cannot load")
    phone.unroute("**/search-index*")
    assert len(results_for(phone, "shouting")) > 2


def test_what_fits_poorly_says_so_and_where_else_to_look(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    titles = results_for(phone, "shouting qwxzv jkqpf vbrtz")
    expect(phone.locator(".pb-results").get_by_role("status")).to_contain_text("comes nearest")
    assert titles[-2:] == ["All situations", "Urgent help"] and 2 < len(titles) <= 5


def test_danger_opens_on_an_urgent_card_and_a_saying_does_not(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    danger = ("he wants to kill himself", "she was groped", "i sent the list to the wrong person")
    for answer in answers_to(phone, danger):
        assert answer.urgent[0], answer.query
    sayings = (
        "killing it",
        "fire drill",
        "shoot me an email",
        "dying to know",
        "my laptop died",
        "deadline is killing me",
        "bite the bullet",
    )
    for answer in answers_to(phone, sayings):
        assert not answer.urgent[0], answer.query


def test_the_person_concerned_is_led_to_their_own_side(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    own = handbook.at("my-side/")
    queries = (
        "my manager shouts at me",
        "am i being fired",
        "got an invitation to a meeting",
        "can I bring someone",
        "do i have to sign",
        "someone complained about me",
        "my manger shuots at me",
    )
    expect_none(
        f"{answer.query} leads to {answer.addresses[0]}"
        for answer in answers_to(phone, queries)
        if not answer.addresses[0].startswith(own)
    )


def test_who_is_led_to_a_folded_question_finds_it_open(handbook: BuiltHandbook, phone: Page) -> None:
    from_the_bar(phone, handbook)
    results_for(phone, "do i have to sign")
    phone.locator(".pb-results a").first.click()
    asked = phone.locator("details[open]")
    expect(asked).to_have_count(1)
    expect(asked.get_by_role("heading")).to_be_in_viewport()
    expect(asked).to_contain_text("You need not sign")


def test_who_cannot_go_on_is_asked_whether_it_is_they(handbook: BuiltHandbook, phone: Page) -> None:
    from_the_bar(phone, handbook)
    assert results_for(phone, "I can't go on")[0] == "Is it you?"
    phone.locator(".pb-results a").first.click()
    expect(phone.get_by_role("heading", name="Is it you?")).to_be_in_viewport()


def test_an_everyday_question_never_opens_on_a_formal_step(handbook: BuiltHandbook, phone: Page) -> None:
    """Each deviation's own words, and questions that say what the reader does not want."""
    from_home(phone, handbook)
    content = handbook.content
    formal = {
        rung.title for ladder in content.ladders.values() for rung in ladder.rungs if rung.standing.formal
    }
    queries = [found.deviation.title for found in content.deviations.values()]
    queries += ["I do not want to fire her", "without a warning", "improve", "not good enough"]
    *everyday, direct = answers_to(phone, [*queries, "dismissal"])
    for answer in everyday:
        assert not {*answer.titles[:1]} & formal, answer.query
    assert {*direct.titles[:3]} & formal


def test_the_index_may_lie_in_the_page_itself(handbook: BuiltHandbook, phone: Page) -> None:
    """So that one file that holds a whole handbook can be searched, where nothing may be loaded."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
          const index = document.createElement("script");
          index.type = "application/json";
          index.id = "pb-search-index";
          index.textContent = '{"version":2,"records":[{"k":"page","t":"Only this","a":"now/","s":["shouting"]}]}';
          document.body.append(index);
        });"""
    )
    from_home(phone, handbook)
    assert results_for(phone, "shouting") == ["Only this"]
    assert asked and not [url for url in asked if "search-index" in url]


@BOTH
def test_results_are_reached_walked_and_left_by_keyboard(
    handbook: BuiltHandbook, phone: Page, start: Start
) -> None:
    start(phone, handbook)
    found = next(iter(handbook.content.deviations.values())).deviation
    results_for(phone, found.observable)
    phone.keyboard.press("ArrowDown")
    focus = where_focus_is(phone)
    assert focus and focus["name"].startswith(found.title) and focus["ringed"] and focus["on_screen"]
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    expect(phone.get_by_role("searchbox")).to_be_focused()
    phone.keyboard.press("Tab")
    assert (focus := where_focus_is(phone)) and focus["name"].startswith(found.title)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(found.title)


def test_enter_goes_from_the_words_to_the_best_answer(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    found = next(iter(handbook.content.deviations.values())).deviation
    results_for(phone, found.observable)
    phone.keyboard.press("Enter")
    assert (focus := where_focus_is(phone)) and focus["name"].startswith(found.title)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(found.title)


def test_results_say_their_number_and_kind(handbook: BuiltHandbook, phone: Page) -> None:
    from_home(phone, handbook)
    found = next(iter(handbook.content.deviations.values())).deviation
    titles = results_for(phone, found.observable)
    expect(phone.get_by_role("status")).to_have_text(f"{len(titles)} result{'s' if titles[1:] else ''}")
    expect(phone.locator(".pb-results a").first).to_contain_text(f"Situation · {found.observable}")
    assert len(titles) == phone.locator(".pb-results").get_by_role("listitem").count()
