"""Answer the host's events, each with a call."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from playbook.compiled_templates import COMPILED
from playbook.compiler import Compilation, compile_handbook
from playbook.engine_config import edition_date, hashed_names, theme_assets
from playbook.finishing import finish, preview_files
from playbook.mkdocs_plugin.host import adapt_links, adapt_settings
from playbook.mkdocs_plugin.pages import (
    add_files,
    check_written,
    correct_pages,
    drop_unused_theme_files,
    written_paths,
)
from playbook.mkdocs_plugin.ready_blocks import keep_ready_blocks
from playbook.mkdocs_plugin.remembering import Memory, nobody_else
from playbook.mkdocs_plugin.watching import watch_project
from playbook.page_memory import PageMemory
from playbook.problems import Level, Problem, has_errors
from playbook.project import Project
from playbook.publish import forget_tree, remember_tree
from playbook.report import format_text
from playbook.site import Asset, Page, Site

__all__ = ["PlaybookConfig", "PlaybookPlugin"]

_LOG = logging.getLogger("mkdocs.plugins.playbook")
_EMPTY_LINES = re.compile(r"\n[ \t]*(?=\n)|\A\s+")


class PlaybookConfig(base.Config):  # type: ignore[no-untyped-call]  # the host does not type it
    """Settings of the plugin in mkdocs.yml."""

    project_dir = options.Optional(options.Dir(exists=True))
    """Folder with content/; the one that mkdocs.yml lies in, unless said otherwise."""


class PlaybookPlugin(BasePlugin[PlaybookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Gives the host the pages of one handbook."""

    def __init__(self) -> None:
        self._serving = False
        self._handed_over: Site | None = None
        self._last_good: Site | None = None
        self._memory = Memory()
        self._pages = PageMemory()

    def take(self, site: Site) -> None:
        """Show this handbook, compiled and reported already, instead of reading the content again."""
        self._handed_over = site

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an author is watching; then a broken save must not end the program."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Compile the content and fit the host's settings to it."""
        self.project = Project(_project_folder(self.config, config))
        self.site, broken = self._current_site()
        self.assets = theme_assets()
        self.names = hashed_names(self.assets)
        adapt_settings(config, self.project, self.site, serving=self._serving)
        config.extra["playbook_problems"] = broken

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let a half-written folder not pass for a finished one of ours."""
        if self._writes_in_place:
            forget_tree(Path(config.site_dir))

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> None:
        """Add our pages and files to the hand-written ones."""
        drop_unused_theme_files(files, config)
        published = {self.names.get(asset.address, asset.address): asset for asset in self.assets}
        if self._serving:
            published |= {address: Asset(address, content) for address, content in preview_files().items()}
        self.by_hand = {file.dest_uri for file in files if file.src_dir == config.docs_dir}
        add_files(files, config, self.project, self.site, published)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> None:
        """Correct what the host assumed about our pages."""
        correct_pages(files, edition_date(self.site))
        self.nav = nav
        keep_ready_blocks(files, config, self.site.pages)
        if self._serving:
            self._memory.read_once(files, config, [page.path for page in self.site.pages])

    def on_env(self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """Link to our files under the names they are published at."""
        self.written = written_paths(files, config)
        adapt_links(env, self.names)
        if nobody_else(config):
            env.bytecode_cache = COMPILED
        if self._serving:
            ours = [page.path for page in self.site.pages]
            self._memory.fill_once(env, config, self.nav, files, self.names, ours)

    def on_post_page(self, output: str, /, *, page: HostPage, config: MkDocsConfig) -> str:
        """Leave out the empty lines that a theme leaves behind: half of all lines, on every page, on every phone."""
        keeps_lines = any(kept in output for kept in ("<pre", "<textarea"))
        return output if keeps_lines else _EMPTY_LINES.sub("", output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """See that nothing was lost, and mark the folder as one that we made."""
        check_written(self.site, Path(config.site_dir))
        if self._serving:
            return
        added, _ = finish(Path(config.site_dir), self.site, self.written, self.by_hand)
        if self._writes_in_place:
            remember_tree(Path(config.site_dir), self.written | added)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> None:
        """Rebuild on any edit of the content, the templates or the theme parts."""
        watch_project(server, self.project)

    def on_shutdown(self) -> None:
        """Let go of a handbook that was handed over: the host keeps this object for the next one."""
        self._handed_over = None

    @property
    def _writes_in_place(self) -> bool:
        """Whether the host itself writes to the final folder: not for `playbook build`, not while serving."""
        return self._handed_over is None and not self._serving

    def _current_site(self) -> tuple[Site, list[str]]:
        """The handbook to show, and the problems to show with it when it is not the newest."""
        if self._handed_over is not None:
            return self._handed_over, []
        compilation = compile_handbook(self.project, hosted=True, preview=self._pages if self._serving else None)
        _report(compilation)
        if compilation.site is not None and not has_errors(compilation.problems):
            self._last_good = compilation.site
            return compilation.site, []
        if not self._serving:
            raise PluginError("the handbook was not built: its content has errors, listed above")
        broken = [_one_line(problem) for problem in compilation.problems if problem.level is Level.ERROR]
        return self._last_good or _no_handbook_yet(), broken


def _project_folder(settings: PlaybookConfig, config: MkDocsConfig) -> Path:
    beside_settings = Path(config.config_file_path or "mkdocs.yml").parent
    return Path(settings.project_dir or beside_settings).absolute()


def _report(compilation: Compilation) -> None:
    """Pass every finding on to the host; a warning makes its --strict fail."""
    notes = 0
    for problem in compilation.problems:
        if problem.level is Level.NOTE:
            notes += 1
            continue
        text = format_text([problem], compilation.sources, color=False).rstrip()
        _LOG.log(logging.ERROR if problem.level is Level.ERROR else logging.WARNING, text)
    if notes:
        _LOG.info("%d notes on the content; `playbook check` shows them", notes)


def _one_line(problem: Problem) -> str:
    at = f"{problem.location.file}:{problem.location.line}: " if problem.location else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{at}{problem.message}{hint}"


def _no_handbook_yet() -> Site:
    body = "# The handbook cannot be shown yet\n\n<p>Mend the problems above and save; this page follows.</p>"
    return Site(name="Handbook", language="en", pages=(Page("", "Problems", body, "notice"),))
