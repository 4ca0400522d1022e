"""Whole documents to print, each one HTML file that needs nothing beside it.

A page of a ``Site`` is heading lines and HTML blocks, so that it becomes HTML here without any site engine.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.paper.links import Inner, joined
from playbook.site import NavEntry, Page, Site

__all__ = ["SHEETS", "Document", "documents", "page_html"]

SHEETS = {"a6": (105.0, 148.0), "a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Paper a pack of cards can be made for, in millimetres."""

_A4 = SHEETS["a4"]
_HEADING = re.compile(r"(#{1,3}) (.*) \{#([^}]*)\}")


@dataclass(frozen=True)
class Document:
    """One document: the name of its file, the paper it is for in millimetres, and its HTML."""

    name: str
    paper: tuple[float, float]
    html: str


def documents(site: Site, css: str, sheet: str) -> list[Document]:
    """The packs of a handbook: cards on the chosen sheets, meeting checklists, the whole handbook."""
    by_address = {page.address: page for page in site.pages}
    letter_or_a4 = SHEETS["letter"] if sheet == "letter" else _A4
    found = []
    for address, name, paper in (
        ("print/cards/", f"cards-{sheet}", SHEETS[sheet]),
        ("print/lists/", "checklists", letter_or_a4),
    ):
        if page := by_address.get(address):
            body = f'<div class="pb-page" data-pb-kind="{page.kind}">{_article(page)}</div>'
            found.append(Document(name, paper, _document(site, page.title, css, body)))
    whole = "".join(_whole(site))
    found.append(Document("handbook", letter_or_a4, _document(site, site.name, css, whole)))
    return found


def page_html(page: Page) -> str:
    """The body of a page as HTML: its heading lines become headings, its blocks stay as they are."""
    return "\n".join(_line(line) for line in page.body.split("\n"))


def _line(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    if not heading:
        return line
    level = len(heading[1])
    return f'<h{level} id="{html.escape(heading[3])}">{heading[2]}</h{level}>'


def _article(page: Page) -> str:
    return f'<article class="pb-body">{page_html(page)}</article>'


def _whole(site: Site) -> Iterator[str]:
    """Every page once, in the order of the navigation, then the cards; links lead inside the document."""
    by_address = {page.address: page for page in site.pages}
    in_order = dict.fromkeys([*_addresses(site.nav), *by_address])
    chosen = [by_address[a] for a in in_order if a in by_address and not a.startswith("print/")]
    inner = Inner({page.address: f"p{number}" for number, page in enumerate(chosen)})
    version = html.escape(str(site.extra.get("version_line", "")))
    banner = html.escape(str(site.extra.get("banner", "")))
    for page in chosen:
        top = f'<p class="pb-banner">{banner}</p>' if banner else ""
        foot = f'<p class="pb-version">{version}</p>' if version else ""
        body = joined(page_html(page), page.address, inner)
        yield (
            f'<section class="pb-page pb-chapter" data-pb-kind="whole" id="{inner.names[page.address]}">'
            f'{top}<article class="pb-body">{body}</article>{foot}</section>\n'
        )


def _addresses(entries: tuple[NavEntry, ...]) -> Iterator[str]:
    for entry in entries:
        if entry.address is not None:
            yield entry.address
        yield from _addresses(entry.children)


def _document(site: Site, title: str, css: str, body: str) -> str:
    name = html.escape(f"{title} - {site.name}" if title != site.name else site.name)
    return (
        f'<!doctype html>\n<html lang="{html.escape(site.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{name}</title>\n<style>\n{css}\n</style></head>\n'
        f"<body><main>{body}</main></body></html>\n"
    )
