"""What findings look like: for a reader, for a program, for a pull request, and in one sentence."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from playbook.problems import Level, Location, Problem
from playbook.report import format_github, format_gitlab, format_json, format_text, published_with, summary

FILE = "content/standards/timeliness.yml"
SOURCE = "\n" * 13 + "    starts_at: final-warning\n"
FOUND = Problem(
    "unknown-reference",
    'no step "final-warning" in ladder "attendance"',
    Location(FILE, 14, 16, 13),
    'did you mean "final-written-warning"? Its steps are in content/ladders/attendance.yml',
)
REPORT = """\
content/standards/timeliness.yml:14:16: error: no step "final-warning" in ladder "attendance" [unknown-reference]
   14 |     starts_at: final-warning
      |                ^^^^^^^^^^^^^
   hint: did you mean "final-written-warning"? Its steps are in content/ladders/attendance.yml
"""


def found(
    line: int, column: int = 1, length: int = 1, *, file: str = FILE, check: str = "a-check"
) -> Problem:
    return Problem(check, "something", Location(file, line, column, length))


def excerpt(source: str, column: int, length: int) -> list[str]:
    """The two lines under a finding in the first line of a text."""
    return format_text([found(1, column, length)], {FILE: source}).splitlines()[1:]


def test_a_finding_reads_as_the_design_says() -> None:
    assert format_text([FOUND], {FILE: SOURCE}) == REPORT


def test_nothing_found_is_no_text() -> None:
    assert format_text([], {}) == ""
    assert format_github([]) == ""
    assert format_json([]) == "[]\n"


def test_findings_are_sorted_by_place_parted_by_a_line_and_said_once() -> None:
    problems = [found(10, 2), found(2, 9), found(10, 1), found(2, 9), found(7, file="content/handbook.yml")]
    report = format_text(problems, {})
    assert re.findall(r"^(\S+): error", report, re.MULTILINE) == [
        "content/handbook.yml:7:1",
        f"{FILE}:2:9",
        f"{FILE}:10:1",
        f"{FILE}:10:2",
    ]
    assert report.count("\n\n") == 3
    assert format_text(reversed(problems), {}) == report


def test_without_a_text_there_is_no_excerpt_and_without_a_hint_no_hint() -> None:
    assert format_text([found(3)], {}) == f"{FILE}:3:1: error: something [a-check]\n"
    assert format_text([found(3)], {FILE: "one line"}) == f"{FILE}:3:1: error: something [a-check]\n"
    assert format_text([found(1)], {FILE: "   \n"}) == f"{FILE}:1:1: error: something [a-check]\n"


def test_a_finding_without_a_place_begins_with_its_level() -> None:
    problem = Problem("unused-entry", "something", level=Level.NOTE)
    assert format_text([problem], {}) == "note: something [unused-entry]\n"


def test_a_high_line_number_moves_the_bar_of_both_lines() -> None:
    _, line, mark = format_text([found(123456)], {FILE: "\n" * 123455 + "text"}).splitlines()
    assert line == "123456 | text"
    assert mark == "       | ^"


@pytest.mark.parametrize(
    ("source", "column", "length", "shown", "mark"),
    [
        ("say: text", 6, 4, "say: text", "     ^^^^"),
        ("say: text", 6, 99, "say: text", "     ^^^^"),
        ("say: text", 10, 3, "say: text", "         ^"),
        ("say: text", 99, 3, "say: text", "         ^"),
        ("say: text", 6, 0, "say: text", "     ^"),
        ("\tsay: text", 7, 4, "    say: text", "         ^^^^"),
        ("say:\ttext", 6, 4, "say:    text", "        ^^^^"),
        ("say\t: x", 4, 1, "say    : x", "   ^^^^"),
        ("全部: text", 5, 4, "全部: text", "      ^^^^"),
        ("say: 全部 text", 6, 2, "say: 全部 text", "     ^^^^"),
        ("say: 👩‍💻 text", 10, 4, "say: 👩‍💻 text", "          ^^^^"),
        ("cafe\u0301: text", 8, 4, "cafe\u0301: text", "      ^^^^"),
        ("say: text\r", 6, 4, "say: text", "     ^^^^"),
        ("say: \x1b[31mred", 6, 8, "say: \ufffd[31mred", "     ^^^^^^^^"),
        ("say: \u202eabc", 7, 3, "say: \ufffdabc", "     ^^^^"),
    ],
)
def test_the_mark_stands_where_the_fault_is_seen(
    source: str, column: int, length: int, shown: str, mark: str
) -> None:
    line, carets = excerpt(source, column, length)
    assert line == f"    1 | {shown}"
    if "\u202e" not in source:
        assert carets == f"      | {mark}"


@pytest.mark.parametrize(("column", "length"), [(1, 4), (2500, 4), (4998, 4), (2500, 2000)])
def test_of_a_very_long_line_the_neighbourhood_is_shown(column: int, length: int) -> None:
    source = "".join(str(n % 10) for n in range(5001))
    line, carets = excerpt(source, column, length)
    assert len(line) <= 8 + 122
    marked = line[carets.index("^") : carets.rindex("^") + 1]
    assert source[column - 1 :].startswith(marked.rstrip("…"))
    assert len(marked) >= 4


def test_a_long_file_is_not_searched_beyond_its_line() -> None:
    assert format_text([found(1)], {FILE: "text\n" * 100_000}).count("\n") == 3


def test_nothing_a_text_holds_reaches_the_terminal_as_a_command() -> None:
    problem = Problem("a-check", 'no field "\x1b]0;x\x07"\nnext', Location("\x1b[2J.yml"), "\u202ehint\x00")
    report = format_text([problem], {})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", report)
    assert report.count("\n") == 2


def test_colour_is_added_only_on_wish_and_changes_no_word() -> None:
    problems = [FOUND, Problem("b-check", "else", level=Level.WARNING)]
    colored = format_text(problems, {FILE: SOURCE}, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == format_text(problems, {FILE: SOURCE})
    assert colored.count("\x1b[0m") == len(re.findall(r"\x1b\[[1-9][0-9;]*m", colored)) == 4


def test_json_is_a_stable_list() -> None:
    problems = [FOUND, Problem("b-check", "élan", level=Level.NOTE)]
    text = format_json(problems)
    assert json.loads(text) == [
        {
            "file": None,
            "line": None,
            "column": None,
            "length": None,
            "level": "note",
            "check": "b-check",
            "message": "élan",
            "hint": "",
        },
        {
            "file": FILE,
            "line": 14,
            "column": 16,
            "length": 13,
            "level": "error",
            "check": "unknown-reference",
            "message": FOUND.message,
            "hint": FOUND.hint,
        },
    ]
    assert list(json.loads(text)[0]) == "file line column length level check message hint".split()
    assert "élan" in text
    assert text.endswith("]\n")


def test_a_file_name_that_no_encoding_knows_can_be_printed_in_every_form() -> None:
    problem = Problem("bad-id", "no id: \udcff", Location("content/\udcff.yml"))
    for text in (
        format_text([problem], {}),
        format_json([problem]),
        format_github([problem]),
        format_gitlab([problem]),
    ):
        text.encode("utf-8")


def test_a_pull_request_shows_it_beside_the_line() -> None:
    assert format_github([FOUND]) == (
        "::error file=content/standards/timeliness.yml,line=14,col=16,endColumn=29,title=unknown-reference"
        '::no step "final-warning" in ladder "attendance"%0A'
        'hint: did you mean "final-written-warning"? Its steps are in content/ladders/attendance.yml\n'
    )


def test_levels_have_the_words_of_a_pull_request() -> None:
    problems = [Problem("a-check", level.value, level=level) for level in (Level.WARNING, Level.NOTE)]
    assert format_github(problems) == ("::notice title=a-check::note\n::warning title=a-check::warning\n")


def test_no_text_can_end_a_command_or_begin_another() -> None:
    problem = Problem("a-check", "100%\n::error::x\r", Location("a,b:c%.yml", 1, 1, 1))
    (line,) = format_github([problem]).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=1,endColumn=2,title=a-check::100%25%0A::error::x%0D"
    )


@pytest.mark.parametrize(
    ("problems", "checked", "sentence"),
    [
        ([], 31, "0 of 31 checks found something; a person must still judge."),
        ([], 1, "0 of 1 check found something; a person must still judge."),
        (
            [Problem("b", "x", level=Level.NOTE)],
            31,
            "1 of 31 checks found something: no errors, no warnings, 1 note; a person must still judge.",
        ),
        ([found(1)], 31, "1 of 31 checks found something: 1 error; a person must still judge."),
        ([found(1), found(2)], 31, "1 of 31 checks found something: 2 errors; a person must still judge."),
        (
            [
                Problem("b", "x", level=Level.NOTE),
                Problem("c", "x", level=Level.WARNING),
                Problem("c", "y", level=Level.WARNING),
                found(1),
            ],
            31,
            "3 of 31 checks found something: 1 error, 2 warnings, 1 note; a person must still judge.",
        ),
    ],
)
def test_the_closing_sentence_says_what_was_looked_for(
    problems: list[Problem], checked: int, sentence: str
) -> None:
    assert summary(problems, checked) == sentence


def test_the_closing_sentence_never_promises() -> None:
    for problems in ([], [FOUND]):
        assert not re.search(r"passed|fair|complian|all good|ok\b", summary(problems, 9), re.IGNORECASE)


def test_gitlab_tells_findings_apart_and_knows_one_that_moved() -> None:
    (alone,) = json.loads(format_gitlab([FOUND]))
    assert alone == {
        "description": f"{FOUND.message} ({FOUND.hint})",
        "check_name": FOUND.check,
        "fingerprint": alone["fingerprint"],
        "severity": "major",
        "location": {"path": FILE, "lines": {"begin": 14}},
    }
    (moved,) = json.loads(format_gitlab([replace(FOUND, location=Location(FILE, 90))]))
    assert moved["fingerprint"] == alone["fingerprint"]
    (nowhere,) = json.loads(format_gitlab([replace(FOUND, location=None)]))
    assert nowhere["location"] == {"path": "content/handbook.yml", "lines": {"begin": 1}}
    several = json.loads(format_gitlab([found(1), found(2), found(1, file="content/handbook.yml")]))
    assert len({one["fingerprint"] for one in several}) == 3


def test_who_publishes_in_spite_of_warnings_is_told_how_many_and_where_it_matters_most() -> None:
    def warned(file: str, level: Level = Level.WARNING) -> Problem:
        return Problem("x", "x", Location(file, 1, 1, 1), level=level)

    plain, urgent = warned("content/moments/a.yml"), warned("content/urgent/a.yml")
    assert published_with([plain]) == "It is published with 1 warning; each stands above."
    assert (
        published_with([plain, urgent, warned("content/urgent/a.yml", Level.NOTE)])
        == "It is published with 2 warnings, 1 of them on urgent cards; each stands above."
    )
    assert published_with([warned("content/urgent/a.yml", Level.NOTE)]) == ""
