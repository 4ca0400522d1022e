"""Browser windows, used again and washed in between: a new one costs as much as ten pages."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

__all__ = ["Windows"]

# What a window is opened with and a page cannot change.
_WASHABLE = {
    "color_scheme",
    "forced_colors",
    "has_touch",
    "is_mobile",
    "java_script_enabled",
    "reduced_motion",
    "service_workers",
}

# What stays in a window when its pages are closed, and cannot all be taken out again.
_LASTING = """add_cookies add_init_script expose_binding expose_function grant_permissions route route_from_har
    route_web_socket set_extra_http_headers set_geolocation set_offline set_storage_state""".split()
_LASTING_TIME = "fast_forward install pause_at run_for set_fixed_time set_system_time".split()


class _Window:
    """One window of its own storage, and whether it can be made as good as new."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self.context = browser.new_context(**options)
        self.used_up = False
        self._origins: set[str] = set()
        self.context.on("request", self._asked)
        for name in _LASTING:
            self._note(self.context, name)
        for name in _LASTING_TIME:
            self._note(self.context.clock, name)

    def wash(self) -> None:
        """Close all pages and forget what they stored; a window that cannot be washed is used up."""
        self.used_up |= bool(self.context.service_workers)
        if not self.used_up:
            self.context.clear_cookies()
            page = self._page_at_rest()
            session = self.context.new_cdp_session(page)
            for origin in self._origins:
                session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
            self._origins.clear()
        for page in self.context.pages:
            page.close()

    def _page_at_rest(self) -> Page:
        """A page of the window that stores nothing more; a test that closed all of them or broke one costs a new one."""
        for page in self.context.pages:
            with suppress(Error):
                page.goto("about:blank", timeout=2_000)
                return page
        return self.context.new_page()

    def _asked(self, request: Any) -> None:
        self._origins.add("{0.scheme}://{0.netloc}".format(urlsplit(request.url)))

    def _note(self, owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def noted(*args: Any, **options: Any) -> Any:
            self.used_up = True
            return real(*args, **options)

        setattr(owner, name, noted)


class Windows:
    """The windows of a run, by what they were opened with."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[str, list[_Window]] = {}
        self._lent: list[tuple[str, _Window]] = []

    def lend(self, **options: Any) -> BrowserContext:
        """A window with nothing remembered, that nobody else has."""
        kind = repr(sorted(options.items()))
        free = self._free.get(kind, [])
        window = free.pop() if free else _Window(self._browser, options)
        window.used_up = not options.keys() <= _WASHABLE | {"viewport"}
        self._lent.append((kind, window))
        return window.context

    def take_back(self) -> None:
        """Make every window that was lent as good as new, or close it."""
        for kind, window in self._lent:
            with suppress(Error):  # a test may have closed it
                window.wash()
                if not window.used_up:
                    self._free.setdefault(kind, []).append(window)
                    continue
                window.context.close()
        self._lent.clear()
