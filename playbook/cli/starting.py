"""The commands an author begins with: a starter, and help for the editor."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.cli.terminal import HERE, command, project_at, stop, writing
from playbook.compiler import compile_handbook
from playbook.loader import load
from playbook.open_decisions import decisions_in_short
from playbook.project import Project
from playbook.project_files import PIPELINES
from playbook.scaffold import PACKS, new_project, write_schemas

__all__ = ["new", "schema"]


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--pack", type=click.Choice(PACKS), default="full", show_default=True, help="How much to begin with."
)
@click.option(
    "--pipelines",
    type=click.Choice(PIPELINES),
    default="none",
    show_default=True,
    help="Files that check, build and on request publish it wherever you keep it.",
)
def new(folder: Path, pack: str, pipelines: str) -> None:
    """Begin a handbook: a working starter in a new folder. Never overwrites."""
    with writing(folder):
        problems = new_project(folder, pack, pipelines)
    if problems:
        stop(problems)
    handbook = load(Project(folder)).handbook
    click.echo(f"{folder} is ready: edit the files in {folder / 'content'}.")
    then = "Next:"
    if handbook and handbook.open_decisions:
        click.echo(decisions_in_short(handbook))
        then = "Next, see each with its question and whom to ask, then make the pages:"
    click.echo(f"\n{then}\n  {command('check', folder)}\n  {command('build', folder)}")


@click.command()
@HERE
def schema(folder: Path) -> None:
    """Write JSON Schema into content/schemas/, so that editors explain every field and complete your own ids."""
    project = project_at(folder)
    if not project.content.is_dir():
        stop(compile_handbook(project).problems)
    with writing(project.content / "schemas"):
        written = write_schemas(project.content / "schemas", load(project).handbook)
    click.echo(f"Wrote {len(written)} schemas in {project.content / 'schemas'}.")
