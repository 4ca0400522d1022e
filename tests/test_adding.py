"""`playbook add`: a commented file of each kind that brings no error, whatever the handbook already lists."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.adding import KINDS, Added, add_record
from playbook.checks import levels_for, run_checks
from playbook.cli import main
from playbook.compiler import compile_handbook
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.problems import Level, Problem, assign_levels, has_errors
from playbook.project import Project

TEACHING = {"still-to-write", "unused-record", "which-ladder"}
"""What a file that was just begun may be told: what to write, where to name it, and whom it is for."""

BARE = "organisation: {name: Us}\n"


def _handbook(project: Project) -> Handbook:
    handbook = load(project).handbook
    assert handbook is not None
    return handbook


def _add(project: Project, kind: str, id_: str) -> Added | Problem:
    return add_record(project, _handbook(project), kind, id_)


def _project(folder: Path, settings: str) -> Project:
    (folder / "content").mkdir()
    (folder / "content/handbook.yml").write_text(settings, encoding="utf-8")
    return Project(folder)


@pytest.fixture
def minimal(repository: Path, tmp_path: Path) -> Project:
    shutil.copytree(repository / "playbook/starters/minimal", tmp_path / "book")
    return Project(tmp_path / "book")


@pytest.fixture(scope="module")
def renamed(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The minimal starter, whose one deviation had another id before."""
    project = Project(tmp_path_factory.mktemp("renamed"))
    shutil.copytree(repository / "playbook/starters/minimal/content", project.content)
    dates = project.content / "standards/dates.yml"
    old = dates.read_text(encoding="utf-8")
    new = old.replace("  - id: silent-miss\n", "  - id: silent-miss\n    was: [silent-mis]\n")
    dates.write_text(new, encoding="utf-8")
    return project


def test_every_kind_can_be_added_to_the_minimal_starter(minimal: Project) -> None:
    handbook = _handbook(minimal)
    for kind, folder in KINDS.items():
        added = add_record(minimal, handbook, kind, f"new-{kind}")
        assert isinstance(added, Added)
        assert added.file == f"content/{folder}/new-{kind}.yml"
        text = (minimal.root / added.file).read_text(encoding="utf-8")
        assert text.startswith(f"# yaml-language-server: $schema=../schemas/{kind}.json\n# ")
        assert "{{" not in text
    assert {one.check for one in compile_handbook(minimal).problems} == TEACHING | {"open-decision"}


def test_every_kind_can_be_added_beside_others(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "tests/bad_content/_base/content", tmp_path / "content")
    project = Project(tmp_path)
    handbook = _handbook(project)
    wanted = [(kind, f"another-{kind}") for kind in KINDS] + [("standard", "a-standard-" + "x" * 53)]
    files = [add_record(project, handbook, kind, id_) for kind, id_ in wanted]
    loaded = load(project)
    assert loaded.handbook is not None
    found = [*loaded.problems, *run_checks(loaded.handbook)]
    new = {added.file for added in files if isinstance(added, Added)}
    assert len(new) == len(wanted)
    told = [one for one in found if one.location and one.location.file in new]
    assert {one.check for one in told} <= TEACHING | {"formal-papers"}
    assert not has_errors(assign_levels(found, levels_for(loaded.handbook)))


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        (BARE, {"ladder", "urgent", "path"}),
        (BARE + "contacts: [{id: us, title: Us}]\n", {"ladder", "path"}),
        (
            BARE + "tracks: [{id: a, title: A}]\nseverities: [{id: b, title: B}]\n",
            {"ladder", "urgent", "path"},
        ),
    ],
)
def test_what_is_not_listed_yet_is_a_comment_or_named_as_what_comes_first(
    settings: str, refused: set[str], tmp_path: Path
) -> None:
    project = _project(tmp_path, settings)
    handbook = _handbook(project)
    said = {kind: add_record(project, handbook, kind, "new-one") for kind in KINDS}
    assert {kind for kind, one in said.items() if isinstance(one, Problem)} == refused
    for one in said.values():
        if isinstance(one, Problem):
            assert re.search(r"needs a .*, and this handbook has none yet; nothing was written", one.message)
            assert one.hint
    assert not has_errors(compile_handbook(project).problems)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("standard Say_Early", "try: playbook add standard say-early"),
        ("standard con", '"con" is a name that Windows keeps for itself'),
        ("standard ../handbook", '"../handbook" cannot be an id'),
        ("standard dates", "content/standards/dates.yml:1:1: error: this file is there already"),
        ("moment silent-miss", "is the id of a deviation in content/standards/dates.yml"),
        ("moment silent-mis", "is an earlier id of a deviation in content/standards/dates.yml"),
        ("deviation late", 'it stands in the standard it falls short of, under "deviations"'),
        ("standart late", 'did you mean "standard"?'),
        ("policy late", "kinds are: standard, ladder, moment"),
    ],
)
def test_what_cannot_be_added_is_said_plainly(words: str, said: str, renamed: Project) -> None:
    before = sorted(renamed.root.rglob("*"))
    done = CliRunner().invoke(main, ["add", *words.split(), str(renamed.root)])
    assert done.exit_code == 2
    assert said in done.stdout
    assert sorted(renamed.root.rglob("*")) == before


