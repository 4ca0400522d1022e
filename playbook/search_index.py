"""What the search knows: one entry a page or place, in people's own words, lightest first.

``also`` is searched and never shown. Built from the records, not from rendered pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from playbook.markdown_text import Resolve, plain_text, prose_words
from playbook.views.common import Atlas

__all__ = ["SearchEntry", "search_entries", "search_payload"]

_MY_SIDE = (
    "am I in trouble",
    "am I being fired",
    "my manager shouts at me",
    "my manager is the problem",
    "a step was skipped",
    "my rights",
    "can I bring someone",
    "how do I appeal",
    "I want to object",
)
"""What somebody types who is the person concerned; these lead to their own side, never to a formal step."""


@dataclass(frozen=True)
class SearchEntry:
    """One answer a search can give."""

    id: str
    kind: str
    title: str
    address: str
    line: str
    text: str
    also: tuple[str, ...]
    rank: int


def search_payload(atlas: Atlas, resolve: Resolve) -> dict[str, object]:
    """The whole index as plain data, ready to be written as JSON."""
    return {"version": 1, "records": [vars(entry) for entry in search_entries(atlas, resolve)]}


def search_entries(atlas: Atlas, resolve: Resolve) -> Iterator[SearchEntry]:
    """Every entry, in a fixed order, with placeholders filled as on the pages."""
    for entry in _entries(atlas):
        title, line, text = (plain_text(words, resolve) for words in (entry.title, entry.line, entry.text))
        also = tuple(plain_text(said, resolve) for said in entry.also)
        yield replace(entry, title=title, line=line, text=text, also=also)


def _entries(atlas: Atlas) -> Iterator[SearchEntry]:
    yield from _situations(atlas)
    yield from _urgent(atlas)
    yield from _standards(atlas)
    yield from _steps(atlas)
    yield from _others(atlas)


def _situations(atlas: Atlas) -> Iterator[SearchEntry]:
    book = atlas.handbook
    order = {id_: index for index, id_ in enumerate(book.severities)}
    for id_, found in book.deviations.items():
        d = found.deviation
        text = " ".join(filter(None, (d.observable, d.impact, found.standard.title)))
        yield SearchEntry(
            f"deviation:{id_}",
            "situation",
            d.title,
            atlas.addresses.of("deviation", id_),
            d.observable,
            text,
            tuple(d.also_said),
            10 + order.get(d.severity or "", 0),
        )
    for id_, m in book.moments.items():
        yield SearchEntry(
            f"moment:{id_}",
            "moment",
            m.title,
            atlas.addresses.of("moment", id_),
            m.observable or "",
            m.observable or "",
            tuple(filter(None, [*m.also_said, m.short])),
            10,
        )


def _urgent(atlas: Atlas) -> Iterator[SearchEntry]:
    for id_, u in atlas.handbook.urgent.items():
        yield SearchEntry(
            f"urgent:{id_}",
            "urgent",
            u.title,
            atlas.addresses.of("urgent", id_),
            u.first,
            u.first,
            tuple(u.also_said),
            0,
        )


def _standards(atlas: Atlas) -> Iterator[SearchEntry]:
    for id_, s in atlas.handbook.standards.items():
        statement = prose_words(s.statement)
        yield SearchEntry(
            f"standard:{id_}",
            "standard",
            s.title,
            atlas.addresses.of("standard", id_),
            statement,
            " ".join([statement, *s.timelines, *s.quality]),
            (),
            30,
        )


def _steps(atlas: Atlas) -> Iterator[SearchEntry]:
    for ladder_id, ladder in atlas.handbook.ladders.items():
        summary = prose_words(ladder.summary or "")
        yield SearchEntry(
            f"ladder:{ladder_id}",
            "ladder",
            ladder.title,
            atlas.addresses.of("ladder", ladder_id),
            summary,
            summary,
            (),
            40,
        )
        for number, rung in enumerate(ladder.rungs):
            kind = "formal-step" if rung.standing.formal else "step"
            yield SearchEntry(
                f"rung:{ladder_id}:{rung.id}",
                kind,
                rung.title,
                atlas.addresses.of("rung", rung.id, ladder_id),
                rung.used_when or "",
                rung.used_when or "",
                (),
                50 + number,
            )


def _others(atlas: Atlas) -> Iterator[SearchEntry]:
    book, label = atlas.handbook, atlas.labels
    for id_, c in book.checklists.items():
        yield SearchEntry(
            f"checklist:{id_}",
            "checklist",
            c.title,
            atlas.addresses.of("checklist", id_),
            c.used_when or "",
            c.used_when or "",
            tuple(c.also_said),
            20,
        )
    for id_, s in book.support.items():
        what = prose_words(s.what)
        yield SearchEntry(
            f"support:{id_}",
            "support",
            s.title,
            atlas.addresses.of("support", id_),
            what,
            what,
            tuple(s.also_said),
            25,
        )
    for kind, known in (("paper", book.papers), ("check-in", book.check_ins)):
        for id_, record in known.items():
            when = record.used_when or ""
            address = atlas.addresses.of(kind, id_)
            yield SearchEntry(
                f"{kind}:{id_}", kind, record.title, address, when, when, tuple(record.also_said), 45
            )
    for id_, m in book.measures.items():
        definition = prose_words(m.definition)
        yield SearchEntry(
            f"measure:{id_}",
            "measure",
            m.title,
            atlas.addresses.of("measure", id_),
            m.impact or definition,
            definition,
            tuple(m.also_said),
            46,
        )
    for w in book.words.words:
        meaning, address = prose_words(w.meaning), atlas.addresses.of("word", w.word)
        yield SearchEntry(
            f"word:{address.partition('#word-')[2]}",
            "word",
            w.word,
            address,
            meaning,
            meaning,
            tuple(w.also),
            35,
        )
    yield SearchEntry(
        "page:my-side",
        "page",
        "My side",
        "my-side/",
        "A concern was raised with you: what happens, what you may ask for.",
        label.door_my_side,
        _MY_SIDE,
        15,
    )
    yield SearchEntry(
        "page:new-here",
        "page",
        label.door_new,
        "new-here/",
        "What to know in your first week.",
        "",
        ("new starter", "first week", "first day", "induction", "onboarding"),
        15,
    )
