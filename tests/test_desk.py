"""The author's desk: corrections of slips, the open decisions, every page of a check, ids that editors propose."""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from playbook.checks import explain_all
from playbook.checks.registry import CHECKS
from playbook.cli import main
from playbook.fixing import fixes_for, with_fixes
from playbook.problems import Location, Problem
from playbook.project_files import PIPELINES, project_files
from playbook.review import Table, as_text
from playbook.scaffold import PACKS, new_project
from tests.test_docs_drift import commands, options

SLIP = "# a comment\r\nvalu: reliability   # keep me\r\ntrack: performance\r\n"


def _run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, list(words))
    return done.exit_code, done.stdout, done.stderr


def _slip(column: int = 1, word: str = "valu", hint: str = 'did you mean "value"?') -> Problem:
    at = Location("content/standards/x.yml", 2, column, len(word))
    return Problem("unknown-field", f'"{word}" is no field of a standard', at, hint)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    assert new_project(tmp_path / "book", "minimal") == []
    return tmp_path / "book"


def test_a_slip_is_corrected_and_nothing_else() -> None:
    fixes = fixes_for([_slip()], "content/standards/x.yml", SLIP)
    assert [str(fix) for fix in fixes] == ['content/standards/x.yml:2:1: changed "valu" to "value"']
    assert with_fixes(SLIP, fixes) == SLIP.replace("valu:", "value:")


@pytest.mark.parametrize(
    "problem",
    [
        _slip(hint="fields are: title, value"),  # nothing near
        _slip(hint='did you mean "statement"?'),  # not near enough to be sure
        _slip(column=3),  # something else stands there
        Problem("bad-flag", '"valu"', Location("content/standards/x.yml", 2, 1, 4), 'did you mean "value"?'),
        Problem(
            "unknown-field", '"valu"', Location("content/standards/y.yml", 2, 1, 4), 'did you mean "value"?'
        ),
        Problem("unknown-field", '"valu"', None, 'did you mean "value"?'),
    ],
)
def test_what_is_not_sure_stays(problem: Problem) -> None:
    assert fixes_for([problem], "content/standards/x.yml", SLIP) == []


def test_fix_mends_names_and_keeps_comments(project: Path) -> None:
    (file,) = (project / "content/standards").glob("*.yml")
    sound = file.read_text(encoding="utf-8")
    file.write_text(
        sound.replace("statement:", "statment:").replace("severity: minor", "severity: minr"),
        encoding="utf-8",
    )
    code, said, changed = _run("check", str(project), "--fix")
    assert (code, file.read_text(encoding="utf-8")) == (0, sound)
    assert 'changed "statment" to "statement"' in changed
    assert 'changed "minr" to "minor"' in changed
    assert "2 words corrected." in changed
    assert "error:" not in said and "no errors, no warnings" in said


def test_names_that_agree_are_not_bent_to_a_slip_in_what_they_name(project: Path) -> None:
    handbook = project / "content/handbook.yml"
    slipped = handbook.read_text(encoding="utf-8").replace("- id: minor", "- id: minr")
    handbook.write_text(slipped, encoding="utf-8")
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.yml")}
    code, said, _ = _run("check", str(project), "--fix")
    assert code == 1
    assert '2 places say "minor", and none "minr": is it mistyped or renamed where it is defined?' in said
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.yml")} == before


def test_nothing_is_bent_to_a_list_that_lost_an_entry(project: Path) -> None:
    """A dash was forgotten: the second contact is written, and no reference to it is wrong."""
    handbook = project / "content/handbook.yml"
    text = handbook.read_text(encoding="utf-8")
    title = re.search(r"^contacts:.*\n(?:.*\n)*?  - id: (.+)\n    title: (.+)\n", text, re.MULTILINE)
    assert title
    second = f"      id: {title[1]}s\n      title: {title[2]}s\n"
    text = text[: title.end()] + second + text[title.end() :] + f"suggest_to: {title[1]}s\n"
    handbook.write_text(
        re.sub(r"^suggest_to: .*\n(?=.*^suggest_to)", "", text, flags=re.M | re.S), encoding="utf-8"
    )
    _, said, _ = _run("check", str(project), "--fix")
    assert f"suggest_to: {title[1]}s\n" in handbook.read_text(encoding="utf-8"), said


