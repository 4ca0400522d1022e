"""Whatever an author types into a field: the page keeps its structure, shows the words, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path as Folder
from typing import Any, get_args
from urllib.parse import urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playbook.engine import build_html
from playbook.glossary_links import GlossaryLinks
from playbook.loader import FILES, FOLDERS
from playbook.markdown_text import plain_text
from playbook.model.fields import Wording
from playbook.model.walk import Marked, Path, wordings
from playbook.model.whole import Handbook, Record
from playbook.project import Project
from playbook.running_text import make_resolve
from playbook.site import NavEntry, Site
from tests.faults import expect_none
from tests.golden.cases import Found, html_of, is_duration, rendered, reworded
from tests.golden.filled import Answers, places_for_words, with_every_field
from tests.golden.structure import (
    LINES_OF_TEXT,
    Tags,
    calmed,
    other_tags,
    page_tags,
    running,
    skeleton,
    steers,
    with_texts,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</section></article></div><h1>x</h1>",
    "<!-- ",
    "-->",
    "<![CDATA[ x",
    "<?php x ?>",
    "</title><script>x</script>",
    "<style>*{display:none}</style>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:x'>y</a>",
    "[x](javascript:alert(1)) {.a #b}",
    "{#id}",
    "{: #id .c onclick=x }",
    "{.pb-card onclick=x}",
    "# x",
    "## x {#top}",
    "x {#top}",
    "![x](https://evil.example/x.png)",
    "[x]: javascript:alert(1)",
    "[x][x]",
    "<javascript:alert(1)>",
    "**x** _y_ `z` ~~w~~",
    "``` x",
    "~~~",
    "- x",
    "1. x",
    "> x",
    "---",
    "--- title: x ---",
    "***",
    "| a | b |",
    "|---|---|",
    "a | b",
    "+ x",
    "x\\",
    "\\# \\* \\&lt;",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "{{ x }}",
    "{{ ''.__class__ }}",
    "{% raise %}",
    "{%- x -%}",
    "{* x *}",
    "{# x #}",
    "${x} #{x} %(x)s {0}",
    "<<x>>",
    "<< people-desk >>",
    "<<people-desk>>",
    "\"double\" 'single' “curly” ‘s’",
    "=1+1",
    "@x",
    "a:b: c",
    "#x %y ^z",
    "a\tb",
    "a  b",
    "*[HR]: x",
    "[^1]",
    "[TOC]",
    "[[x]]",
    "$$x$$",
    ":::: x",
    "!!! note",
    "שלום עולם",
    "مرحبا",
    "a \u202eb\u202c c",
    "e\u0301 ﬃ ｆ",
    "👩🏽‍💻 🏳️‍🌈",
    "\u200b\u200d\u2060",
    "𝒳 𐍈 漢字",
    "\u00a0x\u00a0",
    "\ue000x\ue001 \ufdd0",
    "wzxhzdk:0 klzzwxh:0001",
    "x" * 400,
    "http://evil.example/ www.x.y a@b.c",
    "&",
    "<",
    ">",
    '"',
    "'",
    "`",
    "_",
    "\\",
]

# What an author can put into a field: what the reader of YAML lets through, on one line.
LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"),
    min_size=1,
    max_size=60,
)
MARKUP = st.lists(
    st.sampled_from(
        [
            *"<>[](){}#*_`|&\\\"'!~-+=:;/.@$%^\t ",
            "<<",
            ">>",
            "{#",
            "{:",
            "](",
            "<!--",
            "```",
            "a",
            "javascript:",
            "\u00a0",
        ]
    ),
    min_size=1,
    max_size=30,
).map("".join)

WORD_LINK = re.compile(r'<a class="pb-word" href="([^"]*)">([^<>]*)</a>')


def expect_the_same_structure(texts: Sequence[str]) -> None:
    """Every page has the elements and attributes it has with calm words, and so has its table of contents."""
    handbook = with_texts(with_every_field("mostly"), texts, LINES_OF_TEXT)
    site = rendered(handbook)
    # calm words that are the same where the others are: a page may say once what two fields say
    calm = _calm_tags(tuple(f"Calm words {texts.index(text)}" for text in texts))
    expect_none(other_tags(calm, page_tags(site)))
    expect_none(_other_frame(handbook, site))


@cache
def _calm_tags(texts: tuple[str, ...]) -> dict[str, Tags]:
    return page_tags(rendered(with_texts(with_every_field("mostly"), texts, LINES_OF_TEXT)))


def _other_frame(handbook: Handbook, site: Site) -> Iterator[str]:
    """Front matter and table of contents carry the words and nothing else."""
    for page in site.pages:
        _, front, contents = html_of(page)
        if front != {"title": escape(page.title, quote=False), "kind": page.kind} | (
            {"hide": list(page.hide)} if page.hide else {}
        ):
            yield f"/{page.address}: the front matter became {front}"
        for entry in _flat(contents):
            if Found(entry["name"]).tags:
                yield f"/{page.address}: the table of contents says {entry['name']}"
    if plain_text(handbook.settings.title, make_resolve(handbook)) != site.name:
        yield f"the site is called {site.name}"


def _flat(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield entry
        yield from _flat(entry["children"])


@pytest.mark.parametrize("turn", range(6))
def test_no_line_of_text_changes_the_structure_of_a_page(turn: int) -> None:
    """Every turn gives every field another hostile text, bare or among words, until it met every sort."""
    texts = [*HOSTILE[turn * 12 :], *HOSTILE[: turn * 12]]
    expect_the_same_structure([f"Q{text}Z" for text in texts] if turn % 2 else texts)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(MARKUP, LINES).filter(str.strip), min_size=1, max_size=9, unique=True))
def test_no_text_at_all_changes_the_structure_of_a_page(texts: list[str]) -> None:
    expect_the_same_structure(texts)


def test_no_text_changes_what_the_site_engine_builds_around_a_page(tmp_path: Folder) -> None:
    """Titles also reach the head, the menu and the contents, where the theme escapes nothing by itself."""
    calm = _built([f"Calm words {number}" for number in range(len(HOSTILE))], tmp_path / "calm")
    hostile = _built(HOSTILE, tmp_path / "hostile")
    assert len(calm) > 30
    expect_none(
        other_tags(
            {address: _without_settings(page) for address, page in calm.items()},
            {address: _without_settings(page) for address, page in hostile.items()},
        )
    )


@pytest.mark.parametrize(
    "kinds", [frozenset({"prose"}), LINES_OF_TEXT | {"prose"}], ids=["prose", "every field"]
)
def test_the_glossary_adds_links_to_its_words_and_changes_nothing_else(
    kinds: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    handbook = with_texts(with_every_field("mostly"), [*HOSTILE, "Calm words"], kinds)
    linked = rendered(handbook)
    monkeypatch.setattr("playbook.render.GlossaryLinks", lambda addresses: GlossaryLinks({}))
    plain = {page.address: page.body for page in rendered(handbook).pages}
    found = {page.address: WORD_LINK.findall(page.body) for page in linked.pages}
    assert any(found.values())
    expect_none(
        f"/{page.address} is more than its words and links"
        for page in linked.pages
        if WORD_LINK.sub(r"\2", page.body) != plain[page.address]
    )
    words = next(page for page in linked.pages if page.address == "words/")
    places = {f"words/#{id_}" for id_ in Found(html_of(words)[0]).attributes("id")}
    expect_none(
        f"/{address}: {word!r} leads to {href}"
        for address, links in found.items()
        for href, word in links
        if urljoin(f"/{address}", href)[1:] not in places
    )
    expect_none(f"/{address}: linked twice" for address, links in found.items() if len({*links}) < len(links))


def _built(texts: Sequence[str], folder: Folder) -> dict[str, Found]:
    site = rendered(with_texts(with_every_field("mostly"), texts, LINES_OF_TEXT))
    assert build_html(Project(folder.parent), site, folder) == []
    html = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }
    pages = {address: Found(text) for address, text in html.items()}
    expect_none(
        f"not shown as typed in the menu: {entry.title}"
        for entry in _entries(site.nav)
        if " ".join(entry.title.split()) not in _menu(html[f"{entry.address}index.html"])
    )
    expect_none(
        f"/{page.address}: not shown as typed in the tab: {page.title}"
        for page in site.pages
        if page.address
        and not pages[f"{page.address}index.html"].words.startswith(" ".join(page.title.split()))
    )
    return pages


def _menu(html: str) -> str:
    """The words of a page's menu, which unfolds the branch that the page is in."""
    return Found(html.partition('<nav class="pb-nav')[2].partition("</nav>")[0]).words


