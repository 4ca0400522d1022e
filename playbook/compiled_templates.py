"""Templates in their compiled form, kept for the next run as Python keeps its own modules.

Compiling those of a handbook takes half as long as everything else that is done for it. What is
kept lies in the user's folder for such things, never in a project; a text that changed is compiled
anew, and so is everything for another version of this program, of Jinja or of Python. Nothing depends
on it: where nothing can be kept or read, everything is compiled as if it were the first time.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import os
import stat
import sys
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
import platformdirs
from jinja2.bccache import Bucket

__all__ = ["COMPILED", "CompiledTemplates"]

_MOST = 1000
"""How many are kept: some hundred a handbook with its theme, and the oldest make room."""


def _folder() -> Path | None:
    """Where compiled templates are kept; nowhere, if this user has no home, or others can write there."""
    folder = platformdirs.user_cache_path("accountability-playbook", appauthor=False) / "templates"
    return folder if folder.is_absolute() and _is_ours(folder) else None


def _is_ours(folder: Path) -> bool:
    """What is kept is run again: it must come from this user. A folder that is still to be made will be."""
    if not hasattr(os, "getuid"):
        return True
    try:
        about = folder.lstat()
    except OSError:
        return True
    others_write = about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not others_write


class CompiledTemplates(jinja2.BytecodeCache):
    """Every template as it was last compiled: in memory, and in ``folder`` where there is one."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """The place of one template; what it is compiled to depends on its surroundings as well."""
        return super().get_bucket(environment, f"{_surroundings(environment)} {name}", filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled from the same text."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif self._folder:
            try:
                with self._file(bucket).open("rb") as kept:
                    bucket.load_bytecode(kept)
            except Exception:  # gone, unreadable, damaged in whatever way: then it is compiled
                bucket.code = None
            if not isinstance(bucket.code, CodeType):
                bucket.code = None
                return
            with contextlib.suppress(OSError):
                os.utime(self._file(bucket))  # the last to make room
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, in place of an earlier text of the same template."""
        self._remember(bucket)
        if self._folder:
            with contextlib.suppress(OSError):  # the disk is full, or not ours: the next run compiles again
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                _write(self._file(bucket), bucket.bytecode_to_string())
                _make_room(self._folder)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)

    def _file(self, bucket: Bucket) -> Path:
        assert self._folder
        return self._folder / bucket.key


def _surroundings(environment: jinja2.Environment) -> str:
    """What the compiled form depends on beside the text itself."""
    plain = {
        name: setting
        for name, setting in vars(environment).items()
        if isinstance(setting, str | bool | int | None)
    }
    named = [sorted(names) for names in (environment.extensions, environment.filters, environment.tests)]
    settings = (_versions(), type(environment).__qualname__, sorted(plain.items()), named)
    return sha256(repr(settings).encode()).hexdigest()


@cache
def _versions() -> tuple[object, ...]:
    ours = importlib.metadata.version("accountability-playbook")
    return ours, jinja2.__version__, sys.implementation.cache_tag, importlib.util.MAGIC_NUMBER


def _write(target: Path, content: bytes) -> None:
    """Write a file that is there wholly or not at all."""
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        written = Path(file.name)
        try:
            file.write(content)
            file.close()
            written.replace(target)
        except OSError:
            written.unlink()
            raise


def _make_room(folder: Path) -> None:
    """Let those go that were used least lately, a fifth at a time: asking for their times takes a while."""
    files = list(folder.iterdir())
    if len(files) > _MOST:
        files.sort(key=lambda path: path.stat().st_mtime)
        for path in files[: len(files) - _MOST * 4 // 5]:
            path.unlink()


COMPILED = CompiledTemplates(_folder())
"""Those of this user."""
