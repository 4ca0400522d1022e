"""The command that adds a record to a handbook that is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from playbook.adding import KINDS, Added, add_record, where_it_is_written
from playbook.cli.terminal import HERE, command, pasted, project_at, stop, writing
from playbook.compiler import compile_handbook
from playbook.loader import load
from playbook.scaffold import write_schemas

__all__ = ["add"]


@click.command(epilog=f"KIND is one of: {', '.join(KINDS)}.")
@click.argument("kind")
@click.argument("id_", metavar="ID")
@HERE
def add(kind: str, id_: str, folder: Path) -> None:
    """Add a commented file for one record, such as: add moment they-cry.

    Never writes over a record; content/schemas is brought up to date, so that editors know it.
    """
    if wrong := where_it_is_written(kind):
        stop([wrong])
    project = project_at(folder)
    handbook = load(project).handbook
    if handbook is None:
        stop(compile_handbook(project).problems)
    with writing(project.content):
        added = add_record(project, handbook, kind, id_)
        if not isinstance(added, Added):
            here = f" {pasted(folder)}" if added.hint.startswith("try: ") and folder != Path() else ""
            stop([replace(added, hint=added.hint + here)])
        # so that editors explain the new file, and propose its id in others
        write_schemas(project.content / "schemas", load(project).handbook)
    click.echo(
        f"{added.file} is written; its comments say what each field is for. content/schemas is up to date."
    )
    click.echo(f"\nNext:\n  {added.next}\n  {command('check', folder)}")
