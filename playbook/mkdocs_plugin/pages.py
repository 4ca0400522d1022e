"""Our pages and files among the host's: put in, found again, and checked at the end."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from playbook.project import Project
from playbook.site import Asset, NavEntry, Page, Site

__all__ = ["add_files", "check_written", "correct_pages", "drop_unused_theme_files", "written_paths"]


def add_files(
    files: Files, config: MkDocsConfig, project: Project, site: Site, assets: Mapping[str, Asset]
) -> None:
    """Add every page and file; raises ``PluginError`` when a hand-written file has one of their addresses.

    ``assets`` are the theme's files by the address they are published at.
    """
    by_hand = {file.dest_uri: file for file in files if file.src_dir == config.docs_dir}
    in_nav = set(_nav_addresses(site.nav))
    for file in [
        *(_page_file(page, config, project, in_nav) for page in site.pages),
        *(_asset_file(asset.address, asset.content, config) for asset in site.assets),
        *(_asset_file(address, asset.content, config) for address, asset in assets.items()),
    ]:
        if taken := by_hand.get(file.dest_uri):
            raise PluginError(_taken(taken, file, config))
        if theirs := files.get_file_from_path(file.src_uri):
            files.remove(theirs)  # a file of the theme, which ours replaces
        files.append(file)


def drop_unused_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out the theme's source maps, the parts of a search we do not use, and raw templates."""
    unused = ["*.map", "*.xml"]
    if "material/search" not in config.plugins:
        unused += ["assets/javascripts/lunr/*", "assets/javascripts/workers/search.*"]
    for file in list(files):
        of_theme = file.src_dir in config.theme.dirs
        if of_theme and any(fnmatch(file.src_uri, pattern) for pattern in unused):
            files.remove(file)


def correct_pages(files: Files, day: date) -> None:
    """Give pages the edition's date, not today's, and edit links without a detour."""
    for file in files.documentation_pages():
        if file.page is None:
            continue
        if "SOURCE_DATE_EPOCH" not in os.environ:
            file.page.update_date = day.isoformat()
        if file.page.edit_url:
            parts = urlsplit(file.page.edit_url)
            file.page.edit_url = urlunsplit(parts._replace(path=posixpath.normpath(parts.path)))


def written_paths(files: Files, config: MkDocsConfig) -> set[str]:
    """Every path the host writes itself; what else lies in its folder is somebody else's."""
    paths = {file.dest_uri for file in files if file.inclusion.is_included()}  # type: ignore[no-untyped-call]  # the host does not type it
    paths |= set(config.theme.static_templates)
    return paths | {f"{path}.gz" for path in paths if path == "sitemap.xml"}


def check_written(site: Site, site_dir: Path) -> None:
    """Fail loudly when the host wrote less than we gave it."""
    expected = [f"{page.address}index.html" for page in site.pages] + [file.address for file in site.assets]
    lost = [address for address in expected if not (site_dir / address).is_file()]
    if lost:
        shown = "".join(f"\n  {address}" for address in lost[:10])
        more = f"\n  and {len(lost) - 10} more" if len(lost) > 10 else ""
        raise PluginError(
            f"the site engine did not write {len(lost)} of {len(expected)} pages and files "
            f"of the handbook:{shown}{more}\n"
            "Another plugin or a setting in mkdocs.yml (exclude_docs, hooks) dropped them."
        )


def _nav_addresses(entries: tuple[NavEntry, ...]) -> Iterator[str]:
    for entry in entries:
        if entry.address is not None:
            yield entry.address
        yield from _nav_addresses(entry.children)


def _page_file(page: Page, config: MkDocsConfig, project: Project, in_nav: set[str]) -> File:
    # Set outright, so that a pattern in exclude_docs cannot drop a page that others link to.
    level = InclusionLevel.INCLUDED if page.address in in_nav else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.path, content=page.markdown, inclusion=level)
    if page.source:
        source = os.path.relpath(project.root / page.source, config.docs_dir)
        file.edit_uri = Path(source).as_posix()
    return file


def _asset_file(address: str, content: bytes, config: MkDocsConfig) -> File:
    return File.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)


def _taken(taken: File, ours: File, config: MkDocsConfig) -> str:
    folder = Path(os.path.relpath(config.docs_dir, Path(config.config_file_path or ".").parent)).as_posix()
    address = "/" + ours.dest_uri.removesuffix("index.html")
    return (
        f"{folder}/{taken.src_uri}: this file has the address of a page that the handbook makes itself "
        f"({address}). Rename it, or delete it."
    )
