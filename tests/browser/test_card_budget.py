"""What the build says about the room a card takes, held against a real browser."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from playbook.card_budget import SURFACES, CardText, Measured, Part, Surface, measure
from playbook.checks.found_cards import cards_in
from playbook.checks.inspection import Inspection
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook
from tests.browser.walk import Walk
from tests.faults import expect_none

PHONES = [surface for surface in SURFACES if not surface.on_paper]
SHEETS = [surface for surface in SURFACES if surface.on_paper]

_BOTTOM = """() => Math.max(...[...document.querySelectorAll(".pb-card")]
  .map((one) => one.getBoundingClientRect().bottom + scrollY))"""
# Puts other words into the places of a card: [title, formality, readiness, [[lines of each cluster]]].
_FILL = """([title, formality, ready, clusters]) => {
  const card = document.querySelector(".pb-card");
  document.querySelector("h1").textContent = title;
  card.querySelector(".pb-formality").textContent = formality;
  card.querySelector(".pb-ready").textContent = ready;
  [...card.querySelectorAll(".pb-cluster")].forEach((one, number) => {
    one.querySelectorAll("p, ul").forEach((old) => old.remove());
    const lines = clusters[number];
    const list = document.createElement(lines.length > 1 ? "ul" : "p");
    for (const line of lines) {
      const item = lines.length > 1 ? list.appendChild(document.createElement("li")) : list;
      item.textContent = line;
    }
    one.append("\\n", list);
  });
}"""


def texts(handbook: BuiltHandbook) -> dict[str, CardText]:
    """The words of every card of the example handbook, by title."""
    return {found.text.title: found.text for found in cards_in(Inspection(handbook.content))}


def judge(card: CardText, estimate: Measured, real: float) -> Iterator[str]:
    """The estimate may be a little too careful, and never too hopeful."""
    about = (
        f'"{card.title}" on {estimate.surface.name}: {estimate.height:.0f} px worked out, {real:.0f} px real'
    )
    if estimate.height < real - 1 and real > estimate.surface.height and not estimate.over:
        yield f"{about}: it says that the card fits"
    if abs(estimate.height / real - 1) > 0.08:
        yield f"{about}: more than 8 % off"


@pytest.mark.parametrize("surface", PHONES, ids=lambda one: one.key)
def test_the_height_worked_out_is_the_height_on_a_phone(
    handbook: BuiltHandbook, walked: Walk, surface: Surface
) -> None:
    screen = "small-phone" if surface is PHONES[0] else "phone-with-bars"
    known = texts(handbook)
    addresses = handbook.of_kind("card", "step", "standard", "ladder")
    assert len(addresses) > 60
    expect_none(
        fault
        for seen in walked.on(screen, *addresses)
        for card in [known[seen["headings"][0]]]
        for fault in judge(card, measure(card, surface), seen["ends"])
    )


@pytest.mark.parametrize("surface", SHEETS, ids=lambda one: one.key)
def test_the_height_worked_out_is_the_height_on_paper(
    handbook: BuiltHandbook, walked: Walk, surface: Surface
) -> None:
    known = texts(handbook)
    expect_none(
        fault
        for seen in walked.on(surface.key, *handbook.of_kind("card"))
        for card in [known[seen["headings"][0]]]
        for fault in judge(card, measure(card, surface), seen["printed"])
    )


def test_cards_with_any_words_are_worked_out_too(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """Words of the example in any order and number, and some that are longer than a line."""
    chance = random.Random(20261127)
    cards = texts(handbook)
    words = [word for card in cards.values() for line in card.running for word in line.split()]
    words += [
        "www.handbook.example.org/a-very-long-address-of-a-page",
        "Straßenbahnhaltestelle,",
        "“[what-ever]”",
        "—",
    ]

    def some(least: int, most: int) -> str:
        return " ".join(chance.choices(words, k=chance.randint(least, most)))

    sample = next(card for card in cards.values() if card.ready and card.parts[0].key == "check")
    address = next(a for a in handbook.of_kind("card") if sample.title in handbook.site_page(a).body)
    found, over = [], 0
    for surface, screen in zip(PHONES, ("small-phone", "phone-with-bars"), strict=True):
        page = open_page(screen)
        page.goto(handbook.at(address))
        for _ in range(60):
            parts = tuple(
                Part(
                    part.key,
                    part.label,
                    tuple(
                        some(1, 16)
                        for _ in range(chance.choice([1, 1, 2, 3, 5]) if part.key != "check" else 1)
                    ),
                )
                for part in sample.parts
            )
            card = replace(sample, title=some(2, 9), formality=some(2, 8), ready=some(3, 14), parts=parts)
            page.evaluate(_FILL, [card.title, card.formality, card.ready, [list(p.lines) for p in parts]])
            estimate, real = measure(card, surface), page.evaluate(_BOTTOM)
            over += real > surface.height
            found += judge(card, estimate, real)
    assert 20 < over < 110, "the made cards should fit about as often as not"
    expect_none(found)
