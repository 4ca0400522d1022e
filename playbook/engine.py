"""Run the site engine on a handbook: HTML into a folder, or a live preview.

MkDocs runs in this process, with the project's own mkdocs.yml if there is one. What it says
comes back as problems; only a disk that refuses raises ``OSError``, for the caller to name.
"""

from __future__ import annotations

import calendar
import contextlib
import json
import logging
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from jinja2 import TemplateError, TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve as serve_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from playbook.engine_config import edition_date
from playbook.own_pages import own_problems
from playbook.problems import Level, Location, Problem
from playbook.project import Project
from playbook.report import format_text
from playbook.site import Site
from playbook.site_settings import unfit_settings

__all__ = ["TakesSite", "build_html", "serve"]

_LOGGER = logging.getLogger("mkdocs")
_ADDRESS = "127.0.0.1:8000"
"""Where MkDocs shows a site that names no other place."""


@runtime_checkable
class TakesSite(Protocol):
    """The plugin, as far as this module knows it."""

    def take(self, site: Site) -> None:
        """Show this handbook instead of reading the content again."""


def build_html(
    project: Project,
    site: Site,
    destination: Path,
    *,
    progress: Callable[[str], None] = lambda stage: None,
) -> list[Problem]:
    """Let MkDocs write an already compiled handbook as HTML into ``destination``.

    The same handbook gives the same bytes, on any day. Raises ``OSError`` when the disk refuses.
    """
    if unfit := unfit_settings(project):
        return unfit
    progress("starting the site engine")
    with _steady_environment(site), _messages() as said, _empty_folder() as no_pages:
        try:
            config = _load(project, no_pages, site_dir=str(destination))
            if unfit := own_problems(project, site, Path(config.docs_dir)):
                return [*said, *unfit]
            _hand_over(config, site)
            progress(f"writing {len(site.pages)} pages")
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except TemplateError as error:
            return [*said, _theme_problem(error, project)]
        except OSError as error:
            if error.filename is None or Path(error.filename).is_relative_to(destination):
                raise
            return [*said, _failed(f"cannot read {error.filename}: {error.strerror}")]
        except MkDocsException as error:
            return said if any(found.level is Level.ERROR for found in said) else [*said, _failed(str(error))]
        except Exception as error:  # an extension or another plugin: anything can come
            return [*said, _failed(f"{type(error).__name__}: {error}")]
    return said


def serve(project: Project, *, address: str | None = None, open_browser: bool = False) -> list[Problem]:
    """Show the handbook at a local address and follow every edit, until the author stops it."""
    if address is not None and not _is_address(address):
        message = f'"{address}" is not an address to show the handbook at'
        hint = "write a host and a port from 1 to 65535, such as --address 127.0.0.1:8001"
        return [Problem("cannot-serve", message, None, hint)]
    if unfit := unfit_settings(project):
        return unfit
    with _steady_environment(None), _speaking(), _looked_at(project), _empty_folder() as no_pages:
        try:
            config_file, settings, wanted = _settings_to_serve(project, no_pages)
            _see_that_it_is_free(address or wanted)
            serve_site(config_file, open_in_browser=open_browser, dev_addr=address, **settings)
        except OSError as error:
            hint = "stop the other program, or choose another address with --address 127.0.0.1:8001"
            return [Problem("cannot-serve", f"cannot show the handbook here: {error.strerror}", None, hint)]
        except TemplateError as error:
            return [_theme_problem(error, project)]
        except MkDocsException as error:
            return [_failed(str(error))]
        except Exception as error:  # an extension or another plugin: anything can come
            return [_failed(f"{type(error).__name__}: {error}")]
    return []


def _is_address(text: str) -> bool:
    host, _, port = text.rpartition(":")
    in_digits = port.isascii() and port.isdecimal() and len(port) <= 5
    return bool(host) and in_digits and 1 <= int(port) <= 65535


def _see_that_it_is_free(address: str) -> None:
    """Say before the handbook is made, not after, that another program is there; raises ``OSError``."""
    if not _is_address(address):
        return  # the host says so in its own words
    host, _, port = address.rpartition(":")
    # all as the host does it
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host.strip("[]"), int(port)))


def _load(project: Project, no_pages: Path, **forced: Any) -> MkDocsConfig:
    """The settings for one build: the project's own, or ours where it has none."""
    config = MkDocsConfig(config_file_path=str(project.config_file.absolute()))
    if project.config_file.is_file():
        with project.config_file.open("rb") as stream:
            config.load_file(stream)
    else:
        config.load_dict(_own_settings(project, no_pages))
    if config.get("site_name") is None:
        forced["site_name"] = ""  # the plugin knows the handbook's name
    config.load_dict(forced)
    errors, warnings = config.validate()
    for name, warning in warnings:
        _LOGGER.warning("%s: %s", name, warning)
    for name, error in errors:
        _LOGGER.error("%s: %s", name, error)
    if errors:
        raise MkDocsException("the settings cannot be used")
    return config


