"""What commands print to be typed next: it can be pasted as it stands, however the program was started."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.cli import main
from playbook.cli.terminal import command, python
from playbook.scaffold import new_project

PROGRAM = f"#!{sys.executable}\nimport sys\nfrom playbook.cli import main\nsys.exit(main())\n"


def _program(path: Path) -> Path:
    """A file that starts us, as an installation puts it into its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PROGRAM, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the program in bin/, which the shell does not search."""
    _program(tmp_path / "bin/playbook")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.defpath)
    return tmp_path


def _start(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [typed, "check"])


def _in_shell(line: str, environment: Mapping[str, str] = os.environ) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line, shell=True, capture_output=True, text=True, env=environment, check=False)


def test_what_comes_next_can_be_pasted(here: Path, repository: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    begun = _in_shell("bin/playbook new 'our book' --pack minimal", environment)
    check, build = begun.stdout.splitlines()[-2:]
    assert (check, build) == ("  bin/playbook check 'our book'", "  bin/playbook build 'our book'")
    checked = _in_shell(check, environment)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("bin/playbook", "bin/playbook"),
        ("./bin/playbook", "./bin/playbook"),
        ("playbook", "playbook"),
        ("bin/pytest", "playbook"),
        ("bin/gone/playbook", "playbook"),
        ("a/playbook", "playbook"),  # a folder, as in: python a/playbook
        ("a/playbook/__main__.py", "playbook"),
        ("-c", "playbook"),
        ("", "playbook"),
    ],
)
def test_a_path_that_starts_us_is_printed_and_nothing_else(
    typed: str, called: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(here / "bin/pytest")
    _program(here / "a/playbook/__main__.py")
    _start(typed, monkeypatch)
    assert command("check", ".") == f"{called} check ."


@pytest.mark.parametrize(
    ("searched", "called"), [("bin", "playbook"), ("linked", "playbook"), ("other", "bin/playbook")]
)
def test_the_name_is_printed_where_it_leads_to_the_same_program(
    searched: str, called: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "linked").mkdir()
    (here / "linked/playbook").symlink_to(here / "bin/playbook")
    _program(here / "other/playbook")
    monkeypatch.setenv("PATH", str(here / searched))
    _start("bin/playbook", monkeypatch)
    assert command() == called


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check gone", "or begin one with: bin/playbook new my-handbook"),
        ("check empty", "or begin one with: bin/playbook new my-handbook"),
        ("explain nothing", "all checks are listed by: bin/playbook explain"),
        ("templates copy nothing empty", "all are named by: bin/playbook templates list"),
        ("add moment They-Cry book", "try: bin/playbook add moment they-cry"),
        ("add moment they-cry book", "  bin/playbook check book"),
        ("report {example}", "the whole list: bin/playbook report --format markdown {example} (or html)"),
        ("check --nothing", "Usage: bin/playbook check "),
        ("check --nothing", "Try 'bin/playbook check "),
        ("--help", "Usage: bin/playbook "),
    ],
)
def test_every_command_that_is_told_is_told_so(
    words: str, said: str, here: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "empty").mkdir()
    assert new_project(here / "book", "minimal") == []
    _start("bin/playbook", monkeypatch)
    done = CliRunner().invoke(main, words.format(example=repository).split())
    assert said.format(example=repository) in done.output


def test_a_built_handbook_can_be_read_with_the_line_that_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert new_project(here / "our book", "minimal") == []
    (here / "bin/python").symlink_to(sys.executable)
    _start("bin/playbook", monkeypatch)
    done = CliRunner().invoke(main, ["build", "our book"])
    published, told, line = done.stdout.splitlines()[-3:]
    assert published.startswith("Published ") and str(here / "our book/site") in published
    assert told == "To read and search it, run this and open http://127.0.0.1:8000/ (Ctrl+C stops it):"
    assert line == "  bin/python -m http.server --bind 127.0.0.1 --directory 'our book/site'"
    words = [*shlex.split(line), "0"]  # a port that is free
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as server:
        try:
            assert server.stdout
            port = re.search(r"port (\d+)", server.stdout.readline())
            assert port
            asked = HTTPConnection("127.0.0.1", int(port[1]), timeout=10)
            asked.request("GET", "/")
            assert b"<title>" in asked.getresponse().read()
        finally:
            server.kill()


def test_a_site_elsewhere_is_named_as_it_was_typed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert new_project(here / "book", "minimal") == []
    (here / "work").mkdir()
    monkeypatch.chdir(here / "work")
    done = CliRunner().invoke(main, ["build", "../book", "--output", "../out"])
    assert done.stdout.splitlines()[-1].endswith(" --directory ../out")


@pytest.mark.parametrize(
    ("there", "typed", "called"),
    [
        (["bin/python", "path/python"], "bin/playbook", "bin/python"),
        (["bin/python", "path/python"], "./bin/playbook", "./bin/python"),
        (["path/python", "path/python3"], "bin/playbook", "python"),
        (["path/python", "path/python3"], "playbook", "python"),
        (["path/python3"], "playbook", "python3"),
        ([], "playbook", sys.executable),
    ],
)
def test_the_python_that_is_told_is_there(
    there: list[str], typed: str, called: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        _program(here / name)
    monkeypatch.setenv("PATH", str(here / "path"))
    _start(typed, monkeypatch)
    assert python("-V") == shlex.join([called, "-V"])