def _entries(entries: Sequence[NavEntry]) -> Iterator[NavEntry]:
    """Every entry but the index of a section, which the section's own title leads to."""
    for entry in entries:
        yield entry
        yield from (child for child in _entries(entry.children) if child.address != entry.address)


def _without_settings(found: Found) -> Tags:
    """All but what the bar tells the script, words included, in one attribute."""
    return [tag for tag in calmed(found.tags) if tag[0] != "header"]


def test_every_text_is_shown_as_it_was_typed() -> None:
    """On one page at least, of handbooks that answer differently whatever is true or false."""
    missed = [set(_not_shown(with_every_field(answers))) for answers in get_args(Answers)]
    expect_none(sorted(set.intersection(*missed)))


def _not_shown(handbook: Handbook) -> Iterator[str]:
    typed: dict[str, str] = {}

    def write(record: Record, found: Marked) -> str:
        if is_duration(found) or steers(found.path):
            return found.value
        if found.mark not in (Wording("line"), Wording("sentence")):
            return "Calm words"
        text = f"Q{len(typed)}q {HOSTILE[len(typed) % len(HOSTILE)]} z{len(typed)}Z"
        typed[text] = (
            "" if _for_authors(handbook, found) else f"{record.source.file}, {'.'.join(map(str, found.path))}"
        )
        return text

    unshown = reworded(handbook, write)
    resolve = make_resolve(unshown)
    shown = " ".join(Found(html_of(page)[0]).words for page in rendered(unshown).pages)
    return (
        f"{place}: not shown as typed: {text}"
        for text, place in typed.items()
        if place and " ".join(plain_text(text, resolve).split()) not in shown
    )


