"""One walk through every page of the example handbook, on which everything is noted that tests ask of each page.

Opening a page costs more than all that is asked of it there, so it is opened once. The notes say what is
seen; what it should be is said by the tests.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, ViewportSize

from playbook.card_budget import SURFACES
from tests.browser.reading import BuiltHandbook, Watch

__all__ = ["ON_PHONES", "Seen", "Walk", "walk"]

# What the bar offers on every page.
_ALWAYS = ("Urgent help", "Hide", "Search")
ON_PHONES = ("small-phone", "phone-with-bars")
"""The screens that a card must fit."""

# Pages that open on a card of one screen, or on the first steps of an urgent one.
_WITH_CARD = ("card", "ladder", "standard", "step", "urgent")

_GROUND = "getComputedStyle(document.body).backgroundColor"
_INK = "getComputedStyle(document.body).color"
# What is pressed or typed into on a screen, where paper shows it.
_PRESSED = """() => [".pb-bar", ".pb-foot", ".pb-nav", "button", "input[type=search]"].filter((name) =>
  [...document.querySelectorAll(name)].some((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true }) && width && height;
  }))"""
# What is whole on the screen lies inside its edges, with nothing over its middle. Told as one text: handing
# over hundreds of addresses one by one takes longer than finding them.
_NOTE = """(always) => {
  const card = document.querySelector(".pb-card");
  const whole = (one) => {
    const box = one?.checkVisibility() ? one.getBoundingClientRect() : null;
    return Boolean(box) && box.width > 0 && box.left >= 0 && box.top >= 0 &&
      box.right <= innerWidth && box.bottom <= innerHeight &&
      one.contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2));
  };
  const bar = [...document.querySelectorAll("header a, header button")];
  const named = (name) => bar.find((one) => one.innerText.trim() === name);
  const call = [...document.links].find((link) => link.innerText.startsWith("Call "));
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const sizes = (which) => [...(card?.querySelectorAll(which) || [])].map(size);
  const bottom = (one) => Math.ceil(one.getBoundingClientRect().bottom + scrollY);
  return JSON.stringify({
    title: document.title,
    headings: [...document.querySelectorAll("h1")].map((one) => one.innerText),
    tells: document.querySelectorAll("meta[property^='og:'], meta[name='description']").length,
    ground: getComputedStyle(document.body).backgroundColor,
    links: [...document.links].map((link) => link.href),
    seen: [...document.links].filter((link) => link.checkVisibility({ visibilityProperty: true }) &&
      link.getClientRects().length).map((link) => link.href),
    urgent: named("Urgent help")?.href,
    missing: always.filter((name) => !whole(named(name))),
    call: call ? { href: call.getAttribute("href"), whole: whole(call) } : null,
    ends: Math.max(...[...document.querySelectorAll(".pb-card")].map(
      (one) => one.getBoundingClientRect().bottom + scrollY)),
    printed: [...document.querySelectorAll(".pb-card, .pb-upkeep, .pb-version")]
      .reduce((most, one) => Math.max(most, one.getBoundingClientRect().bottom + scrollY), 0),
    clusters: Object.fromEntries([...(card?.querySelectorAll(".pb-cluster") || [])].map(
      (one) => [one.querySelector("h2").innerText, Math.round(one.getBoundingClientRect().height)])),
    first: card?.querySelector("li") ? bottom(card.querySelector("li")) : null,
    words: sizes("li, p:not(.pb-formality), .pb-call"),
    labels: sizes("h2, .pb-formality, span"),
  });
}"""

Seen = dict[str, Any]
"""What is seen of a page on one screen."""


@dataclass
class Walk:
    """What a reader who opens every page meets: on which screen or paper, by address."""

    seen: dict[str, dict[str, Seen]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def on(self, screen: str, *addresses: str) -> list[Seen]:
        """What is seen there of these pages."""
        return [self.seen[address][screen] for address in addresses]


def walk(page: Page, handbook: BuiltHandbook, screens: Mapping[str, ViewportSize]) -> Walk:
    """Open every page once, and look at it on every screen and paper that matters to it."""
    walked = Walk()
    watch = Watch(page.context)
    longest = handbook.one_of_each_kind().values()
    for entry in handbook.site.pages:
        more = (
            *(ON_PHONES if entry.kind in _WITH_CARD else ()),
            *(("desktop", "narrow") if entry.address in longest else ()),
        )
        page.goto(handbook.at(entry.address))
        seen = walked.seen[entry.address] = {"phone": _look(page)}
        if entry.address in longest:
            page.emulate_media(color_scheme="dark")
            seen["dark"] = {"ground": page.evaluate(_GROUND)}
            page.emulate_media(media="print")
            seen["paper"] = {"pressed": page.evaluate(_PRESSED), "ink": page.evaluate(_INK)}
            page.emulate_media(media="screen", color_scheme="light")
        for screen in more:
            page.set_viewport_size(screens[screen])
            seen[screen] = _look(page)
        if entry.kind == "card":
            seen.update(_on_paper(page))
        if more:
            page.set_viewport_size(screens["phone"])
    page.wait_for_load_state("networkidle")  # the search index comes once a page is at rest
    walked.faults = watch.faults
    watch.stop()
    return walked


def _look(page: Page) -> Seen:
    found: Seen = json.loads(page.evaluate(_NOTE, _ALWAYS))
    return found


def _on_paper(page: Page) -> dict[str, Seen]:
    """A card as it lies on each small sheet."""
    found = {}
    page.emulate_media(media="print")
    for sheet in SURFACES:
        if sheet.on_paper:
            page.set_viewport_size({"width": round(sheet.width), "height": round(sheet.height)})
            found[sheet.key] = _look(page)
    page.emulate_media(media="screen")
    return found
