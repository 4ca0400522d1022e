"""How fast a page comes to a phone on slow 4G, and what a device keeps for reading without signal.

``python -m benchmarks.first_load`` builds the example handbook and opens the home page and a card in an
installed Chromium on a mobile screen, its processor four times slower, the line at 1.6 Mbit/s with
150 ms. The browser's own observers say when the largest part was painted (LCP), how long the page could
not answer a touch (TBT), how far things jumped (CLS), and how many bytes came until the page was at rest.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.measured import ROOT
from playbook.compiler import compile_handbook
from playbook.engine import build_html
from playbook.offline import BUDGET, WORKER
from playbook.project import Project
from tests.browser.conftest import chromium_flags

__all__ = ["main"]

_RUNS = 3
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_WANTED = {"LCP": 1500.0, "TBT": 100.0, "CLS": 0.02, "KB": 120.0}
_OBSERVE = """window.seen = { lcp: 0, tbt: 0, cls: 0 };
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.lcp = one.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.tbt += Math.max(0, one.duration - 50); })
  .observe({ type: "longtask", buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.cls += one.value; })
  .observe({ type: "layout-shift", buffered: true });"""


class _Compressing(SimpleHTTPRequestHandler):
    """Answers as an ordinary host does: text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def _load(browser: Browser, address: str) -> dict[str, float]:
    """One first visit to a page, on a phone that has never been there."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.add_init_script(_OBSERVE)
    devtools = context.new_cdp_session(page)
    came: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", _SLOW_4G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    bytes_at_load = sum(came)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    seen: dict[str, Any] = page.evaluate("seen")
    context.close()
    return {
        "LCP": seen["lcp"],
        "TBT": seen["tbt"],
        "CLS": seen["cls"],
        "KB": bytes_at_load / 1000,
        "rest": sum(came) / 1000,
    }


def _kept(site: Path) -> tuple[int, float]:
    """How many pages a device keeps, and how many KB that takes over the line."""
    told = (site / WORKER).read_text(encoding="utf-8").partition("self.KEPT = ")[2].partition(";\n")[0]
    edition = json.loads(told)
    files = [edition["bundle"][0], *(address for address, _ in edition["files"])]
    pages = json.loads((site / edition["bundle"][0]).read_text(encoding="utf-8"))["pages"]
    return len(pages), sum(len(gzip.compress((site / file).read_bytes(), 9)) for file in files) / 1000


def main() -> int:
    """Print the figures; fails when one is missed."""
    browser_path = os.environ.get("PLAYBOOK_BROWSER") or None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        project = Project(ROOT)
        site = compile_handbook(project).site
        assert site is not None
        build_html(project, site, out)
        card = next(page.address for page in site.pages if page.kind == "card")
        missed = False
        handler = partial(_Compressing, directory=str(out))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=browser_path, args=chromium_flags())
            print(
                f"{'slow 4G, processor / 4':24}{'LCP ms':>8}{'TBT ms':>8}{'CLS':>8}{'KB':>8}{'KB at rest':>12}"
            )
            for name, address in (("home", ""), ("card", card)):
                runs = [
                    _load(browser, f"http://127.0.0.1:{server.server_port}/{address}") for _ in range(_RUNS)
                ]
                middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                print(
                    f"{name:24}{middle['LCP']:8.0f}{middle['TBT']:8.0f}{middle['CLS']:8.3f}{middle['KB']:8.1f}{middle['rest']:12.1f}"
                )
                missed |= any(middle[key] > most for key, most in _WANTED.items())
            browser.close()
            server.shutdown()
        print(
            f"{'wanted, at most':24}{_WANTED['LCP']:8.0f}{_WANTED['TBT']:8.0f}{_WANTED['CLS']:8.3f}{_WANTED['KB']:8.1f}"
        )
        pages, size = _kept(out)
        print(
            f"kept for reading without signal: {pages} pages and old addresses of {len(site.pages)} pages, "
            f"{size:.0f} KB (wanted: at most {BUDGET / 1000:.0f} KB)"
        )
        missed |= size > BUDGET / 1000
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
