"""Each slip that makes a file unreadable: its exact place, what is said, and that everything else is still read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from playbook.yaml_source import (
    MAX_BYTES,
    UNREADABLE,
    Fields,
    Items,
    Source,
    Text,
    in_quotes,
    locate,
    node_at,
    plain_data,
    read_source,
)
from playbook.yaml_source import builder as builder_module


def read(text: str) -> Source:
    return read_source("content/one.yml", text.encode())


def data(text: str) -> Any:
    source = read(text)
    assert source.tree is not None, source.problems
    return plain_data(source.tree)


def places(source: Source) -> list[tuple[str, int, int]]:
    return [(p.check, p.location.line, p.location.column) for p in source.problems if p.location]


# name: (text, line, column, words of the message, what is read all the same)
SLIPS: dict[str, tuple[str, int, int, str, Any]] = {
    "a second colon": ("a: Note: this\nb: x\n", 1, 8, "second colon", {"a": "Note: this", "b": "x"}),
    "a field too deep": (
        "a: Foo\n  b: x\nc: y\n",
        2,
        3,
        "holds a text already",
        {"a": "Foo", "b": "x", "c": "y"},
    ),
    "a colon in text that goes on": (
        "a: Foo\n  and so on for us: baz\nb: c\n",
        2,
        19,
        "colon stands in this text",
        {"a": "Foo and so on for us:baz", "b": "c"},
    ),
    "no colon in an entry": (
        'steps:\n  - do Call them\n    say: "x"\n  - b\n',
        2,
        5,
        "no colon after its name",
        {"steps": [{"do": "Call them", "say": "x"}, "b"]},
    ),
    "no colon in the first line": (
        "title Foo\nb: x\n",
        1,
        1,
        "no colon after its name",
        {"title": "Foo", "b": "x"},
    ),
    "no colon": (
        "a: Foo\nvalue x\nb: z\n",
        2,
        1,
        "no colon after its name",
        {"a": "Foo", "value": "x", "b": "z"},
    ),
    "no colon before a block": (
        "organisation\n  name: Foo\nb: z\n",
        1,
        1,
        "no colon after its name",
        {"organisation": {"name": "Foo"}, "b": "z"},
    ),
    "no colon before brackets": (
        "a: b\ncells {1: x, 2: y}\n",
        2,
        1,
        "no colon after its name",
        {"a": "b", "cells": {"1": "x", "2": "y"}},
    ),
    "no colon and a comment": (
        "c:\n  - id health  # why: not\n    title: x\n",
        2,
        5,
        "no colon after its name",
        {"c": [{"id": "health", "title": "x"}]},
    ),
    "no name before the colon": (
        "a: b\n: c\nd: e\n",
        2,
        1,
        "name of a field is missing",
        {"a": "b", "d": "e"},
    ),
    "no space after the colon": (
        "b: x\ntitle:Foo\nc: q\n",
        2,
        1,
        "space is missing after the colon",
        {"b": "x", "title": "Foo", "c": "q"},
    ),
    "no space after the dash": (
        "s:\n  - a\n  -b\n  - c\n",
        3,
        3,
        "space is missing after the dash",
        {"s": ["a", "b", "c"]},
    ),
    "a line that is no field": (
        "a: b\nThese words belong nowhere.\nc: d\n",
        2,
        1,
        "not a field",
        {"a": "b", "c": "d"},
    ),
    "a quote never closed": ('a: "Foo\nb: x\n', 1, 4, "opened here and not closed", {"a": "Foo", "b": "x"}),
    "a quote closed lines below": (
        'a: "Foo\nb: x"\nc: y\n',
        1,
        4,
        "opened here and not closed",
        {"a": "Foo", "b": 'x"', "c": "y"},
    ),
    "a single quote closed by an apostrophe": (
        "a: 'Foo\nb: x\nc: don't\n",
        1,
        4,
        "opened here and not closed",
        {"a": "Foo", "b": "x", "c": "don't"},
    ),
    "a quote not closed in a list": (
        's:\n  - "Foo\n  - "Bar"\n',
        2,
        5,
        "opened here and not closed",
        {"s": ["Foo", "Bar"]},
    ),
    "an apostrophe in single quotes": (
        "a: 'I'm sorry'\nb: x\n",
        1,
        6,
        "apostrophe ends the text",
        {"a": "I'm sorry", "b": "x"},
    ),
    "text behind quotes": ('a: "Foo" bar\nb: x\n', 1, 8, "more follows it", {"a": 'Foo" bar', "b": "x"}),
    "a blank at the beginning": (
        "s:\n  - [What] was due.\n  - x\n",
        2,
        5,
        'begins with "["',
        {"s": ["[What] was due.", "x"]},
    ),
    "braces at the beginning": (
        "a: {What} was due.\nb: y\n",
        1,
        4,
        'begins with "{"',
        {"a": "{What} was due.", "b": "y"},
    ),
    "a bracket never closed": (
        "a: [x, y\nb: [z]\nc: d\n",
        1,
        4,
        '"[" is opened here',
        {"a": ["x", "y"], "b": ["z"], "c": "d"},
    ),
    "a brace never closed": ("a: {x: y\nb: z\n", 1, 4, '"{" is opened here', {"a": {"x": "y"}, "b": "z"}),
    "a bracket closed lines below": (
        "a: [x, y\nb: z\nc: [d]\n",
        1,
        4,
        '"[" is opened here',
        {"a": ["x", "y"], "b": "z", "c": ["d"]},
    ),
    "a comma missing": ("a: {x: y z: w}\nb: c\n", 1, 10, "a comma is missing", {"a": UNREADABLE, "b": "c"}),
    "one bracket too many": ("a: [x]]\nb: c\n", 1, 7, "does not fit here", {"a": "[x]]", "b": "c"}),
    "a star at the beginning": (
        "a: **Now** go\nb: c\n",
        1,
        4,
        'begin with "*"',
        {"a": "**Now** go", "b": "c"},
    ),
    "an and sign at the beginning": ("a: & co\nb: c\n", 1, 4, 'begin with "&"', {"a": "& co", "b": "c"}),
    "a percent sign at the beginning": ("s:\n  - % of pay\n", 2, 5, 'begin with "%"', {"s": ["% of pay"]}),
    "an at sign at the beginning": ("a: @home\nb: c\n", 1, 4, 'begin with "@"', {"a": "@home", "b": "c"}),
    "a greater sign at the beginning": (
        "a: > 5 days\nb: c\n",
        1,
        4,
        'begin with ">"',
        {"a": "> 5 days", "b": "c"},
    ),
    "a bar at the beginning": ("a: | foo\nb: c\n", 1, 4, 'begin with "|"', {"a": "| foo", "b": "c"}),
    "a comma at the beginning": ("a: , foo\nb: c\n", 1, 4, 'begin with ","', {"a": ", foo", "b": "c"}),
    "a question mark at the beginning": (
        "a: ? foo\nb: c\n",
        1,
        4,
        'begin with "?"',
        {"a": "? foo", "b": "c"},
    ),
    "a dash at the beginning": ("a: - foo\nb: c\n", 1, 4, "no list can stand", {"a": "- foo", "b": "c"}),
    "a line of hyphens": ("a: b\n---\nc: d\n", 2, 1, "second document", {"a": "b", "c": "d"}),
    "a second record": ("a: b\n---\na: d\n", 2, 1, "second document", {"a": "b"}),
    "a line that begins with a percent sign": ("a: b\n%c\nd: e\n", 2, 1, "begin with", {"a": "b", "d": "e"}),
    "a backslash": ('a: "C:\\docs"\nb: c\n', 1, 7, "backslash", {"a": "C:/docs", "b": "c"}),
    "a backslash code cut short": ('a: "foo \\x4"\nb: c\n', 1, 9, "backslash", {"a": "foo //4", "b": "c"}),
    "half a pair of characters": ('a: "\\ud800"\nb: c\n', 1, 5, "backslash", {"a": "//d800", "b": "c"}),
    "a tab": ("a:\n\tb: c\nd: e\n", 2, 1, "a tab is used", {"a": {"b": "c"}, "d": "e"}),
    "a tab in a list": ("s:\n  - a\n\t- b\n", 3, 1, "a tab is used", {"s": ["a", "b"]}),
    "a tab behind spaces": ("a:\n  b: c\n  \td: e\n", 3, 3, "a tab is used", {"a": {"b": "c", "d": "e"}}),
    "several tabs": ("s:\n\t- a\n\t- b\n\t- c\n", 2, 1, "and 2 more below", {"s": ["a", "b", "c"]}),
    "between two levels": (
        "r:\n  - id: a\n    t: b\n   k: c\n  - id: d\n",
        4,
        4,
        "neither the lines above",
        {"r": [{"id": "a", "t": "b", "k": "c"}, {"id": "d"}]},
    ),
    "one space too many in the first line": (
        " a: Foo\nb: x\nc: y\n",
        1,
        2,
        "neither the lines above",
        {"a": "Foo", "b": "x", "c": "y"},
    ),
    "an entry too deep": (
        "s:\n  - a\n   - b\n  - c\n",
        3,
        4,
        "read as part of the text above",
        {"s": ["a", "b", "c"]},
    ),
    "an entry too shallow": (
        "s:\n    - a\n  - b\nx: y\n",
        3,
        3,
        "neither the lines above",
        {"s": ["a", "b"], "x": "y"},
    ),
}


@pytest.mark.parametrize(("text", "line", "column", "words", "rest"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_found_at_its_place_and_the_rest_is_read(
    text: str, line: int, column: int, words: str, rest: Any
) -> None:
    source = read(text)
    assert [place[1:] for place in places(source)] == [(line, column)]
    assert words in source.problems[0].message
    assert source.problems[0].hint
    assert source.tree is not None
    assert plain_data(source.tree) == rest


@pytest.mark.parametrize("text", [slip[0] for slip in SLIPS.values()], ids=SLIPS)
def test_without_the_fast_parser_each_slip_still_has_its_line(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where PyYAML was built without its C parser, its own one speaks in other words."""
    fast = places(read(text))
    monkeypatch.setattr(builder_module, "_Loader", yaml.SafeLoader)
    assert [line for _, line, _ in places(read(text))] == [line for _, line, _ in fast]