def test_a_new_file_is_named_with_what_to_do_next(minimal: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(minimal.root)
    done = CliRunner().invoke(main, ["add", "moment", "they-cry"])
    assert done.exit_code == 0
    assert done.stdout.startswith("content/moments/they-cry.yml is written")
    assert done.stdout.partition("Next:\n")[2].splitlines() == [
        "  replace each [Write ...] in content/moments/they-cry.yml by your own words; delete a field that you do not need",
        '  name it where it may happen: "if_they: [they-cry]" in a deviation or a step',
        "  playbook check .",
    ]
    assert (minimal.content / "schemas/moment.json").is_file()
    # editors propose the new id at once
    assert '"they-cry"' in (minimal.content / "schemas/standard.json").read_text(encoding="utf-8")


def test_own_words_come_first_wherever_a_starter_leaves_them_to_its_author(minimal: Project) -> None:
    for kind in KINDS:
        added = _add(minimal, kind, f"new-{kind}")
        assert isinstance(added, Added)
        left = "[Write " in (minimal.root / added.file).read_text(encoding="utf-8")
        first, *then = added.next.splitlines()
        assert first.startswith(f"replace each [Write ...] in {added.file} ") == left, kind
        assert then and all(step.startswith("  ") and "{" not in step for step in then), kind


def test_an_unfinished_file_cannot_be_in_force(minimal: Project) -> None:
    assert isinstance(_add(minimal, "support", "time-off"), Added)
    book = minimal.content / "handbook.yml"
    book.write_text(
        book.read_text(encoding="utf-8").replace("status: draft ", "status: in-force "), encoding="utf-8"
    )
    levels = {one.level for one in compile_handbook(minimal).problems if one.check == "still-to-write"}
    assert levels == {Level.ERROR}


def test_a_blank_that_asks_to_write_on_paper_is_not_unfinished(minimal: Project) -> None:
    assert isinstance(_add(minimal, "paper", "note"), Added)
    paper = minimal.content / "papers/note.yml"
    before = paper.read_text(encoding="utf-8")
    blank = "text: On [Write the day here] at [place]"
    assert "text: On [day] at [place]" in before
    paper.write_text(before.replace("text: On [day] at [place]", blank), encoding="utf-8")
    places = [one.location for one in compile_handbook(minimal).problems if one.check == "still-to-write"]
    assert [place.line for place in places if place] == [6]  # only "used_when"


def test_nothing_is_written_through_a_link_that_leads_out(minimal: Project, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "moment.json").write_text("mine", encoding="utf-8")
    shutil.rmtree(minimal.content / "schemas", ignore_errors=True)
    (minimal.content / "schemas").symlink_to(away, target_is_directory=True)
    done = CliRunner().invoke(main, ["add", "moment", "they-cry", str(minimal.root)])
    assert done.exit_code == 2
    assert "a link that leads out of the project" in done.stdout
    assert (away / "moment.json").read_text(encoding="utf-8") == "mine"
    assert not (minimal.content / "moments/they-cry.yml").exists()
