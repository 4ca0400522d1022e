"""The command line: each command is a call into the package and words about what came of it.

Findings go to stdout, progress to stderr. Exit codes: 0 clean, 1 problems found, 2 could not run.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import click

from playbook.bundled import templates_dir
from playbook.checks import all_checks, checks_made, explain
from playbook.compiler import Compilation, compile_handbook
from playbook.markdown_text import plain_text
from playbook.os_errors import cannot_write
from playbook.problems import Problem, has_errors
from playbook.project import Project
from playbook.render import make_resolve
from playbook.report import format_accepted, format_github, format_json, format_text, summary
from playbook.scaffold import PACKS, new_project, write_schemas
from playbook.views.common import Atlas
from playbook.views.which import weighable, which_lines
from playbook.words_near import nearest

__all__ = [
    "build",
    "check",
    "compile_folder",
    "copy_template",
    "explain_check",
    "list_templates",
    "main",
    "new",
    "schema",
    "serve",
    "templates",
    "which",
]

_COULD_NOT_RUN = 2
_HERE = click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="accountability-playbook", prog_name="playbook")
def main() -> None:
    """Turn an organisation's standards and ladder into a handbook people can use."""


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--pack", type=click.Choice(PACKS), default="full", show_default=True, help="How much to begin with."
)
def new(folder: Path, pack: str) -> None:
    """Begin a handbook: a working starter in a new folder. Never overwrites."""
    with _writing(folder):
        problems = new_project(folder, pack)
    if problems:
        _stop(problems)
    compiled = compile_handbook(Project(folder))
    click.echo(f"{folder} is ready: edit the files in {folder / 'content'}.")
    _say_open_decisions(compiled)
    click.echo(f"\nNext:\n  playbook check {folder}\n  playbook build {folder}")


@main.command()
@_HERE
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Warnings count as problems too.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as of this day.")
def check(folder: Path, form: str, strict: bool, today: datetime.datetime | None) -> None:
    """Look for problems in every file at once; change nothing."""
    day = today.date() if today else _today()
    compiled = compile_handbook(_project(folder), today=day)
    if form == "json":
        click.echo(format_json(compiled.problems), nl=False)
    elif form == "github":
        click.echo(format_github(compiled.problems), nl=False)
    else:
        _say(compiled)
        click.echo(format_accepted(compiled.accepted), nl=False)
        click.echo(summary(compiled.problems, checks_made(compiled.handbook), len(compiled.accepted)))
    sys.exit(1 if has_errors(compiled.problems, strict=strict) else 0)


@main.command()
@_HERE
@click.option(
    "--output", type=click.Path(path_type=Path), help="Folder for the site; left out: site/ in the project."
)
def build(folder: Path, output: Path | None) -> None:
    """Check the content, then publish the handbook: wholly, or not at all."""
    # the site engine takes longer to load than a check to run
    from playbook.engine import build_html
    from playbook.publish import publish

    project = _project(folder)
    site = _compiled(project).site
    assert site is not None  # an error would have stopped it above
    target = output or project.root / "site"
    done = publish(
        target,
        lambda staged: build_html(project, site, staged, progress=_progress),
        project=project,
        progress=_progress,
    )
    _progress("")
    if not done.ok:
        _stop(list(done.problems))
    if done.problems:
        click.echo(format_text(list(done.problems), {}, color=_color(sys.stdout)), nl=False)
    click.echo(
        f"Published {len(site.pages)} pages in {target}: {done.added} files new, {done.changed} changed, "
        f"{done.removed} removed, {done.unchanged} as before."
    )


@main.command()
@_HERE
@click.option("--address", help="Where to show it, such as 127.0.0.1:8001.")
def serve(folder: Path, address: str | None) -> None:
    """Show the handbook on this computer and follow every edit."""
    from playbook.engine import serve as serve_site

    problems = serve_site(_project(folder), address=address)
    if problems:
        _stop(problems)


@main.command("compile")
@_HERE
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder for the Markdown files and settings.",
)
def compile_folder(folder: Path, output: Path) -> None:
    """Write plain Markdown and settings that any site engine can build."""
    from playbook.docs_folder import write_docs

    project = _project(folder)
    site = _compiled(project).site
    assert site is not None  # an error would have stopped it above
    done = write_docs(project, site, output)
    if not done.ok:
        _stop(list(done.problems))
    click.echo(
        f"Wrote {output}: {done.added} files new, {done.changed} changed, {done.removed} removed, {done.unchanged} as before."
    )


