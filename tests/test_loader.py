"""From the files of a project to one handbook: which files are records, what is refused, what is read all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.loader import load
from playbook.problems import Problem
from playbook.project import Project
from playbook.yaml_source import MAX_BYTES

FILES = {
    "handbook.yml": "organisation: {name: Example}\ntracks: [{id: work, title: Work}]\n",
    "standards/dates.yml": "title: Say it early\nstatement: We say it early.\ntrack: work\n",
    "moments/cry.yml": "title: They start to cry\n",
}


def project(root: Path, **more: str) -> Project:
    """A small project; ``more`` adds files below content/ (``/`` is written ``__``, ``.yml`` is added)."""
    files = FILES | {f"{name.replace('__', '/')}.yml": text for name, text in more.items()}
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(root)


def found(made: Project) -> list[tuple[str, str]]:
    return [(p.check, p.location.file if p.location else "") for p in load(made).problems]


def only(made: Project) -> Problem:
    (problem,) = load(made).problems
    return problem


def test_every_record_is_read_in_a_fixed_order(tmp_path: Path) -> None:
    loaded = load(project(tmp_path, standards__clear="title: a\nstatement: b\n", words="words: []\n"))
    assert loaded.problems == ()
    assert loaded.handbook is not None
    assert loaded.handbook.complete
    assert list(loaded.handbook.records) == [
        ("handbook", "handbook"),
        ("moment", "cry"),
        ("standard", "clear"),
        ("standard", "dates"),
        ("words", "words"),
    ]


def test_ladders_stand_in_the_order_in_which_the_handbook_lists_kinds_of_concern(tmp_path: Path) -> None:
    handbook = (
        "organisation: {name: Example}\ntracks: [{id: work, title: Work}, {id: absence, title: Absence}]\n"
    )
    named = {"a": "absence", "b": "elsewhere", "c": "work", "d": "work"}
    ladders = {f"ladders__{id_}": f"title: L\ntrack: {track}\nrungs: []\n" for id_, track in named.items()}
    loaded = load(project(tmp_path, handbook=handbook, **ladders)).handbook
    assert loaded is not None
    assert list(loaded.ladders) == ["c", "d", "a", "b"]


def test_loading_twice_says_the_same(tmp_path: Path) -> None:
    made = project(tmp_path, standards__odd="titel: a\nwhy: Note: b\n", moments__other="- a\n")
    one, two = load(made), load(made)
    assert (one.problems, one.sources) == (two.problems, two.sources)


def test_without_content_there_is_one_problem(tmp_path: Path) -> None:
    assert found(Project(tmp_path)) == [("no-content", "content")]


def test_without_handbook_yml_the_other_files_are_still_read(tmp_path: Path) -> None:
    made = project(tmp_path, standards__odd="titel: a\nstatement: b\n")
    (tmp_path / "content/handbook.yml").unlink()
    assert sorted(found(made)) == [("no-handbook", "content"), ("unknown-field", "content/standards/odd.yml")]


def test_with_an_unreadable_handbook_yml_the_rest_can_still_be_judged(tmp_path: Path) -> None:
    made = project(tmp_path)
    (tmp_path / "content/handbook.yml").write_bytes(b"")
    loaded = load(made)
    assert [problem.check for problem in loaded.problems] == ["empty-file"]
    assert loaded.handbook is not None
    assert not loaded.handbook.complete
    assert "dates" in loaded.handbook.standards


def test_a_record_with_faults_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    loaded = load(project(tmp_path, standards__odd="title: Note: a\nstatement: b\n"))
    assert loaded.handbook is not None
    assert not loaded.handbook.complete
    assert loaded.handbook.standards["odd"].statement == "b"
    assert not loaded.handbook.records["standard", "odd"].whole


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("standard/clear.yml", 'did you mean "standards"?'),
        ("handbok.yml", 'did you mean "handbook.yml"?'),
        ("clear.yml", "records lie in"),
        ("standards/more/clear.yml", "move it up into content/standards/"),
        ("standards/clear.yaml", "rename it to clear.yml"),
        ("standards/clear.docx", "keep other files outside content/"),
    ],
)
def test_a_file_in_the_wrong_place_says_where_it_belongs(file: str, hint: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    path = tmp_path / "content" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("title: a\nstatement: b\n")
    problem = only(made)
    assert (problem.check, problem.location and problem.location.file) == ("unknown-file", f"content/{file}")
    assert hint in problem.hint


def test_hidden_files_schemas_and_readmes_are_left_alone(tmp_path: Path) -> None:
    made = project(tmp_path)
    for name in (
        ".git/x",
        "schemas/standard.json",
        "README.md",
        "standards/readme.txt",
        "standards/.dates.yml.swp",
    ):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert load(made).problems == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Clear Words", "rename it to clear-words.yml"),
        ("Dätes", "dates.yml is there already"),  # the same letters without marks
        ("ＤＡＴＥＳ", "dates.yml is there already"),  # wide letters
        ("dateſ", "dates.yml is there already"),  # an old letter for s
        ("ﬁre", "rename it to fire.yml"),  # two letters joined to one
        ("--", "give the file a short name"),
        ("x" * 65, "rename it to " + "x" * 64),
        ("con", "choose another file name"),
        ("lpt1", "choose another file name"),
    ],
)
def test_a_file_name_that_cannot_be_an_address_says_what_would_do(
    name: str, hint: str, tmp_path: Path
) -> None:
    made = project(tmp_path)
    (tmp_path / "content/standards" / f"{name}.yml").write_text("title: a\nstatement: b\n", encoding="utf-8")
    problem = only(made)
    assert problem.check == "bad-id"
    assert hint in problem.hint


def test_names_that_differ_in_capitals_alone_are_found_on_every_system(tmp_path: Path) -> None:
    made = project(tmp_path)
    upper = tmp_path / "content/standards/DATES.yml"
    if upper.exists():
        upper.unlink()  # this disk does not tell them apart: then there is only the one with capitals
    upper.write_text("title: a\nstatement: b\n")
    assert {check for check, _ in found(made)} == {"bad-id"}


def test_a_link_within_content_is_followed(tmp_path: Path) -> None:
    made = project(tmp_path)
    (tmp_path / "content/moments/weep.yml").symlink_to("cry.yml")
    loaded = load(made)
    assert loaded.problems == ()
    assert loaded.handbook is not None
    assert loaded.handbook.moments["weep"].title == "They start to cry"


def test_nothing_outside_content_is_read(tmp_path: Path) -> None:
    made = project(tmp_path / "project")
    outside = tmp_path / "private"
    outside.mkdir()
    (outside / "note.yml").write_text("title: Private\n")
    content = tmp_path / "project/content"
    (content / "moments/note.yml").symlink_to(outside / "note.yml")
    (content / "support").symlink_to(outside)
    (content / "standards/deep").symlink_to(outside)
    (content / "moments/up.yml").symlink_to("../../../private/note.yml")
    loaded = load(made)
    assert {problem.check for problem in loaded.problems} == {"link-outside"}
    assert len(loaded.problems) == 4
    assert "Private" not in str(loaded.sources)


def test_content_that_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    project(tmp_path / "other")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/content").symlink_to(tmp_path / "other/content")
    assert found(Project(tmp_path / "mine"))[0] == ("link-outside", "content")


def test_links_to_folders_and_circles_are_refused(tmp_path: Path) -> None:
    made = project(tmp_path)
    content = tmp_path / "content"
    (content / "support").symlink_to(content / "moments")
    (content / "moments/a.yml").symlink_to("b.yml")
    (content / "moments/b.yml").symlink_to("a.yml")
    (content / "moments/gone.yml").symlink_to("nowhere.yml")
    assert sorted(found(made)) == [
        ("unknown-file", "content/support"),
        ("unreadable-file", "content/moments/a.yml"),
        ("unreadable-file", "content/moments/b.yml"),
        ("unreadable-file", "content/moments/gone.yml"),
    ]


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    made = project(tmp_path)
    os.mkfifo(tmp_path / "content/moments/pipe.yml")
    assert found(made) == [("unknown-file", "content/moments/pipe.yml")]


def test_of_an_endless_file_only_the_beginning_is_read(tmp_path: Path) -> None:
    made = project(tmp_path)
    with (tmp_path / "content/moments/huge.yml").open("wb") as huge:
        huge.truncate(50 * MAX_BYTES)
    problem = only(made)
    assert problem.check == "file-too-large"
    assert f"{50 * MAX_BYTES:,}" in problem.message


def test_a_name_that_no_encoding_knows_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    made = project(tmp_path)
    try:
        (tmp_path / os.fsdecode(b"content/moments/\xff.yml")).write_text("title: a\n")
    except OSError:
        return  # this disk refuses such a name itself
    assert [check for check, _ in found(made)] == ["bad-id"]


def test_of_very_many_problems_the_first_are_told(tmp_path: Path) -> None:
    made = project(tmp_path, moments__many="title: a\nsay:\n" + "  -\n" * 3000)
    problems = load(made).problems
    assert len(problems) == 101
    assert "2,900 more" in problems[-1].message
    assert problems[-1].hint


def test_naming_a_record_that_could_not_be_read_is_no_second_problem(tmp_path: Path) -> None:
    made = project(tmp_path, moments__weep="- only\n- a list\n")
    (tmp_path / "content/moments/Deny It.yml").write_text("title: a\n")
    loaded = load(made)
    assert loaded.handbook is not None
    assert {"weep", "deny-it"} <= loaded.handbook.unread
