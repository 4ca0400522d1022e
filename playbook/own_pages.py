"""What a project adds by hand: its pages and its theme parts.

Says what may not be published: an address that is taken, a link out of the project, a name
that nobody can read. Reads the disk; changes nothing and knows no engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from playbook.engine_config import hashed_names, theme_assets
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.site import Site
from playbook.site_settings import is_text, own_settings

__all__ = [
    "hand_written",
    "own_addresses",
    "own_problems",
    "pages_folder",
    "taken_addresses",
    "unfit_pages_folder",
]

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}


def pages_folder(project: Project) -> Path | None:
    """Where the project's hand-written pages lie; nothing when its settings do not say it in words."""
    settings, problems = own_settings(project)
    named = settings.get("docs_dir")
    if problems or (named is not None and not is_text(named)):
        return None
    if named:
        return project.root / str(named)
    usual = project.root / "docs"  # the engine's own default, where there are settings
    return usual if settings and usual.is_dir() else project.site_config / "docs"


def unfit_pages_folder(project: Project) -> list[Problem]:
    """Why the folder that docs_dir names must not be published; nothing when it may be."""
    settings, problems = own_settings(project)
    if problems or "docs_dir" not in settings:
        return problems
    named = settings["docs_dir"]
    if not is_text(named) or not named:
        return [_docs_dir_problem("docs_dir must be the name of a folder in the project")]
    root, content = project.root.resolve(), project.content.resolve()
    try:
        folder = (root / named).resolve()
    except (OSError, RuntimeError):
        return [_docs_dir_problem(f'docs_dir names "{named}", and links on that path lead in a circle')]
    if folder == root or not folder.is_relative_to(root):
        return [_docs_dir_problem(f'docs_dir names "{named}", which is not a folder inside the project')]
    if content.is_relative_to(folder) or folder.is_relative_to(content):
        return [_docs_dir_problem(f'docs_dir names "{named}", and the records in content/ lie there')]
    if any(part.startswith(".") for part in folder.relative_to(root).parts):
        return [_docs_dir_problem(f'docs_dir names "{named}", and hidden folders are not published')]
    if not folder.is_dir():
        return [_docs_dir_problem(f'docs_dir names "{named}", and there is no such folder')]
    return []


def hand_written(folder: Path) -> dict[str, Path]:
    """The pages and files that somebody put beside the handbook's own, by their path."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    hidden = {path for path in found if any(part.startswith(".") for part in path.parts)}
    return {path.as_posix(): file for path, file in found.items() if path not in hidden}


def own_addresses(project: Project) -> set[str]:
    """Addresses that hand-written pages and files are published at, as links name them."""
    folder = None if unfit_pages_folder(project) else pages_folder(project)
    found = {_published_at(path) for path in hand_written(folder)} if folder else set()
    return found | {path.removesuffix("index.html") for path in found if _is_index(path)}


def own_problems(project: Project, site: Site, folder: Path | None = None) -> list[Problem]:
    """Everything written by hand that must not be published with this site.

    ``folder`` holds the pages, if somebody knows it better than the project's own settings.
    """
    if folder is None and not unfit_pages_folder(project):  # never look through a whole disk
        folder = pages_folder(project)
    found = list(_unfit(project.site_config / "overrides", project))
    if folder is None:
        return [*own_settings(project)[1], *found]
    found += _unfit(folder, project)
    return found or taken_addresses(site, folder, project)


def taken_addresses(site: Site, folder: Path, project: Project) -> list[Problem]:
    """Files written by hand that have the address of one of our pages or files."""
    written = hand_written(folder)
    if not written:
        return []
    theme = theme_assets()
    ours = {f"{page.address}index.html" for page in site.pages}
    ours |= {asset.address for asset in (*site.assets, *theme)} | set(hashed_names(theme).values())
    return [
        _taken(project.relative(file), _published_at(path))
        for path, file in written.items()
        if _published_at(path) in ours
    ]


def _taken(file: str, published_at: str) -> Problem:
    address = published_at.removesuffix("index.html") if _is_index(published_at) else published_at
    message = f"this file has the address of a page or file that the handbook makes itself (/{address})"
    return Problem("page-taken", message, Location(file), "rename it, or delete it")


def _published_at(path: str) -> str:
    """README.md, index.md and index.html are one address, and so are x.md and x/index.html."""
    name = PurePosixPath(path)
    if name.suffix not in _MARKDOWN:
        return path
    place = name.parent if name.stem in ("index", "README") else name.with_suffix("")
    return (place / "index.html").as_posix()


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _unfit(folder: Path, project: Project) -> Iterator[Problem]:
    """Links out of the project and names that nobody can read, also behind links to folders."""
    root = project.root.resolve()
    in_project = folder.absolute().is_relative_to(project.root.absolute())
    if in_project and folder.exists() and not _leads_into(folder, root):
        yield _link_outside(folder, project)
        return
    bounds = (root,) if in_project else (root, folder.resolve())
    seen, waiting = set(), [folder] if folder.is_dir() else []
    while waiting:
        here = waiting.pop()
        if (real := here.resolve()) in seen:
            continue
        seen.add(real)
        try:
            paths = sorted(here.iterdir())
        except OSError:
            message, hint = "this folder cannot be opened", "ask for the right to read it"
            yield Problem("unreadable-file", message, Location(project.relative(here)), hint)
            continue
        for path in paths:
            if path.name.startswith("."):
                continue
            if not is_text(path.name):
                yield _unreadable_name(path, project)
            elif path.is_symlink() and not any(_leads_into(path, bound) for bound in bounds):
                yield _link_outside(path, project)
            elif path.is_dir():
                waiting.append(path)


def _leads_into(path: Path, bound: Path) -> bool:
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return False
    return real != bound and real.is_relative_to(bound)


def _link_outside(path: Path, project: Project) -> Problem:
    message = "this is a link to a place outside the project"
    return Problem("link-outside", message, Location(project.relative(path)), "copy the files instead")


def _unreadable_name(path: Path, project: Project) -> Problem:
    shown = project.relative(path).encode("utf-8", "backslashreplace").decode()
    message = "the name of this file is not UTF-8 text, so it can be no address"
    return Problem("unreadable-file", message, Location(shown), "rename it, with letters a-z for example")


def _docs_dir_problem(message: str) -> Problem:
    hint = "name a folder that holds your own pages and nothing else, such as docs_dir: pages"
    return Problem("engine-failed", message, Location("mkdocs.yml"), hint)
