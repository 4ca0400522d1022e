"""The command line: each command is a call into the package and words about what came of it.

Findings go to stdout, progress to stderr. Exit codes: 0 clean, 1 problems found, 2 could not run.
A new command goes into the module it belongs to by what an author does with it, and into the list here.
"""

from __future__ import annotations

import click

from playbook.cli.adding import add
from playbook.cli.asking import which
from playbook.cli.checking import check, explain_check
from playbook.cli.printing import cards
from playbook.cli.publishing import build, compile_folder, serve
from playbook.cli.reviewing import report
from playbook.cli.starting import new, schema
from playbook.cli.templates import templates
from playbook.cli.wording import wording

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="accountability-playbook", prog_name="playbook")
def main() -> None:
    """Turn an organisation's standards and ladder into a handbook people can use."""


for _command in (
    new,
    add,
    check,
    report,
    build,
    serve,
    compile_folder,
    cards,
    which,
    explain_check,
    schema,
    templates,
    wording,
):
    main.add_command(_command)