# name: (text, check, line, column)
NOT_MEANT: dict[str, tuple[str, str, int, int]] = {
    "a field twice": ("a: b\nc: d\na: e\n", "duplicate-field", 3, 1),
    "an instruction": ("a: !color red\n", "yaml-tag", 1, 4),
    "a lone exclamation mark": ("a: ! red\n", "yaml-tag", 1, 4),
    "a name that nothing repeats": ("a: &co foo\n", "yaml-syntax", 1, 4),
    "a repetition of nothing": ("a: *foo\n", "unknown-alias", 1, 4),
    "a repetition of itself": ("a: &x\n  - *x\n", "endless-alias", 2, 5),
    "merged fields": ("a: b\n<<: {c: d}\n", "merge-key", 2, 1),
    "a list as a name": ("[a, b]: c\n", "field-name", 1, 1),
    "no name": ('"": c\n', "field-name", 1, 1),
    "a question mark as a name": ("s:\n  - ? foo\n", "field-name", 2, 5),
}


@pytest.mark.parametrize(("text", "check", "line", "column"), NOT_MEANT.values(), ids=NOT_MEANT)
def test_what_yaml_allows_and_people_do_not_mean(text: str, check: str, line: int, column: int) -> None:
    source = read(text)
    assert places(source) == [(check, line, column)]
    assert source.problems[0].hint


