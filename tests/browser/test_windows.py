"""A window that is used again remembers nothing of the test before."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.reading import BuiltHandbook
from tests.browser.windows import Windows

_KEEP = """async () => {
  localStorage.setItem("a", "1");
  sessionStorage.setItem("a", "1");
  document.cookie = "a=1";
  await caches.open("a");
  await new Promise((done) => { indexedDB.open("a").onsuccess = done; });
}"""
_KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie,
  (await caches.keys()).length, (await indexedDB.databases()).length, history.length]"""


def test_a_washed_window_is_as_good_as_new(handbook: BuiltHandbook, browser: Browser) -> None:
    windows = Windows(browser)
    first = windows.lend()
    page = first.new_page()
    page.goto(handbook.at("robots.txt"))  # a page keeps itself for reading without signal; this does not
    page.evaluate(_KEEP)
    assert page.evaluate(_KEPT)[:5] == [1, 1, "a=1", 1, 1]
    assert windows.lend() is not first
    windows.take_back()
    again = windows.lend(), windows.lend()
    assert first in again and not first.pages
    page = first.new_page()
    page.goto(handbook.at("robots.txt"))  # a page keeps itself for reading without signal; this does not
    assert page.evaluate(_KEPT) == [0, 0, "", 0, 0, 2]
    page.clock.set_fixed_time(0)
    windows.take_back()
    assert first not in (windows.lend(), windows.lend(), windows.lend())
    windows.take_back()
