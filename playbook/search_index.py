"""What the search knows: one entry a page or place, in people's own words, lightest first.

``said`` is searched and never shown. Built from the records and from the headings of the reader's own side;
how a question is read and answers are ranked stands in ``site_config/assets/search/``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from playbook.markdown_text import Resolve, plain_text, prose_words
from playbook.site import Page
from playbook.views.common import Atlas

__all__ = ["INDEX", "SearchEntry", "search_entries", "search_script"]

INDEX = "assets/playbook/search-index.js"
"""Where the index lies. A script, because a page that is opened as a file may load nothing else."""

_HEADING = re.compile(r"^##+ (.+?) \{#([A-Za-z0-9_-]+)\}$", re.MULTILINE)
_LEAD = re.compile(r'<p class="pb-lead">(.*?)</p>', re.DOTALL)
_FIRST = re.compile(r"<(?:p|li|dd)\b[^>]*>(.*?)(?=<(?:/p|/li|/dd|ul|ol|p)\b)", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LINE = 140


@dataclass(frozen=True)
class SearchEntry:
    """One answer a search can give: shown are its kind, title and line; searched is everything."""

    kind: str
    title: str
    address: str
    line: str = ""
    said: tuple[str, ...] = ()
    text: str = ""
    heavy: bool = False


def search_script(atlas: Atlas, pages: Iterable[Page], resolve: Resolve) -> bytes:
    """The whole index as a script that only states data; empty fields are left out."""
    records = [_short(entry) for entry in search_entries(atlas, pages, resolve)]
    data = {"version": 2, "language": atlas.handbook.settings.language, "records": records}
    # a "<" could end the script where the index is written into a page
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.playbookSearchIndex={words};\n".encode()


def search_entries(atlas: Atlas, pages: Iterable[Page], resolve: Resolve) -> Iterator[SearchEntry]:
    """Every entry, the lightest answers first, with placeholders filled as on the pages."""
    shown = {page.address: page for page in pages}
    for entry in _entries(atlas, shown):
        if entry.address.partition("#")[0] in shown:
            title, line, text = (
                plain_text(words, resolve) for words in (entry.title, entry.line, entry.text)
            )
            said = tuple(plain_text(words, resolve) for words in entry.said if words)
            shown_line, rest = _parted(line)
            yield replace(entry, title=title, line=shown_line, text=f"{rest} {text}".strip(), said=said)


def _short(entry: SearchEntry) -> dict[str, object]:
    """An entry with the keys that the script reads: kind, title, address, line, said, text, heavy."""
    fields: dict[str, object] = {
        "k": entry.kind,
        "t": entry.title,
        "a": entry.address,
        "l": entry.line,
        "s": list(entry.said),
        "x": entry.text,
        "h": int(entry.heavy),
    }
    return {key: value for key, value in fields.items() if value}


def _parted(line: str) -> tuple[str, str]:
    """What a list of answers shows of a line, which ends after a whole word, and what is only searched of it."""
    if len(line) <= _LINE:
        return line, ""
    shown = line[:_LINE].rpartition(" ")[0]
    return f"{shown.rstrip('.,;:')} ...", line[len(shown) :].strip()


def _entries(atlas: Atlas, pages: dict[str, Page]) -> Iterator[SearchEntry]:
    light = [
        *_urgent(atlas),
        *_situations(atlas),
        *_checklists(atlas),
        *_support(atlas),
        *_own_side(atlas, pages),
        *_talks(atlas),
        *_standards(atlas),
        *_papers(atlas),
        *_words(atlas),
    ]
    steps = list(_steps(atlas))
    yield from light
    yield from _pages(pages, {entry.address for entry in (*light, *steps)})
    yield from steps


def _urgent(atlas: Atlas) -> Iterator[SearchEntry]:
    for id_, u in atlas.handbook.urgent.items():
        address = atlas.addresses.of("urgent", id_)
        steps = " ".join(step.do for step in u.steps)
        yield SearchEntry("urgent", u.title, address, u.first, tuple(u.also_said), steps)
        if u.is_it_you:
            yield SearchEntry("you", "Is it you?", f"{address}#you", prose_words(u.is_it_you.text))


def _situations(atlas: Atlas) -> Iterator[SearchEntry]:
    book, of = atlas.handbook, atlas.addresses.of
    weight = {id_: index for index, id_ in enumerate(book.severities)}
    lightest = sorted(
        book.deviations.items(), key=lambda each: weight.get(each[1].deviation.severity or "", 0)
    )
    for id_, m in book.moments.items():
        said = (*m.also_said, m.short or "")
        yield SearchEntry("moment", m.title, of("moment", id_), m.observable or "", said)
    for id_, found in lightest:
        d = found.deviation
        text = f"{d.impact or ''} {found.standard.title}"
        yield SearchEntry("situation", d.title, of("deviation", id_), d.observable, tuple(d.also_said), text)


def _checklists(atlas: Atlas) -> Iterator[SearchEntry]:
    formal = {
        rung.checklist
        for ladder in atlas.handbook.ladders.values()
        for rung in ladder.rungs
        if rung.standing.formal
    }
    for id_, c in atlas.handbook.checklists.items():
        address = atlas.addresses.of("checklist", id_)
        heavy = id_ in formal and id_ != atlas.handbook.settings.first_talk
        yield SearchEntry("checklist", c.title, address, c.used_when or "", tuple(c.also_said), heavy=heavy)


def _support(atlas: Atlas) -> Iterator[SearchEntry]:
    causes = {cause.id: cause.title for cause in atlas.handbook.settings.causes}
    for id_, s in atlas.handbook.support.items():
        address, what = atlas.addresses.of("support", id_), prose_words(s.what)
        fits = " ".join(causes.get(cause, "") for cause in s.causes)
        yield SearchEntry("support", s.title, address, what, tuple(s.also_said), fits)


def _own_side(atlas: Atlas, pages: dict[str, Page]) -> Iterator[SearchEntry]:
    """The page of the person concerned, and each of its parts by its own heading, first words and what people type."""
    page, own = pages.get("my-side/"), atlas.handbook.my_side
    if page:
        yield SearchEntry("my-side", page.title, page.address, _lead(page))
        for section in own.sections if own else ():
            address, line = f"{page.address}#{section.id}", prose_words(section.text or "")
            yield SearchEntry("my-side", section.title, address, line, tuple(section.also_said))
        _, *parts = _HEADING.split(page.body)
        for title, anchor, below in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            first = _FIRST.search(below)
            line = _words_of(first[1]) if first else ""
            address = f"{page.address}#{anchor}"
            yield SearchEntry("my-side", unescape(title), address, line)


def _talks(atlas: Atlas) -> Iterator[SearchEntry]:
    """Ways of talking, and what is read in the first days of a role."""
    book, of = atlas.handbook, atlas.addresses.of
    for id_, talk in book.talks.items():
        yield SearchEntry(
            "talk", talk.title, of("talk", id_), prose_words(talk.intro or ""), tuple(talk.also_said)
        )
    for id_, path in book.paths.items():
        yield SearchEntry(
            "path", path.title, of("path", id_), prose_words(path.intro or ""), tuple(path.also_said)
        )


def _standards(atlas: Atlas) -> Iterator[SearchEntry]:
    for id_, s in atlas.handbook.standards.items():
        address, statement = atlas.addresses.of("standard", id_), prose_words(s.statement)
        text = " ".join([*s.timelines, *s.quality, *(f"{d.title}." for d in s.deviations)])
        yield SearchEntry("standard", s.title, address, statement, (), text)


def _papers(atlas: Atlas) -> Iterator[SearchEntry]:
    """What is taken to a meeting or looked at over time: papers, check-ins and measures."""
    book, of = atlas.handbook, atlas.addresses.of
    for id_, c in book.check_ins.items():
        yield SearchEntry("check-in", c.title, of("check-in", id_), c.used_when or "", tuple(c.also_said))
    for id_, p in book.papers.items():
        yield SearchEntry("paper", p.title, of("paper", id_), p.used_when or "", tuple(p.also_said))
    for id_, m in book.measures.items():
        definition = prose_words(m.definition)
        line, text = m.impact or definition, definition if m.impact else ""
        yield SearchEntry("measure", m.title, of("measure", id_), line, tuple(m.also_said), text)


def _words(atlas: Atlas) -> Iterator[SearchEntry]:
    for w in atlas.handbook.words.words:
        yield SearchEntry(
            "word", w.word, atlas.addresses.of("word", w.word), prose_words(w.meaning), tuple(w.also)
        )


def _pages(pages: dict[str, Page], taken: set[str]) -> Iterator[SearchEntry]:
    """The pages that belong to none of the records."""
    for address, page in pages.items():
        if address and address not in taken:
            yield SearchEntry("page", page.title, address, _lead(page))


def _steps(atlas: Atlas) -> Iterator[SearchEntry]:
    of = atlas.addresses.of
    for ladder_id, ladder in atlas.handbook.ladders.items():
        yield SearchEntry("ladder", ladder.title, of("ladder", ladder_id), prose_words(ladder.summary or ""))
    steps = [(id_, ladder, rung) for id_, ladder in atlas.handbook.ladders.items() for rung in ladder.rungs]
    for ladder_id, ladder, rung in sorted(steps, key=lambda step: step[2].standing.formal):
        kind, heavy = ("formal-step", True) if rung.standing.formal else ("step", False)
        address = of("rung", rung.id, ladder_id)
        yield SearchEntry(kind, rung.title, address, rung.used_when or "", (), ladder.title, heavy)


def _lead(page: Page) -> str:
    """What a page says first of itself."""
    lead = _LEAD.search(page.body)
    return _words_of(lead[1]) if lead else ""


def _words_of(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
