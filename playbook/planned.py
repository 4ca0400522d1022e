"""What a page is before it is rendered: its address, its words, its template and its view."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BARE", "PlannedPage"]

BARE = ("navigation", "toc")
"""What a page hides that is meant to be read on its own."""


@dataclass(frozen=True)
class PlannedPage:
    """A page before it is rendered. ``heading`` is the h1; ``title`` is what the browser tab shows."""

    address: str
    title: str
    heading: str
    kind: str
    template: str
    view: object
    record: tuple[str, str] | None = None
    hide: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
