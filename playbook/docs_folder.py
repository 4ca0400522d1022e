"""Write a handbook as an ordinary docs folder with engine settings, for any site engine.

Changes only files that changed and removes only its own stale ones. An engine that knows no
plugins (Zensical) builds the same pages from it as MkDocs does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from playbook.engine_config import (
    FEATURES,
    MARKDOWN_EXTENSIONS,
    nav_config,
    override_dirs,
    site_address,
    theme_assets,
    theme_extra,
)
from playbook.own_pages import hand_written, own_problems, pages_folder, unfit_pages_folder
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.publish import Published, update_folder
from playbook.site import Site
from playbook.site_settings import own_settings

__all__ = ["docs_files", "engine_settings", "write_docs"]

_CARRIED = ("site_name", "site_url", "site_description", "copyright")
_ABOUT = """\
# Made by `playbook compile`. Changes here are overwritten: edit content/ instead.
# Build with `mkdocs build` or `zensical build` in this folder.
"""


def write_docs(project: Project, site: Site, folder: Path) -> Published:
    """Bring ``folder`` up to date with this handbook, or say why it cannot be."""
    if unfit := unfit_pages_folder(project) or own_problems(project, site):
        return Published(tuple(unfit))
    try:
        files = docs_files(project, site)
    except OSError as error:
        place = Location(project.relative(Path(error.filename or project.site_config)))
        message = f"this file cannot be read: {(error.strerror or 'the system refused').lower()}"
        return Published((Problem("unreadable-file", message, place, "ask for the right to read it"),))
    return update_folder(folder, files, project=project)


def docs_files(project: Project, site: Site) -> dict[str, bytes]:
    """Every file of the docs folder by its path; hand-written pages and theme parts included."""
    files = dict(_theme_parts(project))
    if pages := pages_folder(project):
        files |= {f"docs/{path}": file.read_bytes() for path, file in hand_written(pages).items()}
    files |= {f"docs/{asset.address}": asset.content for asset in (*theme_assets(), *site.assets)}
    files |= {f"docs/{page.path}": page.markdown.encode() for page in site.pages}
    own, _ = own_settings(project)
    carried = {name: own[name] for name in _CARRIED if isinstance(own.get(name), str) and own[name]}
    settings = engine_settings(site) | carried
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    return files | {"mkdocs.yml": (_ABOUT + text).encode()}


def engine_settings(site: Site) -> dict[str, Any]:
    """The whole mkdocs.yml: no plugin does the rest here."""
    return {
        "site_name": site.name,
        "site_url": site_address(site),
        "docs_dir": "docs",
        "theme": {
            "name": "material",
            "variant": "classic",  # Zensical's word for the look the handbook is made for
            "custom_dir": "overrides",
            "language": site.language,
            "font": False,
            "features": FEATURES,
        },
        "plugins": [],  # the handbook brings its own search
        "markdown_extensions": [{name: options} for name, options in MARKDOWN_EXTENSIONS.items()],
        # Through JSON, so that only plain values reach a file that other programs read.
        "extra": {"playbook": json.loads(json.dumps(theme_extra(site)))},
        "nav": nav_config(site),
    }


def _theme_parts(project: Project) -> Iterator[tuple[str, bytes]]:
    for folder in reversed(override_dirs(project)):  # the project's own come last and win
        for path in sorted(folder.rglob("*.html")):
            yield f"overrides/{path.relative_to(folder).as_posix()}", path.read_bytes()
