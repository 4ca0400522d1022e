"""Author text as HTML: lines as typed, prose as tame Markdown, headings as words."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.engine_config import MARKDOWN_EXTENSIONS
from playbook.markdown_text import heading_text, html_in, line_html, plain_text, prose_html, prose_words
from tests.golden.cases import Found

KNOWN = {"people-desk": ("People & desk", False), "notice": ("5 <days>", True)}
CALM = settings(deadline=None, max_examples=80)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)
MARKUP = st.lists(
    st.sampled_from([*"<>[](){}#*_`|&\\\"'!~-+=:\n ", "{#", "](", "<<", ">>", "a", "javascript:"]),
    max_size=40,
).map("".join)


def _known(name: str) -> tuple[str, bool] | None:
    return KNOWN.get(name)


def _unknown(name: str) -> None:
    return None


@CALM
@given(st.one_of(TEXT, MARKUP))
def test_a_line_is_shown_as_it_was_typed(text: str) -> None:
    found = Found(line_html(text, _unknown))
    assert found.tags == []
    assert found.words == " ".join(text.split())


@CALM
@given(st.one_of(TEXT, MARKUP).filter(str.strip))
def test_a_heading_is_shown_as_it_was_typed_and_keeps_its_anchor(text: str) -> None:
    line = f"## {heading_text(text, _unknown)} {{#place}}"
    found = Found(
        markdown.markdown(line, extensions=list(MARKDOWN_EXTENSIONS), extension_configs=MARKDOWN_EXTENSIONS)
    )
    assert found.tags == [("h2", (("id", "place"),)), ("/h2", ())]
    assert found.words == " ".join(text.split())


@CALM
@given(st.one_of(TEXT, MARKUP))
def test_prose_is_one_line_of_plain_elements(text: str) -> None:
    html = prose_html(text, _unknown)
    assert "\n" not in html
    allowed = {"p", "strong", "em", "ul", "ol", "li", "a", "br", "code", "pre", "blockquote", "hr"}
    for tag, attributes in Found(html).tags:
        assert tag.lstrip("/") in allowed
        assert {name for name, _ in attributes} <= {"href", "title", "start"}


@CALM
@given(TEXT)
def test_words_of_prose_are_the_words_it_shows(text: str) -> None:
    shown = Found(prose_html(text, _unknown)).words.split()
    assert "".join(prose_words(text).split()) == "".join(shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("one\n\ntwo **bold** *soft*", "<p>one</p> <p>two <strong>bold</strong> <em>soft</em></p>"),
        ("- a\n- b", "<ul> <li>a</li> <li>b</li> </ul>"),
        ("3. c", '<ol start="3"> <li>c</li> </ol>'),
        ("# Big", "<p><strong>Big</strong></p>"),
        ("Big\n===", "<p><strong>Big</strong></p>"),
        ("[here](https://example.org)", '<p><a href="https://example.org">here</a></p>'),
        ("[here](../my-side/)", '<p><a href="../my-side/">here</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("![a](https://example.org/a.png)", '<p>!<a href="https://example.org/a.png">a</a></p>'),
        ("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
        ("    if a:\n        b", "<pre><code>if a:&#10;    b&#10;</code></pre>"),
        ("a\n## b {#c .d}", "<p>a</p> <p><strong>b {#c .d}</strong></p>"),
        (
            "call <<people-desk>> in <<notice>>",
            '<p>call People &amp; desk in <span class="pb-open">5 &lt;days&gt;</span></p>',
        ),
        (
            "`<<notice>>` <<other>>",
            '<p><code><span class="pb-open">5 &lt;days&gt;</span></code> &lt;&lt;other&gt;&gt;</p>',
        ),
        ("\ue000notice\ue000 <<people-desk>>", "<p>\ue000notice\ue000 People &amp; desk</p>"),
    ],
)
def test_prose_is_simple_markdown(written: str, shown: str) -> None:
    assert prose_html(written, _known) == shown


@pytest.mark.parametrize(
    ("id_", "stands_for", "href"),
    [
        ("room-80", "8/0", "https://a.example/8%2F0"),
        ("e8", "x", "https://a.example/x"),
    ],
)
def test_a_placeholder_is_filled_in_an_address_whatever_its_id(id_: str, stands_for: str, href: str) -> None:
    found = Found(prose_html(f"[Ask](https://a.example/<<{id_}>>)", {id_: (stands_for, False)}.get))
    assert dict(found.tags[1][1])["href"] == href


def test_a_placeholder_may_be_the_whole_address_and_stays_tame() -> None:
    known = {"form-18": ("https://a.example/b?c=d#e", False), "bad": ("javascript:alert(1)", False)}
    found = Found(prose_html("[Form](<<form-18>>) [Bad](<<bad>>)", known.get))
    hrefs = [dict(attributes).get("href") for tag, attributes in found.tags if tag == "a"]
    assert hrefs == ["https://a.example/b?c=d#e", None]


def test_a_placeholder_in_a_link_is_plain_words_and_ends_no_tag() -> None:
    text = '[Ask](https://a.example/<<notice>> "The <<people-desk>>, in <<notice>>, or <<nobody>>")'
    found = Found(prose_html(text, _known))
    assert found.words == "Ask"
    assert [tag for tag, _ in found.tags] == ["p", "a", "/a", "/p"]
    assert dict(found.tags[1][1]) == {
        "href": "https://a.example/5%20%3Cdays%3E",
        "title": "The People & desk, in 5 <days>, or <<nobody>>",
    }


def test_placeholders_are_filled_and_open_decisions_marked() -> None:
    text = "Ask <<people-desk>> <<notice>> before, or <<nobody>>."
    assert line_html(text, _known) == (
        'Ask People &amp; desk <span class="pb-open">5 &lt;days&gt;</span> before, or &lt;&lt;nobody&gt;&gt;.'
    )
    assert plain_text(text, _known) == "Ask People & desk 5 <days> before, or <<nobody>>."
    assert heading_text("<<notice>>", _known) == "5 &#60;days&#62;"
    assert prose_words("**Ask** <<people-desk>>") == "Ask <<people-desk>>"


def test_nothing_but_the_end_of_a_line_is_folded() -> None:
    assert line_html("5\u00a0working\r\n\u2028days  now", _unknown) == "5\u00a0working days  now"
    assert plain_text(" 5\u00a0days\n", _unknown) == "5\u00a0days"


@pytest.mark.parametrize(
    ("text", "found"),
    [("a <b>b</b>", "<b>"), ("<div>\nx", "<div>\nx"), ("a < b, <<people-desk>>", ""), ("`<b>`", "")],
)
def test_raw_html_is_noticed(text: str, found: str) -> None:
    assert html_in(text) == found
