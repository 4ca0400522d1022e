"""How a new edition relates to the published one, and what it takes over from it.

Unchanged files stay the files they were, assets of the edition before are kept once, and
what somebody else put into the folder moves along.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import shutil
from pathlib import Path

from playbook.publish.manifest import (
    MANIFEST_NAME,
    Manifest,
    files_below,
    read_manifest,
    record_tree,
    write_manifest,
)
from playbook.publish.places import blocking_paths

__all__ = ["Plan", "sync"]

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_NAMED_BY_HASH = re.compile(r"\.[0-9a-f]{8,64}\.[^/]*$")


class Plan:
    """One new folder and one published folder, compared file by file."""

    def __init__(self, new: Path, old: Path) -> None:
        published = read_manifest(old) or Manifest()
        self.new, self.old = new, old
        self.fresh, self.published = record_tree(new).files, published.files
        self.unchanged = {path for path in self.fresh if self._is_unchanged(path)}
        self.foreign = sorted(set(files_below(old)) - published.paths)

    @property
    def added(self) -> set[str]:
        """Paths that the published edition does not have."""
        return self.fresh.keys() - self.published.keys()

    @property
    def removed(self) -> set[str]:
        """Paths that only the published edition has."""
        return self.published.keys() - self.fresh.keys()

    @property
    def nothing_to_do(self) -> bool:
        """Whether the published folder already is this edition, whole and untouched."""
        return self.fresh.keys() == self.published.keys() == self.unchanged

    @property
    def taken_paths(self) -> list[str]:
        """Files of someone else's that lie where the new edition needs a file or a folder."""
        return blocking_paths(self.fresh, self.foreign)

    def complete(self) -> None:
        """Finish the new folder: take over what stays, write the record, and wait until the disk has it."""
        kept = {path: digest for path, digest in self.published.items() if self._is_worth_keeping(path)}
        write_manifest(self.new, Manifest(self.fresh, kept))
        written = {MANIFEST_NAME, *self.fresh}
        for path in written:
            (self.new / path).chmod(_FILE_MODE)
        linked = {path for path in self.unchanged if _link_again(self.old / path, self.new / path)}
        for path in [*kept, *self.foreign]:
            _carry_over(self.old / path, self.new / path)
        _keep_empty_folders(self.old, self.new)
        for path in written - linked:
            sync(self.new / path)
        for here, _, _ in os.walk(self.new):
            Path(here).chmod(_FOLDER_MODE)
            sync(Path(here))

    def _is_unchanged(self, path: str) -> bool:
        old = self.old / path
        return (
            self.published.get(path) == self.fresh[path]
            and old.is_file()
            and not old.is_symlink()
            and filecmp.cmp(old, self.new / path, shallow=False)
        )

    def _is_worth_keeping(self, path: str) -> bool:
        """A page someone has open still asks for the last edition's assets, by their hashed names."""
        return bool(_NAMED_BY_HASH.search(path)) and path not in self.fresh and (self.old / path).is_file()


def sync(path: Path) -> None:
    """Wait until the disk has this file or folder, so that a power cut after the switch loses nothing."""
    if os.name != "posix" and path.is_dir():
        return  # Windows opens no folders
    descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _link_again(old: Path, new: Path) -> bool:
    """Let an unchanged file be the published one itself: it keeps its date and is already on the disk."""
    if old.stat().st_mode & 0o777 != _FILE_MODE and os.name == "posix":
        return False
    spare = new.with_name(f"{new.name}.playbook-link")
    try:
        os.link(old, spare)
    except OSError:  # a disk without hard links: the fresh copy is as good
        return False
    spare.replace(new)
    return True


def _keep_empty_folders(old: Path, new: Path) -> None:
    """None of ours is ever empty; a Git repository is none without its empty folders."""
    for here, folders, names in os.walk(old):
        if not folders and not names and here != str(old):
            with contextlib.suppress(OSError):  # the new edition has a file there
                (new / Path(here).relative_to(old)).mkdir(parents=True, exist_ok=True)


def _carry_over(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    if old.is_symlink():
        new.symlink_to(old.readlink())
        return
    with contextlib.suppress(OSError):
        os.link(old, new)
        return
    shutil.copy2(old, new)
