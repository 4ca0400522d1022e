"""The commands about page templates."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from playbook.bundled import templates_dir
from playbook.cli.terminal import HERE, stop, writing
from playbook.problems import Problem
from playbook.project import Project
from playbook.words_near import nearest

__all__ = ["copy_template", "list_templates", "templates"]


@click.group()
def templates() -> None:
    """See the bundled templates, or copy one to change it."""


@templates.command("list")
def list_templates() -> None:
    """List every template that can be overridden."""
    for path in sorted(templates_dir().rglob("*.j2")):
        click.echo(path.relative_to(templates_dir()).as_posix())


@templates.command("copy")
@click.argument("name")
@HERE
def copy_template(name: str, folder: Path) -> None:
    """Copy one template into the project's templates/. Never overwrites."""
    known = [path.relative_to(templates_dir()).as_posix() for path in templates_dir().rglob("*.j2")]
    if name not in known:
        meant = nearest(name, known)
        hint = f'did you mean "{meant}"?' if meant else "all are named by: playbook templates list"
        stop([Problem("unknown-template", f'there is no template "{name}"', hint=hint)])
    target = Project(folder).templates / name
    if target.exists():
        stop([Problem("not-empty", f"{target} is there already; nothing was changed")])
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(templates_dir() / name, target)
    click.echo(f'Copied to {target}. To change one block only, begin with: {{% extends "@default/{name}" %}}')
