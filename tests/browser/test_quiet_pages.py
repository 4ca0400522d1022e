"""Every page of the handbook is quiet: no complaint, nothing missing, nothing asked of another origin."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SCREENS
from tests.browser.reading import BuiltHandbook, Watch
from tests.faults import expect_none

_GROUND = "getComputedStyle(document.body).backgroundColor"


@dataclass
class Round:
    """What a reader who opens every page in both themes has met."""

    faults: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    headings: dict[str, int] = field(default_factory=dict)
    grounds: dict[str, tuple[str, str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def every_page(handbook: BuiltHandbook, browser: Browser) -> Round:
    """Open every page of the site once, in light and in dark."""
    met = Round()
    with browser.new_context(viewport=SCREENS["phone"], service_workers="block") as context:
        watch = Watch(context)
        page = context.new_page()
        for address in (*(one.address for one in handbook.site.pages), "404.html"):
            page.emulate_media(color_scheme="light")
            page.goto(handbook.at(address))
            light = page.evaluate(_GROUND)
            page.emulate_media(color_scheme="dark")
            met.grounds[address] = (light, page.evaluate(_GROUND))
            met.headings[address] = page.locator("h1").count()
            met.links |= set(page.evaluate("[...document.links].map((link) => link.href)"))
        page.wait_for_load_state("networkidle")  # the search index comes once a page is at rest
        met.faults = watch.faults
    return met


def test_no_page_complains_misses_something_or_asks_another_origin(every_page: Round) -> None:
    assert len(every_page.grounds) > 40
    expect_none(every_page.faults)


def test_every_page_has_a_light_and_a_dark_look_and_one_heading(every_page: Round) -> None:
    assert not [address for address, (light, dark) in every_page.grounds.items() if light == dark]
    assert set(every_page.headings.values()) == {1}


def test_no_link_leaves_the_handbook_and_every_one_opens(
    handbook: BuiltHandbook, every_page: Round, phone: Page
) -> None:
    links = {link.partition("#")[0] for link in every_page.links if not link.startswith(("tel:", "mailto:"))}
    assert not [link for link in links if not link.startswith(handbook.home)]
    assert {handbook.at(one.address) for one in handbook.site.pages} <= links | {handbook.at("about/")}
    for link in sorted(links):
        assert phone.request.get(link).ok, link


def test_a_lost_reader_finds_a_way_on(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at("404.html"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page is not here")
    phone.get_by_role("link", name="See all situations").click()
    expect(phone).to_have_url(handbook.at("now/"))
