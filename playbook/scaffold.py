"""Begin a project: a working starter with its schemas and settings; never overwrites anything.

The full pack is the bundled example handbook with the pages written for it; the minimal one is three commented files.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from playbook.bundled import content_dir, site_config_dir
from playbook.json_schema import json_schemas
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.project_files import project_files

__all__ = ["PACKS", "new_project", "write_schemas"]

_MINIMAL = Path(__file__).parent / "starters" / "minimal" / "content"
PACKS = ("full", "minimal")


def new_project(folder: Path, pack: str, pipeline: str = "none") -> list[Problem]:
    """Write a starter into a folder that does not exist yet, or is empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        name = folder.resolve().name or str(folder.resolve())  # "." has no name of its own
        hint = "name a folder that does not exist yet; nothing was changed"
        return [Problem("not-empty", f'"{name}" is there already and is not empty', Location(name), hint)]
    there = folder if folder.exists() else folder.parent
    there.mkdir(parents=True, exist_ok=True)
    # a handbook is there wholly or not at all, also where somebody stops it half-way
    with tempfile.TemporaryDirectory(prefix=".playbook-", dir=there) as aside:
        new = Path(aside, "handbook")
        _write(new, pack, pipeline)
        if there == folder:
            for path in sorted(new.iterdir()):
                path.rename(folder / path.name)
        else:
            new.rename(folder)
    return []


def _write(folder: Path, pack: str, pipeline: str) -> None:
    source = content_dir() if pack == "full" else _MINIMAL
    shutil.copytree(source, folder / "content", ignore=shutil.ignore_patterns("schemas", ".*"))
    write_schemas(folder / "content" / "schemas", load(Project(folder)).handbook)
    for name, text in project_files(pipeline).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    if pack == "full":  # the example links to them
        for page in sorted((site_config_dir() / "docs").glob("*.md")):
            shutil.copyfile(page, folder / "pages" / page.name)


def write_schemas(folder: Path, handbook: Handbook | None = None) -> list[Path]:
    """Write the JSON Schema of every record kind; with a handbook, editors propose its own ids too."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, schema in json_schemas(handbook).items():
        path = folder / f"{kind}.json"
        path.write_text(
            json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
        )
        written.append(path)
    return written