def _own_settings(project: Project, no_pages: Path) -> dict[str, Any]:
    """Settings for a project without a mkdocs.yml; the plugin adds everything that is the handbook's."""
    by_hand = project.site_config / "docs"
    return {
        "site_name": "",
        "docs_dir": str((by_hand if by_hand.is_dir() else no_pages).absolute()),
        "theme": {"name": "material"},
        "plugins": [{"playbook": {"project_dir": str(project.root.absolute())}}],
    }


def _settings_to_serve(project: Project, folder: Path) -> tuple[str, dict[str, Any], str]:
    """A settings file that can be read again at every edit, what it lacks, and the address it asks for."""
    if not project.config_file.is_file():
        ours = folder / "mkdocs.yml"
        (folder / "docs").mkdir()
        ours.write_text(json.dumps(_own_settings(project, folder / "docs")), encoding="utf-8")
        return str(ours), {}, _ADDRESS
    config = MkDocsConfig(config_file_path=str(project.config_file))
    with project.config_file.open("rb") as stream:
        config.load_file(stream)
    lacking = {} if config.get("site_name") is not None else {"site_name": ""}
    return str(project.config_file.absolute()), lacking, str(config.get("dev_addr") or _ADDRESS)


def _hand_over(config: MkDocsConfig, site: Site) -> None:
    takers = [plugin for plugin in config.plugins.values() if isinstance(plugin, TakesSite)]
    if not takers:
        raise MkDocsException('mkdocs.yml does not list the plugin "playbook": add it under plugins:')
    takers[0].take(site)


def _failed(message: str) -> Problem:
    return Problem("engine-failed", f"the site engine stopped: {message}", Location("mkdocs.yml"))


def _theme_problem(error: TemplateError, project: Project) -> Problem:
    """The place in the theme part where it happened: the innermost one that the error passed through."""
    at = Location("mkdocs.yml")
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename.endswith(".html"):
            at = Location(project.relative(Path(step.tb_frame.f_code.co_filename)), step.tb_lineno)
        step = step.tb_next
    wanted = f'there is no "{error.name}"' if isinstance(error, TemplateNotFound) else error.message
    return Problem("engine-failed", f"this theme part cannot be filled: {wanted}", at)


@contextlib.contextmanager
def _messages() -> Iterator[list[Problem]]:
    """Collect what the engine would print."""
    said: list[Problem] = []
    collector = _Collector(said)
    before = _LOGGER.propagate
    _LOGGER.addHandler(collector)
    _LOGGER.propagate = False
    try:
        yield said
    finally:
        _LOGGER.propagate = before
        _LOGGER.removeHandler(collector)


class _Collector(logging.Handler):
    """Turns the engine's messages into problems."""

    def __init__(self, said: list[Problem]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        failed = record.levelno >= logging.ERROR
        check, level = ("engine-failed", Level.ERROR) if failed else ("engine-warning", Level.WARNING)
        self._said.append(Problem(check, record.getMessage(), Location("mkdocs.yml"), level=level))


@contextlib.contextmanager
def _speaking() -> Iterator[None]:
    """Let the engine's own words through to the author while the preview runs."""
    voice = logging.StreamHandler(sys.stderr)
    level = _LOGGER.level
    _LOGGER.addHandler(voice)
    _LOGGER.setLevel(logging.INFO)
    try:
        yield
    finally:
        _LOGGER.setLevel(level)
        _LOGGER.removeHandler(voice)


@contextlib.contextmanager
def _looked_at(project: Project) -> Iterator[None]:
    """Let a preview, which reads its settings again at every edit, run nothing that was added since."""
    read = MkDocsConfig.load_file

    def after_a_look(config: MkDocsConfig, stream: Any) -> None:
        if unfit := unfit_settings(project):
            raise MkDocsException(format_text(unfit, {}))
        read(config, stream)

    MkDocsConfig.load_file = after_a_look  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        MkDocsConfig.load_file = read  # type: ignore[method-assign]


@contextlib.contextmanager
def _steady_environment(site: Site | None) -> Iterator[None]:
    """Keep today's date out of the output, and the theme's notice about its own end out of the terminal."""
    wanted = {"NO_MKDOCS_2_WARNING": "1"}
    if site is not None and "SOURCE_DATE_EPOCH" not in os.environ:
        wanted["SOURCE_DATE_EPOCH"] = str(calendar.timegm(edition_date(site).timetuple()))
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _empty_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        yield Path(folder)
