"""The six stories in playbook/docs/vignettes.md end where the finder says, so that neither can drift."""

from __future__ import annotations

import re

import pytest

from benchmarks.measured import ROOT
from playbook.loader import load
from playbook.project import Project
from playbook.readability import sentences
from playbook.views.common import Atlas
from playbook.views.which import which_lines

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "playbook/docs/vignettes.md").read_text(encoding="utf-8").splitlines()
    if re.search(r"\| `[a-z-]+` \|", line)
]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    handbook = load(Project(ROOT)).handbook
    assert handbook is not None
    return Atlas.of(handbook)


def test_there_are_six_stories_of_three_sentences_from_different_work() -> None:
    assert len(ROWS) == 6
    assert len({where for where, *_ in ROWS}) == len({happened for _, _, happened, *_ in ROWS}) == 6
    assert [len(list(sentences(story))) for _, story, *_ in ROWS] == [3] * 6


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_story_starts_where_the_finder_says(atlas: Atlas, row: list[str]) -> None:
    _, _, happened, count, start = row
    lines = which_lines(atlas, happened.strip("`"), int(count.rstrip("+")))
    ranges = [
        lines[at + 1].strip() for at, line in enumerate(lines) if line.startswith("What we have agreed")
    ]
    assert ranges == [start]
