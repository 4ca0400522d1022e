"""Change addresses and names of places in a finished page, and leave every other sign as it is."""

from __future__ import annotations

import html
import json
import posixpath
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

__all__ = ["Attributes", "each_text", "landing", "pages_of", "rewrite", "settings_text"]

Attributes = dict[str, str | None]
"""The attributes of one tag; one without a value holds nothing."""


def rewrite(text: str, change: Callable[[str, Attributes], Attributes]) -> str:
    """A page in which ``change`` has had each tag in its hands; a tag it leaves alone keeps its very signs."""
    reader = _Tags(text, change)
    reader.feed(text)
    reader.close()
    return reader.result()


def pages_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The text of every page by its address; the page for lost readers needs a server and is none of them."""
    return {
        path.removesuffix("index.html"): content.decode()
        for path, content in sorted(files.items())
        if path == "index.html" or path.endswith("/index.html")
    }


def landing(link: str, page: str) -> tuple[str, str] | None:
    """Where a link on a page leads: a path from the root of the site and a place there; nothing if elsewhere.

    The path of a folder ends in "/", but that of the root is empty.
    """
    path, _, place = link.partition("#")
    path = unquote(path.partition("?")[0])
    if not path or path.startswith("/") or ":" in path.split("/")[0]:
        return None
    whole = posixpath.normpath(posixpath.join(page, path))
    if whole.startswith(".."):
        return None
    is_folder = path.endswith("/") or path.split("/")[-1] in (".", "..")
    return ("" if whole == "." else f"{whole}/" if is_folder else whole), place


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Settings with every text in them changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: each_text(part, change) for key, part in value.items()}
    return value


def settings_text(written: str, change: Callable[[str], str]) -> str:
    """The same for settings that stand in an attribute."""
    return json.dumps(each_text(json.loads(written), change), ensure_ascii=False)


class _Tags(HTMLParser):
    """Finds each tag and where it stands."""

    def __init__(self, text: str, change: Callable[[str, Attributes], Attributes]) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._change = change
        self._lines = list(_starts(text))
        self._edits: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Let the change see one tag."""
        before = dict(attrs)
        after = self._change(tag, dict(before))
        if after == before:
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        written = self.get_starttag_text() or ""
        self._edits.append((start, start + len(written), _tag(tag, after, written.endswith("/>"))))

    def result(self) -> str:
        """The page with every change made."""
        parts, done = [], 0
        for start, end, new in self._edits:
            parts += [self._text[done:start], new]
            done = end
        return "".join([*parts, self._text[done:]])


def _starts(text: str) -> Iterator[int]:
    place = 0
    for line in text.split("\n"):
        yield place
        place += len(line) + 1


def _tag(name: str, attributes: Attributes, closed: bool) -> str:
    words = [
        name,
        *(key if value is None else f'{key}="{html.escape(value)}"' for key, value in attributes.items()),
    ]
    return f"<{' '.join(words)}{'/' if closed else ''}>"
