"""The commands that show and publish the handbook."""

from __future__ import annotations

from pathlib import Path

import click

from playbook.carried import SINGLE_FILE, ZIP
from playbook.cli.compiling import compile_to_publish
from playbook.cli.terminal import HERE, progress, project_at, python, say, stop, writing
from playbook.open_decisions import counted
from playbook.report import published_with

__all__ = ["build", "compile_folder", "serve"]


@click.command()
@HERE
@click.option(
    "--output", type=click.Path(path_type=Path), help="Folder for the site; left out: site/ in the project."
)
@click.option(
    "--zip",
    "archive",
    type=click.Path(path_type=Path),
    help="Also write a zip of pages to open without a server.",
)
@click.option(
    "--single-file",
    "single",
    type=click.Path(path_type=Path),
    help="Also write the whole handbook as one HTML file.",
)
def build(folder: Path, output: Path | None, archive: Path | None, single: Path | None) -> None:
    """Check the content, then publish the handbook: wholly, or not at all."""
    # the site engine takes longer to load than a check to run
    from playbook.engine import build_html
    from playbook.portable import single_file, zip_of
    from playbook.publish import publish, published_files, replace_file, unsafe_export

    project = project_at(folder)
    target = output or project.root / "site"
    exports = [
        (file, form, made)
        for file, form, made in ((archive, ZIP, zip_of), (single, SINGLE_FILE, single_file))
        if file
    ]
    for file, form, _ in exports:
        with writing(file):
            if refused := unsafe_export(file, form, target, project):
                stop(refused)
    compiled, site = compile_to_publish(project)
    done = publish(
        target,
        lambda staged: build_html(project, site, staged, progress=progress),
        project=project,
        progress=progress,
    )
    progress("")
    if not done.ok:
        stop(done.problems)
    say(done.problems)
    click.echo(
        f"Published {len(site.pages)} pages in {target}: {counted(done.added, 'file')} new, {done.changed} changed, "
        f"{done.removed} removed, {done.unchanged} as before."
    )
    if warned := published_with(compiled.problems):
        click.echo(warned)
    for file, _, made in exports:
        with writing(file):
            replace_file(file, made(published_files(target)))
        click.echo(f"Wrote {file}.")
    click.echo("To read and search it, run this and open http://127.0.0.1:8000/ (Ctrl+C stops it):")
    click.echo(f"  {python('-m', 'http.server', '--bind', '127.0.0.1', '--directory', _from_here(target))}")


def _from_here(folder: Path) -> Path:
    """Its path from the current folder, where it lies in there."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder


@click.command()
@HERE
@click.option("--address", help="Where to show it, such as 127.0.0.1:8001.")
def serve(folder: Path, address: str | None) -> None:
    """Show the handbook on this computer and follow every edit."""
    from playbook.engine import serve as serve_site

    problems = serve_site(project_at(folder), address=address)
    if problems:
        stop(problems)


@click.command("compile")
@HERE
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder for the Markdown files and settings.",
)
def compile_folder(folder: Path, output: Path) -> None:
    """Write plain Markdown and settings that any site engine can build."""
    from playbook.docs_folder import write_docs

    project = project_at(folder)
    _, site = compile_to_publish(project)
    done = write_docs(project, site, output)
    if not done.ok:
        stop(done.problems)
    click.echo(
        f"Wrote {output}: {counted(done.added, 'file')} new, {done.changed} changed, "
        f"{done.removed} removed, {done.unchanged} as before."
    )
