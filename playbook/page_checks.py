"""Checks on finished pages: every link leads somewhere, every place on a page has a name of its own.

No site engine looks into our HTML blocks, so that nobody else would notice a dead link.
A fault of a template shows on many pages; it is reported once, with their number.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import unquote

from playbook.problems import Location, Problem, sort_problems
from playbook.remembered import Remembered
from playbook.site import NavEntry, Page, Site

__all__ = ["check_pages"]

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NAMES = "id|href|src|srcset|poster|data|action|formaction|for|aria-labelledby|aria-describedby|aria-controls"
_BETWEEN_TAGS = re.compile(r">[^<]*<")
_ATTRIBUTE = re.compile(rf"\s(?:xlink:)?({_NAMES})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_LOADED = re.compile(r"<(?:link|use|image)\s[^<>]*?href\s*=\s*[\"']?([^\s\"'<>]*)")
_HEADING = re.compile(r"^(#{1,6})(?:[ \t]+(.*?))?[ \t]*$", re.MULTILINE)
_HEADING_ID = re.compile(r"[ \t]*\{:?[^{}\n]*?#([\w:.-]+)[^{}\n]*\}[ \t]*$")
_ATTRIBUTE_LIST = re.compile(r"[ \t]*\{:?[^{}\n]*\}[ \t]*$")
_MARKUP = re.compile(r"<[^<>]*>")
_WORDS = re.compile(r"(?:\A|>)\s*[^\s<>&]")
_SHOWN = re.compile(r"<(?:img|svg|input|button|select|textarea|video|audio|canvas|iframe|hr)\b")
_EMPTY_HEADING = re.compile(r"<(h[1-6])\b[^<>]*>\s*</\1>")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):|//")
_LINK_SCHEMES = {"http", "https", "mailto", "tel", "sms"}
_NAMED_BY = {"for", "aria-labelledby", "aria-describedby", "aria-controls"}


@dataclass
class _Read:
    """What one page says about itself: its ids, and what it points to."""

    page: Page
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)


_PAGES: Remembered[_Read] = Remembered()


@dataclass(frozen=True)
class _Fault:
    """One fault of one page; ``what`` is the same on every page that has it."""

    check: str
    what: str
    hint: str


def check_pages(site: Site, known: Iterable[str] = ()) -> list[Problem]:
    """Every fault in the links, ids and sections of a site.

    ``known`` are addresses that are published beside the site's own, such as hand-written pages.
    """
    pages = [_PAGES.get(page.address, page, partial(_read, page)) for page in site.pages]
    places = {read.page.address: read.ids for read in pages}
    others = {asset.address for asset in site.assets} | set(known)
    found: dict[_Fault, list[Page]] = {}
    for read in pages:
        for fault in dict.fromkeys(_faults(read, places, others)):
            found.setdefault(fault, []).append(read.page)
    lost = [_lost_entry(entry) for entry in _entries(site.nav) if entry.address not in (None, *places)]
    return sort_problems([*(_problem(fault, where) for fault, where in found.items()), *lost])


def _read(page: Page) -> _Read:
    body = _COMMENT.sub("", page.body) if "<!--" in page.body else page.body
    read = _Read(page)
    _attributes(read, _BETWEEN_TAGS.sub("><", f">{body}<"))
    plain = _FENCE.sub("<pre>code</pre>", body) if "```" in body or "~~~" in body else body
    _sections(read, plain)
    return read


def _attributes(read: _Read, tags: str) -> None:
    """Take in the attributes of a page without its words, so that no word is taken for one."""
    for found in _ATTRIBUTE.finditer(tags):
        name, double, single, bare = found.groups()
        value = (double or single or bare or "").strip()
        if "&" in value:
            value = html.unescape(value)
        if name == "id":
            read.ids[value] += 1
        elif name == "href":
            read.links.append(value)
        elif name in _NAMED_BY:
            read.named += value.split()
        elif name == "srcset":
            read.sources += [part.split()[0] for part in value.split(",") if part.strip()]
        else:
            read.sources.append(value)
    read.sources += [html.unescape(loaded) for loaded in _LOADED.findall(tags)]


def _sections(read: _Read, body: str) -> None:
    """Take in the ids of Markdown headings, and the headings that nothing follows."""
    read.bare += ["a heading without words stands here"] * bool(_EMPTY_HEADING.search(body))
    headings = list(_HEADING.finditer(body))
    for index, heading in enumerate(headings):
        title = heading[2] or ""
        named = _HEADING_ID.search(title)
        words = _words(_ATTRIBUTE_LIST.sub("", title))
        read.ids[named[1] if named else _slug(words)] += 1
        following = headings[index + 1] if index + 1 < len(headings) else None
        deeper = following is not None and len(following[1]) > len(heading[1])
        content = body[heading.end() : following.start() if following else len(body)]
        if not words or not (deeper or _is_something(content)):
            bare = (
                f'nothing stands under the heading "{words}"'
                if words
                else "a heading without words stands here"
            )
            read.bare.append(bare)


def _is_something(content: str) -> bool:
    """Say whether a reader sees anything there; most often the first words say so, and the rest need no look."""
    return bool(_WORDS.search(content) or _SHOWN.search(content) or _words(content))


def _words(markup: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub(" ", markup)).split())


def _slug(words: str) -> str:
    """The id that the Markdown library gives a heading without one."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _faults(read: _Read, places: dict[str, Counter[str]], others: set[str]) -> Iterator[_Fault]:
    for id_, count in read.ids.items():
        if count > 1:
            yield _Fault(
                "repeated-anchor", f'the place "#{id_}" is there {count} times', "give each a name of its own"
            )
    for id_ in dict.fromkeys(read.named):
        if id_ not in read.ids:
            yield _Fault(
                "dead-anchor",
                f'a label or description names "#{id_}", which is not on this page',
                "give the right place this id",
            )
    for bare in read.bare:
        yield _Fault("empty-section", bare, "leave the heading out as well")
    for target in dict.fromkeys(read.links):
        yield from _link_faults(read, target, places, others, is_source=False)
    for target in dict.fromkeys(read.sources):
        yield from _link_faults(read, target, places, others, is_source=True)


