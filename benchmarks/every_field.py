"""Tries texts as the value of every field with words: bare as a title, in quotes in every field, and on every page.

A text is refused with a place, or it stands on each page as given, adds no element and runs nothing.
Long fields hold simple Markdown: there a text may bring the plain elements of that.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.awkward import SMALL, STANDARD, Tally, write
from playbook.checks import check_handbook
from playbook.compiler import compile_handbook
from playbook.loader import FOLDERS, load
from playbook.markdown_text import plain_text, prose_html
from playbook.model.walk import wordings
from playbook.model.whole import Handbook, Record
from playbook.project import Project
from playbook.report import format_text
from playbook.running_text import make_resolve
from tests.golden.cases import GOLDEN, Found, html_of, rendered
from tests.golden.filled import with_every_field
from tests.golden.structure import LINES_OF_TEXT, Tags, calmed, other_tags, running, skeleton, with_texts

__all__ = ["try_texts"]

_CALM = "Quiet voices"
_MARKED = "Quiet **voices**"
_EMPTY = "-"
_PICTURE = re.compile("<svg.*?</svg>", re.DOTALL)
_EVERY = LINES_OF_TEXT | {"prose"}


def try_texts(texts: Sequence[str], folder: Path) -> Tally:
    """Each text as it is as a title, then in quotes in every field of a handbook with every field."""
    tally, bare = Tally(), folder / "bare"
    shutil.copytree(GOLDEN / "everything" / "content", folder / "full" / "content")
    for name, text in SMALL.items():
        write(bare / name, text.encode())
    for kinds in (_EVERY, LINES_OF_TEXT, frozenset({"prose"})):
        _calm(kinds)  # made once, and no text's own time
    for text in texts:
        tally.tried += 1
        with tally.attempt(text):
            _try_bare(text, bare, tally)
        with tally.attempt(text):
            kinds = _try_reading(text, folder / "full", tally)
            tally.refused += not kinds
            if kinds:
                _try_showing(text, kinds, tally)
    return tally


def _try_bare(text: str, folder: Path, tally: Tally) -> None:
    """Without quotes: what an author types or pastes. It is text, or a problem with a place."""
    write(folder / STANDARD, f"title: {text}\nstatement: B\n".encode("utf-8", "surrogatepass"))
    made = compile_handbook(Project(folder))
    tally.placed(text, made.problems)
    format_text(made.problems, made.sources)


def _try_reading(text: str, folder: Path, tally: Tally) -> frozenset[str]:
    """Write the text into every field of every file; the sorts of fields that take it, and nothing if none does."""
    for kinds in (_EVERY, frozenset({"prose"})):
        for file, plain in _plain_records(kinds).items():
            filled = json.dumps(_with(text, plain), ensure_ascii=False, indent=1)
            write(folder / file, filled.encode("utf-8", "surrogatepass"))
        loaded = load(Project(folder))
        tally.placed(text, loaded.problems)
        format_text(loaded.problems, loaded.sources)
        if loaded.handbook is not None and not loaded.problems:
            # spaces around a value are not part of it, in quotes either
            wanted = with_texts(with_every_field("mostly"), [text.strip()], kinds)
            _compare_read(wanted, loaded.handbook, text, tally)
            found = check_handbook(loaded.handbook).problems
            tally.placed(text, found)
            format_text(found, loaded.sources)
            return kinds
    return frozenset()


def _compare_read(wanted: Handbook, read: Handbook, text: str, tally: Tally) -> None:
    for key, record in wanted.records.items():
        given = [found.value for found in wordings(record.data)]
        if key not in read.records or [found.value for found in wordings(read.records[key].data)] != given:
            tally.tell("not as given", text, f"{record.kind} {record.id} was read otherwise")


class _Calm:
    """The pages with the same calm words in every field: their elements, and how often they say the words."""

    def __init__(self, handbook: Handbook) -> None:
        self.tags, self.said = _pages(handbook, _CALM)


def _pages(handbook: Handbook, text: str) -> tuple[dict[str, Tags], dict[str, int]]:
    site = rendered(handbook)
    shown = " ".join(plain_text(text, make_resolve(handbook)).split())
    # the picture of a ladder breaks its lines where the words do, and says all of it once more as a table
    found = {page.address: Found(_PICTURE.sub("", html_of(page)[0])) for page in site.pages}
    tags = {address: list(calmed(page.tags)) for address, page in found.items()}
    # where a line begins a sentence, its first letter is a large one
    return tags, {at: page.words.casefold().count(shown.casefold()) for at, page in found.items()}


@cache
def _calm(kinds: frozenset[str], text: str = _CALM) -> _Calm:
    return _Calm(with_texts(with_every_field("mostly"), [text], kinds))


def _try_showing(text: str, kinds: frozenset[str], tally: Tally) -> None:
    """Render it, and hold every page against the one with calm words."""
    plain = _is_plain(text)
    tally.marked += not plain
    for turn in [kinds] if plain else [kinds - {"prose"}, kinds & {"prose"}]:
        if turn:
            _compare_pages(text, turn, plain or "prose" not in turn, tally)


def _is_plain(text: str) -> bool:
    """Whether a long field shows it as given: nothing in it is simple Markdown, which an author may write there."""
    shown = Found(str(prose_html(text, lambda _: None)))
    return [name for name, _ in shown.tags] == ["p", "/p"] and shown.words == " ".join(text.split())


def _compare_pages(text: str, kinds: frozenset[str], strict: bool, tally: Tally) -> None:
    """``strict``: no element may come or go; else those may that simple Markdown has."""
    calm = _calm(kinds)
    tags, said = _pages(with_texts(with_every_field("mostly"), [text], kinds), text)
    for other in other_tags(calm.tags, tags) if strict else _other_skeletons(tags, kinds):
        tally.tell("more or fewer elements", text, other)
    for address, page in tags.items():
        for what in running(page):
            tally.tell("would run", text, f"/{address}: {what}")
        if strict and calm.said[address] and not said[address]:
            tally.tell("not as given", text, f"/{address}")


def _other_skeletons(tags: dict[str, Tags], kinds: frozenset[str]) -> Iterator[str]:
    """A statement with marks in it stands below its card once more, and one that is all marks says nothing:

    a page is as with one of these.
    """
    found, plain = _skeletons(tags), _skeletons(_calm(kinds).tags)
    for text in (_MARKED, _EMPTY):
        other = _skeletons(_calm(kinds, text).tags)
        plain = {at: other[at] if other[at] == found[at] else plain[at] for at in plain}
    return other_tags(plain, found)


def _skeletons(pages: dict[str, Tags]) -> dict[str, Tags]:
    return {address: skeleton(tags) for address, tags in pages.items()}


@cache
def _plain_records(kinds: frozenset[str]) -> dict[str, Any]:
    """Every file as plain data, with the calm words where a text is to stand."""
    calm = with_texts(with_every_field("mostly"), [_CALM], kinds)
    return {
        _file(record): record.data.model_dump(by_alias=True, mode="json", exclude_none=True)
        for record in calm.records.values()
    }


def _with(text: str, plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _with(text, value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_with(text, value) for value in plain]
    return text if plain == _CALM else plain


def _file(record: Record) -> str:
    folder = next((name for name, (kind, _) in FOLDERS.items() if kind == record.kind), "")
    return f"content/{folder}/{record.id}.yml" if folder else record.source.file
