"""What the commands that publish have in common: a handbook without an error, or none."""

from __future__ import annotations

import sys

import click

from playbook.cli.terminal import say, today
from playbook.compiler import Compilation, compile_handbook
from playbook.project import Project
from playbook.site import Site

__all__ = ["compile_to_publish"]


def compile_to_publish(project: Project) -> tuple[Compilation, Site]:
    """Compile for publishing; an error ends the command after every finding is said."""
    compiled = compile_handbook(project, today=today())
    say([problem for problem in compiled.problems if problem.level != "note"], compiled.sources)
    if compiled.site is None:
        click.echo("Nothing was published. Mend the errors above, then run it again.", err=True)
        sys.exit(1)
    return compiled, compiled.site
