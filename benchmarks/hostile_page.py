"""All hostile texts at once on one page in a real browser, without the policy that would stop them anyway."""

from __future__ import annotations

import os
from collections.abc import Sequence

from playwright.sync_api import sync_playwright

from benchmarks.public_lists import Unreachable
from tests.browser.conftest import chromium_flags
from tests.golden.cases import html_of, rendered
from tests.golden.filled import with_every_field
from tests.golden.structure import LINES_OF_TEXT, with_texts

__all__ = ["ran_in_a_browser"]

_NOWHERE = "http://handbook.invalid/"
_SETTLE = 500
_POINTERS = "for (const one of document.querySelectorAll('main *')) for (const type of ['mouseover', 'click', 'focus'])"


def ran_in_a_browser(texts: Sequence[str]) -> list[str]:
    """What opened a window of its own or asked for something, with these texts in every field of every page."""
    program = os.environ.get("PLAYBOOK_BROWSER")
    if not program:
        raise Unreachable("PLAYBOOK_BROWSER names no browser; `make figures` finds one")
    filled = [text for text in texts if text.strip()]  # a field is never empty
    site = rendered(with_texts(with_every_field("mostly"), filled, LINES_OF_TEXT | {"prose"}))
    bodies = "\n".join(html_of(page)[0] for page in site.pages)
    html = f"<!doctype html><html lang=en><title>All</title><main>{bodies}</main></html>"
    found: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium_flags())
        page = browser.new_page()
        page.on("dialog", lambda dialog: (found.append(f"said {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: found.append(f"asked for {request.url}"))
        page.route(_NOWHERE, lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=html))
        page.goto(_NOWHERE)
        # what waits for a hand or a pointer gets one; links are not followed
        page.evaluate(
            "() => { document.addEventListener('click', (event) => event.preventDefault(), true);"
            f" {_POINTERS} one.dispatchEvent(new Event(type, {{bubbles: true, cancelable: true}})); }}"
        )
        page.wait_for_timeout(_SETTLE)
        browser.close()
    return [one for one in found if one != f"asked for {_NOWHERE}"]
