"""What an author keeps with a reason: which finding an entry is about, and that nothing is hidden by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from playbook.checks import Settled, accept_pages, check_handbook
from playbook.loader import FILES, FOLDERS, load
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.report import format_accepted, summary
from tests.test_checks import write

STANDARD = """\
title: Hand work over
track: performance
statement: Whoever leaves a shift says what is open.
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list was empty.
    severity: minor
  - id: list-not-read
    title: The list was not read
    observable: The list lay there unread.
    severity: minor
"""
FILE = "content/standards/hand-over.yml"


def _checked(folder: Path, accepted: str, today: date | None = date(2026, 11, 23)) -> Settled:
    loaded = load(write(folder, {FILE: STANDARD + accepted}))
    assert loaded.handbook is not None
    assert not loaded.problems
    return check_handbook(loaded.handbook, today=today)


def _entry(at: str = "", check: str = "acceptable-twin") -> str:
    where = f", at: {at}" if at else ""
    return f"accepted:\n  - {{check: {check}{where}, because: The example comes with the new form.}}\n"


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        ("", [5, 9]),
        ("left-without-word", [5]),
        ("list-not-read", [9]),
        ("LIST-not", [9]),
        ("deviations", [5, 9]),
        ("examples", []),
    ],
)
def test_an_entry_is_about_what_stands_there(at: str, lines: list[int], tmp_path: Path) -> None:
    settled = _checked(tmp_path, _entry(at))
    assert [kept.problem.location.line for kept in settled.accepted if kept.problem.location] == lines
    twins = [problem for problem in settled.problems if problem.check == "acceptable-twin"]
    unused = [problem for problem in settled.problems if problem.check == "unused-acceptance"]
    assert len(twins) == 2 - len(lines)
    assert len(unused) == (0 if lines else 1)


def test_an_entry_in_another_file_accepts_nothing_here(tmp_path: Path) -> None:
    files = {FILE: STANDARD, "content/moments/they-cry.yml": f"title: They start to cry\n{_entry()}"}
    loaded = load(write(tmp_path, files))
    assert loaded.handbook is not None
    settled = check_handbook(loaded.handbook, today=date(2026, 11, 23))
    assert settled.accepted == ()
    assert {"acceptable-twin", "unused-acceptance"} <= {problem.check for problem in settled.problems}


def test_without_a_day_no_entry_is_called_unused(tmp_path: Path) -> None:
    settled = _checked(tmp_path, _entry("examples"), today=None)
    assert "unused-acceptance" not in {problem.check for problem in settled.problems}


def test_a_finding_on_a_page_can_be_accepted_too(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {FILE: STANDARD + _entry(check="dead-link", at="statement")}))
    assert loaded.handbook is not None
    found = Problem("dead-link", "this leads nowhere", Location(FILE, 3, 12))
    assert accept_pages(loaded.handbook, [found]).problems == ()
    (unused,) = accept_pages(loaded.handbook, []).problems
    assert unused.check == "unused-acceptance"


def test_what_is_kept_is_listed_with_its_reason(tmp_path: Path) -> None:
    settled = _checked(tmp_path, _entry("list-not-read"))
    assert format_accepted(settled.accepted) == (
        "Found, and kept with a reason:\n"
        f"  {FILE}:9:9: acceptable-twin: The example comes with the new form.\n"
    )
    assert summary([], 3, 1) == (
        "0 of 3 checks found something; 1 finding kept with a reason; a person must still judge."
    )
    assert format_accepted([]) == ""


@pytest.mark.parametrize("kind", [kind for kind, _ in [*FILES.values(), *FOLDERS.values()]])
def test_every_kind_of_record_can_accept_a_finding(kind: str) -> None:
    shapes = dict([*FILES.values(), *FOLDERS.values()])
    assert list(shapes[kind].model_fields)[-1] == "accepted", "the last field of a record is: accepted"


def test_the_example_handbook_says_why_it_keeps_anything(repository: Path) -> None:
    loaded = load(Project(repository))
    assert loaded.handbook is not None
    settled = check_handbook(loaded.handbook, today=date(2026, 11, 23))
    assert all(len(kept.because.split()) > 3 for kept in settled.accepted)
