"""Author text to safe HTML: lines are escaped, paragraphs are simple Markdown, headings stay headings.

Whatever an author types can never change a page's structure: no element, no
attribute, no heading of its own. The result of every function stands on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from playbook.model.fields import PLACEHOLDER

__all__ = ["Resolve", "heading_text", "html_in", "line_html", "plain_text", "prose_html"]

Resolve = Callable[[str], tuple[str, bool] | None]
"""What a placeholder stands for: its words, and whether they are still to be decided; None if unknown."""

_PARSER = MarkdownIt("commonmark", {"html": False})
_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "br", "code", "pre", "blockquote", "hr", "h3", "h4", "h5", "h6"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SPAN = re.compile(r"&lt;&lt;([a-z0-9-]{1,64})&gt;&gt;")


def line_html(text: str, resolve: Resolve) -> Markup:
    """One line of plain words: everything in it is shown as it was typed."""
    return _filled(str(escape(" ".join(text.split("\n")))), resolve)


def prose_html(text: str, resolve: Resolve) -> Markup:
    """Paragraphs of simple Markdown as sanitised HTML; headings go two levels down."""
    # placeholders look like HTML to Markdown; private-use brackets carry them through
    marked = PLACEHOLDER.sub(lambda m: f"\ue000{m[1]}\ue001", text)
    tokens = _PARSER.parse(marked)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None)
    one_line = re.sub(r"<pre>.*?</pre>", lambda m: m[0].replace("\n", "&#10;"), clean, flags=re.DOTALL)
    restored = one_line.strip().replace("\n", " ").replace("\ue000", "&lt;&lt;").replace("\ue001", "&gt;&gt;")
    return _filled(restored, resolve)


def plain_text(text: str, resolve: Resolve) -> str:
    """The words alone, for an attribute, a title or the search."""
    return PLACEHOLDER.sub(lambda m: (resolve(m[1]) or (m[0], False))[0], " ".join(text.split()))


def heading_text(text: str, resolve: Resolve) -> Markup:
    """Words for a Markdown heading line: all punctuation as entities, so that none of it is markup.

    Escaping HTML alone is not enough there: a title with ``[x](javascript:...) {.a #b}``
    became a live link with an id of its own when tried.
    """
    words = plain_text(text, resolve)
    return Markup("".join(c if c.isalnum() or c in " ,." or ord(c) > 126 else f"&#{ord(c)};" for c in words))


def html_in(text: str) -> bool:
    """Say whether a paragraph holds raw HTML, which is shown as typed and never works."""
    probe = MarkdownIt("commonmark", {"html": True})
    tokens = probe.parse(PLACEHOLDER.sub("", text))
    return any(t.type in ("html_block", "html_inline") or
               any(c.type == "html_inline" for c in t.children or ()) for t in tokens)


def _filled(html: str, resolve: Resolve) -> Markup:
    def fill(found: re.Match[str]) -> str:
        known = resolve(found[1])
        if known is None:
            return found[0]
        words, still_open = known
        shown = str(escape(words))
        return f'<span class="pb-open">{shown}</span>' if still_open else shown

    return Markup(_SPAN.sub(fill, html))
