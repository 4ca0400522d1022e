"""What an author's words may not change: the elements of every page, with their attributes.

Shared by the property tests and by the measurement with public lists of hostile text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import cycle

from playbook.model.fields import Wording
from playbook.model.walk import Marked, Path
from playbook.model.whole import Handbook, Record
from playbook.site import Site
from tests.golden.cases import Found, html_of, is_duration, reworded

__all__ = [
    "LINES_OF_TEXT",
    "Tags",
    "calmed",
    "other_tags",
    "page_tags",
    "running",
    "skeleton",
    "steers",
    "with_texts",
]

Tags = list[tuple[str, tuple[tuple[str, str], ...]]]

LINES_OF_TEXT = frozenset({"line", "length", "sentence", "search"})
# Places named after words, safely: of the glossary, of an answer without an id, of an item to tick, of a part.
_OF_WORDS = re.compile(r"(?:^|(?<=#))(words?|before|during|after|part-\d+)-(?:[a-z0-9-]+)$")
# A mail that suggests a change says the words of today, each sign that could steer anything written as its number.
_MAIL = re.compile(r"^(mailto:[^?&]*\?subject=)[\w%.~/-]*(&body=)[\w%.~/-]*$", re.ASCII)
# Prose is simple Markdown: these may come and go with its words, without an attribute that does anything.
_OF_PROSE = {"p", "strong", "em", "ul", "ol", "li", "a", "br", "code", "pre", "blockquote", "hr"}


def page_tags(site: Site) -> dict[str, Tags]:
    """The elements of every page but for the picture of a ladder, whose lines break where the words do."""
    return {page.address: list(calmed(Found(html_of(page)[0]).tags)) for page in site.pages}


def calmed(tags: Tags) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    picture, open_words, glossary = 0, 0, False
    for name, attributes in tags:
        # whether a word is one of the glossary depends on the words: a property of its own looks at these links
        begins = name == "a" and attributes[:1] == (("class", "pb-word"),)
        if begins or (glossary and name == "/a"):
            glossary = begins
            continue
        picture += {"svg": 1, "/svg": -1}.get(name, 0)
        if name == "span" and ("class", "pb-open") in attributes:  # marks what a decision says so far
            open_words += 1
        elif name == "/span" and open_words:
            open_words -= 1
        elif not picture:
            yield name, tuple((key, _calm_value(key, value)) for key, value in attributes)


def _calm_value(key: str, value: str) -> str:
    """What is read aloud says an author's words, such as the heading of a table; a place may be named after them."""
    return "words" if key == "aria-label" else _MAIL.sub(r"\1words\2words", _OF_WORDS.sub(r"\1 words", value))


def skeleton(tags: Tags) -> Tags:
    """What is left of a page without the plain elements that prose may bring."""
    return [
        (name, attributes)
        for name, attributes in tags
        if name.lstrip("/") not in _OF_PROSE
        or any(key not in ("href", "title", "start") for key, _ in attributes)
    ]


def with_texts(handbook: Handbook, texts: Sequence[str], kinds: frozenset[str]) -> Handbook:
    """The same handbook with these texts, in turn, in every field for such words; the others stay calm."""
    turns = cycle(texts)

    def write(record: Record, found: Marked) -> str:
        if is_duration(found) or steers(found.path):
            return found.value
        assert isinstance(found.mark, Wording)
        return next(turns) if found.mark.kind in kinds else "Calm words"

    return reworded(handbook, write)


def steers(path: Path) -> bool:
    """Whether these words are part of how something works: a step, where an answer leads."""
    return path[-1] == "go" or (path[0] == "skip_rules" and path[-1] == "from")


def other_tags(calm: dict[str, Tags], tags: dict[str, Tags]) -> Iterator[str]:
    """Where a page first differs from the same page with calm words."""
    assert tags.keys() == calm.keys()
    for address in calm:
        pairs = zip([*calm[address], ("end", ())], [*tags[address], ("end", ())], strict=False)
        if other := next((pair for pair in pairs if pair[0] != pair[1]), None):
            yield f"/{address}: {other[0]} became {other[1]}"


def running(tags: Tags) -> Iterator[tuple[str, str, str]]:
    """Attributes that a browser would run, or follow to where nobody should go."""
    for name, attributes in tags:
        for key, value in attributes:
            if (
                key.startswith("on")
                or key in ("style", "srcdoc")
                or (key in ("href", "src", "action") and not _harmless(value))
            ):
                yield name, key, value


def _harmless(address: str) -> bool:
    scheme = re.match(r"\s*([a-z][a-z0-9+.-]*):", unescape(address).lower())
    return scheme is None or scheme[1] in ("http", "https", "mailto", "tel")
