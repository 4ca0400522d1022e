"""What the browser tests share: the example handbook as built and served, and what a reader sees of it."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from filelock import FileLock
from playwright.sync_api import BrowserContext, Page

from playbook.compiler import compile_handbook
from playbook.engine import build_html
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.publish import publish
from playbook.site import Page as SitePage
from playbook.site import Site

__all__ = [
    "CARD_KINDS",
    "BuiltHandbook",
    "Watch",
    "built_handbook",
    "count_pages",
    "open_search",
    "results_for",
    "tab_to",
    "unfold",
    "walk_to",
    "where_focus_is",
]

CARD_KINDS = ("card", "urgent")
"""Pages whose subject must not be read over somebody's shoulder."""


# What Playwright itself says in a window that keeps nothing for reading without signal.
_NOTHING_KEPT = "Service Worker registration blocked by Playwright"


@dataclass(frozen=True)
class BuiltHandbook:
    """The example handbook: what its authors wrote, its pages, and the address it is served at."""

    content: Handbook
    site: Site
    home: str
    folder: Path
    records: tuple[dict[str, Any], ...]

    def at(self, address: str) -> str:
        """The whole address of a page, or of any file of the site."""
        return self.home + address

    def site_page(self, address: str) -> SitePage:
        """The page at an address, as it was rendered."""
        return next(page for page in self.site.pages if page.address == address)

    def of_kind(self, *kinds: str) -> list[str]:
        """Addresses of all pages of these kinds."""
        return [page.address for page in self.site.pages if page.kind in kinds]

    def one_of_each_kind(self) -> dict[str, str]:
        """For every kind of page the one with the most on it: what overflows anywhere overflows there."""
        longest = sorted(self.site.pages, key=lambda page: len(page.body))
        return {page.kind: page.address for page in longest}

    def address_of(self, kind: str, id_: str) -> str:
        """Where a record stands, as the machine-readable list of records says."""
        return next(str(row["address"]) for row in self.records if (row["kind"], row["id"]) == (kind, id_))


def built_handbook(source: Path, folder: Path, serve: Callable[[Path], str]) -> BuiltHandbook:
    """Compile, build, publish and serve a handbook, as ``playbook build`` does it; the first who asks does it for all."""
    folder.parent.mkdir(exist_ok=True)
    made = folder.with_suffix(".made")
    with FileLock(folder.with_suffix(".lock")):
        if not made.exists():
            made.write_bytes(pickle.dumps(_published(Project(source), folder)))
    content, site = pickle.loads(made.read_bytes())
    records = json.loads((folder / "playbook.json").read_text(encoding="utf-8"))["records"]
    return BuiltHandbook(content, site, serve(folder), folder, tuple(records))


def _published(project: Project, folder: Path) -> tuple[Handbook, Site]:
    compiled = compile_handbook(project)
    site, content = compiled.site, compiled.handbook
    assert site is not None and content is not None, compiled.problems
    done = publish(folder, lambda staged: build_html(project, site, staged), project=project)
    assert done.ok and not done.problems, done.problems
    return content, site


class Watch:
    """Notes everything a page must not do: complain, fail to load something, ask another origin."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        self.sent: list[str] = []
        self._context = context
        self._heard: dict[Any, Any] = {
            "console": self._said,
            "weberror": self._broke,
            "request": self._asked,
            "requestfailed": self._failed,
            "response": self._answered,
        }
        for event, hear in self._heard.items():
            context.on(event, hear)

    def stop(self) -> None:
        """Look no further: the window goes to another test."""
        for event, hear in self._heard.items():
            self._context.remove_listener(event, hear)

    def _broke(self, error: Any) -> None:
        self.faults.append(f"page error: {error.error}")

    def _said(self, message: Any) -> None:
        if message.type in ("error", "warning") and message.text != _NOTHING_KEPT:
            self.faults.append(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Any) -> None:
        self.sent.append(f"{request.method} {request.url} {request.post_data or ''}")
        if urlsplit(request.url).hostname != "127.0.0.1":
            self.faults.append(f"another origin: {request.url}")

    def _failed(self, request: Any) -> None:
        # What was still loading when the reader went on to the next page has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self.faults.append(f"answer {response.status}: {response.url}")


def open_search(page: Page) -> Any:
    """The field of the bar's search, as a reader gets to it."""
    page.locator(".pb-bar").get_by_role("button", name="Search").click()
    return page.get_by_role("searchbox")


