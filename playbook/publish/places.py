"""Where we may write, and where never: refuses folders that are not ours to replace.

Says why before anything is touched. Reads the disk; changes nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable
from pathlib import Path

from playbook.carried import Form
from playbook.own_pages import pages_folder
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.publish.manifest import MANIFEST_NAME, Holds, is_ours, read_manifest

__all__ = [
    "beside",
    "blocking_paths",
    "foreign_output",
    "in_the_way",
    "settle_output",
    "unsafe_export",
    "unsafe_output",
]

_ELSEWHERE = "choose a folder that holds nothing else, for example --output site"


def settle_output(output: Path) -> Path:
    """The full path of the output folder; only its last part may still be a link."""
    full = output.absolute()
    if full.name in ("", ".."):
        return full.resolve()
    return full.parent.resolve() / full.name


def unsafe_output(output: Path, project: Project, named: str | None = None) -> list[Problem]:
    """Refuse a folder whose replacement could destroy work; ``named`` is how the author wrote it."""
    found = _first_danger(output, project)
    if found is None:
        return []
    return [Problem("unsafe-output", found, Location(named or str(output)), _ELSEWHERE)]


def unsafe_export(file: Path, form: Form, output: Path, project: Project) -> list[Problem]:
    """Refuse to write a handbook to carry among other work, or over a file that is not an earlier one."""
    named, full, output = Location(str(file)), settle_output(file), settle_output(output)
    if any(_same(above, output) for above in (full, *full.parents)) or full in output.parents:
        message = "the folder of the site is here, and publishing replaces that folder"
        return [Problem("unsafe-output", message, named, "name a file beside the folder of the site")]
    if inside := _source_around(full, project):
        message = f"this lies inside {inside.name}/, which holds what you write yourself"
        return [Problem("unsafe-output", message, named, "name a file outside that folder")]
    if not full.name.lower().endswith(form.suffix):
        hint = f"name a file that ends in {form.suffix}, such as {form.option} handbook{form.suffix}"
        message = f"{form.option} writes a file whose name ends in {form.suffix}, and this one does not"
        return [Problem("unsafe-output", message, named, hint)]
    if full.is_symlink() or (full.exists() and not (full.is_file() and form.made(full))):
        message = "something lies here already, and it is not a handbook that playbook wrote"
        return [Problem("output-not-ours", message, named, "choose another name, or move it away yourself")]
    return []


def foreign_output(output: Path, holds: Holds, named: str | None = None) -> list[Problem]:
    """Refuse whatever lies there already and was not made by us."""
    at = Location(named or str(output))
    hint = f"move or delete it yourself, or {_ELSEWHERE}"
    if not output.exists():
        return []
    if not output.is_dir():
        return [Problem("output-not-ours", "there is a file where the folder should go", at, hint)]
    if is_ours(output):
        record = read_manifest(output)
        if record is None:
            message = f"its record {MANIFEST_NAME} is damaged, so nobody can tell which files are ours"
            return [Problem("output-not-ours", message, at, hint)]
        if record.holds is not holds:
            message = f"this folder holds {record.holds.value}, not {holds.value}"
            return [Problem("output-not-ours", message, at, hint)]
        return []
    if any(output.iterdir()):
        message = "this folder has files in it that playbook did not make"
        return [Problem("output-not-ours", message, at, hint)]
    return []


def beside(output: Path, purpose: str) -> Path:
    """A hidden place of ours beside the output, so that a rename stays on one disk."""
    return output.with_name(f".{output.name}.playbook-{purpose}")


def blocking_paths(ours: Collection[str], theirs: Iterable[str]) -> list[str]:
    """Files of someone else's that lie where we need a file or a folder."""
    files = set(ours)
    folders = {above for path in files for above in _folders_above(path)}
    return sorted(
        path
        for path in theirs
        if path in files or path in folders or not files.isdisjoint(_folders_above(path))
    )


def in_the_way(named: str, path: str) -> Problem:
    """Refuse to overwrite a file in our folder that is not ours."""
    message = "playbook did not make this file, and the handbook needs its place"
    hint = "move it away, or choose another folder"
    return Problem("output-not-ours", message, Location(f"{named}/{path}"), hint)


def _folders_above(path: str) -> set[str]:
    parts = path.split("/")
    return {"/".join(parts[:depth]) for depth in range(1, len(parts))}


def _first_danger(output: Path, project: Project) -> str | None:
    if output.is_symlink():
        return "this is a link to another place, and playbook replaces whole folders"
    guarded = _guarded(project)
    for folder, words in guarded:
        if _same(output, folder):
            return f"this is {words}; writing the handbook here would destroy it"
    for folder, words in guarded:
        if any(_same(output, above) for above in folder.resolve().parents):
            return f"this folder contains {words}; writing the handbook here would destroy it"
    if inside := _source_around(output, project):
        return f"this lies inside {inside.name}/, which holds what you write yourself"
    return None


def _source_around(path: Path, project: Project) -> Path | None:
    """The folder of the author's own work that this path lies in."""
    sources = (project.content, project.templates, project.site_config, _pages(project))
    return next(
        (source for source in sources if source and any(_same(above, source) for above in path.parents)), None
    )


def _pages(project: Project) -> Path | None:
    """The folder of hand-written pages, wherever the project's settings put it."""
    pages = pages_folder(project)
    return pages if pages and pages.is_dir() else None


def _guarded(project: Project) -> list[tuple[Path, str]]:
    guarded = [
        (project.root, "the project folder"),
        (project.content, "your content/ folder"),
        (project.templates, "your templates/ folder"),
        (project.site_config, "your site_config/ folder"),
        (Path(project.root.resolve().anchor), "the top folder of the disk"),
    ]
    if pages := _pages(project):
        guarded.append((pages, "the folder with your own pages"))
    with contextlib.suppress(RuntimeError):  # an account without a home folder
        guarded.append((Path.home(), "your home folder"))
    return guarded


def _same(one: Path, two: Path) -> bool:
    """Whether two paths are one folder, also on a disk that takes Content for content."""
    try:
        return one.samefile(two)
    except OSError:  # at least one is not there
        return one == two
