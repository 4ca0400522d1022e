"""Which files of content/ are records: by their folder and name, without opening one.

The file name is the id, so what cannot be an address is refused here, and so is whatever
leads out of content/. Reads the names on the disk; imported by ``loader`` and by whoever
asks what kinds of records there are.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.model import (
    ChangesFile,
    CheckIn,
    Checklist,
    HandbookFile,
    Ladder,
    Measure,
    Moment,
    MySideFile,
    Paper,
    ReadingPath,
    Standard,
    Support,
    Talk,
    Urgent,
    WordsFile,
)
from playbook.model.fields import RESERVED_NAMES, Model
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.words_near import nearest

__all__ = ["FILES", "FOLDERS", "ContentFile", "SeriesFile", "content_files", "is_id", "plain_id"]

FOLDERS: dict[str, tuple[str, type[Model]]] = {
    "standards": ("standard", Standard),
    "ladders": ("ladder", Ladder),
    "moments": ("moment", Moment),
    "urgent": ("urgent", Urgent),
    "checklists": ("checklist", Checklist),
    "support": ("support", Support),
    "papers": ("paper", Paper),
    "check-ins": ("check-in", CheckIn),
    "measures": ("measure", Measure),
    "paths": ("path", ReadingPath),
    "talking": ("talk", Talk),
}
FILES: dict[str, tuple[str, type[Model]]] = {
    "handbook.yml": ("handbook", HandbookFile),
    "words.yml": ("words", WordsFile),
    "my-side.yml": ("my-side", MySideFile),
    "changes.yml": ("changes", ChangesFile),
}
_BESIDE = {"schemas"}
"""Folders that may lie in content/ and hold no records."""
_PLACES = ", ".join((*FILES, *(f"{folder}/" for folder in FOLDERS)))
_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")


@dataclass(frozen=True)
class ContentFile:
    """One file that is a record: where it lies, how problems name it, its id and its kind."""

    path: Path
    file: str
    id: str
    kind: str
    shape: type[Model]


@dataclass(frozen=True)
class SeriesFile:
    """One file with the figures of the measure of the same name beside it."""

    path: Path
    file: str
    id: str


def content_files(project: Project) -> Iterator[ContentFile | SeriesFile | Problem]:
    """Every record in a fixed order, with the figures of measures; a problem in place of each file that is neither.

    Hidden files and READMEs are left alone.
    """
    root = project.content.resolve()
    if not root.is_relative_to(project.root.resolve()):
        yield _problem("link-outside", "this is a link to a folder outside the project", "content", _COPY)
        return
    yield from _below(project, project.content, root)


_COPY = "copy the files into content/ instead"


def _below(project: Project, folder: Path, root: Path) -> Iterator[ContentFile | SeriesFile | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _problem(
            "unreadable-file",
            f"this folder cannot be opened: {_reason(error)}",
            project.relative(folder),
            "ask for the right to read it",
        )
        return
    at_top = folder == project.content
    for entry in entries:
        path = Path(entry.path)
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (at_top and entry.name in _BESIDE):
            continue
        if is_folder:
            yield from _below(project, path, root)
        elif path.stem.lower() != "readme":
            yield _judge(project, path, root)


def _judge(project: Project, path: Path, root: Path) -> ContentFile | SeriesFile | Problem:
    file = project.relative(path)
    parts = path.relative_to(project.content).parts
    if len(parts) == 2 and parts[0] == "measures" and path.suffix == ".csv":
        return _off_the_path(path, file, root) or _figures(path, file)
    known = FILES.get(parts[0]) if len(parts) == 1 else FOLDERS.get(parts[0]) if len(parts) == 2 else None
    return (
        _off_the_path(path, file, root)
        or (_not_a_record(parts, path.suffix, file) if known is None or path.suffix != ".yml" else None)
        or _bad_name(path, file)
        or ContentFile(path, file, path.stem, *known)  # type: ignore[misc]  # a file without a kind was refused above
    )


def _figures(path: Path, file: str) -> SeriesFile | Problem:
    if not path.with_suffix(".yml").exists():
        hint = f"give it the name of the measure it belongs to, or write {path.stem}.yml beside it"
        return _problem("unknown-file", "these figures belong to no measure", file, hint)
    return SeriesFile(path, file, path.stem)


def _off_the_path(path: Path, file: str, root: Path) -> Problem | None:
    """Something that must not be opened: a link out of content/, a folder behind a link, a device."""
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError) as error:  # links in a circle are a RuntimeError before Python 3.13
        hint = "ask for the right to read it, or put back the file that the link leads to"
        return _problem("unreadable-file", f"this file cannot be read: {_reason(error)}", file, hint)
    if not real.is_relative_to(root):
        what = "folder" if stat.S_ISDIR(mode) else "file"
        return _problem("link-outside", f"this is a link to a {what} outside content/", file, _COPY)
    if stat.S_ISDIR(mode):
        return _problem(
            "unknown-file", "this is a link to a folder; only links to files are followed", file, _COPY
        )
    if not stat.S_ISREG(mode):
        return _problem("unknown-file", "this is not an ordinary file", file, "move it out of content/")
    return None


def _not_a_record(parts: tuple[str, ...], suffix: str, file: str) -> Problem:
    if suffix not in (".yml", ".yaml"):
        hint = "records are .yml files; keep other files outside content/"
        return _problem("unknown-file", "this file is not a record and will not be published", file, hint)
    if suffix == ".yaml" and (len(parts) == 1 or parts[0] in FOLDERS):
        name = Path(parts[-1]).with_suffix(".yml").name
        return _problem(
            "unknown-file", "this file ends in .yaml, but records end in .yml", file, f"rename it to {name}"
        )
    if len(parts) > 2 and parts[0] in FOLDERS:
        hint = f"move it up into content/{parts[0]}/"
        return _problem("unknown-file", "no kind of record lies in a folder this deep", file, hint)
    meant = nearest(parts[0], FILES if len(parts) == 1 else FOLDERS)
    hint = f'did you mean "{meant}"?' if meant else f"records lie in: {_PLACES}"
    return _problem("unknown-file", "no kind of record lies here", file, hint)


def _bad_name(path: Path, file: str) -> Problem | None:
    name = path.stem
    if not _ID.fullmatch(name):
        message = f'the file name "{name[:80]}" cannot be an id: it may hold small letters a-z, digits and hyphens, at most 64'
        better = plain_id(name)
        hint = (
            f"rename it to {better}.yml" if better else "give the file a short name, such as silent-miss.yml"
        )
        if (path.parent / f"{better}.yml").exists():
            hint = (
                f"{better}.yml is there already, and both would have the same address: give it another name"
            )
        return _problem("bad-id", message, file, hint)
    if name in RESERVED_NAMES:
        message = f'"{name}" is a name that Windows keeps for itself; the file could not be copied there'
        return _problem("bad-id", message, file, "choose another file name")
    return None


def is_id(name: str) -> bool:
    """Say whether a record can have this name: it becomes a file, a folder and an address."""
    return bool(_ID.fullmatch(name)) and name not in RESERVED_NAMES


def plain_id(name: str) -> str:
    """The id nearest to a name, without capitals, accents and wide or joined letters; empty if there is none."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    better = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:64].strip("-")
    return "" if better in RESERVED_NAMES else better


def _reason(error: OSError | RuntimeError) -> str:
    return (getattr(error, "strerror", None) or "links lead in a circle").lower()


def _problem(check: str, message: str, file: str, hint: str) -> Problem:
    return Problem(check, message, Location(file), hint)
