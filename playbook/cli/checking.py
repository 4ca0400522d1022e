"""The commands that find problems and explain what they look for."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from playbook.checks import all_checks, checks_made, explain
from playbook.cli.terminal import HERE, project_at, say, stop, today
from playbook.compiler import compile_handbook
from playbook.problems import Problem, has_errors
from playbook.report import format_accepted, format_github, format_json, summary
from playbook.words_near import nearest

__all__ = ["check", "explain_check"]


@click.command()
@HERE
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Warnings count as problems too.")
@click.option("--today", "judged_on", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as of this day.")
def check(folder: Path, form: str, strict: bool, judged_on: datetime.datetime | None) -> None:
    """Look for problems in every file at once; change nothing."""
    day = judged_on.date() if judged_on else today()
    compiled = compile_handbook(project_at(folder), today=day)
    if form == "json":
        click.echo(format_json(compiled.problems), nl=False)
    elif form == "github":
        click.echo(format_github(compiled.problems), nl=False)
    else:
        say(compiled.problems, compiled.sources)
        click.echo(format_accepted(compiled.accepted), nl=False)
        click.echo(summary(compiled.problems, checks_made(compiled.handbook), len(compiled.accepted)))
    sys.exit(1 if has_errors(compiled.problems, strict=strict) else 0)


@click.command("explain")
@click.argument("check_id", metavar="[CHECK]", required=False)
def explain_check(check_id: str | None) -> None:
    """Say what a check looks for and why, with a wrong and a right example."""
    if check_id is None:
        for id_, level, title in all_checks():
            click.echo(f"{id_:24} {level:8} {title}")
        return
    page = explain(check_id)
    if page is None:
        meant = nearest(check_id, [id_ for id_, _, _ in all_checks()])
        hint = f'did you mean "{meant}"?' if meant else "`playbook explain` lists them all"
        stop([Problem("unknown-check", f'there is no check "{check_id}"', hint=hint)])
    click.echo(page)
