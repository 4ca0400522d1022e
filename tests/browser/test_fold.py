"""A card fits one phone screen, and says which card does not, by how much."""

from __future__ import annotations

import pytest

from tests.browser.conftest import SCREENS, OpenPage
from tests.browser.reading import BuiltHandbook
from tests.faults import expect_none

_MEASURE = """() => {
  const card = document.querySelector(".pb-card");
  const bottom = (one) => Math.ceil(one.getBoundingClientRect().bottom + scrollY);
  return {
    title: document.querySelector("h1").innerText,
    end: bottom(card),
    clusters: Object.fromEntries([...card.querySelectorAll(".pb-cluster")].map(
      (one) => [one.querySelector("h2").innerText, Math.round(one.getBoundingClientRect().height)])),
    first: bottom(card.querySelector("li")),
    sizes: [...card.querySelectorAll("p, li")].map((one) => parseFloat(getComputedStyle(one).fontSize)),
    labels: [...card.querySelectorAll("h2")].map((one) => parseFloat(getComputedStyle(one).fontSize)),
  };
}"""

PHONES = pytest.mark.parametrize("screen", ["small-phone", "phone-with-bars"])


@PHONES
def test_every_situation_and_step_card_ends_above_the_fold(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str
) -> None:
    page = open_page(screen)
    height = SCREENS[screen]["height"]
    faults = []
    for address in handbook.of_kind("card", "step"):
        page.goto(handbook.at(address))
        card = page.evaluate(_MEASURE)
        print(f"{screen}: {card['title']} ends at {card['end']} of {height} px")
        if card["end"] > height:
            longest = max(card["clusters"], key=card["clusters"].get)
            faults.append(
                f'"{card["title"]}" is {card["end"] - height} px too long; its longest part is "{longest}"'
            )
    expect_none(faults)


@PHONES
def test_an_urgent_card_opens_on_what_to_do_first(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str
) -> None:
    """Its steps are done in order, so it may go on below the fold; it must not begin there."""
    page = open_page(screen)
    height = SCREENS[screen]["height"]
    for address in handbook.of_kind("urgent"):
        page.goto(handbook.at(address))
        card = page.evaluate(_MEASURE)
        print(f"{screen}: {card['title']} ends at {card['end']} of {height} px")
        assert card["first"] < height / 2


@PHONES
def test_a_card_is_set_in_type_that_can_be_read_at_arms_length(
    handbook: BuiltHandbook, open_page: OpenPage, screen: str
) -> None:
    page = open_page(screen)
    for address in handbook.of_kind("card", "step", "urgent"):
        page.goto(handbook.at(address))
        card = page.evaluate(_MEASURE)
        assert min(card["sizes"][1:]) >= 18 or "urgent" in address, card
        assert min(card["labels"] + card["sizes"]) >= 16, card
