"""Put a finished folder in the place of another in one step.

Linux and macOS exchange two folders in one rename call: at every moment the name leads to
the whole old folder or to the whole new one. Elsewhere it takes two renames, and for a
moment there is no folder; ``repair`` puts the old one back if the program ended just then.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["Exchange", "exchange_in_one_call", "no_exchange", "repair", "replace_folder"]

Exchange = Callable[[Path, Path], bool]
"""Exchange two folders; false when this system, or this disk, has no such call."""

_AT_FDCWD = -100  # linux: a path that is not relative to an open folder
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_NOT_THERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange_in_one_call(first: Path, second: Path) -> bool:
    """Exchange two folders of one disk atomically; raises ``OSError`` when the system refuses."""
    call = _rename_call()
    if call is None:
        return False
    ctypes.set_errno(0)
    if call(os.fsencode(first), os.fsencode(second)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_THERE:
        return False
    raise OSError(number, os.strerror(number), str(second))


def no_exchange(first: Path, second: Path) -> bool:
    """What a system without such a call can do: nothing, so that two renames are used."""
    return False


def replace_folder(new: Path, target: Path, aside: Path, exchange: Exchange) -> None:
    """Let ``target`` be ``new``; what was there before ends up at ``new`` or ``aside``."""
    if not target.exists():
        new.rename(target)
    elif not exchange(new, target):
        target.rename(aside)
        new.rename(target)


def repair(target: Path, aside: Path) -> None:
    """Put the old folder back if a program ended between the two renames."""
    if aside.exists() and not target.exists():
        aside.rename(target)


def _rename_call() -> Callable[[bytes, bytes], int] | None:
    if os.name != "posix":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform.startswith("linux") and hasattr(libc, "renameat2"):
        return lambda one, two: int(libc.renameat2(_AT_FDCWD, one, _AT_FDCWD, two, _RENAME_EXCHANGE))
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return lambda one, two: int(libc.renamex_np(one, two, _RENAME_SWAP))
    return None