@main.command()
@_HERE
@click.option("--deviation", required=True, help="Id of what happened.")
@click.option(
    "--occurrence",
    type=click.IntRange(1, 99),
    default=1,
    show_default=True,
    help="How many times it has happened.",
)
@click.option("--factor", "factors", multiple=True, help="Id of something that weighs; may be repeated.")
def which(folder: Path, deviation: str, occurrence: int, factors: tuple[str, ...]) -> None:
    """Say where we start, and why; the same answer as the page. It decides nothing."""
    compiled = compile_handbook(_project(folder), today=_today())
    book = compiled.handbook
    if book is None or compiled.site is None:
        errors = [problem for problem in compiled.problems if problem.level == "error"]
        click.echo(format_text(errors, compiled.sources, color=_color(sys.stdout)), nl=False)
        sys.exit(_COULD_NOT_RUN)
    atlas = Atlas.of(book)
    if deviation not in book.deviations:
        renamed = {old: id_ for id_, found in book.deviations.items() for old in found.deviation.was}
        _stop([_unknown("deviation", deviation, book.deviations, renamed)])
    known = weighable(atlas, deviation)
    if unknown := [factor for factor in factors if factor not in known]:
        _stop([_unknown("factor", factor, known) for factor in unknown])
    resolve = make_resolve(book)
    for line in which_lines(atlas, deviation, occurrence, factors):
        words = line.lstrip(" ")
        click.echo(" " * (len(line) - len(words)) + plain_text(words, resolve))


@main.command("explain")
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
        _stop([Problem("unknown-check", f'there is no check "{check_id}"', hint=hint)])
    click.echo(page)


@main.command()
@_HERE
def schema(folder: Path) -> None:
    """Write JSON Schema into content/schemas/, so that editors complete and explain every field."""
    project = _project(folder)
    if not project.content.is_dir():
        _stop(compile_handbook(project).problems)
    with _writing(project.content / "schemas"):
        written = write_schemas(project.content / "schemas")
    click.echo(f"Wrote {len(written)} schemas in {project.content / 'schemas'}.")


@main.group()
def templates() -> None:
    """See the bundled templates, or copy one to change it."""


@templates.command("list")
def list_templates() -> None:
    """List every template that can be overridden."""
    for path in sorted(templates_dir().rglob("*.j2")):
        click.echo(path.relative_to(templates_dir()).as_posix())


@templates.command("copy")
@click.argument("name")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
def copy_template(name: str, folder: Path) -> None:
    """Copy one template into the project's templates/. Never overwrites."""
    known = [path.relative_to(templates_dir()).as_posix() for path in templates_dir().rglob("*.j2")]
    if name not in known:
        meant = nearest(name, known)
        hint = f'did you mean "{meant}"?' if meant else "`playbook templates list` names them all"
        _stop([Problem("unknown-template", f'there is no template "{name}"', hint=hint)])
    target = Project(folder).templates / name
    if target.exists():
        _stop([Problem("not-empty", f"{target} is there already; nothing was changed")])
    with _writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(templates_dir() / name, target)
    click.echo(f'Copied to {target}. To change one block only, begin with: {{% extends "@default/{name}" %}}')


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


@contextlib.contextmanager
def _writing(place: Path) -> Iterator[None]:
    """A disk that refuses is a problem in plain words, and the command could not run."""
    try:
        yield
    except OSError as error:
        _stop([cannot_write(error, str(place))])


def _today() -> datetime.date:
    """The day where the author is."""
    return datetime.datetime.now().astimezone().date()


def _project(folder: Path) -> Project:
    return Project(folder.resolve())


def _compiled(project: Project) -> Compilation:
    """Compile for publishing; an error ends the command after every finding is said."""
    compiled = compile_handbook(project, today=_today())
    shown = [problem for problem in compiled.problems if problem.level != "note"]
    if shown:
        click.echo(format_text(shown, compiled.sources, color=_color(sys.stdout)), nl=False)
    if compiled.site is None:
        click.echo("Nothing was published. Mend the errors above, then run it again.", err=True)
        sys.exit(1)
    return compiled


def _say(compiled: Compilation) -> None:
    if compiled.problems:
        click.echo(format_text(compiled.problems, compiled.sources, color=_color(sys.stdout)), nl=False)


def _say_open_decisions(compiled: Compilation) -> None:
    decisions = compiled.handbook.open_decisions if compiled.handbook else ()
    if decisions:
        click.echo(f"\n{len(decisions)} decisions are open before it can be in force:")
    for decision in decisions:
        click.echo(f"  {decision.title}: {decision.question} Ask: {decision.ask}. For now: {decision.value}.")


def _stop(problems: list[Problem]) -> NoReturn:
    click.echo(format_text(problems, {}, color=_color(sys.stdout)), nl=False)
    sys.exit(_COULD_NOT_RUN)


def _progress(stage: str) -> None:
    """Show what is being done on a terminal; a pipe stays quiet."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{stage}", err=True, nl=False)


def _color(stream: object) -> bool:
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")
