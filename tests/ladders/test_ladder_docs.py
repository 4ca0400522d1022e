"""What authors read about ladders is true: every excerpt is valid, and all of its words reach a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from playbook.bundled import templates_dir
from playbook.environment import make_environment
from playbook.loader import FOLDERS, load
from playbook.model.fields import PLACEHOLDER, Reference
from playbook.model.ladder import Ladder
from playbook.model.walk import references, wordings
from playbook.project import Project
from playbook.render import render_site
from playbook.running_text import make_resolve
from playbook.yaml_source import plain_data, read_source
from tests.ladders.reading import flat

DOCS = Path(__file__).resolve().parents[2] / "playbook" / "docs" / "ladders.md"
EXCERPTS = re.findall(
    r"^### (\d+) ([^\n]+)\n(.*?)^```yaml\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.M | re.S
)
LISTS = {
    "role": "roles",
    "group": "groups",
    "severity": "severities",
    "track": "tracks",
    "contact": "contacts",
}
RUNG = {"standing": {"formal": True, "recorded": True}}


def test_every_concept_of_a_published_ladder_has_an_example() -> None:
    assert [int(number) for number, *_ in EXCERPTS] == list(range(1, 29))


@pytest.mark.parametrize("excerpt", [pytest.param(excerpt, id=title) for _, title, _, excerpt in EXCERPTS])
def test_an_excerpt_is_valid_and_nothing_of_it_is_lost(tmp_path: Path, excerpt: str) -> None:
    source = read_source("ladders.md", excerpt.encode())
    assert not source.problems
    assert source.tree is not None
    ladder = _completed(plain_data(source.tree))
    _write(tmp_path, ladder)
    loaded = load(Project(tmp_path))
    assert loaded.problems == ()
    assert loaded.handbook is not None
    resolve = make_resolve(loaded.handbook)
    site, problems = render_site(loaded.handbook, make_environment(None, templates_dir(), resolve))
    assert site is not None, problems
    shown = flat(" ".join(page.body for page in site.pages if page.address.startswith("steps/")))
    wanted = (
        PLACEHOLDER.sub("12 months", found.value)
        for found in wordings(loaded.handbook.ladders["whole"])
        if found.path[-1] not in ("go", "end") and found.value != "any"
    )
    assert [words for words in wanted if words.rstrip(".").casefold() not in shown.casefold()] == []


def _completed(excerpt: dict[str, Any]) -> dict[str, Any]:
    """A whole ladder around an excerpt: what it leaves out is filled in, what it names exists."""
    rungs = [{"title": rung["id"].capitalize(), **RUNG, **rung} for rung in excerpt.get("rungs", [])]
    ladder = {
        "title": "A ladder",
        "track": "conduct",
        **excerpt,
        "rungs": rungs or [{"id": "one", "title": "One", **RUNG}],
    }
    named = dict.fromkeys(
        found.value
        for found in references(Ladder.model_validate(ladder))
        if isinstance(found.mark, Reference) and found.mark.kind == "rung"
    )
    there = {rung["id"] for rung in ladder["rungs"]}
    ladder["rungs"] += [{"id": id_, "title": id_.capitalize(), **RUNG} for id_ in named if id_ not in there]
    return ladder


def _write(project: Path, ladder: dict[str, Any]) -> None:
    named: dict[str, dict[str, None]] = {}
    for found in references(Ladder.model_validate(ladder)):
        assert isinstance(found.mark, Reference)
        named.setdefault(found.mark.kind, {})[found.value] = None
    settings: dict[str, Any] = {
        field: [{"id": id_, "title": id_} for id_ in named.get(kind, {})] for kind, field in LISTS.items()
    }
    decision = {
        "id": "look-back",
        "title": "How far back",
        "question": "How far?",
        "ask": "All",
        "value": "12 months",
    }
    settings |= {"organisation": {"name": "Works"}, "decisions": [decision]}
    deviations = [{"id": id_, "title": id_, "observable": "Seen."} for id_ in named.get("deviation", {})]
    files: dict[str, Any] = {
        "handbook.yml": settings,
        "ladders/whole.yml": ladder,
        "standards/a.yml": {"title": "A", "statement": "A.", "deviations": deviations},
    }
    simple = {
        "support": {"what": "Help."},
        "checklist": {"before": ["Breathe."]},
        "ladder": {"track": "conduct", "rungs": [{"id": "one", "title": "One", **RUNG}]},
    }
    folders = {kind: folder for folder, (kind, _) in FOLDERS.items()}
    for kind, fields in simple.items():
        files |= {f"{folders[kind]}/{id_}.yml": {"title": id_, **fields} for id_ in named.get(kind, {})}
    for name, data in files.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