def _link_faults(
    read: _Read, target: str, places: dict[str, Counter[str]], others: set[str], *, is_source: bool
) -> Iterator[_Fault]:
    if not target:
        yield _Fault("dead-link", "a link or picture has no address", "write where it leads, or take it out")
        return
    scheme = _SCHEME.match(target)
    if scheme:
        allowed = not is_source and (scheme[1] or "").lower() in _LINK_SCHEMES
        if not allowed and not (is_source and target.startswith("data:image/")):
            yield _outside(target, is_source=is_source)
        return
    path, _, fragment = target.partition("#")
    path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
    address = _address(read.page.address, path)
    if address is None or (address not in places and address not in others):
        yield _Fault("dead-link", f'the link "{target}" leads nowhere', _link_hint(address, path, places))
    elif fragment and address in places and fragment not in places[address]:
        where = "this page" if address == read.page.address else f'the page "/{address}"'
        yield _Fault(
            "dead-anchor",
            f'the link "{target}" leads to a place that is not on {where}',
            "give the right place this id",
        )


def _outside(target: str, *, is_source: bool) -> _Fault:
    if is_source:
        message = f'"{target[:80]}" would be loaded from outside the handbook'
        return _Fault("outside-source", message, "publish it with the handbook, or link to it instead")
    return _Fault(
        "outside-source",
        f'the link "{target[:80]}" is not an ordinary address',
        "links begin with https://, mailto: or tel:",
    )


def _address(page: str, path: str) -> str | None:
    """The address a relative link leads to; None when it leaves the site."""
    if not path:
        return page
    if path.startswith("/"):
        return None
    *folders, name = path.split("/")
    if name in (".", ".."):
        folders, name = [*folders, name], ""
    way = page.split("/")[:-1]
    for folder in folders:
        if folder == ".." and not way:
            return None
        if folder == "..":
            way.pop()
        elif folder != ".":
            way.append(folder)
    return "".join(f"{folder}/" for folder in way) + ("" if name == "index.html" else name)


def _link_hint(address: str | None, path: str, places: dict[str, Counter[str]]) -> str:
    if address is None and path.startswith("/"):
        return "write it from this page, without / in front, so that it also works in a subfolder"
    if address is not None and f"{address}/" in places:
        return "addresses of pages end in /"
    return ""


def _problem(fault: _Fault, pages: list[Page]) -> Problem:
    first = min(pages, key=lambda page: (page.source is None, page.source or "", page.address))
    more = len(pages) - 1
    also = f" (and on {more} more page{'s' if more > 1 else ''})" if more else ""
    message = f'page "/{first.address}": {fault.what}{also}'
    return Problem(fault.check, message, Location(first.source) if first.source else None, fault.hint)


def _entries(entries: Iterable[NavEntry]) -> Iterator[NavEntry]:
    for entry in entries:
        yield entry
        yield from _entries(entry.children)


def _lost_entry(entry: NavEntry) -> Problem:
    return Problem(
        "dead-link", f'the navigation entry "{entry.title}" leads to "/{entry.address}", which is no page'
    )
