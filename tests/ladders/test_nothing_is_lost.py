"""Whatever an author writes about a ladder stands on a page: every word and length, both ends of a range."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from playbook.bundled import templates_dir
from playbook.environment import make_environment
from playbook.loader import load
from playbook.markdown_text import line_html, prose_html
from playbook.model.fields import Wording
from playbook.model.walk import Marked, wordings
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.render import render_site
from playbook.running_text import make_resolve
from tests.ladders.reading import CASES, flat
from tests.ladders.whole_ladder import WholeLadder

EXAMPLE = Path(__file__).resolve().parents[2]
HANDBOOKS = [*sorted(path.parent for path in CASES.glob("*/content")), EXAMPLE]
_POINTER = re.compile(r"tests\.\d+\.if_\w+\.go|skip_rules\.\d+\.from")
"""These say where to go on; they hold no words for readers."""


@pytest.mark.parametrize("project", HANDBOOKS, ids=lambda path: path.name)
def test_every_word_of_a_ladder_stands_on_one_of_its_pages(project: Path) -> None:
    handbook, shown = _read(project)
    lost = [
        f"{id_}: {'.'.join(map(str, found.path))}: {found.value}"
        for id_, ladder in handbook.ladders.items()
        for found in wordings(ladder)
        if not _is_pointer(handbook, id_, found) and _words(handbook, found) not in shown
    ]
    assert lost == []


@pytest.mark.parametrize("flags", [False, True])
@pytest.mark.parametrize("choice", range(4))
def test_every_field_there_is_stands_on_a_page(tmp_path: Path, flags: bool, choice: int) -> None:
    whole = WholeLadder(flags=flags, choice=choice)
    _, shown = _read(whole.write(tmp_path))
    lost = [
        f"{path}: {words}"
        for path, words in whole
        if words.casefold() not in shown and not (flags and _is_ruled_out(path))
    ]
    assert lost == []


def _is_ruled_out(path: str) -> bool:
    """A cell that is missing holds no range beside it."""
    return re.search(r"\.cells\.[^.]+\.(from|to|one_of|force)\b", path) is not None


def _is_pointer(handbook: Handbook, ladder_id: str, found: Marked) -> bool:
    path = ".".join(map(str, found.path))
    if isinstance(found.mark, Wording) and found.mark.kind == "search":
        return True
    ends = {
        "call-people",
        "fix-the-system",
        "support",
        "no-action",
        *(end.id for end in handbook.ladders[ladder_id].ends),
    }
    return _POINTER.fullmatch(path) is not None or (path.endswith(".end") and found.value in ends)


def _words(handbook: Handbook, found: Marked) -> str:
    resolve = make_resolve(handbook)
    prose = isinstance(found.mark, Wording) and found.mark.kind == "prose"
    words = flat(str((prose_html if prose else line_html)(found.value, resolve)))
    return words.rstrip(".").casefold()


@cache
def _read(project: Path) -> tuple[Handbook, str]:
    """A handbook, and everything that a reader sees on the pages of its ladders and their steps."""
    loaded = load(Project(project))
    assert loaded.problems == ()
    assert loaded.handbook is not None
    site, problems = render_site(
        loaded.handbook, make_environment(None, templates_dir(), make_resolve(loaded.handbook))
    )
    assert site is not None, problems
    pages = (
        page.body for page in site.pages if page.address.startswith("steps/") or page.address == "my-side/"
    )
    return loaded.handbook, flat(" ".join(pages)).casefold()
