"""The pages of a handbook as they were last rendered, for a preview: an edit reaches few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from playbook.planned import PlannedPage
from playbook.site import Page

__all__ = ["PageMemory", "stamps"]


class PageMemory:
    """Gives a page again as long as what is said on it, and around it, is what it was."""

    def __init__(self) -> None:
        self._around: object = None
        self._pages: dict[str, tuple[object, Page]] = {}

    def begin(self, around: object) -> None:
        """Forget everything where something differs that any page may show."""
        if around != self._around:
            self._around = around
            self._pages.clear()

    def page(self, plan: PlannedPage, beside: object, make: Callable[[], Page]) -> Page:
        """The page of a plan; ``beside`` is what this page alone shows besides its view."""
        seen = (plan, beside)
        known = self._pages.get(plan.address)
        if known is not None and known[0] == seen:
            return known[1]
        made = make()
        self._pages[plan.address] = seen, made
        return made


def stamps(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Which files lie in these folders, and when each was written last; linked folders too."""
    found = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in found for stat in [path.stat()])
