"""A real browser, and a server on a free port for the pages it reads.

A missing browser fails the test; it never skips.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

SCREENS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
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

OpenPage = Callable[..., Page]
Serve = Callable[[Path], str]


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
    # Chromium refuses to start its sandbox for root, which is who continuous integration is.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # Windows has no such thing
    sandbox = ["--no-sandbox"] if is_root else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=[*_QUIET, *sandbox])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open an empty page with nothing remembered: ``open_page("phone", color_scheme="dark")``."""
    with ExitStack() as contexts:

        def open_one(screen: str, **options: Any) -> Page:
            context = browser.new_context(viewport=SCREENS[screen], **options)
            contexts.callback(context.close)
            return context.new_page()

        yield open_one


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
        yield lambda folder: servers.enter_context(_server(folder))


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Keep requests out of the test report."""


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
