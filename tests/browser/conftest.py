"""A real browser, a server on a free port for the pages it reads, and the example handbook to read.

A missing browser fails the test; it never skips. Every page that a test opens is watched: what the
console says, what fails to load and what asks another origin fails the test that opened it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.browser.reading import BuiltHandbook, Watch, built_handbook
from tests.browser.walk import Walk, walk
from tests.browser.windows import Windows
from tests.faults import expect_none

SCREENS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "phone-with-bars": {"width": 390, "height": 664},  # what the browser's own bars leave of it
    "small-phone": {"width": 360, "height": 640},
    "narrow": {"width": 320, "height": 640},
    "desktop": {"width": 1280, "height": 800},
}

# Without them the browser calls home now and then, and a test that counts requests would see it.
_QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]

# Every page of a run in one process: starting others, or keeping one ready, costs more than it saves here.
_ONE_PROCESS = "--renderer-process-limit=1"

_WALKS = "walked: Walk"
_SHARES = 'scope="module"'


class _BySharing(LoadScopeScheduling):
    """Tests that share something dear go to one worker together; each other test to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        asks = _source(self.config.rootpath / file)
        if _WALKS in asks:
            return "one walk through every page"
        return file if _SHARES in asks else nodeid


@cache
def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.hookimpl(optionalhook=True)  # there is nothing to share out without workers
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _BySharing:
    """How the tests of a real browser are shared out."""
    return _BySharing(config, log)


_WITH_EDITION = re.compile(r"/assets/.*\.[0-9a-f]{8,10}\.[a-z.]+$")

OpenPage = Callable[..., Page]
Serve = Callable[[Path], str]


def chromium_flags() -> list[str]:
    """How any Chromium of the tests is started."""
    # Chromium refuses to start its sandbox for root, which is who continuous integration is.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Windows has no such thing
    return [*_QUIET, "--no-sandbox"] if is_root else _QUIET


@pytest.fixture(scope="session")
def browser_path(repository: Path) -> str:
    """The installed Chromium or Chrome: the one ``make test`` names, else found in the same order."""
    if named := os.environ.get("PLAYBOOK_BROWSER"):
        if not Path(named).is_file():
            pytest.fail(f"PLAYBOOK_BROWSER names {named}, and there is no program there.", pytrace=False)
        return named
    look = ["sh", str(repository / ".ci" / "browser"), "--find-only"]
    found = subprocess.run(look, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr.strip(), pytrace=False)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    """One browser for all tests of a run; each test opens its own pages in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=[*chromium_flags(), _ONE_PROCESS]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of all tests of a run."""
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Open an empty page with nothing remembered: ``open_page("phone", color_scheme="dark")``.

    ``silent=False`` is for a test that lets something fail on purpose. A page keeps nothing for reading
    without signal unless its test asks for ``service_workers="allow"``: keeping costs more than reading.
    """
    watches: list[Watch] = []

    def open_one(screen: str, *, silent: bool = True, **options: Any) -> Page:
        context = windows.lend(viewport=SCREENS[screen], **{"service_workers": "block", **options})
        if silent:
            watches.append(Watch(context))
        return context.new_page()

    yield open_one
    for watch in watches:
        watch.stop()
    windows.take_back()
    expect_none(fault for watch in watches for fault in watch.faults)


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page as a manager's phone shows it."""
    return open_page("phone")


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    """A page as a laptop shows it."""
    return open_page("desktop")


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder to the browser; gives back its address, which ends in "/"."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run see, so that each handbook is built once."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def handbook(request: pytest.FixtureRequest, repository: Path, shared: Path, serve: Serve) -> BuiltHandbook:
    """The example handbook, compiled, built and published as ``playbook build`` does it, and served."""
    if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
        request.getfixturevalue("every_kind")  # one worker builds this while the first builds the other
    return built_handbook(repository, shared / "handbook" / "site", serve)


@pytest.fixture(scope="session")
def every_kind(
    repository: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory, serve: Serve
) -> BuiltHandbook:
    """A small handbook with every kind of record and of page: for what does not hang on what is written."""
    project = tmp_path_factory.mktemp("every-kind")
    shutil.copytree(repository / "tests/golden/everything/content", project / "content")
    shutil.copytree(repository / "site_config/docs", project / "site_config/docs")
    shutil.copy(repository / "mkdocs.yml", project)
    return built_handbook(project, shared / "every-kind" / "site", serve)


@pytest.fixture(scope="session")
def walked(handbook: BuiltHandbook, browser: Browser) -> Walk:
    """Every page of the example handbook, opened once; files that ask for it go to the same worker."""
    settings: dict[str, Any] = {
        "viewport": SCREENS["phone"],
        "color_scheme": "light",
        "reduced_motion": "reduce",
    }
    with browser.new_context(service_workers="block", **settings) as context:
        return walk(context.new_page(), handbook, SCREENS)


class _QuietHandler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files, as real servers do
    disable_nagle_algorithm = True  # else each answer waits 40 ms for the one before to be acknowledged
    wbufsize = -1

    def end_headers(self) -> None:
        """What has its edition in its name is not asked for again, as on a host that knows these names."""
        if _WITH_EDITION.search(self.path):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Keep requests out of the test report."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, on a free port."""
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
