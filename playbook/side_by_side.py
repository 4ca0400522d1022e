"""Two independent pieces of work at the same time, on a machine with more than one core.

The second is done by a copy of this program, which hands back what it made and ends. It is only
a shortcut: wherever a copy cannot be had, or fails, the caller does the work itself.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import NoReturn, TypeVar

__all__ = ["beside"]

_T = TypeVar("_T")


def beside(work: Callable[[], _T]) -> Callable[[], _T] | None:
    """Begin a piece of work in a copy of this program, and give what waits for its result.

    Gives None where there is no second core or no safe copy. The work must not change or print anything;
    its result must be plain data. If the copy fails, the work is done here, so that any error shows itself.
    """
    if not _can_copy():
        return None
    ours, theirs = os.pipe()
    try:
        copy = os.fork()
    except OSError:  # no room for another process
        os.close(ours)
        os.close(theirs)
        return None
    if copy == 0:
        _hand_over(work, theirs)
    os.close(theirs)

    def result() -> _T:
        with os.fdopen(ours, "rb") as handed:
            written = handed.read()
        _, ended = os.waitpid(copy, 0)
        made: _T = pickle.loads(written) if ended == 0 else work()
        return made

    return result


def _can_copy() -> bool:
    """A copy of a program with several threads may wait for ever; elsewhere than on Linux, libraries start some."""
    return (
        sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
    )


def _hand_over(work: Callable[[], object], target: int) -> NoReturn:
    """Do the work as the copy, and end without any of the things that a program does at its end."""
    failed = 1
    try:
        with os.fdopen(target, "wb") as handed:
            pickle.dump(work(), handed)
        failed = 0
    finally:
        os._exit(failed)
