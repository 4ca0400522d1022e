"""The command that answers where we start, in the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from playbook.cli.terminal import HERE, project_at, stop, today
from playbook.compiler import compile_handbook
from playbook.markdown_text import plain_text
from playbook.problems import Problem
from playbook.running_text import make_resolve
from playbook.views.common import Atlas
from playbook.views.which import weighable, which_lines
from playbook.words_near import nearest

__all__ = ["which"]


class _Times(click.ParamType[int]):
    """How many times something has happened."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it, or say what can be counted."""
        if (written := str(value)).isdecimal() and 1 <= int(written) <= 99:
            return int(written)
        self.fail(f'"{value}" is not a number from 1 to 99; 1 is the first time', param, ctx)


@click.command()
@HERE
@click.option("--deviation", help="Id of what happened; left out: every id with its title.")
@click.option(
    "--occurrence",
    type=_Times(),
    metavar="NUMBER",
    default=1,
    show_default=True,
    help="How many times it has happened.",
)
@click.option("--factor", "factors", multiple=True, help="Id of something that weighs; may be repeated.")
def which(folder: Path, deviation: str | None, occurrence: int, factors: tuple[str, ...]) -> None:
    """Say where we start, and why; the same answer as the page. It decides nothing."""
    compiled = compile_handbook(project_at(folder), today=today())
    book = compiled.handbook
    if book is None or compiled.site is None:
        stop((problem for problem in compiled.problems if problem.level == "error"), compiled.sources)
    atlas, resolve = Atlas.of(book), make_resolve(book)
    titles = {id_: plain_text(found.deviation.title, resolve) for id_, found in book.deviations.items()}
    if deviation is None:
        click.echo("Name what happened with --deviation and one of these ids:")
        for id_, title in titles.items():
            click.echo(f"  {id_:24} {title}")
        return
    if deviation not in book.deviations:
        renamed = {old: id_ for id_, found in book.deviations.items() for old in found.deviation.was}
        stop([_unknown("deviation", deviation, titles, renamed)])
    known = weighable(atlas, deviation)
    if unknown := [factor for factor in factors if factor not in known]:
        stop([_unknown("factor", factor, dict.fromkeys(known, "")) for factor in unknown])
    for line in which_lines(atlas, deviation, occurrence, factors):
        words = line.lstrip(" ")
        click.echo(" " * (len(line) - len(words)) + plain_text(words, resolve))


def _unknown(
    kind: str, id_: str, known: Mapping[str, str], renamed: Mapping[str, str] | None = None
) -> Problem:
    """What is not written down, with what may be meant: a name one slip away, or titles that share a word."""
    ids = list(known)
    meant = nearest(id_, ids)
    asked = set(_words(id_))
    alike = [
        f"{one} ({title})" if title else one
        for one, title in known.items()
        if asked & {*_words(one), *_words(title)}
    ]
    shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")
    hint = f"known: {shown}" if ids else "none is written down here"
    if renamed and id_ in renamed:
        hint = f'it is now called "{renamed[id_]}"'
    elif meant:
        hint = f'did you mean "{meant}"?'
    elif alike:
        hint = f"one of these may be meant: {', '.join(alike[:6])}"
    return Problem("unknown-reference", f'there is no {kind} "{id_}"', hint=hint)


def _words(text: str) -> list[str]:
    """Its longer words, by their first five letters, so that "missed" finds "missing"."""
    return [word[:5] for word in re.findall(r"[^\W\d_]{4,}", text.casefold())]
