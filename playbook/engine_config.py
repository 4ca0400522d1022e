"""What every site engine must be told about a handbook: navigation, theme, Markdown, files.

Plain data, the same for the MkDocs plugin and for a compiled docs folder. Knows no engine.
"""

from __future__ import annotations

import datetime
import hashlib
import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playbook.bundled import site_config_dir
from playbook.headers import POLICY
from playbook.project import Project
from playbook.site import Asset, NavEntry, Site

__all__ = [
    "FEATURES",
    "MARKDOWN_EXTENSIONS",
    "MOST_SIBLINGS",
    "edition_date",
    "hashed_names",
    "nav_config",
    "override_dirs",
    "site_address",
    "theme_assets",
    "theme_extra",
]

MARKDOWN_EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},  # headings carry their anchors: ## Title {#id}
    "toc": {"permalink": False},  # a sign behind each heading is one more stop for a keyboard
}

FEATURES = ["navigation.tabs", "navigation.indexes", "navigation.prune"]
"""Features of the theme that keep the navigation of one page small."""

MOST_SIBLINGS = 50
"""A longer section shows its index only, which lists the rest: a page must not carry every other page."""

_NO_DATE = datetime.date(1980, 1, 1)
_PUBLISHED_OF_VENDORS = {".js", ".css", ".txt"}  # .txt: the licence goes where the code goes


def nav_config(site: Site) -> list[dict[str, Any]]:
    """The navigation as MkDocs and its relatives write it, with long sections cut to their index."""
    return [_nav_entry(entry) for entry in site.nav]


def theme_assets() -> tuple[Asset, ...]:
    """Our own styles and scripts and the third-party ones beside them, as published files."""
    return tuple(sorted(_bundled_assets(site_config_dir()), key=lambda asset: asset.address))


def hashed_names(assets: Iterable[Asset]) -> dict[str, str]:
    """Addresses of styles and scripts with their content's hash in the name.

    A page that someone has open while a new edition is published goes on asking for the names
    it was made with, and never gets a script that belongs to another page.
    """
    return {asset.address: _with_hash(asset) for asset in assets if asset.address.endswith((".css", ".js"))}


def override_dirs(project: Project) -> list[Path]:
    """Folders with theme parts, the project's own before ours."""
    folders = [project.site_config / "overrides", site_config_dir() / "overrides"]
    return list(dict.fromkeys(folder.resolve() for folder in folders if folder.is_dir()))


def theme_extra(site: Site) -> dict[str, Any]:
    """What the theme's parts read: under one name, so that nothing of the theme's own is touched."""
    return {"public": site.public, "draft": site.draft, "policy": POLICY, **site.extra}


def site_address(site: Site) -> str | None:
    """Where the handbook will be published, as its settings say, ending in a slash."""
    address = site.extra.get("site_address")
    return f"{str(address).rstrip('/')}/" if address else None


def edition_date(site: Site) -> datetime.date:
    """The date an engine may print; never today's, so that the same content gives the same bytes."""
    as_of = site.extra.get("as_of")
    try:
        return datetime.date.fromisoformat(str(as_of))
    except ValueError:
        return _NO_DATE


def _nav_entry(entry: NavEntry) -> dict[str, Any]:
    title = html.escape(entry.title, quote=False)  # themes print titles as HTML
    if not entry.children:
        return {title: f"{entry.address or ''}index.md"}
    children = entry.children
    if entry.address is not None and children[0].address != entry.address:
        children = (NavEntry(entry.title, entry.address), *children)
    if sum(1 for child in children[1:] if not child.children) > MOST_SIBLINGS:
        children = (children[0], *(child for child in children[1:] if child.children))
    return {title: [_nav_entry(child) for child in children]}


def _bundled_assets(site_config: Path) -> Iterator[Asset]:
    ours, vendor = site_config / "assets", site_config / "vendor"
    for path in ours.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            yield Asset(f"assets/{path.relative_to(ours).as_posix()}", path.read_bytes())
    for path in vendor.rglob("*"):  # what keeps them current (a script, a version) stays here
        if path.suffix in _PUBLISHED_OF_VENDORS:
            yield Asset(f"assets/{path.name}", path.read_bytes())


def _with_hash(asset: Asset) -> str:
    stem, _, ending = asset.address.rpartition(".")
    return f"{stem}.{hashlib.sha256(asset.content).hexdigest()[:10]}.{ending}"
