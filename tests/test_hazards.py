"""The hazard table of human YAML: each with the wanted behaviour, the exact place and plain words, in time.

A hazard is either harmless (the text arrives as it was typed) or a located problem; never silent, never a crash.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from playbook.loader import Loaded, load
from playbook.model.standard import Standard
from playbook.project import Project

HANDBOOK = "organisation: {name: Example}\ntracks: [{id: work, title: Work}]\n"
LONGEST = 2.0
"""Seconds that any file may take to read."""


def read(tmp_path: Path, standard: bytes | str) -> Loaded:
    """Load a handbook whose one standard is this file."""
    (tmp_path / "content" / "standards").mkdir(parents=True)
    (tmp_path / "content" / "handbook.yml").write_text(HANDBOOK, encoding="utf-8")
    content = standard.encode() if isinstance(standard, str) else standard
    (tmp_path / "content" / "standards" / "one.yml").write_bytes(content)
    begun = time.perf_counter()
    loaded = load(Project(tmp_path))
    assert time.perf_counter() - begun < LONGEST
    return loaded


def places(loaded: Loaded) -> list[tuple[str, int, int]]:
    """Every finding as check, line, column."""
    return [(p.check, p.location.line, p.location.column) for p in loaded.problems if p.location]


def standard(loaded: Loaded) -> Standard:
    """The one standard, which must have been read without a finding."""
    assert loaded.problems == ()
    assert loaded.handbook is not None
    return loaded.handbook.standards["one"]


# What looks like another type to YAML, and is text to a person.
TEXTS = [
    "no",
    "No",
    "on",
    "off",
    "yes",
    "y",
    "1.10",
    "0123",
    "12:30",
    "0x1F",
    "1_000",
    "2026-01-31",
    ".nan",
    ".inf",
    "~",
    "null",
    "true",
    "1e3",
    "190:20:30",
    "007",
    "=",
    "Straße",
    "٣",
    "a & b",
    "x < y",
    "50%",
    "C#",
    "what?",
    "9" * 500,
]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:20])
def test_text_stays_the_text_that_was_typed(tmp_path: Path, text: str) -> None:
    found = standard(read(tmp_path, f"title: {text}\nstatement: {text}\ntimelines:\n  - {text}\n"))
    assert (found.title, found.statement, found.timelines) == (text, text, [text])


HARMLESS = {
    "byte order mark": b"\xef\xbb\xbftitle: A\nstatement: B\n",
    "Windows line ends": b"title: A\r\nstatement: B\r\n",
    "old Mac line ends in no way": b"title: A\n\nstatement: B\n\n\n",
    "comments": b"# one\ntitle: A # two\nstatement: B\n# three\n",
    "named and repeated text": b"title: &a A\nstatement: B\ntimelines:\n  - *a\n",
    "balanced reading direction": "title: A\nstatement: B \u2067\u05d0\u05d1\u2069 c\n".encode(),
}


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS)
def test_what_editors_do_is_no_problem(tmp_path: Path, content: bytes) -> None:
    found = standard(read(tmp_path, content))
    assert (found.title, found.statement[:1]) == ("A", "B")


# name: (file, check, line, column)
LOCATED: dict[str, tuple[bytes, str, int, int]] = {
    "field twice": (b"title: A\nstatement: B\ntitle: C\n", "duplicate-field", 3, 1),
    "day that does not exist": (
        b"title: A\nstatement: B\nupkeep:\n  review_by: 2024-02-30\n",
        "bad-date",
        4,
        14,
    ),
    "custom tag": (b"title: !color A\nstatement: B\n", "yaml-tag", 1, 8),
    "tag of a programming language": (
        b"title: A\nstatement: !!python/object:os.system B\n",
        "yaml-tag",
        2,
        12,
    ),
    "endless repetition": (b"title: A\nstatement: B\ntimelines: &x\n  - *x\n", "endless-alias", 4, 5),
    "unknown repetition": (b"title: A\nstatement: *nowhere\n", "unknown-alias", 2, 12),
    "merge key": (b"title: A\nstatement: B\nupkeep:\n  <<: {owner: x}\n", "merge-key", 4, 3),
    "second document": (b"title: A\nstatement: B\n---\ntitle: C\n", "several-documents", 3, 1),
    "empty file": (b"", "empty-file", 1, 1),
    "only comments": (b"# nothing yet\n", "empty-file", 1, 1),
    "list at the top": (b"- title: A\n", "wrong-type", 1, 1),
    "text at the top": (b"just words\n", "wrong-type", 1, 1),
    "null byte": (b"title: A\x00B\nstatement: C\n", "strange-character", 1, 9),
    "lone surrogate": (b'title: "A\\ud800"\nstatement: B\n', "yaml-syntax", 1, 10),
    "tab as indentation": (b"title: A\nstatement: B\nupkeep:\n\towner: x\n", "yaml-syntax", 4, 1),
    "UTF-16": ("title: A\nstatement: B\n".encode("utf-16"), "encoding", 1, 1),
    "Latin-1": ("title: A\nstatement: Caf\u00e9\n".encode("latin-1"), "encoding", 2, 15),
    "reversed reading direction": ("title: A \u202eB\nstatement: C\n".encode(), "strange-character", 1, 10),
    "line separator": ("title: A\u2028B\nstatement: C\n".encode(), "strange-character", 1, 9),
    "field without text": (b"title: A\nstatement:\n", "empty-field", 2, 1),
    "open quote": (b'title: "A\nstatement: B\n', "yaml-syntax", 1, 8),
    "text after a quote": (b'title: "A" B\nstatement: C\n', "yaml-syntax", 1, 10),
    "at sign": (b"title: @here\nstatement: B\n", "yaml-syntax", 1, 8),
}


@pytest.mark.parametrize(("content", "check", "line", "column"), LOCATED.values(), ids=LOCATED)
def test_each_hazard_is_found_at_its_place(
    tmp_path: Path, content: bytes, check: str, line: int, column: int
) -> None:
    assert places(read(tmp_path, content)) == [(check, line, column)]


def test_a_field_written_twice_names_both_places(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "title: A\nstatement: B\ntitle: C\n").problems
    assert problem.location is not None
    assert problem.location.line == 3
    assert "line 1" in problem.message


def test_a_number_of_five_thousand_digits_is_text_or_a_problem(tmp_path: Path) -> None:
    digits = "9" * 5000
    found = read(tmp_path, f"title: {digits}\nstatement: {digits}\n")
    assert places(found) == [("too-long", 1, 8)]


def test_three_thousand_brackets_end_at_the_limit(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "title: A\nstatement: " + "[" * 3000 + "]" * 3000).problems
    assert (problem.check, problem.location and problem.location.line) == ("too-deep", 2)


def test_an_alias_bomb_is_refused_and_a_large_file_without_aliases_is_not(tmp_path: Path) -> None:
    lines = ["title: A", "statement: B", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    (tmp_path / "bomb").mkdir()
    assert [p.check for p in read(tmp_path / "bomb", "\n".join(lines)).problems] == ["alias-growth"]
    (tmp_path / "large").mkdir()
    entries = "".join(f"  - Say so on day {n}.\n" for n in range(5000))
    assert (
        len(standard(read(tmp_path / "large", f"title: A\nstatement: B\ntimelines:\n{entries}")).timelines)
        == 5000
    )


def test_a_file_of_two_megabytes_is_refused_in_time(tmp_path: Path) -> None:
    content = "title: A\nstatement: B\nquality:\n" + "  - One more line of text.\n" * 80_000
    assert len(content) > 2_000_000
    assert places(read(tmp_path, content)) == [("file-too-large", 1, 1)]


def test_no_message_speaks_like_a_program(tmp_path: Path) -> None:
    for number, (content, *_) in enumerate(LOCATED.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        for problem in read(folder, content).problems:
            said = f"{problem.message} {problem.hint}".lower()
            assert not [
                word
                for word in ("mapping", "scalar", "nonetype", "traceback", "token", "sequence")
                if word in said
            ]
