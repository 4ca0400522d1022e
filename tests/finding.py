"""Small handbooks for the tests of the finder: a ladder or two, some deviations, and the pages they make."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from playbook.bundled import templates_dir
from playbook.environment import make_environment
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.render import render_site
from playbook.site import Site

__all__ = ["RUNGS", "deviation", "environment", "pages", "rung", "written"]

_SETTINGS: dict[str, Any] = {
    "organisation": {"name": "Works"},
    "first_call": "desk",
    "tracks": [{"id": "work", "title": "Work"}, {"id": "conduct", "title": "Conduct"}],
    "severities": [{"id": "small", "title": "A small effect"}, {"id": "large", "title": "A large effect"}],
    "roles": [{"id": "lead", "title": "The lead"}, {"id": "board", "title": "The board"}],
    "groups": [
        {"id": "staff", "title": "Staff"},
        {"id": "leaders", "title": "Leaders"},
        {"id": "guests", "title": "Guests"},
    ],
    "contacts": [{"id": "desk", "title": "People desk", "role": "lead", "mail": "desk@works.example"}],
}


def rung(id_: str, *, formal: bool = False, **more: Any) -> dict[str, Any]:
    """One step; its title is its id in capitals."""
    standing = {"formal": formal, "recorded": formal}
    kind = "support" if id_ == "help" else "warning" if formal else "clarify"
    return {
        "id": id_,
        "title": id_.upper(),
        "kind": kind,
        "standing": standing,
        "way_back": "It ends.",
        **more,
    }


RUNGS = [
    rung("talk"),
    rung("help"),
    rung("warning", formal=True, decided_by="lead"),
    rung("ending", formal=True, decided_by="board", needs_before=["warning"]),
]


def deviation(id_: str, severity: str | None = "small", **more: Any) -> dict[str, Any]:
    """One thing that happened; its title is its id in capitals."""
    known = {"severity": severity} if severity else {}
    return {"id": id_, "title": id_.upper(), "observable": "It was seen.", **known, **more}


def written(
    folder: Path,
    ladders: dict[str, dict[str, Any]],
    deviations: list[dict[str, Any]] | None = None,
    **settings: Any,
) -> Handbook:
    """Write a handbook of these ladders and read it; ``late`` and ``gone`` happen where nothing else does."""
    happened = deviations or [deviation("late"), deviation("gone", "large")]
    files: dict[str, Any] = {
        "handbook.yml": {**_SETTINGS, **settings},
        "standards/be-there.yml": {
            "title": "Be there",
            "statement": "We come.",
            "track": "work",
            "deviations": happened,
        },
        **{
            f"ladders/{id_}.yml": {"title": id_.upper(), "track": "work", "rungs": RUNGS, **ladder}
            for id_, ladder in ladders.items()
        },
    }
    for name, data in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    loaded = load(Project(folder))
    assert loaded.problems == (), loaded.problems
    assert loaded.handbook is not None
    return loaded.handbook


def pages(handbook: Handbook) -> Site:
    """The pages of a handbook without placeholders."""
    site, problems = render_site(handbook, environment())
    assert site is not None, problems
    return site


@cache
def environment() -> Environment:
    """The templates, read once: no text that is made here holds a placeholder."""
    return make_environment(None, templates_dir(), lambda name: None)
