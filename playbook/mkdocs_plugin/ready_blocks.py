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
"""What these do to a page is known: none but the one for fences looks into a block of HTML."""

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
        # another plugin may have written into it; and a fence is read before any block
        if written.strip() == ours and not any(odd in written for odd in (_NAME, "```", "~~~")):
            blocks: list[str] = []
            page.markdown = "\n\n".join(_without(written, blocks))
            plain(config, files)
            page.markdown = written
            page.content, there = _PLACES.subn(lambda place: blocks[int(place[1])], page.content or "")
            page.present_anchor_ids = (page.present_anchor_ids or set()).union(*map(_ids, blocks))
            if there == len(blocks):
                return
        plain(config, files)

    return render


def _without(written: str, blocks: list[str]) -> Iterable[str]:
    """The parts of a page, with an empty element for each block that is ready."""
    for part in written.strip().split("\n\n"):
        block = _ready(part)
        if block:
            yield _PLACE.format(len(blocks))
            blocks.append(block)
        else:
            yield part


def _ready(part: str) -> str:
    """The block as the engine gives it back: each whole element of block level on its own line.

    Empty where it would do more: with words beside the elements, or an element that does not end.
    """
    if not part.startswith("<") or any(odd in part for odd in _ODD):
        return ""
    whole: list[str] = []
    open_: list[str] = []
    begin = end = 0
    for tag in _TAG.finditer(part):
        closes, name = bool(tag[1]), tag[2].lower()
        if not open_ and (part[end : tag.start()].strip() or name not in _BLOCK_LEVEL):
            return ""
        if name in _BLOCK_LEVEL and name not in _VOID:
            if not closes:
                open_.append(name)
            elif not open_ or open_.pop() != name:
                return ""
        end = tag.end()
        if not open_:
            whole.append(part[begin:end].strip())
            begin = end
    return "" if open_ or part[end:].strip() else "\n".join(whole)


def _ids(block: str) -> Iterable[str]:
    """The places in a block that a link may lead to."""
    for tag in _TAG.finditer(block):
        for found in _ID.finditer(tag[0]):
            if found[0].lstrip()[:2].lower() == "id" or tag[2].lower() == "a":
                yield html.unescape(found[1] or found[2] or found[3] or "")
