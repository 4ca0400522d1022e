"""Many pages as one document: every place gets a name of its own, and links lead inside the document."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

__all__ = ["Inner", "joined"]

_BASE = "https://handbook.invalid/"
_POINTING = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "data-pb-copy"}


@dataclass(frozen=True)
class Inner:
    """What each page is called inside the document, by its address."""

    names: Mapping[str, str]

    def link(self, href: str, page: str) -> str:
        """Where a link of a page leads: inside the document, outside the handbook, or nowhere."""
        whole = urljoin(_BASE + page, href)
        if not whole.startswith(_BASE):
            return href
        address, _, anchor = whole.removeprefix(_BASE).partition("#")
        name = self.names.get(address)
        return (f"#{name}-{anchor}" if anchor else f"#{name}") if name else ""


def joined(body: str, address: str, inner: Inner) -> str:
    """The HTML of one page, ready to stand among the others."""
    writer = _Writer(address, inner)
    writer.feed(body)
    writer.close()
    return "".join(writer.out)


class _Writer(HTMLParser):
    """Writes HTML again as it was, but for ids and what points to them."""

    def __init__(self, address: str, inner: Inner) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._address, self._inner = address, inner

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        unfold = " open" if tag == "details" and ("open", None) not in attrs else ""  # paper has no taps
        self.out.append(f"<{tag}{self._attributes(attrs)}{unfold}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(f"<{tag}{self._attributes(attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _attributes(self, attrs: list[tuple[str, str | None]]) -> str:
        name = self._inner.names[self._address]
        written = []
        for key, value in attrs:
            if value is not None and key == "id":
                value = f"{name}-{value}"
            elif value is not None and key in _POINTING:
                value = " ".join(f"{name}-{one}" for one in value.split())
            elif value is not None and key == "href":
                value = self._inner.link(value, self._address)
                if not value:
                    continue
            written.append(key if value is None else f'{key}="{html.escape(value)}"')
        return "".join(f" {one}" for one in written)
