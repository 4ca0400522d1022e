"""The pages of a handbook as they were last rendered, for a preview: an edit reaches few of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from playbook.planned import PlannedPage
from playbook.remembered import Remembered
from playbook.site import Page

__all__ = ["PageMemory", "stamps"]


class PageMemory:
    """Gives a page again as long as what is said on it, and around it, is what it was."""

    def __init__(self) -> None:
        self._around: object = None
        self._pages: Remembered[Page] = Remembered()

    def begin(self, around: object) -> None:
        """Forget everything where something differs that any page may show."""
        if around != self._around:
            self._around = around
            self._pages.forget()

    def page(self, plan: PlannedPage, beside: object, make: Callable[[], Page]) -> Page:
        """The page of a plan; ``beside`` is what this page alone shows besides its view."""
        return self._pages.get(plan.address, (plan, beside), make)


def stamps(folders: Iterable[str | Path]) -> tuple[tuple[str, int, int], ...]:
    """Which files lie in these folders, and when each was written last; linked folders too."""
    return tuple(sorted(_stamps(folders)))


def _stamps(folders: Iterable[str | Path]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        for place, _, names in os.walk(folder, followlinks=True):
            for path in (Path(place, name) for name in names):
                with suppress(OSError):  # gone since, or an editor's mark that leads nowhere
                    stat = path.stat()
                    yield str(path), stat.st_mtime_ns, stat.st_size
