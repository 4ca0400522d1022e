"""A card fits one phone screen, and says which card does not, by how much."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import SCREENS
from tests.browser.reading import BuiltHandbook
from tests.faults import expect_none

_MEASURE = """() => {
  const card = document.querySelector(".pb-card");
  const bottom = (one) => Math.ceil(one.getBoundingClientRect().bottom + scrollY);
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const sizes = (which) => [...card.querySelectorAll(which)].map(size);
  return {
    title: document.querySelector("h1").innerText,
    end: bottom(card),
    clusters: Object.fromEntries([...card.querySelectorAll(".pb-cluster")].map(
      (one) => [one.querySelector("h2").innerText, Math.round(one.getBoundingClientRect().height)])),
    first: bottom(card.querySelector("li")),
    words: sizes("li, p:not(.pb-formality), .pb-call"),
    labels: sizes("h2, .pb-formality, span"),
  };
}"""

Cards = dict[str, list[dict[str, Any]]]


# Ten times the letter "m" in the page's own type, in px. Arial, Helvetica, Liberation Sans and Roboto all
# stay below; the type that a bare machine falls back on is a seventh wider than any phone's.
_TEN_M = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "18px " + getComputedStyle(document.body).fontFamily;
  return pen.measureText("mmmmmmmmmm").width;
}"""
_WIDEST = 165


@pytest.fixture(scope="module")
def cards(handbook: BuiltHandbook, browser: Browser) -> Cards:
    """Every card as it stands on each of two phones, by the kind of its page."""
    found: Cards = {}
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        for entry in handbook.site.pages:
            if entry.kind in ("card", "step", "urgent"):
                page.goto(handbook.at(entry.address))
                if page.evaluate(_TEN_M) > _WIDEST:
                    pytest.fail("No type as phones have it: install fonts-liberation.", pytrace=False)
                for screen in ("small-phone", "phone-with-bars"):
                    page.set_viewport_size(SCREENS[screen])
                    fold = {"screen": screen, "fold": SCREENS[screen]["height"]}
                    found.setdefault(entry.kind, []).append({**page.evaluate(_MEASURE), **fold})
    return found


@pytest.mark.parametrize("kind", ["card", "step"])
def test_every_card_ends_above_the_fold(cards: Cards, kind: str) -> None:
    expect_none(
        f'"{card["title"]}" is {card["end"] - card["fold"]} px too long on a {card["screen"]}; '
        f'its longest part is "{max(card["clusters"], key=card["clusters"].get)}"'
        for card in cards[kind]
        if card["end"] > card["fold"]
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
