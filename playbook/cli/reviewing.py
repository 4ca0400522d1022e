"""The command that shows a whole handbook to whoever reviews it."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from playbook.checks import checks_made
from playbook.cli.terminal import HERE, ON_DAY, command, project_at, stop, today
from playbook.compiler import compile_handbook
from playbook.report import summary
from playbook.review import as_html, as_markdown, as_text, review

__all__ = ["report"]

_FORMS = {"markdown": as_markdown, "html": as_html}


@click.command()
@HERE
@click.option("--format", "form", type=click.Choice(["text", *_FORMS]), default="text", show_default=True)
@ON_DAY
def report(folder: Path, form: str, judged_on: datetime.date | None) -> None:
    """Show gaps, one-sided and unused records, what is kept with a reason, and the whole trace. It judges nothing."""
    compiled = compile_handbook(project_at(folder), today=judged_on or today())
    book = compiled.handbook
    if book is None:
        stop(compiled.problems, compiled.sources)
    said = summary(compiled.problems, checks_made(book), len(compiled.accepted))
    tables = review(book, compiled.problems, compiled.accepted)
    if form == "text":
        here = [folder] if folder != Path() else []
        text = as_text(tables, said, command("report", "--format", "markdown", *here))
    else:
        text = _FORMS[form](tables, said)
    click.echo(text, nl=False)
