"""What a page is before it is rendered: its address, its words, its template and its view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.addresses import Addresses

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

    @classmethod
    def of_record(
        cls, addresses: Addresses, kind: str, id_: str, title: str, was: Iterable[str], view: object
    ) -> PlannedPage:
        """The page of one record, at its own address and at those of the names it had before."""
        former = tuple(addresses.of(kind, old) for old in was)
        return cls(addresses.of(kind, id_), title, title, kind, kind, view, (kind, id_), was=former)
