"""The command line: each command is a call into the package and words about what came of it.

Findings go to stdout, progress to stderr. Exit codes: 0 clean, 1 problems found, 2 could not run.
A new command goes into the module it belongs to by what an author does with it, and into the list here.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from playbook.cli.terminal import command
from playbook.words_near import nearest

__all__ = ["main"]

_COMMANDS = {
    "add": "adding:add",
    "build": "publishing:build",
    "cards": "printing:cards",
    "check": "checking:check",
    "compile": "publishing:compile_folder",
    "explain": "checking:explain_check",
    "new": "starting:new",
    "report": "reviewing:report",
    "schema": "starting:schema",
    "serve": "publishing:serve",
    "templates": "templates:templates",
    "which": "asking:which",
    "wording": "wording:wording",
}


class _Commands(click.Group):
    """The commands, each read only when it is asked for: reading all of them takes longer than most of their work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the alphabet."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them; None for a name that is none."""
        module, _, name = _COMMANDS.get(cmd_name, "").partition(":")
        command: click.Command | None = (
            name and getattr(import_module(f"playbook.cli.{module}"), name)
        ) or None
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """In help, and where a command is mistyped, the program is called as it was started."""
        return super().make_context(command(), args, parent, **extra)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for; for a mistyped name, the one that was meant."""
        if args[0] not in _COMMANDS and not ctx.resilient_parsing:
            meant = nearest(args[0], list(_COMMANDS))
            ctx.fail(f'there is no command "{args[0]}"' + (f'; did you mean "{meant}"?' if meant else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="accountability-playbook", prog_name="playbook")
def main() -> None:
    """Turn an organisation's standards and ladder into a handbook people can use."""
