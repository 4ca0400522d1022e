"""What a device keeps of a handbook: what is needed in the moment first, and no more than the budget.

Reads finished pages; writes nothing.
"""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

from playbook.offline.bundle import pack

__all__ = ["BUDGET", "CAN_WAIT", "Kept", "choose", "compressed"]

BUDGET = 300_000
"""Bytes that a first visit may keep, compressed as they are served."""

_ORDER = (
    ("home", "offline", "urgent-list", "urgent", "now", "card", "checklists", "checklist"),
    ("step", "my-side", "start-here", "steps", "ladder", "talking"),
    ("support", "standards"),
    ("standard",),
    ("new-here", "words", "about"),
)
"""Kinds of pages, those that cannot wait first; what is named nowhere comes after them, and the rest last of all."""

CAN_WAIT = frozenset({"print-cards", "print-lists", "wording"})
"""Kinds of pages that need much and are never needed in a hurry; what packs for paper say stands on its own pages."""


@dataclass(frozen=True)
class Kept:
    """The pages that are kept, packed; the files they need; and the pages there was no room for."""

    pages: tuple[str, ...]
    bundle: bytes
    files: tuple[str, ...]
    left_out: tuple[str, ...]
    size: int
    """Bytes over the line, compressed."""


def choose(
    pages: Mapping[str, str], kinds: Mapping[str, str], published: Mapping[str, bytes], budget: int = BUDGET
) -> Kept:
    """Choose among the finished ``pages`` (text by address) the most needed ones, as many as fit.

    ``kinds`` are the kinds of pages by address, ``published`` every other file of the site. The first
    group is always kept: a handbook so large is not made smaller by leaving its cards at home.
    """
    groups = _groups(pages, kinds)
    order = [address for group in groups for address in group]
    needs = {address: frozenset(_needs(address, text, published)) for address, text in pages.items()}
    sizes = {file: compressed(published[file]) for file in set[str]().union(*needs.values())}

    def first(count: int) -> Kept:
        chosen = sorted(order[:count])
        files = tuple(sorted(set[str]().union(*(needs[address] for address in chosen))))
        bundle = pack({address: pages[address] for address in chosen})
        size = compressed(bundle) + sum(sizes[file] for file in files)
        return Kept(tuple(chosen), bundle, files, tuple(sorted(order[count:])), size)

    found = first(len(order))
    if found.size <= budget:
        return found
    # one page more is never less to carry, so that half of what is left can be ruled out at a time
    enough, too_many = len(groups[0]), len(order)
    found = first(enough)
    while too_many - enough > 1:
        half = (enough + too_many) // 2
        if (tried := first(half)).size <= budget:
            enough, found = half, tried
        else:
            too_many = half
    return found


def compressed(content: bytes) -> int:
    """How many bytes travel when a server compresses this well."""
    return len(gzip.compress(content, 9, mtime=0))


def _groups(pages: Mapping[str, str], kinds: Mapping[str, str]) -> list[list[str]]:
    rank = {kind: number for number, group in enumerate(_ORDER) for kind in group}
    groups: list[list[str]] = [[] for _ in range(len(_ORDER) + 2)]
    for address in sorted(pages):
        kind = kinds.get(address, "")
        groups[rank.get(kind, len(_ORDER) + (kind in CAN_WAIT))].append(address)
    return groups


def _needs(address: str, text: str, published: Mapping[str, bytes]) -> Iterator[str]:
    """Files of the site that this page loads, now or when it is used."""
    reader = _Loaded()
    for tag in _TAG.finditer(text):
        name = (tag["raw"] or tag["name"] or "").lower()
        if name in _LOADING or (name and "data-pb-settings" in tag[0].lower()):
            reader.feed(tag[0])
            reader.reset()
    folder = posixpath.dirname(address)
    for link in reader.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        file = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        if file in published:
            yield file


_LOADING = frozenset({"script", "img", "source", "link"})
_TAG = re.compile(
    r"<!--.*?-->"
    # what stands inside of a script or a style is no page
    r"|<(?:(?P<raw>script|style)|(?P<name>[a-z][a-z0-9-]*))\b"
    r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    r"(?(raw).*?</(?P=raw)\s*>)",
    re.DOTALL | re.IGNORECASE,
)
"""One tag: most say nothing about files, and to look at each closely takes a second for every hundred pages."""


class _Loaded(HTMLParser):
    """What a page loads by itself, and what its settings name for later (the search index and its library)."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in one tag."""
        found = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "source") and found.get("src"):
            self.links.append(found["src"])
        elif tag == "link" and {"stylesheet", "icon", "manifest"} & set(found.get("rel", "").split()):
            self.links.append(found.get("href", ""))
        if settings := found.get("data-pb-settings"):
            self.links += _texts(json.loads(settings))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
