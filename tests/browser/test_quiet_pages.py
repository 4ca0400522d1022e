"""Every page of the handbook is quiet: no complaint, nothing missing, nothing asked of another origin."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.reading import BuiltHandbook
from tests.browser.walk import Walk
from tests.faults import expect_none


def test_no_page_complains_misses_something_or_asks_another_origin(walked: Walk) -> None:
    assert len(walked.seen) > 40
    expect_none(walked.faults)


def test_every_page_has_one_heading(walked: Walk) -> None:
    for address, seen in walked.seen.items():
        assert len(seen["phone"]["headings"]) == 1, address


def test_every_kind_of_page_has_a_light_and_a_dark_look(handbook: BuiltHandbook, walked: Walk) -> None:
    for kind, address in handbook.one_of_each_kind().items():
        (light,), (dark,) = walked.on("phone", address), walked.on("dark", address)
        assert light["ground"] != dark["ground"], kind


def test_what_can_only_be_pressed_is_not_printed(handbook: BuiltHandbook, walked: Walk) -> None:
    """A device in dark colours prints on white all the same."""
    for kind, address in handbook.one_of_each_kind().items():
        (printed,) = walked.on("paper", address)
        assert printed == {"pressed": [], "ink": "rgb(22, 33, 43)"}, kind


def test_no_link_leaves_the_handbook_and_every_one_opens(handbook: BuiltHandbook, walked: Walk) -> None:
    addresses = {link for seen in walked.seen.values() for link in seen["phone"]["links"]}
    links = {link.partition("#")[0] for link in addresses if not link.startswith(("tel:", "mailto:"))}
    assert not [link for link in links if not link.startswith(handbook.home)]
    assert {handbook.at(one.address) for one in handbook.site.pages} <= links | {handbook.at("about/")}
    server = HTTPConnection(urlsplit(handbook.home).netloc)
    for link in sorted(links):
        server.request("GET", urlsplit(link).path)
        answer = server.getresponse()
        answer.read()
        assert answer.status == 200, link
    server.close()


def test_a_lost_reader_finds_a_way_on(handbook: BuiltHandbook, phone: Page) -> None:
    phone.goto(handbook.at("404.html"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("This page is not here")
    phone.get_by_role("link", name="See all situations").click()
    expect(phone).to_have_url(handbook.at("now/"))
