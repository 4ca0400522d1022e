"""The commands that find problems and explain what they look for."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from playbook.checks import all_checks, checks_made, explain, explain_all
from playbook.cli.terminal import COULD_NOT_RUN, HERE, ON_DAY, project_at, say, stop, today, writing
from playbook.compiler import Compilation, compile_handbook
from playbook.fixing import Fix, fixes_for, with_fixes
from playbook.open_decisions import counted, decisions_block, decisions_line
from playbook.problems import Level, Problem, has_errors
from playbook.project import Project
from playbook.report import format_accepted, format_github, format_gitlab, format_json, summary
from playbook.words_near import nearest

__all__ = ["check", "explain_check"]

_FORMATS = {"json": format_json, "github": format_github, "gitlab": format_gitlab}
"""The formats that programs read."""


@click.command()
@HERE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMATS]),
    default="text",
    show_default=True,
)
@click.option("--fix", is_flag=True, help="Correct mistyped names that have one near match; nothing else.")
@click.option("--strict", is_flag=True, help="Warnings count as problems too.")
@ON_DAY
def check(folder: Path, form: str, fix: bool, strict: bool, judged_on: datetime.date | None) -> None:
    """Look for problems in every file at once; change nothing, unless asked to."""
    day, project = judged_on or today(), project_at(folder)
    compiled = compile_handbook(project, today=day)
    if not project.content.is_dir():
        if form == "text":
            stop(compiled.problems)
        click.echo(_FORMATS[form](compiled.problems), nl=False)
        sys.exit(COULD_NOT_RUN)
    if fix:
        compiled = _fixed(project, compiled, day)
    if form in _FORMATS:
        click.echo(_FORMATS[form](compiled.problems), nl=False)
    else:
        _say_all(compiled)
    sys.exit(1 if has_errors(compiled.problems, strict=strict) else 0)


def _say_all(compiled: Compilation) -> None:
    """What is known already comes first: a small screen ends with what was found, and the verdict."""
    open_ones = [p for p in compiled.problems if p.check == "open-decision" and p.level is Level.NOTE]
    found = [problem for problem in compiled.problems if problem not in open_ones]
    undecided = compiled.handbook if open_ones else None
    listed = undecided is not None and not has_errors(compiled.problems)  # else they can wait
    if undecided and listed:
        click.echo(decisions_block(undecided) + "\n")
    if kept := format_accepted(compiled.accepted):
        click.echo(kept)
    say(found, compiled.sources)
    if found:
        click.echo()
    if undecided:
        click.echo(decisions_line(undecided, listed=listed))
    click.echo(summary(compiled.problems, checks_made(compiled.handbook), len(compiled.accepted)))


def _fixed(project: Project, before: Compilation, day: datetime.date) -> Compilation:
    """Correct what is surely mistyped, say each change, and look again; a file that got worse is put back."""
    done: dict[str, tuple[Path, str, list[Fix]]] = {}
    for file in sorted({problem.location.file for problem in before.problems if problem.location}):
        path = project.root / file
        if path.is_symlink() or file not in before.sources:
            continue
        with writing(path):
            text = path.read_bytes().decode("utf-8")
            fixes = fixes_for(before.problems, file, text)
            if fixes:
                path.write_bytes(with_fixes(text, fixes).encode("utf-8"))
                done[file] = path, text, fixes
    after = compile_handbook(project, today=day) if done else before
    worse = [file for file in done if _weight(after, file) > _weight(before, file)]
    for file in worse:
        done[file][0].write_bytes(done.pop(file)[1].encode("utf-8"))
    for _, _, fixes in done.values():
        for fix in fixes:
            click.echo(str(fix), err=True)
    click.echo(f"{counted(sum(len(fixes) for _, _, fixes in done.values()), 'word')} corrected.", err=True)
    return compile_handbook(project, today=day) if worse else after


def _weight(compiled: Compilation, file: str) -> tuple[int, int]:
    """How bad a file is: fields written twice, which a correction can make, and then all errors."""
    errors = [
        p for p in compiled.problems if p.level is Level.ERROR and p.location and p.location.file == file
    ]
    return sum(problem.check == "duplicate-field" for problem in errors), len(errors)


@click.command("explain")
@click.argument("check_id", metavar="[CHECK]", required=False)
@click.option("--all", "every", is_flag=True, help="The page of every check, as one Markdown text.")
def explain_check(check_id: str | None, every: bool) -> None:
    """Say what a check looks for and why, with a wrong and a right example."""
    if every:
        click.echo(explain_all(), nl=False)
        return
    if check_id is None:
        for id_, level, title in all_checks():
            click.echo(f"{id_:24} {level:8} {title}")
        return
    page = explain(check_id)
    if page is None:
        meant = nearest(check_id, [id_ for id_, _, _ in all_checks()])
        hint = f'did you mean "{meant}"?' if meant else "all checks are listed by: playbook explain"
        stop([Problem("unknown-check", f'there is no check "{check_id}"', hint=hint)])
    click.echo(page)
