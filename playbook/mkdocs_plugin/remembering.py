"""What a preview need not make again: a page whose text and surroundings are what they were.

An edit reaches few pages. The host makes every page anew all the same, which takes most of the time
between saving and seeing; here it gets what it made before, as long as nothing around a page differs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

from playbook.bundled import site_config_dir
from playbook.mkdocs_plugin.ready_blocks import KNOWN_EXTENSIONS
from playbook.page_memory import stamps
from playbook.remembered import Remembered

__all__ = ["Memory", "nobody_else"]

_PARTS_OF_THE_HOST = Path(mkdocs.__file__).parent / "templates"
_CHANGE_NO_PAGE = {"startup", "shutdown", "serve"}


class Memory:
    """The handbook's pages as a preview last made them.

    It serves a handbook that is made by us and the host alone: what another plugin, a hook or a
    Markdown extension reads or changes cannot be seen from here, so beside them nothing is remembered.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[object, dict[str, Any]]] = {}
        self._pages: Remembered[str] = Remembered()

    def read_once(self, files: Files, config: MkDocsConfig, ours: Iterable[str]) -> None:
        """Turn the Markdown of our pages into HTML only where it is not what it was."""
        if not nobody_else(config):
            return
        settings, known = repr((config.markdown_extensions, config.mdx_configs)), set(ours)
        for path in set(self._texts) - known:  # taken out, or under another address now
            del self._texts[path]
        for path in known:
            file = files.get_file_from_path(path)
            if file is not None:
                page = file.page or Page(None, file, config)
                # the host asks each page itself
                page.render = self._reader(page, page.render, settings)  # type: ignore[method-assign]

    def fill_once(
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,
        nav: Navigation,
        files: Files,
        names: Mapping[str, str],
        ours: Iterable[str],
    ) -> None:
        """Fill the theme for our pages only where a page, or anything that stands around it, is not what it was.

        ``names`` are the names that the theme's own files are published under.
        """
        if not nobody_else(config):
            return
        parts = _stamps(config)
        around: tuple[object, ...] = (_settings(config), repr(sorted(names.items())), parts)
        if not all(Path(part[0]).is_relative_to(site_config_dir()) for part in parts):
            # a theme part of the project's own may name any page; ours name those near the page they stand on
            pages = [(file.src_uri, file.page) for file in files.documentation_pages()]
            others = [(path, page.title, repr(page.meta)) for path, page in pages if page is not None]
            around += (repr(config.nav), str(nav), repr(others))
        plain, known = env.get_template, set(ours)

        def get_template(name: str, parent: str | None = None, *rest: Any) -> Any:
            """A theme part; the whole one of a page, which has no parent, remembers what it gave."""
            if parent is not None or rest:
                return plain(name, parent, *rest)
            return _Remembering(partial(plain, name), self._pages, (name, *around), known)

        env.get_template = get_template  # type: ignore[method-assign,assignment]

    def _reader(self, page: Page, plain: Callable[..., None], settings: str) -> Callable[..., None]:
        def render(config: MkDocsConfig, files: Files) -> None:
            seen = (page.markdown, settings)
            before, made = self._texts.get(page.file.src_uri, (None, {}))
            if before != seen:
                had = dict(vars(page))
                plain(config, files)
                made = {name: value for name, value in vars(page).items() if had.get(name, had) is not value}
                if not page.links_to_anchors:  # such a link is held against the pages of its own build
                    self._texts[page.file.src_uri] = seen, made
            vars(page).update(made)

        return render


class _Remembering:
    """A theme part that gives again what it gave for a page that is still the same."""

    def __init__(
        self,
        load: Callable[[], jinja2.Template],
        pages: Remembered[str],
        around: object,
        ours: set[str],
    ) -> None:
        self._load, self._pages, self._around, self._ours = load, pages, around, ours

    def render(self, context: Any) -> str:
        """The page as the theme shows it."""
        page = context.get("page")
        if page is None or page.file.src_uri not in self._ours:
            return self._load().render(context)
        inside = (page.content, page.title, page.edit_url, page.update_date, repr(page.meta), _near(page, context))
        return self._pages.get(
            page.file.src_uri, (self._around, inside), lambda: self._load().render(context)
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


def _near(page: Page, context: Any) -> tuple[object, ...]:
    """What our theme parts say of other pages: the way there, and the branch of the navigation it is in."""
    nav = context.get("nav")
    beside = (one.url if one else None for one in (page.previous_page, page.next_page))
    return (*beside, _branch(nav.items) if nav else ())


def _branch(items: Iterable[Any]) -> tuple[object, ...]:
    """The entries of one level; below it only those on the way to the page that is shown."""
    return tuple(
        (item.title, item.active, _address(item), _branch(item.children or ()) if item.active else ())
        for item in items
    )


def _address(item: Any) -> str | None:
    return _address(item.children[0]) if item.children else getattr(item, "url", None)


def nobody_else(config: MkDocsConfig) -> bool:
    """Whether only the host and our own plugin make these pages."""
    handlers = (
        handler
        for event, handlers in config.plugins.events.items()
        if event not in _CHANGE_NO_PAGE
        for handler in handlers
    )
    owners = {getattr(handler, "__self__", None) for handler in handlers}
    return owners <= {config.plugins.get("playbook")} and set(config.markdown_extensions) <= KNOWN_EXTENSIONS


def _settings(config: MkDocsConfig) -> str:
    """The settings as they were written, and as they were filled in for the theme; the navigation for itself."""
    written = (bool, int, str, list, Mapping, type(None))
    left_out = {"nav", "plugins", "hooks", "theme"}  # all but the first of objects, which are others at each build
    plain = {name: one for name, one in config.items() if name not in left_out and isinstance(one, written)}
    return repr((plain, dict(config.theme)))


def _stamps(config: MkDocsConfig) -> tuple[tuple[str, int, int], ...]:
    """Which theme parts lie where an author can edit them, and when each was written last."""
    installed = (get_theme_dir(config.theme.name) if config.theme.name else os.devnull, _PARTS_OF_THE_HOST)
    return stamps(
        folder
        for folder in config.theme.dirs
        if not any(Path(folder).is_relative_to(place) for place in installed)
    )