def test_a_field_written_twice_keeps_the_first_and_says_where_it_is() -> None:
    source = read("a: one\nb: two\na: three\n")
    assert source.tree is not None
    assert plain_data(source.tree) == {"a": "one", "b": "two"}
    assert "line 1" in source.problems[0].message
    assert source.has_gaps


def test_every_slip_of_a_file_is_found_in_one_run() -> None:
    source = read("a: Note: this\nb:\n  - [What] was\n\t- tab\nc: @home\nd: 'I'm'\n")
    assert sorted(line for _, line, _ in places(source)) == [1, 3, 4, 5, 6]
    assert source.tree is not None


def test_mended_lines_are_known_as_broken() -> None:
    source = read("a: Note: this\nnothing that could be a field here\nb: c\n")
    assert source.broken == {1, 2}
    assert source.lost == set()
    assert read("a: b\n-> c\nd: e\n").lost == {2}


def test_a_text_in_quotes_may_go_on_deeper_and_a_list_may_close_below() -> None:
    assert data('a: "one\n  two"\nb: [\n  x,\n]\nc: y\n') == {"a": "one two", "b": ["x"], "c": "y"}


def test_places_survive_signs_of_more_than_one_byte() -> None:
    source = read("é🙂: a\nb: 'ü🙂' more\n")
    assert places(source) == [("yaml-syntax", 2, 7)]


