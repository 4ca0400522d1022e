"""What is HTML already goes past the Markdown engine.

A page of ours is made of heading lines and whole HTML blocks. The engine reads every tag of such a block
three times, to give it back as it was, which takes most of the time of its work. Here it gets an empty
element in the place of each, and the blocks are put back into what it made.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as HostPage

from playbook.engine_config import MARKDOWN_EXTENSIONS
from playbook.site import Page

__all__ = ["KNOWN_EXTENSIONS", "keep_ready_blocks"]

_OF_THE_HOST = {"toc", "tables", "fenced_code"}
KNOWN_EXTENSIONS = _OF_THE_HOST | set(MARKDOWN_EXTENSIONS)
"""What these do to a page is known: none looks into a block of HTML."""

# What our pages are made of and the engine takes for a block (Python-Markdown, `util.BLOCK_LEVEL_ELEMENTS`).
_BLOCK_LEVEL = frozenset(
    "article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr legend li main menu nav ol p section summary table tbody td tfoot th thead tr ul".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ID = re.compile(r"\s(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)
_VOID = frozenset({"hr"})
# What the engine reads in a way of its own.
_ODD = ("<!", "<?", "\t", "\x02", "\x03", "<script", "<style", "<pre", "<textarea", "markdown=")
_NAME = "data-pb-ready"
_PLACE = f'<div {_NAME}="{{}}"></div>'
_PLACES = re.compile(rf'<div {_NAME}="(\d+)"></div>')


def keep_ready_blocks(files: Files, config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Let the host turn only the rest of our pages from Markdown into HTML.

    Beside a Markdown extension that we do not know, it reads all of every page.
    """
    if not set(config.markdown_extensions) <= KNOWN_EXTENSIONS:
        return
    for ours in pages:
        file = files.get_file_from_path(ours.path)
        if file is not None:
            page = file.page or HostPage(None, file, config)
            page.render = _reader(page, page.render, ours.body.strip())  # type: ignore[method-assign]


def _reader(page: HostPage, plain: Callable[..., None], ours: str) -> Callable[..., None]:
    def render(config: MkDocsConfig, files: Files) -> None:
        written = page.markdown or ""
        # another plugin may have written into it; and what looks like a place of ours may be somebody's words
        if written.strip() != ours or _NAME in written:
            plain(config, files)
            return
        blocks: list[str] = []
        page.markdown = "\n\n".join(_without(written, blocks))
        plain(config, files)
        page.markdown = written
        page.content = _PLACES.sub(lambda place: blocks[int(place[1])], page.content or "")
        page.present_anchor_ids = (page.present_anchor_ids or set()).union(*map(_ids, blocks))

    return render


def _without(written: str, blocks: list[str]) -> Iterable[str]:
    """The parts of a page, with an empty element for each block that is ready."""
    for part in written.strip().split("\n\n"):
        if _is_ready(part):
            yield _PLACE.format(len(blocks))
            blocks.append(part)
        else:
            yield part


def _is_ready(part: str) -> bool:
    """Whether the engine would give it back as it is: whole elements of block level, and nothing between them."""
    if not part.startswith("<") or any(odd in part for odd in _ODD):
        return False
    open_: list[str] = []
    end = 0
    for tag in _TAG.finditer(part):
        closes, name = bool(tag[1]), tag[2].lower()
        if not open_ and (part[end : tag.start()].strip() or name not in _BLOCK_LEVEL):
            return False
        if name in _BLOCK_LEVEL and name not in _VOID:
            if not closes:
                open_.append(name)
            elif not open_ or open_.pop() != name:
                return False
        end = tag.end()
    return not open_ and not part[end:].strip()


def _ids(block: str) -> Iterable[str]:
    """The places in a block that a link may lead to."""
    for tag in _TAG.finditer(block):
        for found in _ID.finditer(tag[0]):
            if found[0].lstrip()[:2].lower() == "id" or tag[2].lower() == "a":
                yield html.unescape(found[1] or found[2] or found[3] or "")