def test_a_correction_that_would_do_harm_is_taken_back(project: Path) -> None:
    (file,) = (project / "content/standards").glob("*.yml")
    twice = file.read_text(encoding="utf-8") + "statment: Another one.\n"
    file.write_text(twice, encoding="utf-8")
    assert _run("check", str(project), "--fix")[0] == 1
    assert file.read_text(encoding="utf-8") == twice


def test_a_small_screen_ends_with_what_was_found_and_the_verdict(project: Path) -> None:
    (file,) = (project / "content/standards").glob("*.yml")
    file.write_text(
        file.read_text(encoding="utf-8").replace("severity: minor", "severity: minr"), encoding="utf-8"
    )
    _, said, _ = _run("check", str(project))
    assert said.startswith("content/standards/")
    found, verdict = said.split("\n\n")[-2:]
    assert "[unknown-reference]" in found
    count, summary = verdict.splitlines()
    assert count.startswith("4 of 4 decisions still open, in content/handbook.yml from line ")
    assert count.endswith("; they are listed once the errors are mended.")
    assert summary.endswith("a person must still judge.")


@pytest.mark.parametrize("pack", PACKS)
def test_a_new_handbook_says_on_one_screen_what_is_open_and_what_to_do_next(
    pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, said, _ = _run("new", "my-handbook", "--pack", pack)
    lines = said.splitlines()
    assert len(lines) <= 20 and max(map(len, lines)) <= 80
    ready, count, *rows = lines[: lines.index("")]
    assert ready == "my-handbook is ready: edit the files in my-handbook/content."
    text = (tmp_path / "my-handbook/content/handbook.yml").read_text(encoding="utf-8")
    decisions = yaml.safe_load(text)["decisions"]
    first = text.splitlines().index(f"  - id: {decisions[0]['id']}") + 1
    many = f"{len(decisions)} of {len(decisions)}"
    assert count == f"{many} decisions still open, in content/handbook.yml from line {first} on:"
    columns = zip_longest(*(re.split(r" {2,}", row.strip()) for row in rows))
    assert [title for column in columns for title in column if title] == [one["title"] for one in decisions]
    assert lines[lines.index("") + 1 :] == [
        "Next, see each with its question and whom to ask, then make the pages:",
        "  playbook check my-handbook",
        "  playbook build my-handbook",
    ]


def test_open_decisions_are_one_block_with_the_line_of_each(project: Path) -> None:
    _, said, _ = _run("check", str(project))
    assert "[open-decision]" not in said
    book = project / "content/handbook.yml"
    lines = said.splitlines()
    first = next(line for line in lines if line.startswith("  line "))
    number, question = first.removeprefix("  line ").split(": ", 1)
    decisions = book.read_text(encoding="utf-8").splitlines()
    assert decisions[int(number) - 1].strip().startswith("- id:")
    assert any(question in line for line in decisions)


def test_editors_propose_the_ids_of_this_handbook(project: Path) -> None:
    assert _run("schema", str(project))[0] == 0
    schema = json.loads((project / "content/schemas/standard.json").read_text(encoding="utf-8"))
    proposed = schema["$defs"]["Deviation"]["properties"]["severity"]["anyOf"][0]["enum"]
    assert proposed == ["minor", "serious"]


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_files_beside_the_content_can_be_read_and_call_what_is_there(pipeline: str) -> None:
    known, called = dict(commands()), set()
    for place, text in project_files(pipeline).items():
        if place.endswith(".json"):
            assert isinstance(json.loads(text), dict)
        elif place.endswith((".yml", ".yaml")):
            assert isinstance(yaml.safe_load(text), dict)
        for words in re.findall(r"(?:run: |entry: |- )playbook ([a-z].*)", text):
            name, *rest = words.split()
            called.add(name)
            assert {word for word in rest if word.startswith("--")} <= options(known[name]), words
            if "--format" in rest:
                (form,) = [option for option in known[name].params if "--format" in option.opts]
                assert rest[rest.index("--format") + 1] in form.type.choices  # type: ignore[attr-defined]
    assert called == (set() if pipeline == "none" else {"check", "build"})


def test_a_pipeline_is_written_where_its_host_looks_and_only_on_request(tmp_path: Path) -> None:
    for pipeline, wanted in (("none", set()), ("github", {".github"}), ("gitlab", {".gitlab-ci.yml"})):
        if pipeline == "github":
            assert _run("new", str(tmp_path / pipeline), "--pack", "minimal", "--pipelines", pipeline)[0] == 0
        else:
            assert new_project(tmp_path / pipeline, "minimal", pipeline) == []
        there = {path.name for path in (tmp_path / pipeline).iterdir()}
        with_it = {".pre-commit-config.yaml", "requirements.txt"} if wanted else set()
        always = {".gitignore", ".vscode", "content", "mkdocs.yml", "pages"}
        assert there == always | wanted | with_it
    published = project_files("github")[".github/workflows/handbook.yml"]
    (publish,) = [job for name, job in yaml.safe_load(published)["jobs"].items() if name != "handbook"]
    assert "vars.PUBLISH_HANDBOOK == 'yes'" in publish["if"]


def test_the_editor_knows_the_schema_of_each_file(project: Path) -> None:
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (project / schema).is_file()
        for file in project.glob(files):
            assert Path(schema).name in file.read_text(encoding="utf-8").splitlines()[0]
    covered = {file for files in settings["yaml.schemas"].values() for file in project.glob(files)}
    assert covered == set((project / "content").rglob("*.yml"))


def test_every_check_stands_in_the_whole_list() -> None:
    pages = explain_all()
    assert _run("explain", "--all")[1] == pages
    headings = [line.removeprefix("## ") for line in pages.splitlines() if line.startswith("## ")]
    assert [heading for heading in headings if heading in CHECKS] == list(CHECKS)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_report_shows_gaps_and_the_whole_trace(repository: Path, form: str) -> None:
    code, said, _ = _run("report", str(repository), "--format", form, "--today", "2026-11-23")
    assert code == 0
    for heading in (
        "Missing",
        "One-sided",
        "Overlapping",
        "Unused",
        "Kept with a reason",
        "From value to measure",
    ):
        assert heading in said
    assert "A date passed and nobody was told" in said
    assert "a person must still judge" in said


def _rows(said: str) -> list[str]:
    """What the report says of how easily each card and page reads, without its heading."""
    part = re.split(r"How easily it reads(?:</h2>)?|(?:<h2>)?From value to measure", said)[1]
    return re.findall(r"(?:^\W*|<td>)((?:card|[a-z-]+): [^|<\n]*)", part, re.MULTILINE)


def test_a_terminal_shows_the_ten_hardest_texts_and_says_what_a_grade_is(repository: Path) -> None:
    forms = {
        form: _run("report", str(repository), "--format", form, "--today", "2026-11-23")[1]
        for form in ("text", "markdown", "html")
    }
    every = _rows(forms["markdown"])
    assert len(every) > 100
    assert len(_rows(forms["html"])) == len(every)
    assert len(_rows(forms["text"])) == 10
    others = f"  and {len(every) - 10} others; the whole list: playbook report --format markdown"
    assert others in forms["text"]
    meaning = "School grade: the years of school that a reader needs; at most 8 on a card, 9 on a page."
    assert all(meaning in said for said in forms.values())


@pytest.mark.parametrize(("rows", "last"), [(2, "row 2"), (3, "and 1 other;"), (4, "and 2 others;")])
def test_a_long_list_in_a_terminal_says_how_many_rows_it_leaves_out(rows: int, last: str) -> None:
    table = Table("List", ("what",), tuple((f"row {row + 1}",) for row in range(rows)), in_text=2)
    lines = as_text([table], "Done.").splitlines()
    assert lines[:4] == ["List", "  what", "  row 1", "  row 2"]
    assert lines[-3].startswith(f"  {last}")


@pytest.mark.parametrize("written", ["tomorrow", "2026-13-01", "1-1-1", "20261127", "2026-W01-1"])
@pytest.mark.parametrize("command", ["check", "report"])
def test_a_day_that_is_none_is_said_in_plain_words(command: str, written: str, repository: Path) -> None:
    code, _, said = _run(command, str(repository), "--today", written)
    assert code == 2
    assert f'"{written}" is not a day; write year-month-day, such as 20' in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [("chek", 'there is no command "chek"; did you mean "check"?'), ("zzzz", 'there is no command "zzzz"\n')],
)
def test_a_mistyped_command_gets_the_one_that_was_meant(typed: str, said: str) -> None:
    result = CliRunner().invoke(main, [typed])
    assert result.exit_code == 2
    assert said in result.output