def test_repetition_is_limited_and_size_alone_is_not() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert "alias-growth" in [check for check, _, _ in places(read(bomb))]
    large = "a:\n" + "".join(f"  - entry {number}\n" for number in range(40_000))
    assert read(large).problems == ()


def test_a_file_that_is_too_large_says_how_large() -> None:
    (problem,) = read_source("one.yml", b"x" * 10, size=MAX_BYTES + 5).problems
    assert f"{MAX_BYTES + 5:,}" in problem.message


def test_a_value_is_found_by_its_path() -> None:
    tree = read("a:\n  - b: c\n    d:\n").tree
    assert tree is not None
    assert locate(tree, ("a", 0, "b")).column == 8
    assert locate(tree, ("a", 0, "b"), key=True).column == 5
    assert (locate(tree, ("a", 0, "d")).line, locate(tree, ("a", 0, "d")).column) == (3, 5)
    assert locate(tree, ("a", 0, "b", "text")) == locate(tree, ("a", 0, "b"))
    assert locate(tree, ("a", 7)) == locate(tree, ("a",))
    assert isinstance(node_at(tree, ("a",)), Items)
    assert node_at(tree, ("a", 0, "x")) is None


def test_a_short_form_is_found_where_it_was_written() -> None:
    tree = read("1: {rung: talk, lasts: 5 days}\n").tree
    assert tree is not None
    assert locate(tree, ("1", "from", "rung")).column == 11


def test_the_tree_says_how_things_were_written() -> None:
    tree = read("a: 'x'\nb: [y]\nc: {d: z}\ne: |\n  two\n  lines\n").tree
    assert isinstance(tree, Fields)
    a, b, c, e = tree.values.values()
    assert isinstance(a, Text)
    assert isinstance(b, Items)
    assert isinstance(c, Fields)
    assert isinstance(e, Text)
    assert (a.style, b.flow, c.flow, e.style, e.value) == ("'", True, True, "|", "two\nlines")


def test_a_text_is_shown_in_the_quotes_it_needs() -> None:
    assert in_quotes("Note: this") == ': "Note: this"'
    assert in_quotes('"Yes": no') == ": '\"Yes\": no'"
    assert in_quotes('it\'s "so"') == ""
    assert in_quotes("long " * 40) == ""


def test_a_field_written_twice_is_told_beside_a_line_that_was_moved() -> None:
    source = read_source("x.yml", b"title: One\n   value: a\nhint: b\nhint: c: d\n")
    twice = [
        problem.location.line
        for problem in source.problems
        if problem.check == "duplicate-field" and problem.location
    ]
    assert twice == [4]


def test_what_a_moved_line_would_overwrite_is_a_gap_and_no_second_problem() -> None:
    source = read_source("x.yml", b"title: One\n   title: Two\nid: x\n")
    assert [problem.check for problem in source.problems] == ["yaml-syntax"]
    assert source.has_gaps
