"""A text in the pieces that are judged: sentences with their place, headings told apart.

Quotations, code, and lists that are announced as bad examples are no wording of the author
and come back blotted out, or not at all. Plain text and Markdown are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.wording.rules import Rules

__all__ = ["READING", "Sentence", "sentences"]

_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_CELL = re.compile(r"[^|]+")
_RULER = re.compile(r"[\s|:=-]+$")
_INDENT = re.compile(r"[\s>]*")
_QUOTES = re.compile(
    r"\"[^\"]{1,400}\"|“[^”]{1,400}”|„[^“”]{1,400}[“”]|«[^»]{1,400}»|‘[^’]{1,400}’(?!\w)|`[^`]{1,200}`"
    r"|(?<![\w'])'(?:[^']|(?<=\w)'(?=\w)){2,400}'(?!\w)",
    re.ASCII,
)
_END = re.compile(r"(?:[.!?…]+[\"')\]¤]*|;) +(?=[^ a-z])")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|e\.g|i\.e|etc|No|vs|approx)\.$", re.ASCII)
_BLOT = "¤"
_LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+")

READING = {
    "fence": _FENCE.pattern,
    "heading": _HEADING.pattern,
    "item": _ITEM.pattern,
    "row": _ROW.pattern,
    "cell": _CELL.pattern,
    "ruler": _RULER.pattern,
    "indent": _INDENT.pattern,
    "quotes": _QUOTES.pattern,
    "end": _END.pattern,
    "short": _SHORT.pattern,
    "letters": _LETTERS.pattern,
    "capital": _CAPITAL.pattern,
}
"""How a text is taken apart, for the page that does it in the browser; each pattern means the same there."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as it is searched, and where it begins in the whole text."""

    start: int
    text: str
    heading: bool = False


@dataclass
class _Passage:
    start: int
    end: int
    heading: bool = False
    joins: bool = True
    bad: bool = False


def sentences(text: str, rules: Rules, *, heading: bool = False) -> Iterator[Sentence]:
    """Every sentence that is the author's own; ``heading`` says that the whole text is one."""
    for passage in [_Passage(0, len(text), True)] if heading else _passages(text, rules):
        if not passage.bad:
            plain = _plain(text[passage.start : passage.end])
            for start, end in _split(plain):
                words = _cased(plain[start:end], rules)
                yield Sentence(passage.start + start, words, passage.heading)


def _passages(text: str, rules: Rules) -> list[_Passage]:
    found: list[_Passage] = []
    opener, bad_columns, code, start = "", None, False, 0
    current: _Passage | None = None
    for line in text.split("\n"):
        end = start + len(line)
        if _FENCE.match(line):
            code, current = not code, None
        elif code or not line.strip():
            current = None
        elif mark := _HEADING.match(line):
            found.append(_Passage(start + mark.end(), end, heading=True))
            bad = rules.bad_heading.compiled.search(line.lower())
            opener, current = (line if bad else ""), None
        elif _ROW.match(line):
            cells = list(_CELL.finditer(line))
            if bad_columns is None:
                bad_columns = {
                    index
                    for index, cell in enumerate(cells)
                    if rules.bad_list.compiled.search(cell[0].lower())
                }
            elif not _RULER.match(line):
                found += [
                    _Passage(start + cell.start(), start + cell.end(), bad=index in bad_columns)
                    for index, cell in enumerate(cells)
                ]
            current = None
        elif mark := _ITEM.match(line):
            current = _Passage(start + mark.end(), end, bad=bool(opener))
            found.append(current)
        elif current:
            current.end = end
        else:
            indent = _INDENT.match(line)
            current = _Passage(start + (indent.end() if indent else 0), end)
            found.append(current)
            opener = ""
        if not _ROW.match(line):
            bad_columns = None
        if current and line.rstrip().endswith(":") and not _ITEM.match(line):
            passage = text[current.start : end]
            opener = passage if rules.bad_list.compiled.search(passage.lower()) else ""
        start = end + 1
    return found


def _plain(text: str) -> str:
    """The text with one sign for each of its own: plain apostrophes, no emphasis, quotations blotted out."""
    text = re.sub(r"(?<=\w)[’ʼ](?=\w)", "'", text, flags=re.ASCII)
    text = re.sub(r"[\n\r\t\u00a0*_~]|(?<= )>(?= )", " ", text)
    return _QUOTES.sub(lambda quote: quote[0][0] + _BLOT * (len(quote[0]) - 2) + quote[0][-1], text)


def _cased(text: str, rules: Rules) -> str:
    """A sentence in small letters, in which only what looks like a name keeps its capital."""
    first = next(iter(_LETTERS.finditer(text)), None)

    def cased(word: re.Match[str]) -> str:
        small = word[0].lower()
        if not _CAPITAL.fullmatch(word[0]) or small in rules.not_names:
            return small
        begins = first is not None and word.start() == first.start()
        return word[0] if small in rules.first_names or not begins else small

    return _LETTERS.sub(cased, text)


def _split(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if not _SHORT.search(text[: mark.end()].rstrip()):
            yield start, mark.end()
            start = mark.end()
    if text[start:].strip():
        yield start, len(text)
