"""Ticks: kept on the device, counted, announced, cleared by one tap; and nothing else is kept."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import SCREENS, OpenPage, chromium_flags
from tests.browser.reading import BuiltHandbook, Watch, open_search, results_for
from tests.faults import expect_none

_STORED = """async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


_SIZES = """(rows) => rows.map((one) =>
  [one.innerText, one.getBoundingClientRect().width, one.getBoundingClientRect().height])"""


@pytest.fixture
def checklist(handbook: BuiltHandbook) -> str:
    """The address of a meeting checklist."""
    return handbook.at(handbook.of_kind("checklist")[0])


def ticks(page: Page) -> list[bool]:
    """Which boxes are ticked, in their order."""
    found: list[bool] = page.get_by_role("checkbox").evaluate_all("(all) => all.map((one) => one.checked)")
    assert found
    return found


def test_ticks_survive_a_reload(checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    boxes = phone.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(3).check()
    before = ticks(phone)
    assert sum(before) == 2
    phone.reload()
    assert ticks(phone) == before


def test_ticks_are_there_on_the_way_back(handbook: BuiltHandbook, checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    phone.get_by_role("checkbox").nth(1).check()
    phone.get_by_role("link", name="Urgent help").click()
    expect(phone).to_have_url(handbook.at("urgent/"))
    phone.go_back()
    expect(phone.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(phone.get_by_role("status")).to_contain_text("1 of")


def test_ticks_survive_a_locked_phone_that_throws_the_page_away(
    checklist: str, browser: Browser, browser_path: str
) -> None:
    # A browser of its own: what crashes here must take no page of another test with it.
    with browser.browser_type.launch(executable_path=browser_path, args=chromium_flags()) as own:
        context = own.new_context(viewport=SCREENS["phone"], service_workers="block")
        watch = Watch(context)
        phone = context.new_page()
        phone.goto(checklist)
        phone.get_by_role("checkbox").nth(0).check()
        phone.get_by_role("checkbox").nth(2).check()
        before = ticks(phone)
        device = context.new_cdp_session(phone)
        device.send("Page.setWebLifecycleState", {"state": "frozen"})
        device.send("Page.setWebLifecycleState", {"state": "active"})
        assert ticks(phone) == before, "awake again, the page is as it was"
        phone.get_by_role("checkbox").nth(1).check()
        device.send("Page.setWebLifecycleState", {"state": "frozen"})
        expect_none(watch.faults)
        with pytest.raises(Error, match="crash"):  # thrown away while it sleeps: no unload, no last word
            phone.goto("chrome://crash")
        again = context.new_page()
        again.goto(checklist)
        assert ticks(again)[:4] == [True, True, True, False]
        expect(again.get_by_role("status")).to_contain_text("3 of")


def test_a_second_tab_shows_the_same_ticks(checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    second = phone.context.new_page()
    second.goto(checklist)
    phone.get_by_role("checkbox").nth(2).check()
    expect(second.get_by_role("checkbox").nth(2)).to_be_checked()
    expect(second.get_by_role("status")).to_contain_text("1 of")


def test_ticks_of_one_list_are_not_ticks_of_another(handbook: BuiltHandbook, phone: Page) -> None:
    first, second = handbook.of_kind("checklist")[:2]
    phone.goto(handbook.at(first))
    phone.get_by_role("checkbox").nth(0).check()
    phone.goto(handbook.at(second))
    assert not any(ticks(phone))


def test_ticks_are_counted_and_announced(checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    total = len(ticks(phone))
    status = phone.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")
    expect(status).to_have_text(f"0 of {total} done")
    phone.get_by_role("checkbox").nth(0).check()
    expect(status).to_have_text(f"1 of {total} done")
    expect(status).to_be_in_viewport(ratio=1)
    phone.get_by_role("checkbox").nth(0).uncheck()
    expect(status).to_have_text(f"0 of {total} done")


def test_one_tap_clears_every_tick_for_good(checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    clear = phone.get_by_role("button", name="Clear ticks")
    expect(clear).to_be_hidden()
    phone.get_by_role("checkbox").first.check()
    phone.get_by_role("checkbox", checked=False).evaluate_all("(rest) => rest.forEach((one) => one.click())")
    assert all(ticks(phone))
    clear.click()
    assert not any(ticks(phone))
    expect(phone.get_by_role("status")).to_contain_text("0 of")
    expect(phone.get_by_role("checkbox").nth(0)).to_be_focused()
    assert phone.evaluate("localStorage.length") == 0
    phone.reload()
    assert not any(ticks(phone))


def test_a_whole_row_can_be_tapped_with_a_thumb(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    phone = open_page("phone", has_touch=True, is_mobile=True)
    for address in handbook.of_kind("checklist"):
        phone.goto(handbook.at(address))
        rows = phone.locator(".pb-item").evaluate_all(_SIZES)
        assert rows
        expect_none(
            f"{address}: {words} is {width} by {height}"
            for words, width, height in rows
            if height < 44 or width < 300
        )
        last = phone.locator(".pb-item").last
        size = last.bounding_box()
        assert size
        last.tap(position={"x": size["width"] - 10, "y": size["height"] / 2})
        expect(last.get_by_role("checkbox")).to_be_checked()


def test_a_list_is_copied_as_plain_text(checklist: str, open_page: OpenPage) -> None:
    page = open_page("desktop", permissions=["clipboard-read", "clipboard-write"])
    page.goto(checklist)
    page.get_by_role("checkbox").nth(1).check()
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").strip().splitlines()
    assert lines[0] == "Before"
    assert [line[:5] for line in lines[1:3]] == ["- [ ]", "- [x]"]
    assert sum(line.startswith("- [") for line in lines) == len(ticks(page))


def test_only_ticks_and_the_theme_are_kept_on_the_device(
    handbook: BuiltHandbook, open_page: OpenPage
) -> None:
    phone = open_page("phone", service_workers="allow")
    watch = Watch(phone.context)
    phone.goto(handbook.home)
    phone.get_by_role("searchbox").click()
    results_for(phone, "Somebodys Secret")
    phone.get_by_role("button", name="Dark").click()
    for address in handbook.of_kind("checklist"):
        phone.goto(handbook.at(address))
        phone.get_by_role("checkbox").nth(0).check()
        phone.get_by_role("checkbox").nth(1).check()
        phone.get_by_role("checkbox").nth(1).uncheck()
    phone.goto(handbook.at("start-here/"))
    phone.locator("main a[href^='#']:visible").first.click()
    open_search(phone)
    results_for(phone, "Somebodys Secret")
    stored = phone.evaluate(_STORED)
    kept = stored.pop("local")
    place = f"playbook {urlsplit(handbook.home).path} "
    # the handbook itself, the same for everybody: tests/browser/test_offline.py looks into it
    assert all(name.startswith(place) for name in stored.pop("caches"))
    assert stored.pop("workers") <= 1
    assert stored == {"session": {}, "cookies": "", "databases": []}
    lists = [f"list {id_}" for id_ in handbook.content.checklists]
    assert sorted(kept) == sorted(place + name for name in ("theme", *lists))
    assert kept.pop(f"{place}theme") == "dark"
    for ticked in kept.values():
        assert list(json.loads(ticked).values()) == [1]
    assert watch.sent
    assert not [line for line in watch.sent if not line.startswith("GET ") or "Secret" in line or "?" in line]
    assert "Secret" not in phone.url


def test_storage_that_is_not_ours_does_no_harm(handbook: BuiltHandbook, checklist: str, phone: Page) -> None:
    phone.goto(checklist)
    place = f"playbook {urlsplit(handbook.home).path} "
    name = urlsplit(checklist).path.rstrip("/").rpartition("/")[2]
    for wrong in ("{", "null", "[1,2]", '{"before-1":"<b>"}'):
        phone.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"{place}list {name}", wrong])
        phone.evaluate("(key) => localStorage.setItem(key, 'purple')", f"{place}theme")
        phone.reload()
        assert not any(ticks(phone))
        expect(phone.locator("html")).not_to_have_attribute("data-pb-theme", "purple")
