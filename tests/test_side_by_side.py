"""Work that a copy of the program does meanwhile, and that its findings are those of one program alone.

The runner of these tests has threads of its own, so each test starts a program that has none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from playbook import compiler
from playbook.checks import Round
from playbook.compiler import compile_handbook
from playbook.problems import Location, Problem
from tests.test_checks import BASE, HERE, lay

COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1

WHO = """
import os, signal, sys, threading, time
from contextlib import ExitStack
from playbook.side_by_side import beside
me, stack = os.getpid(), ExitStack()
begin = lambda work: stack.enter_context(beside(work))
"""

SAME = """
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from unittest import mock

from playbook import compiler
from playbook.project import Project

began = []
beside = compiler.beside

def counted(work):
    began.append(work)
    return beside(work)

def compiled(folder, start):
    with mock.patch.object(compiler, "beside", start):
        found = compiler.compile_handbook(Project(folder), today=date(2026, 11, 23))
    pages = found.site and [(page.address, page.markdown) for page in found.site.pages]
    return found.problems, found.accepted, pages

for folder in map(Path, sys.argv[1:]):
    assert compiled(folder, counted) == compiled(folder, lambda work: nullcontext()), folder
print(len(began))
"""


def _said(program: str, *arguments: object) -> str:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.stdout + done.stderr


def test_a_copy_does_the_work_where_there_is_a_second_core() -> None:
    said = _said(f"{WHO}w = begin(os.getpid); print(w and w() not in (me, None))")
    assert said == ("True\n" if COPIES else "None\n")


def test_more_than_a_pipe_holds_is_handed_over() -> None:
    said = _said(f"{WHO}w = begin(lambda: 'a' * 5_000_000); print(w is None or len(w()))")
    assert said == ("5000000\n" if COPIES else "True\n")


def test_a_program_with_threads_is_not_copied() -> None:
    said = _said(f"{WHO}threading.Thread(target=time.sleep, args=(1,)).start(); print(begin(os.getpid))")
    assert said == "None\n"


@pytest.mark.parametrize(
    "ends", ["1 / 0", "os.kill(os.getpid(), 9)", "sys.exit()", "(lambda: 0)"], ids=str.split
)
def test_where_the_copy_fails_the_work_is_done_here(ends: str) -> None:
    work = f"os.getpid() == me or {ends}"
    assert _said(f"{WHO}w = begin(lambda: {work}); print(w is None or w())") == "True\n"


def test_an_error_shows_itself_where_the_work_was_asked_for() -> None:
    said = _said(f"{WHO}w = begin(lambda: 1 / 0) or (lambda: 1 / 0); print('asked'); w()")
    assert said.startswith("asked\n")
    assert said.endswith("ZeroDivisionError: division by zero\n")


def test_a_copy_prints_nothing_that_still_waits_to_be_printed() -> None:
    said = _said(f"{WHO}print('once', end=' '); w = begin(os.getpid); w and w()")
    assert said == "once "


@pytest.mark.parametrize(
    "before",
    [
        "signal.signal(signal.SIGCHLD, signal.SIG_IGN)",  # whoever started us wants to hear of no end
        "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))",
    ],
    ids=["unheard", "no room"],
)
def test_where_a_copy_cannot_be_had_or_waited_for_the_work_is_done_all_the_same(before: str) -> None:
    assert _said(f"{WHO}{before}\nw = begin(lambda: 'done'); print(w() if w else 'done')\nstack.close()") == "done\n"


LEFT = f"""{WHO}
try:
    with beside(lambda: time.sleep(60)) as result:
        copies = result is not None
        raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print(copies, "nothing is left")
"""


def test_whoever_leaves_without_the_result_leaves_no_copy_behind() -> None:
    began = time.monotonic()
    assert _said(LEFT) == f"{COPIES} nothing is left\n"
    assert time.monotonic() - began < 30


def test_both_ways_find_the_same_and_make_the_same(tmp_path: Path, repository: Path) -> None:
    cases = ["acceptable-twin", "bad-date", "step-cycle", "unused-acceptance", "absolute-about-person"]
    folders = [repository, lay(tmp_path / "base", BASE / "content").root]
    for name in cases:
        content = min((HERE / name).rglob("content"))
        folders.append(lay(tmp_path / name, content).root)
    assert int(_said(SAME, *folders)) > 3


def test_pages_that_cannot_be_made_matter_only_when_nothing_else_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    project = lay(tmp_path, BASE / "content")
    monkeypatch.setattr(compiler, "beside", nullcontext)
    monkeypatch.setattr(compiler, "render_site", cannot)
    with pytest.raises(ZeroDivisionError):
        compile_handbook(project)
    wrong = Problem("way-back", "it has none", Location("content/handbook.yml"))
    monkeypatch.setattr(Round, "others", lambda _: [wrong])
    assert wrong in compile_handbook(project).problems


def test_no_page_is_made_of_names_that_name_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = lay(tmp_path, HERE / "unknown-reference/end/content")
    monkeypatch.setattr(compiler, "beside", lambda work: pytest.fail("nothing to do meanwhile"))
    monkeypatch.setattr(compiler, "render_site", lambda *_, **__: pytest.fail("pages of nothing"))
    assert compile_handbook(project).site is None
