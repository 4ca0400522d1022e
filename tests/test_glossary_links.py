"""Words of the glossary on long pages: the first use is linked, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.glossary_links import GlossaryLinks

WORDS = {"Appeal": "words/#word-appeal", "Fact finder": "words/#word-fact-finder"}
LINK = re.compile(r'<a class="pb-word" href="[^"]*">(.*?)</a>')


def on_page(*blocks: str) -> list[str]:
    return list(GlossaryLinks(WORDS).on_page("steps/conduct/", blocks))


def test_only_the_first_use_is_linked_as_it_was_written() -> None:
    first, second = on_page("<p>You can appeal. An Appeal is free.</p>", "<p>Appeal again.</p>")
    assert first == '<p>You can <a class="pb-word" href="../../words/#word-appeal">appeal</a>. An Appeal is free.</p>'
    assert second == "<p>Appeal again.</p>"


@pytest.mark.parametrize(
    "block",
    [
        "## How to appeal {#appeal}",
        '<p><a href="x/">the appeal</a></p>',
        "<blockquote>I want to appeal.</blockquote>",
        '<article class="pb-card"><p>appeal</p></article>',
        "<details><summary>appeal</summary></details>",
        "<dl><dt>appeal</dt></dl>",
        "<p>appealing, re-appeal, appeals</p>",
        '<p title="appeal">nothing</p>',
    ],
)
def test_headings_links_cards_exact_words_and_other_words_stay(block: str) -> None:
    assert on_page(block) == [block]


def test_the_longer_word_wins_and_words_after_a_label_are_found() -> None:
    (block,) = on_page("<dl><dt>Who</dt><dd>The fact finder &amp; you</dd></dl>")
    assert LINK.findall(block) == ["fact finder"] and "&amp; you" in block


def test_no_glossary_leaves_every_page_alone() -> None:
    assert list(GlossaryLinks({}).on_page("", ["<p>appeal</p>"])) == ["<p>appeal</p>"]


_PIECES = st.sampled_from(
    ["appeal ", "a fact finder", "&lt;", "&#10;", "<br>", "<em>", "</em>", "<a href='x'>", "</a>", " ", "<p>", "</p>", "é"]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_without_its_links_a_block_is_what_it_was(block: str) -> None:
    (linked,) = on_page(block)
    assert LINK.sub(r"\1", linked) == block
    assert len(LINK.findall(linked)) <= len(WORDS)
