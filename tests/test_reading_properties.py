"""Whatever bytes lie in a file: a tree or located problems, never an exception; text arrives as it was typed."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.model import Standard
from playbook.schema import read_shape
from playbook.yaml_source import Source, read_source

# YAML's own characters, often: random text alone would rarely be structure.
_STRUCTURE = st.sampled_from(
    [
        "title: ",
        "\n",
        "  ",
        "- ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!x ",
        "#",
        ":",
        "|",
        ">",
        "\t",
        "---",
        "<<: ",
        "statement: ",
        "deviations:\n",
        "é",
        "\u202e",
        "\x00",
        "\r\n",
        "%",
    ]
)
_FILES = st.one_of(st.binary(max_size=200), st.lists(_STRUCTURE, max_size=30).map("".join).map(str.encode))
# One line of printable text, without what the reader refuses on purpose.
_TEXTS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"],
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() != "")


def _inside(source: Source) -> None:
    lines = source.text.split("\n")
    for problem in source.problems:
        assert problem.location is not None
        assert problem.message
        assert 1 <= problem.location.line <= max(1, len(lines))
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(_FILES)
def test_any_bytes_give_a_tree_or_problems_with_a_place(data: bytes) -> None:
    source = read_source("any.yml", data)
    assert source.tree is not None or source.problems
    _inside(source)
    if source.tree is not None:
        _, whole, problems = read_shape(Standard, source)
        assert whole or problems or source.problems
        for problem in problems:
            assert problem.location is not None
            assert problem.location.line <= source.text.count("\n") + 1


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_any_line_of_text_comes_back_as_it_was_typed(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    source = read_source("one.yml", f"title: {quoted}\nstatement: B\n".encode())
    assert source.problems == ()
    found, whole, problems = read_shape(Standard, source)
    assert (whole, problems) == (True, [])
    assert found is not None
    assert found.title == text.strip()


@settings(max_examples=50, deadline=None)
@given(_FILES)
def test_reading_twice_says_the_same(data: bytes) -> None:
    one, two = read_source("any.yml", data), read_source("any.yml", data)
    assert (one.problems, one.text) == (two.problems, two.text)
