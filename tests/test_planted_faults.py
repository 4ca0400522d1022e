"""A ladder with one fault for every check of a fair process: one run names each of them, at its line.

The files in ``tests/planted/`` say at the end of a line what must be found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from playbook.checks.registry import CHECKS
from playbook.compiler import compile_handbook
from playbook.project import Project
from tests.faults import expect_none

HERE = Path(__file__).resolve().parent / "planted"
Place = tuple[str, int, str]


def planted() -> Iterator[Place]:
    """Every fault that was put there: its file, its line, and the check that must find it."""
    for path in sorted(HERE.rglob("*.yml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            marked = re.search(r"# fault: (.+)$", line)
            for check in marked[1].split(", ") if marked else []:
                yield path.relative_to(HERE).as_posix(), number, check


def test_every_check_of_the_process_has_a_fault() -> None:
    wanted = {check.id for check in CHECKS.values() if check.group == "process"}
    assert {check for _, _, check in planted()} == wanted


def test_one_run_names_every_fault_at_its_line() -> None:
    problems = compile_handbook(Project(HERE), today=date(2026, 11, 23)).problems
    found = {(at.file, at.line, problem.check) for problem in problems if (at := problem.location)}
    expect_none(
        f"{file}:{line}: {check} was not found" for file, line, check in sorted(set(planted()) - found)
    )


def test_nothing_else_of_the_process_is_found() -> None:
    problems = compile_handbook(Project(HERE), today=date(2026, 11, 23)).problems
    process = {check.id for check in CHECKS.values() if check.group == "process"}
    found = {(at.file, at.line, p.check) for p in problems if p.check in process and (at := p.location)}
    assert found == set(planted())
