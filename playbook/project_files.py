"""The files beside content/ in a new project: settings of the site engine, of the editor, and of a pipeline.

Every one of them is optional for ``build``. Returns texts by their place; ``scaffold`` writes them.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from playbook.content_files import FILES, FOLDERS

__all__ = ["PIPELINES", "project_files"]

PIPELINES = ("none", "github", "gitlab")
"""Whose pipeline a project can begin with."""

_STARTERS = Path(__file__).parent / "starters" / "pipelines"
_PLACES = {"github": ".github/workflows/handbook.yml", "gitlab": ".gitlab-ci.yml"}

_ENGINE = """\
# Settings of the site engine. The handbook itself lies in content/; `playbook build` also works without this file.
site_name: "" # the title in content/handbook.yml
docs_dir: pages # for pages you write yourselves in Markdown, such as one about your works council
theme:
  name: material
  font: false
plugins:
  - playbook
"""
_IGNORED = "site/\n"
_REQUIREMENTS = """\
# The tool that your pipeline installs: from the package index of your organisation, or from the address of its source.
# Change the number when you want a newer one, and look at the page changes first.
accountability-playbook=={version}
"""


def project_files(pipeline: str = "none") -> dict[str, str]:
    """Each file by its place in the project, with its text."""
    files = {
        "mkdocs.yml": _ENGINE,
        ".gitignore": _IGNORED,
        "pages/.gitkeep": "",
        ".vscode/extensions.json": _data({"recommendations": ["redhat.vscode-yaml"]}),
        ".vscode/settings.json": _data(_editor()),
    }
    if pipeline != "none":
        files |= {
            _PLACES[pipeline]: _starter(pipeline),
            ".pre-commit-config.yaml": _starter("pre-commit"),
            "requirements.txt": _REQUIREMENTS.format(version=version("accountability-playbook")),
        }
    return files


def _starter(name: str) -> str:
    return (_STARTERS / f"{name}.yml").read_text(encoding="utf-8")


def _editor() -> dict[str, object]:
    """What the editor needs to explain each field: which schema belongs to which files; nothing is fetched."""
    folders = {kind: f"content/{folder}/*.yml" for folder, (kind, _) in FOLDERS.items()}
    files = {kind: f"content/{name}" for name, (kind, _) in FILES.items()}
    return {
        "yaml.schemas": {
            f"./content/schemas/{kind}.json": place for kind, place in (files | folders).items()
        },
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on"},
    }


def _data(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"