def _for_authors(handbook: Handbook, found: Marked) -> bool:
    """Words that help authors, or that no page needs: what a role or group is, a decision that has been made,

    and how to appeal from the one step from which, in the made handbook, nobody can.
    """
    if found.path[:4] == ("rungs", 0, "rights", "appeal"):
        return found.path[4] != "because"
    if found.path[0] == "decisions":
        return handbook.settings.decisions[int(found.path[1])].decided
    return found.path[0] in ("abbreviations", "roles", "groups", "severities")


@pytest.mark.parametrize("turn", range(3))
def test_prose_brings_paragraphs_and_nothing_that_runs(turn: int) -> None:
    texts = HOSTILE[turn:] + HOSTILE[:turn]
    pieces = [
        "\n\n".join("\n".join(texts[at : at + 2]) for at in range(start, start + 12, 2))
        for start in range(0, len(texts), 5)
    ]
    expect_tame_prose([piece for piece in pieces if piece])


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.one_of(st.sampled_from(HOSTILE), MARKUP, LINES), min_size=2, max_size=8).filter(
        lambda parts: "".join(parts).strip()
    ),
    st.sampled_from(["\n", "\n\n", "\n    ", "\n- "]),
)
def test_no_prose_at_all_runs_or_leaves_its_place(parts: list[str], between: str) -> None:
    expect_tame_prose([between.join(parts)])


def expect_tame_prose(texts: list[str]) -> None:
    """Pages keep their skeleton, and what prose adds to it is plain elements and honest links."""
    tags = page_tags(rendered(with_texts(with_every_field("mostly"), texts, frozenset({"prose"}))))
    found = {address: skeleton(page) for address, page in tags.items()}
    plain, marked = _calm_prose("Calm words"), _calm_prose("Calm **words**")
    # a statement with marks in it stands below its card once more: a page is as with the one or with the other
    calm = {at: marked[at] if marked[at] == found.get(at) else plain[at] for at in plain}
    expect_none(other_tags(calm, found))
    expect_none(f"/{address}: {found}" for address, page in tags.items() for found in running(page))


@cache
def _calm_prose(text: str) -> dict[str, Tags]:
    site = rendered(with_texts(with_every_field("mostly"), [text], frozenset({"prose"})))
    return {address: skeleton(tags) for address, tags in page_tags(site).items()}


# What the properties stand on: every field is filled.


def test_every_field_that_holds_words_is_tried() -> None:
    records = with_every_field("mostly").records.values()
    filled = {
        (type(record.data), _general(found.path)) for record in records for found in wordings(record.data)
    }
    kinds = [shape for _, shape in (*FILES.values(), *FOLDERS.values())]
    expect_none(
        f"{kind.__name__}: {'.'.join(path)}"
        for kind in kinds
        for path in places_for_words(kind)
        if (kind, path) not in filled
    )


def _general(path: Path) -> tuple[str, ...]:
    """A path without the places in lists and the names of entries."""
    named = ("labels", "abbreviations", "cells")
    steps = zip(("", *path), path, strict=False)
    return tuple("*" if isinstance(step, int) or before in named else step for before, step in steps)