def test_completion_stays_quiet_behind_a_mistyped_command() -> None:
    asked = {"_PLAYBOOK_COMPLETE": "bash_complete", "COMP_WORDS": "playbook chek --f", "COMP_CWORD": "2"}
    result = CliRunner().invoke(main, [], prog_name="playbook", env=asked)
    assert (result.exit_code, result.output.strip()) == (0, "")


def test_the_report_keeps_what_authors_wrote_as_text(project: Path) -> None:
    (file,) = (project / "content/standards").glob("*.yml")
    text = file.read_text(encoding="utf-8").replace("title: Keep the date", "title: <b>Keep</b> | the date")
    file.write_text(text, encoding="utf-8")
    assert "<b>Keep" not in _run("report", str(project), "--format", "html")[1]
    assert "<b>Keep" not in _run("report", str(project), "--format", "markdown")[1]


def test_a_folder_that_is_not_empty_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "our-handbook").mkdir()
    (tmp_path / "our-handbook/letter.txt").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "our-handbook")
    done = CliRunner().invoke(main, ["new", "."])
    assert done.exit_code == 2
    assert done.output.startswith('our-handbook:1:1: error: "our-handbook" is there already')


@pytest.mark.parametrize("there", [False, True])
def test_a_new_handbook_that_is_stopped_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "book"
    if there:
        folder.mkdir()

    def stopped(_: str) -> dict[str, str]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("playbook.scaffold.project_files", stopped)
        new_project(folder, "minimal")
    assert [path for path in tmp_path.rglob("*") if path != folder] == []
    assert new_project(folder, "minimal") == []
    assert {path.name for path in folder.iterdir()} >= {"content", "mkdocs.yml"}
    assert list(tmp_path.iterdir()) == [folder] and not list(folder.glob(".playbook*"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("check .", "there is no folder content/ here"),
        ("check {here}/a.yml", 'a.yml" is a file'),
        ("check {here}/nowhere", 'there is no folder "'),
    ],
)
def test_where_there_is_no_handbook_a_check_cannot_run(
    words: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yml").touch()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, words.format(here=tmp_path).split())
    assert done.exit_code == 2 and said in done.output and "a person must still judge" not in done.output


def test_a_check_that_cannot_run_says_so_to_programs_too(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "json"])
    assert done.exit_code == 2 and "no-content" in done.output


def test_an_id_that_cannot_be_is_offered_with_the_folder_it_goes_to(tmp_path: Path) -> None:
    assert new_project(tmp_path / "our book", "minimal") == []
    done = CliRunner().invoke(main, ["add", "moment", "They laugh", str(tmp_path / "our book")])
    folder = tmp_path / "our book"
    assert f"add moment they-laugh '{folder}'" in done.output
