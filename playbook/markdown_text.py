"""Author text to safe HTML: lines are escaped, paragraphs are simple Markdown, headings stay headings.

Whatever an author types can never change a page's structure: no element, no
attribute, no heading of its own. The result of every function stands on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from playbook.model.fields import PLACEHOLDER

__all__ = ["Resolve", "heading_text", "html_in", "line_html", "plain_text", "prose_html", "prose_words"]

Resolve = Callable[[str], tuple[str, bool] | None]
"""What a placeholder stands for: its words, and whether they are still to be decided; None if unknown."""

# A picture would be fetched from somewhere; its words stay as they were typed.
_PARSER = MarkdownIt("commonmark", {"html": False}).disable("image")
_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "br", "code", "pre", "blockquote", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_SPAN = re.compile(r"&lt;&lt;([a-z0-9-]{1,64})&gt;&gt;")
_PRIVATE_USE = range(0xE000, 0xF900)


def line_html(text: str, resolve: Resolve) -> Markup:
    """One line of plain words: everything in it is shown as it was typed."""
    return _filled(str(escape(_one_line(text))), resolve)


def prose_html(text: str, resolve: Resolve) -> Markup:
    """Paragraphs of simple Markdown as sanitised HTML; a heading becomes a paragraph in bold."""
    marked, sign = _marked(text)
    tokens = _without_headings(_PARSER.parse(marked))
    _fill_links(tokens, sign, resolve)
    html = _PARSER.renderer.render(tokens, _PARSER.options, {})
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
    one_line = re.sub(r"<pre>.*?</pre>", lambda m: m[0].replace("\n", "&#10;"), clean, flags=re.DOTALL)
    restored = re.sub(f"{sign}([^{sign}]*){sign}", r"&lt;&lt;\1&gt;&gt;", one_line)
    return _filled(_one_line(restored.strip()), resolve)


@lru_cache(maxsize=100_000)  # lists, the search and the checks ask for the same paragraphs
def prose_words(text: str) -> str:
    """The words of a paragraph without its Markdown, on one line, for a list or the search."""
    marked, sign = _marked(text)
    words = " ".join("".join(_words(token)) for token in _PARSER.parse(marked))
    return re.sub(f"{sign}([^{sign}]*){sign}", r"<<\1>>", " ".join(words.split()))


def plain_text(text: str, resolve: Resolve) -> str:
    """The words alone, for an attribute, a title or the search."""
    return PLACEHOLDER.sub(lambda m: (resolve(m[1]) or (m[0], False))[0], _one_line(text).strip())


def heading_text(text: str, resolve: Resolve) -> Markup:
    """Words for a Markdown heading line: all punctuation as entities, so that none of it is markup.

    Escaping HTML alone is not enough there: a title with ``[x](javascript:...) {.a #b}``
    became a live link with an id of its own when tried.
    """
    words = plain_text(text, resolve)
    return Markup("".join(c if c.isalnum() or c in " ,." or ord(c) > 126 else f"&#{ord(c)};" for c in words))


def html_in(text: str) -> str:
    """The first piece of raw HTML in a paragraph, which is shown as typed and never works; "" if there is none."""
    probe = MarkdownIt("commonmark", {"html": True})
    for token in probe.parse(PLACEHOLDER.sub("", text)):
        for part in (token, *(token.children or ())):
            if part.type in ("html_block", "html_inline"):
                return str(part.content).strip()
    return ""


def _one_line(text: str) -> str:
    """Fold what any engine takes for the end of a line; a space that keeps two words together stays."""
    return _BREAKS.sub(" ", text)


def _marked(text: str) -> tuple[str, str]:
    """Put a sign that the text does not hold around placeholders, which look like HTML to Markdown."""
    sign = next(chr(code) for code in _PRIVATE_USE if chr(code) not in text)
    return PLACEHOLDER.sub(lambda m: f"{sign}{m[1]}{sign}", text), sign


def _without_headings(tokens: list[Token]) -> list[Token]:
    """Paragraphs instead of headings, in bold: the outline of a page is not the author's to change."""
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and token.children is not None:
            token.children = [
                Token("strong_open", "strong", 1),
                *token.children,
                Token("strong_close", "strong", -1),
            ]
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.type, token.tag = token.type.replace("heading", "paragraph"), "p"
    return tokens


def _fill_links(tokens: Sequence[Token], sign: str, resolve: Resolve) -> None:
    """The address and the title of a link take plain words: a mark in them would end the link's own tag."""
    shown = re.compile(f"{sign}(.*?){sign}")
    sent = re.compile(f"{quote(sign)}(.*?){quote(sign)}")  # Markdown has made an address of it

    def words(found: re.Match[str]) -> str:
        return _one_line((resolve(found[1]) or (f"<<{found[1]}>>", False))[0])

    def address(found: re.Match[str]) -> str:
        whole = found[0] == found.string  # then the words are an address already; what may stand in it is cleaned later
        return quote(words(found), safe=":/?#&=+@%" if whole else "")

    for token in tokens:
        _fill_links(token.children or (), sign, resolve)
        for name, value in token.attrs.items():
            filled = sent.sub(address, shown.sub(words, str(value)))
            token.attrs[name] = filled if filled != str(value) else value


def _words(token: Token) -> Iterator[str]:
    if token.type in ("softbreak", "hardbreak"):
        yield " "
    elif token.children is not None:
        children: Sequence[Token] = token.children
        for child in children:
            yield from _words(child)
    else:
        yield token.content


def _filled(html: str, resolve: Resolve) -> Markup:
    def fill(found: re.Match[str]) -> str:
        known = resolve(found[1])
        if known is None:
            return found[0]
        words, still_open = known
        shown = str(escape(_one_line(words)))
        return f'<span class="pb-open">{shown}</span>' if still_open else shown

    return Markup(_SPAN.sub(fill, html))
