"""What every command shares: the folder it works in, how it speaks, and how it ends.

Imported by the command modules beside it.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import click

from playbook.os_errors import cannot_write
from playbook.problems import Problem
from playbook.project import Project
from playbook.report import format_text

__all__ = [
    "COULD_NOT_RUN",
    "HERE",
    "ON_DAY",
    "color",
    "command",
    "pasted",
    "progress",
    "project_at",
    "python",
    "say",
    "stop",
    "today",
    "writing",
]

COULD_NOT_RUN = 2
"""The exit code of a command that could not do its work."""

_NAME = "playbook"
"""What a command is called in a hint: after a colon and a space it is one to paste."""


class _Day(click.ParamType[datetime.date]):
    """A day as the year, the month and the day of it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """Read it, or say how a day is written."""
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
            with contextlib.suppress(ValueError):
                return datetime.date.fromisoformat(str(value))
        self.fail(f'"{value}" is not a day; write year-month-day, such as {today():%Y-%m-%d}', param, ctx)


HERE = click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
"""The folder of the project; left out: the current one."""


ON_DAY = click.option(
    "--today", "judged_on", type=_Day(), metavar="YYYY-MM-DD", help="Judge dates as of this day."
)
"""The day on which dates are judged; left out: the author's own."""


def command(*words: str | Path) -> str:
    """A command of ours as it can be pasted: the program as it was started here, and each word kept whole."""
    return pasted(_program(), *words)


def python(*words: str | Path) -> str:
    """The same for what Python brings: the Python that lies beside our program, or one that the shell finds."""
    ours = _program()
    folder = ours.removesuffix(Path(ours).name)  # as typed: a path would lose its "./"
    names = [f"{folder}python"] if folder else []
    return pasted(next(filter(_found, (*names, "python", "python3")), sys.executable), *words)


def pasted(*words: str | Path) -> str:
    """Words as a shell takes them, each kept whole."""
    line = list(map(str, words))
    if os.name == "nt":
        return " ".join(f'"{word}"' if " " in word else word for word in line)
    return shlex.join(line)


def _program() -> str:
    """The path that somebody typed, where the name alone would not lead to it; when in doubt the name."""
    typed = sys.argv[0]
    started = _found(typed)
    if started is None or Path(typed).stem != _NAME:
        return _NAME
    found = shutil.which(_NAME)
    return _NAME if found and Path(found).samefile(started) else typed


def _found(name: str) -> str | None:
    """Where the shell finds a program; on Windows the end of its name may be left out."""
    return shutil.which(name) or shutil.which(f"{name}.exe")


@contextlib.contextmanager
def writing(place: Path) -> Iterator[None]:
    """A disk that refuses is a problem in plain words, and the command could not run."""
    try:
        yield
    except OSError as error:
        stop([cannot_write(error, str(place))])


def today() -> datetime.date:
    """The day where the author is."""
    return datetime.datetime.now().astimezone().date()


def project_at(folder: Path) -> Project:
    """The project in this folder, wherever the command was called; a folder that is not there ends the command."""
    if not folder.is_dir():
        hint = "name the folder of your handbook, or begin one with: playbook new my-handbook"
        message = f'"{folder}" is a file' if folder.exists() else f'there is no folder "{folder}"'
        stop([Problem("no-content", message, hint=hint)])
    return Project(folder.resolve())


def say(problems: Iterable[Problem], sources: Mapping[str, str] | None = None) -> None:
    """Print findings, each with the author's own line where it is known; nothing when there are none."""
    listed = [replace(one, hint=one.hint.replace(f": {_NAME} ", f": {command()} ")) for one in problems]
    if listed:
        click.echo(format_text(listed, sources or {}, color=color(sys.stdout)), nl=False)


def stop(problems: Iterable[Problem], sources: Mapping[str, str] | None = None) -> NoReturn:
    """Say why the command could not run, and end it."""
    say(problems, sources)
    sys.exit(COULD_NOT_RUN)


def progress(stage: str) -> None:
    """Show what is being done on a terminal; a pipe stays quiet."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{stage}", err=True, nl=False)


def color(stream: object) -> bool:
    """Say whether colours reach a person here: a terminal, and nobody asked for none."""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")
