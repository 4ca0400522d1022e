"""After one visit the handbook opens without signal; nothing else is kept, and no edition locks a reader out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from playbook.finishing import finish
from playbook.offline import CAN_WAIT, WORKER, farewell
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for

_PATIENCE = 60_000  # milliseconds: a busy machine takes its time to keep a whole handbook

_STORED = """async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
    [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)]))),
  workers: (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
})"""
_READ_ALL = """(addresses) => Promise.all(addresses.map(async (address) => {
  const text = await fetch(address).then((answer) => answer.text(), () => "");
  return new DOMParser().parseFromString(text, "text/html").querySelector("h1")?.textContent.trim();
}))"""


class _Server:
    """A host that can go away, ask for a sign-in, and be visited below a path."""

    def __init__(self, folder: Path) -> None:
        self.asks_to_sign_in = False
        self.stopped = False
        self.asked: list[str] = []
        self._handler = partial(_Handler, self, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/our/handbook/"
        self.start()

    def start(self) -> None:
        self.thread = Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        if self.stopped:
            return
        self.stopped = True
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: _Server, *args: Any, **options: Any) -> None:
        self.host = host
        super().__init__(*args, **options)

    def handle_one_request(self) -> None:
        """An open connection ends with the host that held it."""
        self.raw_requestline = self.rfile.readline(65537)
        if self.host.stopped or not self.raw_requestline:
            self.close_connection = True
        elif self.parse_request():
            self.do_GET()

    def do_GET(self) -> None:
        self.host.asked.append(self.path)
        if self.path.startswith("/sign-in"):
            self._answer(200, b"<!doctype html><title>Sign in</title><h1>Sign in</h1>", "text/html")
        elif self.host.asks_to_sign_in:
            self.send_response(302)
            self.send_header("Location", "/sign-in")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def _answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def kept_one(every_kind: BuiltHandbook) -> BuiltHandbook:
    """The handbook that is kept: a small one, for what does not hang on how much there is."""
    return every_kind


@pytest.fixture
def folder(kept_one: BuiltHandbook, tmp_path: Path) -> Path:
    """A copy of the published handbook, below a path, that a test may change."""
    copy = tmp_path / "our" / "handbook"
    shutil.copytree(kept_one.folder, copy)
    return copy


@pytest.fixture
def host(folder: Path, tmp_path: Path) -> Iterator[_Server]:
    server = _Server(tmp_path)
    yield server
    server.stop()


@pytest.fixture
def visited(host: _Server, open_page: OpenPage) -> Page:
    """A phone that has been on the home page once, and on no other."""
    page = open_page("phone", silent=False, service_workers="allow")
    page.goto(host.address)
    kept(page)
    return page


def kept(page: Page) -> None:
    """Wait until the foot says that this device keeps the handbook, and what the page asks for comes from there."""
    expect(page.locator(".pb-kept__state")).to_contain_text("Kept on this device", timeout=_PATIENCE)
    page.wait_for_function("navigator.serviceWorker.controller", timeout=_PATIENCE)


class TestTheWholeExample:
    """What hangs on how much there is."""

    @pytest.fixture
    def kept_one(self, handbook: BuiltHandbook) -> BuiltHandbook:
        """The example handbook."""
        return handbook

    def test_in_flight_mode_every_page_opens_after_one_visit_to_the_home_page(
        self, handbook: BuiltHandbook, host: _Server, visited: Page
    ) -> None:
        assert {path for path in host.asked if path.endswith("/")} == {"/our/handbook/"}
        host.stop()
        wanted = [one.address for one in handbook.site.pages if one.kind not in CAN_WAIT]
        titles = visited.evaluate(_READ_ALL, [host.address + address for address in wanted])
        assert all(titles), [address for address, title in zip(wanted, titles, strict=True) if not title]
        for address in (handbook.of_kind(kind)[0] for kind in ("card", "urgent", "checklist", "step")):
            visited.goto(host.address + address)
            expect(visited.get_by_role("heading", level=1)).to_be_visible()
            assert visited.evaluate("document.styleSheets.length") >= 1
            assert "edition" in visited.locator(".pb-version").inner_text()
        visited.goto(host.address)
        open_search(visited)
        situation = next(iter(handbook.content.deviations.values())).deviation
        assert situation.title in results_for(visited, situation.title)


def test_without_signal_an_unknown_page_leads_to_words_and_not_to_an_error(
    host: _Server, visited: Page
) -> None:
    host.stop()
    visited.goto(host.address + "not-there/")
    expect(visited.get_by_text("The page you asked for needs a signal.")).to_be_visible()
    expect(visited.get_by_text("This edition is as of")).to_be_visible()
    kept(visited)
    expect(visited.locator(".pb-kept__state")).to_contain_text("edition")
    expect(visited.locator(".pb-kept__state")).to_contain_text("(today)")
    visited.goto(host.address + "now")  # an address typed without its last sign
    expect(visited).to_have_url(host.address + "now/")


def test_a_sign_in_page_is_never_kept_and_an_expired_sign_in_still_opens_cards(
    kept_one: BuiltHandbook, host: _Server, open_page: OpenPage
) -> None:
    page = open_page("phone", silent=False, service_workers="allow")
    page.goto(host.address + "about/")
    host.asks_to_sign_in = True  # from here on every address leads to the sign-in page
    page.wait_for_load_state("networkidle")
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => !one?.installing)")
    assert not page.evaluate(_STORED)["caches"]
    page.goto(host.address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    host.asks_to_sign_in = False
    page.goto(host.address)
    kept(page)
    host.asks_to_sign_in = True
    for address in kept_one.of_kind("card")[:2]:
        page.goto(host.address + address)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    kept(page)
    page.get_by_role("link", name="Look for a newer edition").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    for paths in page.evaluate(_STORED)["caches"].values():
        assert not [path for path in paths if "sign-in" in path]


def test_only_the_handbook_and_its_switch_are_kept_and_never_what_was_read(
    kept_one: BuiltHandbook, host: _Server, visited: Page
) -> None:
    before = visited.evaluate(_STORED)
    for address in (kept_one.of_kind("card")[0], kept_one.of_kind("urgent")[0], "my-side/"):
        visited.goto(host.address + address)
        visited.wait_for_load_state("networkidle")
    after = visited.evaluate(_STORED)
    assert after == before, "what was read must leave no trace"
    assert after["workers"] == [host.address]
    assert (after["local"], after["session"], after["cookies"], after["databases"]) == ({}, {}, "", [])
    ((name, paths),) = after["caches"].items()
    assert name.startswith("playbook /our/handbook/ ")
    assert all(path.startswith("/our/handbook/assets/") for path in paths)
    cards = [path for path in host.asked if "/cards/" in path or "/my-side/" in path]
    assert not cards, "opening a kept page asks no server for it"


def test_a_reader_can_switch_it_off_and_on_again(host: _Server, visited: Page) -> None:
    visited.get_by_role("button", name="Do not keep it").click()
    expect(visited.locator(".pb-kept__state")).to_contain_text("Not kept on this device")
    stored = visited.evaluate(_STORED)
    assert (stored["caches"], stored["workers"]) == ({}, [])
    assert stored["local"] == {"playbook /our/handbook/ offline": "0"}
    visited.reload()
    visited.wait_for_load_state("networkidle")
    button = visited.get_by_role("button", name="Keep it, to read without signal")
    expect(button).to_be_visible()
    assert visited.evaluate(_STORED)["workers"] == []
    button.click()
    kept(visited)
    assert visited.evaluate(_STORED)["local"] == {"playbook /our/handbook/ offline": "1"}


def test_a_window_that_cannot_keep_a_copy_says_so_and_offers_no_switch(
    folder: Path, host: _Server, open_page: OpenPage
) -> None:
    (folder / "offline-worker.js").unlink()  # as where the browser refuses the script that keeps pages
    page = open_page("phone", silent=False, service_workers="allow")
    page.goto(host.address)
    expect(page.locator(".pb-kept__state")).to_contain_text("cannot keep a copy", timeout=_PATIENCE)
    expect(page.locator("[data-pb-keep]")).to_be_hidden()


def test_a_newer_edition_comes_by_itself_and_leaves_the_last_for_open_pages(
    kept_one: BuiltHandbook, host: _Server, folder: Path, visited: Page
) -> None:
    visited.reload()
    kept(visited)
    publish_again(visited, folder, kept_one, lambda text: text.replace("</h1>", " (new)</h1>"))
    visited.reload()
    expect(visited.get_by_text("A newer edition is here.")).to_be_visible(timeout=_PATIENCE)
    visited.reload()
    expect(visited.get_by_role("heading", level=1)).to_contain_text("(new)")
    assert len(visited.evaluate(_STORED)["caches"]) == 2
    publish_again(visited, folder, kept_one, lambda text: text.replace("(new)", "(newest)"))
    visited.reload()
    expect(visited.get_by_text("A newer edition is here.")).to_be_visible(timeout=_PATIENCE)
    visited.wait_for_function("caches.keys().then((names) => names.length === 2)")


@pytest.mark.parametrize("breaks", ["download", "script"])
def test_a_broken_edition_locks_no_reader_out(
    kept_one: BuiltHandbook, host: _Server, folder: Path, visited: Page, breaks: str
) -> None:
    card = host.address + kept_one.of_kind("card")[0]
    worker = folder / WORKER
    publish_again(visited, folder, kept_one, lambda text: text.replace("</h1>", " (new)</h1>"))
    if breaks == "download":  # half a bundle: the new edition is refused, the one before stays
        for bundle in folder.glob("assets/playbook/offline.*.json"):
            bundle.write_bytes(bundle.read_bytes()[:-100])
        visited.goto(card)
        visited.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => one.installing)")
        visited.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => !one.installing)")
        visited.goto(card)
        expect(visited.get_by_role("heading", level=1)).not_to_contain_text("(new)")
    else:  # it installs, takes over and fails at every page: then the page comes from the network
        edit = worker.read_text(encoding="utf-8").replace(
            "const page = async (url) => {", "const page = async () => { fail();"
        )
        worker.write_text(edit, encoding="utf-8")
        visited.goto(card)
        expect(visited.get_by_text("A newer edition is here.")).to_be_visible(timeout=_PATIENCE)
        visited.goto(card)
        expect(visited.get_by_role("heading", level=1)).to_contain_text("(new)")
    publish_again(visited, folder, kept_one, lambda text: text.replace("(new)", "(mended)"))
    visit_until_a_newer_edition_is_here(visited, card)
    visited.goto(card)
    expect(visited.get_by_role("heading", level=1)).to_contain_text("(mended)")


def visit_until_a_newer_edition_is_here(page: Page, address: str) -> None:
    """Come back now and then, as readers do: a visit may still be busy with the edition that was refused."""
    here = page.get_by_text("A newer edition is here.").or_(page.get_by_text("(mended)").first)
    page.goto(address)
    with suppress(TimeoutError):
        here.first.wait_for(timeout=_PATIENCE / 3)
        return
    page.goto(address)
    here.first.wait_for(timeout=_PATIENCE)


def test_an_organisation_takes_everything_back_with_its_next_edition(
    folder: Path, host: _Server, visited: Page
) -> None:
    (folder / WORKER).write_bytes(farewell())
    visited.goto(host.address + "now/")
    visited.wait_for_function("caches.keys().then((names) => !names.length)")
    visited.wait_for_function("navigator.serviceWorker.getRegistrations().then((all) => !all.length)")


def test_a_newer_edition_that_the_browser_lets_wait_takes_over(
    kept_one: BuiltHandbook, host: _Server, folder: Path, visited: Page
) -> None:
    publish_again(visited, folder, kept_one, lambda text: text.replace("</h1>", " (new)</h1>"))
    worker = folder / WORKER
    text = worker.read_text(encoding="utf-8")
    assert text.count("await self.skipWaiting();") == 1
    worker.write_text(text.replace("await self.skipWaiting();", ""), encoding="utf-8")
    visited.reload()
    expect(visited.get_by_text("A newer edition is here.")).to_be_visible(timeout=_PATIENCE)


def publish_again(page: Page, folder: Path, kept_one: BuiltHandbook, change: Callable[[str], str]) -> None:
    """A next edition of the same pages in the same place, once the open page has looked for one.

    A browser takes a look that has not ended yet for the one that the next page asks for.
    """
    kept(page)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})")
    for path in folder.rglob("index.html"):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    finish(folder, kept_one.site, [path for path in paths if path != WORKER and "/offline." not in path])
    # This server knows a file by the second it was written in; a test publishes twice within one.
    files = [path for path in folder.rglob("*") if path.is_file()]
    later = max(path.stat().st_mtime for path in files) + 10
    for path in files:
        os.utime(path, (later, later))
