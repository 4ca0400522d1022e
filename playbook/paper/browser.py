"""Tagged PDF through an installed Chromium or Chrome; the only module that knows Playwright.

The browser gets a document as text and is offline: nothing is fetched from anywhere.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playbook.paper.documents import Document

__all__ = ["find_browser", "print_pdf"]

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


def find_browser() -> str | None:
    """The browser that PLAYBOOK_BROWSER names, else an installed Chromium, Chrome or Edge; None if there is none."""
    if named := os.environ.get("PLAYBOOK_BROWSER"):
        return named if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in _NAMES)
    return next((found for found in on_path if found), next((p for p in _PLACES if Path(p).is_file()), None))


def print_pdf(browser: str, wanted: list[Document]) -> dict[str, bytes]:
    """Print documents, by their names. Raises ``ImportError`` without Playwright, ``RuntimeError`` when the
    browser fails."""
    from playwright.sync_api import Error, sync_playwright

    # Chromium refuses to start its sandbox for root, which is who builds in a container
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = ["--disable-background-networking", *(["--no-sandbox"] if is_root else [])]
    try:
        with sync_playwright() as playwright:
            running = playwright.chromium.launch(executable_path=browser, args=flags)
            page = running.new_context(offline=True, java_script_enabled=False).new_page()
            printed = {}
            for document in wanted:
                page.set_content(document.html)
                width, height = document.paper
                printed[document.name] = page.pdf(
                    width=f"{width}mm", height=f"{height}mm", tagged=True, outline=True, print_background=True
                )
            running.close()
    except Error as error:
        raise RuntimeError(str(error).splitlines()[0]) from None
    return printed
