"""The project's mkdocs.yml as plain values, and what of it cannot be published with.

Nothing written there is run, neither here nor by our own build and preview: those ask this
module first. Reads the disk; knows no engine.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from playbook.problems import Location, Problem
from playbook.project import Project

__all__ = ["is_text", "own_settings", "unfit_settings", "unfit_theme", "unfit_urls"]

_PYTHON = "tag:yaml.org,2002:python/"
_PARENT = "INHERIT"
_ELSEWHERE = "delete it; `mkdocs build` runs it all the same, if you trust what it runs"


def own_settings(project: Project) -> tuple[dict[str, Any], list[Problem]]:
    """The project's mkdocs.yml as plain values, without what only MkDocs understands; or why it cannot be read."""
    settings: dict[str, Any] = {}
    for file, own in _chain(project):
        if isinstance(own, str):
            return {}, [_problem(f"the settings cannot be used: {own}", _at(project, file))]
        settings = _merged(own, settings)
    settings.pop(_PARENT, None)
    return settings, []


def unfit_settings(project: Project) -> list[Problem]:
    """What the settings ask for that our own build and preview do not do; nothing when there is no such thing."""
    settings, problems = own_settings(project)
    if problems or not project.config_file.exists():
        return problems
    found = [problem for file, own in _chain(project) for problem in _runs_code(project, file, own)]
    theme = settings.get("theme", "mkdocs")
    name = theme.get("name") if isinstance(theme, dict) else theme
    for key, unfit in (
        ("theme", unfit_theme(name) if isinstance(name, str) else None),
        ("use_directory_urls", unfit_urls(settings.get("use_directory_urls"))),
    ):
        if unfit:
            found.append(_problem(unfit[0], _place(project, project.config_file, key), unfit[1]))
    return found


def unfit_theme(name: str | None) -> tuple[str, str] | None:
    """Why the handbook cannot have this theme, and what to write; nothing when it can."""
    if name == "material":
        return None
    message = f'mkdocs.yml sets the theme "{name}", and the handbook is made for "material"'
    return message, "write theme:, and in the next line name: material with two spaces before it"


def unfit_urls(in_folders: object) -> tuple[str, str] | None:
    """Why addresses must end in a slash, and what to do; nothing when they do."""
    if in_folders is not False:
        return None
    message = "mkdocs.yml sets use_directory_urls: false, and the handbook's addresses end in a slash"
    return message, "delete that line"


def is_text(value: object) -> bool:
    """Whether this is text that can be written down; a name on the disk may be any bytes."""
    try:
        return isinstance(value, str) and b"\0" not in value.encode()
    except UnicodeEncodeError:
        return False


def _chain(project: Project) -> Iterator[tuple[Path, dict[str, Any] | str]]:
    """Each settings file with its values, or why it cannot be read: first ours, then those it builds on."""
    file, seen = project.config_file, set()
    if not file.exists() and not file.is_symlink():
        return
    while True:
        seen.add(file.resolve())
        settings = _read(file)
        yield file, settings
        if isinstance(settings, str) or _PARENT not in settings:
            return
        named = settings[_PARENT]
        if not is_text(named):
            yield file, f"{_PARENT} must be the name of a file"
            return
        above = Path(os.path.normpath(file.parent / named))
        if not above.is_file():
            yield file, f'{_PARENT} names "{named}", and there is no such file'
            return
        if above.resolve() in seen:
            yield file, f'{_PARENT} names "{named}", and the files name each other in a circle'
            return
        file = above


def _read(file: Path) -> dict[str, Any] | str:
    try:
        settings = yaml.load(file.read_text(encoding="utf-8"), _PlainLoader)
    except RecursionError:
        return "it is nested too deeply to be read"
    except yaml.MarkedYAMLError as error:
        where = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        return f"it cannot be read: {error.problem}{where}"
    except OSError as error:
        return f"it cannot be read: {(error.strerror or 'the system refused').lower()}"
    except Exception:  # letters that are no UTF-8, a date that is none: anything can come
        return "it cannot be read as UTF-8 text with settings in it"
    if settings is None:
        return {}
    return settings if isinstance(settings, dict) else 'it holds no settings of the form "name: value"'


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The values of two files as the engine takes them together; those of ``above`` hold."""
    both = {**below, **above}
    for key in below.keys() & above.keys():
        if isinstance(below[key], dict) and isinstance(above[key], dict):
            both[key] = _merged(below[key], above[key])
    return both


def _runs_code(project: Project, file: Path, settings: dict[str, Any] | str) -> Iterator[Problem]:
    """What in one file would run a program of somebody's choosing."""
    tree = yaml.compose(file.read_text(encoding="utf-8"), _PlainLoader)
    for node in _nodes(tree):
        if node.tag.startswith(_PYTHON):
            tag = f"!!python/{node.tag.removeprefix(_PYTHON)}"
            message = f"{tag} would run Python, and playbook runs nothing that stands in settings"
            yield _problem(message, _at(project, file, node), _ELSEWHERE)
    if settings and any(not isinstance(key, str) for key in settings):  # a tag could make any name of it
        yield _problem("the name of a setting is no plain word", _at(project, file), "write its name plainly")
    if "hooks" in settings and settings["hooks"] != []:  # type: ignore[index]
        message = "hooks: would run a Python file, and playbook runs nothing that settings name"
        yield _problem(message, _place(project, file, "hooks"), _ELSEWHERE)


def _nodes(tree: yaml.Node | None) -> Iterator[yaml.Node]:
    waiting, seen = [tree] if tree else [], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:  # an alias
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _place(project: Project, file: Path, key: str) -> Location:
    """Where a setting stands in a file; its beginning where it does not stand there itself."""
    tree = yaml.compose(file.read_text(encoding="utf-8"), _PlainLoader)
    keys = [name for name, _ in tree.value] if isinstance(tree, yaml.MappingNode) else []
    return _at(project, file, next((name for name in keys if name.value == key), None))


def _at(project: Project, file: Path, node: yaml.Node | None = None) -> Location:
    name = project.relative(file)
    return Location(name, node.start_mark.line + 1, node.start_mark.column + 1) if node else Location(name)


def _problem(message: str, at: Location, hint: str = "mend mkdocs.yml, then run it again") -> Problem:
    return Problem("engine-failed", message, at, hint)


class _PlainLoader(yaml.SafeLoader):
    """Reads settings without running any of their tags (!ENV, !!python/name)."""


_PlainLoader.add_multi_constructor("", lambda loader, tag, node: None)
