"""The shape of a record: each fault once, at its place, in plain words; and what is left of a record with faults."""

from __future__ import annotations

import re

import pytest

from playbook.model import Checklist, HandbookFile, Ladder, Moment, Standard, Support, Urgent, WordsFile
from playbook.model.fields import Model
from playbook.problems import Problem
from playbook.schema import UNREADABLE, noun, read_shape
from playbook.yaml_source import read_source

STANDARD = "title: Say it early\nstatement: We say it early.\n"
LADDER = """\
title: Steps
track: work
rungs:
  - id: talk
    title: A talk
    standing: {formal: false, recorded: false}
"""


def shape(kind: type[Model], text: str) -> tuple[Model | None, bool, list[Problem]]:
    """The record, whether it is whole, and everything that reading and shaping found."""
    source = read_source("content/one.yml", text.encode())
    assert source.tree is not None
    record, whole, problems = read_shape(kind, source)
    return record, whole, [*source.problems, *problems]


def found(kind: type[Model], text: str) -> list[tuple[str, int, int]]:
    return sorted((p.check, p.location.line, p.location.column) for p in shape(kind, text)[2] if p.location)


# name: (kind, text, check, line, column, words of the message, words of the hint)
FAULTS: dict[str, tuple[type[Model], str, str, int, int, str, str]] = {
    "a mistyped field": (
        Standard, STANDARD + "qualty:\n  - x\n", "unknown-field", 3, 1,
        '"qualty" is not a field of a standard', 'did you mean "quality"?',
    ),
    "a mistyped field that is needed": (
        Standard, "titel: a\nstatement: b\n", "unknown-field", 1, 1, '"titel" is not a field', 'did you mean "title"?',
    ),
    "another name for a field that is needed": (
        Standard, "heading: a\nstatement: b\n", "unknown-field", 1, 1, 'its field "title" is missing', 'if "title" is meant',
    ),
    "a field of another part": (
        Standard, STANDARD + "severity: minor\n", "unknown-field", 3, 1, "not a field of a standard", "belongs to a deviation",
    ),
    "a field of nothing": (
        Moment, "title: They cry\nzymurgy: x\n", "unknown-field", 2, 1, "not a field of a moment", "its fields are: title, short",
    ),
    "a field that is missing": (
        Standard, "title: a\n", "missing-field", 1, 1, 'the field "statement" is missing in a standard', "add statement: What is expected",
    ),
    "a field that is missing in an entry": (
        Standard, STANDARD + "deviations:\n  - id: a\n    title: b\n", "missing-field", 4, 5,
        'the field "observable" is missing in a deviation', "add observable: What anybody could see",
    ),
    "nothing behind a colon": (Standard, STANDARD + "why:\n", "empty-field", 3, 1, 'the field "why" has nothing', "delete the line"),
    "an empty entry": (Standard, STANDARD + "quality:\n  - x\n  -\n", "empty-field", 5, 3, "this list entry is empty", "write something"),
    "text that is a comment": (
        Support, "title: a\nwhat: b\nhow: #3 on the list\n", "empty-field", 3, 6, 'the field "how" has nothing', '"#3 on the list"',
    ),
    "a list for a text": (Moment, "title: [a, b]\n", "wrong-type", 1, 8, '"title" is text, but a list stands here', "without brackets"),
    "entries for a text": (Moment, "title:\n  - a\n", "wrong-type", 2, 3, '"title" is text, but a list stands here', "one text behind"),
    "braces for a text": (Moment, "title: {a: b}\n", "wrong-type", 1, 8, '"title" is text, but fields stand here', "without braces"),
    "a colon in an entry": (
        Moment, "title: a\nsay:\n  - Then: wait.\n", "wrong-type", 3, 5,
        'an entry of "say" is text, but fields stand here', 'put the whole text in quotes: "Then: wait."',
    ),
    "a text for a list": (Moment, "title: a\nsay: Wait.\n", "wrong-type", 2, 6, '"say" is a list, but text stands here', "with '- ' before it"),
    "dashes without a space": (Moment, "title: a\nsay:\n  -Wait.\n  -Go.\n", "wrong-type", 3, 3, '"say" is a list', "a space after each dash"),
    "a text for fields": (
        HandbookFile, "organisation: Riverside\n", "wrong-type", 1, 15,
        '"organisation" is written as fields, but text stands here', "name: ...",
    ),
    "an entry without its colon": (
        Standard, STANDARD + "examples:\n  - acceptable They write.\n", "wrong-type", 4, 5, "written as fields", 'a colon is missing after "acceptable"',
    ),
    "fields that are not indented": (
        Ladder, LADDER.replace(" {formal: false, recorded: false}", "\n    formal: false\n    recorded: false"), "wrong-type", 7, 5,
        'belongs to "standing" above', "two spaces more",
    ),
    "labels that are not indented": (
        HandbookFile, "organisation: {name: a}\nlabels:\nstep: Stage\nrung: Stage\n", "wrong-type", 3, 1, 'belongs to "labels"', "indent it",
    ),
    "a wrong choice": (
        HandbookFile, "organisation: {name: a}\nstatus: drafts\n", "unknown-choice", 2, 9, '"status" cannot be "drafts"', 'did you mean "draft"?',
    ),
    "a list for a choice": (HandbookFile, "organisation: {name: a}\nstatus: [draft]\n", "wrong-type", 2, 9, "is text, but a list", "without brackets"),
    "a wrong level": (
        HandbookFile, "organisation: {name: a}\nchecks: {way-back: eror}\n", "unknown-choice", 2, 20, '"way-back" cannot be "eror"', 'did you mean "error"?',
    ),
    "a date that does not exist": (
        HandbookFile, "organisation: {name: a}\nas_of: 2024-02-30\n", "bad-date", 2, 8, "does not exist in the calendar", "2026-01-31",
    ),
    "a mistyped length of time": (
        Support, "title: a\nwhat: b\nhow_soon: 5 wroking days\n", "bad-duration", 3, 11, "is a length of time", 'did you mean "5 working days"?',
    ),
    "no length of time": (Support, "title: a\nwhat: b\nhow_soon: soon\n", "bad-duration", 3, 11, "is a length of time", "a number and a unit"),
    "yes for true": (Checklist, "title: a\nformal: yes\n", "bad-flag", 2, 9, "either true or false", "write true;"),
    "a number in words": (
        Ladder, LADDER + "points:\n  events: [{event: late, add: 1}]\n  thresholds: [{at: many, rung: talk}]\n", "bad-number", 9, 21, "is a number", "write digits",
    ),
    "an id with spaces": (Standard, STANDARD + "value: Our Word\n", "bad-id", 3, 8, "small letters", 'such as "our-word"'),
    "an id that Windows keeps": (
        Ladder, LADDER.replace("id: talk", "id: con"), "bad-id", 4, 9, "a name that Windows keeps", "another short name",
    ),
    "two lines for one": (Moment, "title: |\n  a\n  b\n", "one-line", 1, 8, "a line break stands in it", "one line"),
    "a line that is too long": (Moment, f"title: {'very ' * 200}\n", "too-long", 1, 8, "at most 600", "make it shorter"),
    "an empty text": (Moment, 'title: ""\n', "empty-text", 1, 8, "is empty; write something", ""),
    "no steps": (Ladder, "title: a\ntrack: b\nrungs: []\n", "empty-list", 3, 8, "needs at least one entry", "add an entry"),
    "a wrong short form": (
        Ladder, LADDER + "    counts_for: soon\n", "bad-duration", 7, 17, '"counts_for" is a length of time', "a number and a unit",
    ),
    "a wrong rung in a cell": (
        Ladder, LADDER + "entry:\n  - for: {severity: minor}\n    cells: {1: A talk}\n", "bad-id", 9, 16, "small letters", 'such as "a-talk"',
    ),
    "a wrong rung with a length in a cell": (
        Ladder, LADDER + "entry:\n  - for: {severity: minor}\n    cells: {1: {rung: A talk, lasts: 1 day}}\n", "bad-id", 9, 23,
        "small letters", 'such as "a-talk"',
    ),
    "a wrong rung among several, once": (
        Ladder, LADDER + "entry:\n  - for: {severity: minor}\n    cells: {1: {one_of: [talk, A talk]}}\n", "bad-id", 9, 32,
        "small letters", 'such as "a-talk"',
    ),
    "a gap in the columns": (
        Ladder, LADDER + "entry:\n  - for: {severity: minor}\n    cells: {1: talk, 3: talk}\n", "bad-occurrence", 9, 12, "without a gap", "1, 2, 3",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_finding_at_its_place_in_plain_words(name: str) -> None:
    kind, text, check, line, column, message, hint = FAULTS[name]
    record, whole, problems = shape(kind, text)
    assert [
        (p.check, p.location and p.location.line, p.location and p.location.column) for p in problems
    ] == [(check, line, column)]
    assert message in problems[0].message
    assert hint in problems[0].hint
    assert not whole
    assert record is not None


@pytest.mark.parametrize("name", FAULTS)
def test_no_message_speaks_like_a_program(name: str) -> None:
    kind, text, *_ = FAULTS[name]
    jargon = re.compile(
        r"\b(mapping|scalar|sequence|null|None|string|boolean|integer|dict|object|array|input|valid)\b",
        re.IGNORECASE,
    )
    for problem in shape(kind, text)[2]:
        assert not jargon.search(problem.message + problem.hint)


def test_all_faults_of_a_record_are_found_at_once() -> None:
    text = "titel: a\nvalue: [x]\nstatment: b\nwhy:\ndeviations:\n  - id: a b\n    title: T\n    observable: O\n    raise_within: soon\n  - foo\n"
    assert found(Standard, text) == [
        ("bad-duration", 9, 19),
        ("bad-id", 6, 9),
        ("empty-field", 4, 1),
        ("unknown-field", 1, 1),
        ("unknown-field", 3, 1),
        ("wrong-type", 2, 8),
        ("wrong-type", 10, 5),
    ]


def test_what_is_sound_in_a_record_with_faults_is_kept() -> None:
    text = (
        LADDER
        + "    kind: warnign\n  - id: plan\n    title: [x]\n    standing: {formal: yes, recorded: true}\n"
    )
    record, whole, _ = shape(Ladder, text)
    assert isinstance(record, Ladder)
    assert not whole
    assert [rung.id for rung in record.rungs] == ["talk", "plan"]
    assert record.rungs[0].kind is None
    assert record.rungs[1].title == UNREADABLE
    assert record.rungs[1].standing.recorded is True


@pytest.mark.parametrize(
    "kind", [Standard, Ladder, Moment, Urgent, Checklist, Support, HandbookFile, WordsFile]
)
def test_something_is_left_of_a_record_without_anything_right(kind: type[Model]) -> None:
    record, whole, problems = shape(kind, "nothing: [right]\nhere: {at: all}\n")
    assert record is not None
    assert not whole
    assert problems


def test_two_faults_in_one_part_do_not_hide_each_other() -> None:
    assert found(Standard, STANDARD + "deviations:\n  - idd: a\n    title: {b: c}\n    observable: d\n") == [
        ("unknown-field", 4, 5),
        ("wrong-type", 5, 12),
    ]


def test_a_line_that_cannot_be_read_is_not_judged_a_second_time() -> None:
    assert found(Support, "title: a\nwhat: b\nhow_soon: @soon\n") == [("yaml-syntax", 3, 11)]


def test_a_record_that_is_no_record() -> None:
    assert found(Standard, "- a\n- b\n") == [("wrong-type", 1, 1)]
    assert found(Standard, "only words\n") == [("wrong-type", 1, 1)]


def test_a_sound_record_is_whole() -> None:
    record, whole, problems = shape(Ladder, LADDER)
    assert (whole, problems) == (True, [])
    assert isinstance(record, Ladder)
    assert record.rungs[0].title == "A talk"


def test_parts_are_named_as_an_author_would() -> None:
    assert [noun(kind) for kind in (Standard, Urgent, HandbookFile)] == [
        "a standard",
        "an urgent card",
        "handbook.yml",
    ]
