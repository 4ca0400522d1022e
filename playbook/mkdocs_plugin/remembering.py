"""What a preview need not make again: a page whose text and surroundings are what they were.

An edit reaches few pages. The host makes every page anew all the same, which takes most of the time
between saving and seeing; here it gets what it made before, as long as nothing around a page differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from playbook.engine_config import MARKDOWN_EXTENSIONS

__all__ = ["Memory"]

_OF_THE_HOST = {"toc", "tables", "fenced_code"}
_BETWEEN = {"env": 1, "page_context": 0}
"""Where a plugin can change what a theme part is filled with, and how many of ours do."""


class Memory:
    """The handbook's pages as a preview last made them."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[object, dict[str, Any]]] = {}
        self._pages: dict[str, tuple[object, str]] = {}
        self._compiled = _Compiled()

    def read_once(self, files: Files, config: MkDocsConfig, ours: Iterable[str]) -> None:
        """Turn the Markdown of our pages into HTML only where it is not what it was."""
        if set(config.markdown_extensions) - _OF_THE_HOST - set(MARKDOWN_EXTENSIONS):
            return  # an extension may put in what lies elsewhere
        settings = repr((config.markdown_extensions, config.mdx_configs))
        for path in ours:
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
        theme_parts: Iterable[Path],
        ours: Iterable[str],
    ) -> None:
        """Fill the theme for our pages only where a page, or anything that stands around it, is not what it was."""
        env.bytecode_cache = self._compiled
        if any(len(config.plugins.events[event]) > ours_there for event, ours_there in _BETWEEN.items()):
            return
        around = (_settings(config), str(nav), _stamps(theme_parts))
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
        pages: dict[str, tuple[object, str]],
        around: object,
        ours: set[str],
    ) -> None:
        self._load, self._pages, self._around, self._ours = load, pages, around, ours

    def render(self, context: Any) -> str:
        """The page as the theme shows it."""
        page = context.get("page")
        if page is None or page.file.src_uri not in self._ours:
            return self._load().render(context)
        inside = (page.content, page.title, page.edit_url, page.update_date, repr(page.meta))
        seen = (self._around, inside)
        before, text = self._pages.get(page.file.src_uri, (None, ""))
        if before != seen:
            text = self._load().render(context)
            self._pages[page.file.src_uri] = seen, text
        return text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


class _Compiled(jinja2.BytecodeCache):
    """Theme parts as they were compiled, for as long as the preview runs; a part that is edited has another key."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Give back what was compiled from the same text."""
        if kept := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


def _settings(config: MkDocsConfig) -> str:
    """The settings as they were written, and as they were filled in for the theme."""
    written = (bool, int, str, list, Mapping, type(None))
    made = {"plugins", "hooks", "theme"}  # of objects, which are others at each build
    plain = {name: one for name, one in config.items() if name not in made and isinstance(one, written)}
    return repr((plain, sorted(config.plugins), dict(config.theme)))


def _stamps(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Which files lie there, and when each was written last."""
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in files for stat in [path.stat()])
