"""What was made from the last input: for a preview, which asks for everything again after every edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Remembered"]

_Made = TypeVar("_Made")


class Remembered(Generic[_Made]):
    """One result for each name, given again as long as what it is made from is equal.

    Holds at most ``most`` names, and of each the last result: a preview may run all day.
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._last: dict[object, tuple[object, _Made]] = {}

    def get(self, name: object, source: object, make: Callable[[], _Made]) -> _Made:
        """What ``make`` gives, or gave for the same ``source``."""
        known = self._last.get(name)
        if known is not None and known[0] == source:
            return known[1]
        made = make()
        if known is None and len(self._last) >= self._most:
            del self._last[next(iter(self._last))]
        self._last[name] = source, made
        return made

    def forget(self) -> None:
        """Make everything anew from here on."""
        self._last.clear()
