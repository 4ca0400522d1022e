"""What lies in a folder we made: each file with the hash of its content.

The record lies in the folder itself. It is how we know our own folder again, which files
in it are stale, and which were put there by someone else. Reads and writes files; knows
nothing of pages or engines.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

__all__ = [
    "MANIFEST_NAME",
    "Holds",
    "Manifest",
    "file_hash",
    "files_below",
    "forget_tree",
    "is_ours",
    "published_files",
    "read_manifest",
    "record_tree",
    "remember_tree",
    "write_manifest",
]

MANIFEST_NAME = ".playbook-manifest.json"
"""Name of the record; a folder with this file in it is one we made."""

_FORMAT = 1


class Holds(StrEnum):
    """What a folder of ours is for; one never takes the place of the other."""

    SITE = "a finished site"
    DOCS = "a docs folder"


@dataclass(frozen=True)
class Manifest:
    """Path to content hash, for the files of this edition and for those kept from the one before."""

    files: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    holds: Holds = Holds.SITE

    @property
    def paths(self) -> set[str]:
        """Every path that is ours in the folder."""
        return {*self.files, *self.kept, MANIFEST_NAME}

    def to_json(self) -> str:
        """The record as text: the same for the same files, whatever the order they were written in."""
        record = {"playbook": _FORMAT, "holds": self.holds, "files": self.files, "kept": self.kept}
        return json.dumps(record, indent=1, sort_keys=True, ensure_ascii=True) + "\n"


def is_ours(folder: Path) -> bool:
    """Whether we made this folder, finished or not."""
    return (folder / MANIFEST_NAME).is_file()


def read_manifest(folder: Path) -> Manifest | None:
    """The record of a folder we made; nothing when it is missing or damaged."""
    try:
        record = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(record, dict) or record.get("playbook") != _FORMAT:
        return None
    files, kept = (_safe_entries(record.get(part)) for part in ("files", "kept"))
    if files is None or kept is None or record.get("holds") not in set(Holds):
        return None
    return Manifest(files, kept, Holds(record["holds"]))


def record_tree(folder: Path) -> Manifest:
    """Read every file below ``folder`` and note its hash."""
    return Manifest({path: file_hash(folder / path) for path in files_below(folder)})


def forget_tree(folder: Path) -> None:
    """Take the record away while something else writes into the folder: half-written is not ours."""
    (folder / MANIFEST_NAME).unlink(missing_ok=True)


def remember_tree(folder: Path, written: Iterable[str]) -> None:
    """Write the record of these paths in ``folder``, so that the next build knows them as ours.

    Whatever else lies there stays somebody else's.
    """
    ours = [path for path in sorted(set(written)) if path != MANIFEST_NAME and _is_plain_file(folder / path)]
    write_manifest(folder, Manifest({path: file_hash(folder / path) for path in ours}))


def published_files(folder: Path) -> dict[str, bytes]:
    """Every file of the edition that ``folder`` holds, by path; without what others put there."""
    recorded = read_manifest(folder) or Manifest()
    return {path: (folder / path).read_bytes() for path in sorted(recorded.files)}


def _is_plain_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a record into the folder it is about."""
    (folder / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8", newline="\n")


def files_below(folder: Path) -> Iterator[str]:
    """Path of every file and link below ``folder`` but the record itself, sorted within each folder."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in sorted([*names, *links]):
            path = Path(here, name).relative_to(folder).as_posix()
            if path != MANIFEST_NAME:
                yield path


def file_hash(path: Path) -> str:
    """SHA-256 of one file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _safe_entries(entries: object) -> dict[str, str] | None:
    """The entries of a record, unless one points out of the folder: someone may have changed the record."""
    if not isinstance(entries, dict):
        return None
    for path, digest in entries.items():
        if not isinstance(digest, str) or not path or "\\" in path:
            return None
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            return None
    return entries