def results_for(page: Page, query: str) -> list[str]:
    """Type a question into the field that has the focus; the titles found, best first."""
    field = page.locator("input[type=search]:focus")
    status = page.locator(".pb-results [role=status]:visible")
    field.fill("")  # takes the old answer away at once, so that what shows next is the new one
    status.wait_for(state="detached")
    field.fill(query)
    status.wait_for()
    return page.locator(".pb-results strong:visible").all_inner_texts()


# Seen: some line of it lies on the screen with nothing over it. A wrapped link has one box a line, and what
# is taller than the screen shows a part.
_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const look = getComputedStyle(at);
  const within = (box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < Math.min(box.width, 24) - 1) return false;
    if (bottom - top < Math.min(box.height, 12) - 1) return false;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return Boolean(over) && (at.contains(over) || over.contains(at) || over.closest("label")?.contains(at));
  };
  return {
    name: (at.innerText || at.labels?.[0]?.innerText || at.ariaLabel || at.tagName).trim().slice(0, 60),
    ringed: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    on_screen: [...at.getClientRects()].some(within),
    boxes: [...at.getClientRects()].map((box) => [box.left, box.top, box.right, box.bottom].map(Math.round)),
  };
}"""


def where_focus_is(page: Page) -> dict[str, Any] | None:
    """What has the focus, and whether a reader can see that it has."""
    found: dict[str, Any] | None = page.evaluate(_FOCUS)
    return found


def tab_to(page: Page, name: str, key: str = "Tab", at_most: int = 60) -> dict[str, Any]:
    """Press Tab until something with this name has the focus; every stop on the way must be seen."""
    passed: list[str] = []
    for _ in range(at_most):
        page.keyboard.press(key)
        focus = where_focus_is(page)
        if focus is None:
            continue
        assert focus["ringed"] and focus["on_screen"], focus
        passed.append(focus["name"])
        if focus["name"].startswith(name):
            return focus
    raise AssertionError(f'Tab never reaches "{name}", only {passed}')


# Each stop as it is seen when the key is let go: by then the focus has moved, and the page with it.
_NOTE_STOPS = f"""() => {{
  const where = {_FOCUS};
  globalThis.stops = [];
  addEventListener("keyup", (event) => {{ if (event.key === "Tab") globalThis.stops.push(where()); }});
}}"""
_NOTED = "() => globalThis.stops.splice(0)"


def walk_to(page: Page, name: str, key: str = "Tab", at_most: int = 60) -> None:
    """Like ``tab_to``, on a long way, several stops at a time; where the focus ends is not said."""
    page.evaluate(_NOTE_STOPS)
    passed: list[str] = []
    while len(passed) < at_most:
        for _ in range(10):
            page.keyboard.press(key)
        for focus in filter(None, page.evaluate(_NOTED)):
            assert focus["ringed"] and focus["on_screen"], focus
            passed.append(focus["name"])
            if focus["name"].startswith(name):
                return
    raise AssertionError(f'Tab never reaches "{name}", only {passed}')


def count_pages(pdf: bytes) -> int:
    """How many pages of paper a printed page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# Pressed by the page itself, because a page of all cards has hundreds of folds.
_UNFOLD = """() => {
  const folded = () => [...document.querySelectorAll("details:not([open]) > summary")]
    .filter((one) => one.checkVisibility());
  for (let found = folded(); found.length; found = folded()) {
    for (const one of found) one.click();
    if (folded().some((one) => found.includes(one))) return false;
  }
  return true;
}"""


def unfold(page: Page) -> None:
    """Open every fold that a reader can see; an open one may show more of them."""
    assert page.evaluate(_UNFOLD), "a fold does not open"
