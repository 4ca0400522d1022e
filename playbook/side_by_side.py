"""Two independent pieces of work at the same time, on a machine with more than one core.

The second is done by a copy of this program, which hands back what it made and ends. It is only
a shortcut: wherever a copy cannot be had, or fails, the caller does the work itself.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar

__all__ = ["beside"]

_T = TypeVar("_T")


@contextmanager
def beside(work: Callable[[], _T]) -> Iterator[Callable[[], _T] | None]:
    """Begin a piece of work in a copy of this program, and give what waits for its result.

    Gives None where there is no second core or no safe copy. The work must not change or print anything;
    its result must be plain data. If the copy fails, the work is done here, so that any error shows itself.
    Who leaves without the result, such as by Ctrl+C, leaves no copy behind.
    """
    begun = _begun(work) if _can_copy() else None
    if begun is None:
        yield None
        return
    copy, source = begun
    ended: list[int] = []

    def result() -> _T:
        written = handed.read()
        ended.append(_ended(copy))
        made: _T = pickle.loads(written) if ended == [0] else work()
        return made

    with os.fdopen(source, "rb") as handed:
        try:
            yield result
        finally:
            if not ended:
                with suppress(ProcessLookupError):
                    os.kill(copy, signal.SIGKILL)
                _ended(copy)


def _begun(work: Callable[[], object]) -> tuple[int, int] | None:
    """The process that does the work, and where it hands over its result; None where there is no room for one."""
    try:
        ours, theirs = os.pipe()
    except OSError:
        return None
    try:
        copy = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return None
    if copy == 0:
        os.close(ours)
        _hand_over(work, theirs)
    os.close(theirs)
    return copy, ours


def _ended(copy: int) -> int:
    """Wait for its end and say how it was; 1 where the system tells nobody, as some who start programs want it."""
    try:
        return os.waitpid(copy, 0)[1]
    except ChildProcessError:
        return 1


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
