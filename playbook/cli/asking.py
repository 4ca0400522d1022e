"""The command that answers where we start, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

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


@click.command()
@HERE
@click.option("--deviation", help="Id of what happened; left out: every id with its title.")
@click.option(
    "--occurrence",
    type=click.IntRange(1, 99),
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
    atlas = Atlas.of(book)
    if deviation is None:
        click.echo("Name what happened with --deviation and one of these ids:")
        for id_, found in book.deviations.items():
            click.echo(f"  {id_:24} {plain_text(found.deviation.title, make_resolve(book))}")
        return
    if deviation not in book.deviations:
        renamed = {old: id_ for id_, found in book.deviations.items() for old in found.deviation.was}
        stop([_unknown("deviation", deviation, book.deviations, renamed)])
    known = weighable(atlas, deviation)
    if unknown := [factor for factor in factors if factor not in known]:
        stop([_unknown("factor", factor, known) for factor in unknown])
    resolve = make_resolve(book)
    for line in which_lines(atlas, deviation, occurrence, factors):
        words = line.lstrip(" ")
        click.echo(" " * (len(line) - len(words)) + plain_text(words, resolve))


def _unknown(kind: str, id_: str, known: Iterable[str], renamed: Mapping[str, str] | None = None) -> Problem:
    ids = list(known)
    meant = nearest(id_, ids)
    shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")
    hint = f"known: {shown}" if ids else "none is written down here"
    if renamed and id_ in renamed:
        hint = f'it is now called "{renamed[id_]}"'
    elif meant:
        hint = f'did you mean "{meant}"?'
    return Problem("unknown-reference", f'there is no {kind} "{id_}"', hint=hint)
