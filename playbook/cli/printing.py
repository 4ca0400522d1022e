"""The command that makes packs for paper."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.bundled import site_config_dir
from playbook.cli.compiling import compile_to_publish
from playbook.cli.terminal import HERE, progress, project_at, stop, writing
from playbook.paper import SHEETS, Document, documents, find_browser, print_pdf
from playbook.problems import Problem

__all__ = ["cards"]


@click.command()
@HERE
@click.option(
    "--sheet", type=click.Choice(list(SHEETS)), default="a6", show_default=True,
    help="a6: one card on a sheet; a4 or letter: four, with lines to cut along.",
)  # fmt: skip
@click.option("--pdf", is_flag=True, help="Tagged PDF, made with an installed Chromium or Chrome.")
@click.option(
    "--output", type=click.Path(path_type=Path), help="Folder for the packs; left out: print/ in the project."
)
def cards(folder: Path, sheet: str, pdf: bool, output: Path | None) -> None:
    """Make packs for paper: all cards, all meeting checklists, the whole handbook."""
    project = project_at(folder)
    _, site = compile_to_publish(project)
    css = (site_config_dir() / "assets" / "playbook.css").read_text(encoding="utf-8")
    made = documents(site, css, sheet)
    files = _as_pdf(made) if pdf else {f"{one.name}.html": one.html.encode() for one in made}
    target = output or project.root / "print"
    with writing(target):
        target.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (target / name).write_bytes(content)
    click.echo(f"Made in {target}: {', '.join(files)}.")


def _as_pdf(made: list[Document]) -> dict[str, bytes]:
    browser = find_browser()
    if browser is None:
        hint = "install Chromium or Chrome, or name one with PLAYBOOK_BROWSER; without --pdf the packs are HTML files"
        stop(
            [
                Problem(
                    "cannot-print",
                    "PDF needs an installed Chromium or Chrome, and there is none here",
                    hint=hint,
                )
            ]
        )
    progress("printing")
    try:
        printed = print_pdf(browser, made)
    except ImportError:
        hint = 'run: pip install "accountability-playbook[pdf]"; without --pdf the packs are HTML files'
        stop([Problem("cannot-print", "PDF needs one more package, which is not installed", hint=hint)])
    except RuntimeError as error:
        stop([Problem("cannot-print", f"the browser could not print: {error}", hint=f"it was {browser}")])
    progress("")
    return {f"{name}.pdf": content for name, content in printed.items()}
