"""Every page of the handbook is quiet: no complaint, nothing missing, nothing asked of another origin."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook


def test_every_page_is_quiet_in_both_themes(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    """The watch on every opened page does the asserting; the themes must differ to have been seen."""
    page = open_page("phone")
    for entry in (*(one.address for one in handbook.site.pages), "404.html"):
        answer = page.goto(handbook.at(entry))
        assert answer and answer.ok
        grounds = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert grounds[0] != grounds[1], entry
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
    # the search index is asked for once the page is at rest
    page.wait_for_load_state("networkidle")


def test_no_link_leaves_the_handbook_and_every_one_opens(handbook: BuiltHandbook, desktop: Page) -> None:
    links: set[str] = set()
    for one in handbook.site.pages:
        desktop.goto(handbook.at(one.address))
        links |= set(desktop.evaluate("[...document.links].map((link) => link.href)"))
    links = {link.partition("#")[0] for link in links if not link.startswith(("tel:", "mailto:"))}
    assert not [link for link in links if not link.startswith(handbook.home)]
    assert len(links) >= len(handbook.site.pages) - 1
    for link in sorted(links):
        assert desktop.request.get(link).ok, link


def test_a_lost_reader_finds_a_way_on(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    page = open_page("phone")
    page.goto(handbook.at("404.html"))
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    page.get_by_role("link", name="See all situations").click()
    expect(page).to_have_url(handbook.at("now/"))
