"""What a finished handbook is, before any site engine sees it: pages, assets, navigation.

A ``Site`` is plain, deterministic data. Every engine (MkDocs plugin, compiled
docs folder, later the zip) is a sink for it. Imports nothing of the package.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Asset", "NavEntry", "Page", "Site"]


@dataclass(frozen=True)
class Page:
    """One page of the handbook, as heading lines and HTML blocks of Markdown.

    ``address`` is the final one, relative to the site root and ending in "/"
    ("" is the home page). ``title`` is what a browser tab shows (neutral for a
    card). ``source`` is the content file an edit link leads to, if there is one,
    relative to the project folder with forward slashes.
    """

    address: str
    title: str
    body: str
    kind: str
    source: str | None = None
    hide: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Path of the page's Markdown file in a docs folder."""
        return f"{self.address}index.md"

    @property
    def markdown(self) -> str:
        """The whole Markdown file: front matter that any engine reads, then the body."""
        # themes print titles as HTML
        title = json.dumps(html.escape(self.title, quote=False), ensure_ascii=False)
        front = [f"title: {title}", f"kind: {self.kind}"]
        if self.hide:
            front.append(f"hide: {json.dumps(list(self.hide))}")
        return "---\n" + "\n".join(front) + "\n---\n\n" + self.body.strip("\n") + "\n"


@dataclass(frozen=True)
class Asset:
    """A file that is published as it is, at ``address`` relative to the site root."""

    address: str
    content: bytes


@dataclass(frozen=True)
class NavEntry:
    """One entry of the navigation: a page, or a section whose first child is its index."""

    title: str
    address: str | None = None
    children: tuple[NavEntry, ...] = ()


@dataclass(frozen=True)
class Site:
    """A whole handbook, ready for an engine. Pages and assets are sorted by address."""

    name: str
    language: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    nav: tuple[NavEntry, ...] = ()
    draft: bool = False
    public: bool = False
    offline: bool = True
    """Whether a reader's device keeps pages, so that they open without signal."""
    extra: dict[str, object] = field(default_factory=dict)
    """What the theme's own partials show in the bar of every page (labels, addresses)."""

    def addresses(self) -> Iterator[str]:
        """Every address this site answers, pages first."""
        yield from (page.address for page in self.pages)
        yield from (asset.address for asset in self.assets)
