"""A card fits one phone screen, and says which card does not, by how much."""

from __future__ import annotations

import math

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SCREENS
from tests.browser.reading import BuiltHandbook
from tests.browser.walk import ON_PHONES, Seen, Walk
from tests.faults import expect_none

Cards = dict[str, list[Seen]]

# Ten times the letter "m" in the page's own type, in px. Arial, Helvetica, Liberation Sans and Roboto all
# stay below; the type that a bare machine falls back on is a seventh wider than any phone's.
_TEN_M = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "18px " + getComputedStyle(document.body).fontFamily;
  return pen.measureText("mmmmmmmmmm").width;
}"""
_WIDEST = 165


@pytest.fixture
def cards(walked: Walk, handbook: BuiltHandbook) -> Cards:
    """Every card as it stands on each of two phones, by the kind of its page."""
    return {
        kind: [
            {**seen, "screen": screen, "fold": SCREENS[screen]["height"], "title": seen["headings"][0]}
            for screen in ON_PHONES
            for seen in walked.on(screen, *handbook.of_kind(kind))
        ]
        for kind in ("card", "step", "urgent")
    }


def test_the_type_is_as_wide_as_on_a_phone(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.home)
    if phone.evaluate(_TEN_M) > _WIDEST:
        pytest.fail("No type as phones have it: install fonts-liberation.", pytrace=False)


@pytest.mark.parametrize("kind", ["card", "step"])
def test_every_card_ends_above_the_fold(cards: Cards, kind: str) -> None:
    expect_none(
        f'"{card["title"]}" is {math.ceil(card["ends"]) - card["fold"]} px too long on a {card["screen"]}; '
        f'its longest part is "{max(card["clusters"], key=card["clusters"].get)}"'
        for card in cards[kind]
        if math.ceil(card["ends"]) > card["fold"]
    )


def test_an_urgent_card_opens_on_what_to_do_first(cards: Cards) -> None:
    """Its steps are done in order, so it may go on below the fold; it must not begin there."""
    for card in cards["urgent"]:
        assert card["first"] < card["fold"] / 2, card


@pytest.mark.parametrize("kind", ["card", "step", "urgent"])
def test_a_card_is_set_in_type_that_can_be_read_at_arms_length(cards: Cards, kind: str) -> None:
    """The words are 18 px or more, labels and the line on top 16 px or more."""
    for card in cards[kind]:
        assert min(card["words"]) >= 18, card
        assert min(card["labels"]) >= 16, card
