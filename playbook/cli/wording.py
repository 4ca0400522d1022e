"""The command that looks at the words of any text: a draft message, a letter, a page of an old handbook."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from playbook.cli.terminal import say, stop
from playbook.problems import Level, Location, Problem
from playbook.wording import Remark, find, rules_for

__all__ = ["wording"]

_TYPED = "-"
_MOST = 5_000_000


@click.command()
@click.argument("files", metavar="[FILE ...|-]", nargs=-1, type=click.Path(path_type=str))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def wording(files: tuple[str, ...], form: str) -> None:
    """Find words that judge, silence or probe, in any text. Nothing is kept or sent."""
    names = files or (_TYPED,)
    texts = {name: _read(name) for name in names}
    rules = rules_for(among=texts.values())
    found = [(name, remark) for name, text in texts.items() for remark in find(text, rules)]
    if form == "json":
        several = len(names) > 1
        click.echo(
            json.dumps([_as_data(name, one, several) for name, one in found], ensure_ascii=False, indent=2)
        )
    else:
        say(
            [_problem(name, one) for name, one in found], {_shown(name): text for name, text in texts.items()}
        )
        click.echo(_summary(found))
    sys.exit(1 if found else 0)


def _read(name: str) -> str:
    """The text of one file; what cannot be read is said in plain words, and the command could not run."""
    try:
        read = sys.stdin.buffer.read(_MOST + 1) if name == _TYPED else Path(name).read_bytes()[: _MOST + 1]
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        message = f"{name} cannot be read: {reason}"
        stop([Problem("unreadable-file", message, hint="correct the name, or write - and paste the text")])
    if len(read) > _MOST:
        stop([Problem("file-too-large", f"{_shown(name)} has more than {_MOST:,} bytes; give it in parts")])
    try:
        return read.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        hint = "save it as plain text in UTF-8; a Word or PDF file must be saved as text first"
        stop([Problem("encoding", f"{_shown(name)} is not plain text in UTF-8", hint=hint)])


def _shown(name: str) -> str:
    return "your text" if name == _TYPED else name


def _problem(name: str, remark: Remark) -> Problem:
    at = Location(_shown(name), remark.line, remark.column, remark.length)
    return Problem(remark.check, remark.message, at, remark.hint, Level.WARNING)


def _as_data(name: str, remark: Remark, several: bool) -> dict[str, str | int]:
    file = {"file": name} if several else {}
    return {
        **file,
        "line": remark.line,
        "column": remark.column,
        "length": remark.length,
        "check": remark.check,
        "message": f"{remark.message}: {remark.hint}",
    }


def _summary(found: list[tuple[str, Remark]]) -> str:
    checks = rules_for().checks
    ids = {remark.check for _, remark in found}
    places = "1 place" if len(found) == 1 else f"{len(found)} places"
    where = f", in {places}" if found else ""
    return f"{len(ids)} of {len(checks)} checks on wording found something{where}; a person must still judge."
