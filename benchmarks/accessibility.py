"""axe on every page, on phone and desktop, in light and dark, on paper, and in every state.

``python -m benchmarks.accessibility`` prints how many looks were taken and every violation; it needs the
browser that ``PLAYBOOK_BROWSER`` names, as ``make figures`` does. ``--quick`` takes one page of every kind.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measured import ROOT
from tests.browser.conftest import SCREENS, chromium_flags, served
from tests.browser.reading import BuiltHandbook, built_handbook
from tests.browser.states import COLOURS, EVERYTHING, STATES, faults

__all__ = ["looks"]

_THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


def looks(browser: Browser, handbook: BuiltHandbook, addresses: list[str]) -> tuple[int, list[str]]:
    """How many looks were taken, and what was found."""
    taken, found = 0, []
    for screen in ("phone", "desktop"):
        for theme in _THEMES:
            with browser.new_context(
                viewport=SCREENS[screen], color_scheme=theme, reduced_motion="reduce"
            ) as context:
                page, name = context.new_page(), f"{screen}, {theme}"
                for address in addresses:
                    page.emulate_media(media="screen")
                    page.goto(handbook.at(address))
                    found += faults(page, EVERYTHING, f"{name}, {address}")
                    page.emulate_media(media="print")
                    found += faults(page, COLOURS, f"{name}, {address}, on paper")
                page.emulate_media(media="screen")
                for bring in STATES:
                    bring(page, handbook)
                    found += faults(page, EVERYTHING, f"{name}, {bring.__name__}")
            taken += 2 * len(addresses) + len(STATES)
            print(f"  {name}: {len(addresses)} pages, {len(STATES)} states", flush=True)
    return taken, found


def main() -> int:
    """Look at everything; what was found fails the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one page of every kind")
    quick = parser.parse_args().quick
    program = os.environ.get("PLAYBOOK_BROWSER")
    if not program:
        print("Name a Chromium or Chrome in PLAYBOOK_BROWSER, or run `make figures`.")
        return 2
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_things:
        handbook = built_handbook(
            ROOT, Path(folder, "site"), lambda site: open_things.enter_context(served(site))
        )
        addresses = (
            [*handbook.one_of_each_kind().values()]
            if quick
            else [page.address for page in handbook.site.pages]
        )
        playwright = open_things.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=program, args=chromium_flags())
        taken, found = looks(browser, handbook, [*addresses, "404.html"])
        browser.close()
    print(*found, sep="\n")
    print(f"{taken} looks with axe, {len(found)} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
