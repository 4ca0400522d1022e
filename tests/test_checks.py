"""Each check against a case with one fault, its page against its own examples, and the levels.

A case is a folder ``tests/bad_content/<check>/`` or ``tests/bad_content/<check>/<case>/`` with
``content/`` and, beside it, ``expected.txt``: the whole report. A case with a handbook.yml of its
own stands alone; any other is laid over ``tests/bad_content/_base``. To write the expected reports
anew, and then to review them: ``PLAYBOOK_UPDATE=1 pytest tests/test_checks.py``.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from playbook.checks import all_checks, checks_made, explain, levels_for, run_checks
from playbook.checks.known import Known
from playbook.checks.references.step_cycle import circles
from playbook.checks.registry import CHECKS, GROUPS
from playbook.loader import Loaded, load
from playbook.problems import Level, Location, Problem, assign_levels, has_errors
from playbook.project import Project
from playbook.report import format_text
from playbook.yaml_source import MAX_BYTES
from tests.faults import expect_none

HERE = Path(__file__).resolve().parent / "bad_content"
BASE = HERE / "_base"
TODAY = date(2026, 11, 23)
CASES = sorted(path.parent for path in HERE.rglob("content") if path.parent != BASE)
UPDATE = os.environ.get("PLAYBOOK_UPDATE") == "1"

# Words of programmers that no author should have to meet.
JARGON = re.compile(
    r"\b(mapping|scalar|sequence|NoneType|null|string|boolean|integer|dict|traceback|parser?|token)\b", re.I
)


def _check_of(case: Path) -> str:
    return case.relative_to(HERE).parts[0]


def _name(case: Path) -> str:
    return case.relative_to(HERE).as_posix()


def lay(folder: Path, content: Path) -> Project:
    """A project of this content: alone when it has its own handbook.yml, else laid over the base."""
    if not (content / "handbook.yml").is_file():
        shutil.copytree(BASE / "content", folder / "content", dirs_exist_ok=True)
    shutil.copytree(content, folder / "content", dirs_exist_ok=True)
    return Project(folder)


def write(folder: Path, files: dict[str, str]) -> Project:
    """The same from texts, named as they are in a project."""
    if "content/handbook.yml" not in files:
        shutil.copytree(BASE / "content", folder / "content", dirs_exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(folder)


def found_in(project: Project, today: date | None = TODAY) -> tuple[list[Problem], Loaded]:
    """Everything that reading and checking finds, weighed as this handbook wants it."""
    loaded = load(project)
    problems = list(loaded.problems)
    if loaded.handbook is not None:
        problems += run_checks(loaded.handbook, today=today)
    return assign_levels(problems, levels_for(loaded.handbook)), loaded


def ids_in(project: Project, today: date | None = TODAY) -> set[str]:
    return {problem.check for problem in found_in(project, today)[0]}


# Cases with one fault each.


def test_the_base_has_no_fault() -> None:
    problems, loaded = found_in(Project(BASE))
    assert format_text(problems, loaded.sources) == ""


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_fault_is_reported_as_expected(case: Path, tmp_path: Path) -> None:
    problems, loaded = found_in(lay(tmp_path, case / "content"))
    report = format_text(problems, loaded.sources)
    expected = case / "expected.txt"
    if UPDATE:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")
    assert {problem.check for problem in problems} == {_check_of(case)}


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_report_speaks_plainly(case: Path) -> None:
    for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        if not re.match(r" *\d* \|", line):
            assert not JARGON.search(line), line


def _large(folder: Path) -> None:
    (folder / "content/moments/they-cry.yml").write_bytes(b"#" * (MAX_BYTES + 1))


def _link_out(folder: Path) -> None:
    (folder / "private.yml").write_text("title: A private note\n")
    (folder / "content/moments/they-walk-out.yml").symlink_to(folder / "private.yml")


def _link_to_nothing(folder: Path) -> None:
    (folder / "content/moments/they-walk-out.yml").symlink_to(folder / "content/gone.yml")


def _long_line(folder: Path) -> None:
    (folder / "content/moments/they-cry.yml").write_text(f"title: {'They cry. ' * 70}\n")


# Faults that lie in a file as such, not in its words.
MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "file-too-large": (_large, "this file has 1,000,001 bytes; a record has at most 1,000,000"),
    "link-outside": (_link_out, "this is a link to a file outside content/"),
    "unreadable-file": (_link_to_nothing, "this file cannot be read"),
    "too-long": (_long_line, "one line has at most 600"),
    "no-handbook": (lambda folder: (folder / "content/handbook.yml").unlink(), "handbook.yml is missing"),
    "no-content": (lambda folder: shutil.rmtree(folder / "content"), "there is no folder content/ here"),
}


@pytest.mark.parametrize("check", MADE)
def test_a_fault_of_a_file_is_reported(check: str, tmp_path: Path) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    make, words = MADE[check]
    make(tmp_path)
    (problem,) = found_in(Project(tmp_path))[0]
    assert problem.check == check
    assert words in problem.message


def test_every_check_on_content_has_a_case() -> None:
    never_met = {"wrong-value"}  # kept for what no other check explains
    elsewhere = {id_ for id_, check in CHECKS.items() if check.group in ("pages", "publishing")}
    expect_none(
        f"{id_} has no case in tests/bad_content/"
        for id_ in CHECKS
        if id_ not in {*MADE, *never_met, *elsewhere, *map(_check_of, CASES)}
    )
    assert {_check_of(case) for case in CASES} <= set(CHECKS)


# Pages.


EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```(\w+)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def examples(page: str) -> dict[str, tuple[str, str]]:
    """The two examples of a page: the language and the text of each."""
    return {label: (language, text) for label, language, text in EXAMPLE.findall(page)}


def files_of(example: str) -> dict[str, str]:
    """An example as files; each begins with a comment that names it."""
    parts = re.split(r"^# (content/\S+)\n", example, flags=re.MULTILINE)
    assert parts[0] == "", f"the example does not begin with the name of a file: {parts[0]}"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("check", CHECKS)
def test_a_page_says_what_why_and_how(check: str) -> None:
    page = explain(check)
    assert page is not None
    lines = page.splitlines()
    assert lines[0] == f"# {check}"
    assert lines[2].endswith(".")
    assert len(lines[2]) <= 110
    assert re.findall(r"^(Why|Wrong|Right|How to mend|Level):", page, re.MULTILINE) == [
        "Why", "Wrong", "Right", "How to mend", "Level",
    ]  # fmt: skip
    assert set(examples(page)) == {"Wrong", "Right"}
    assert not JARGON.search(EXAMPLE.sub("", page))


def _content_pages() -> list[str]:
    said = {id_: examples(check.page) for id_, check in CHECKS.items() if check.group != "publishing"}
    return [id_ for id_, found in said.items() if found["Wrong"][0] == "yaml"]


@pytest.mark.parametrize("check", _content_pages())
@pytest.mark.parametrize("label", ["Wrong", "Right"])
def test_the_examples_of_a_page_are_what_it_says(check: str, label: str, tmp_path: Path) -> None:
    files = files_of(examples(CHECKS[check].page)[label][1])
    problems, _ = found_in(write(tmp_path, files))
    found = {problem.check for problem in problems if problem.location and problem.location.file in files}
    assert found == ({check} if label == "Wrong" else set())


def test_only_what_yaml_cannot_show_has_no_yaml_example() -> None:
    told = {id_ for id_, check in CHECKS.items() if check.group not in ("pages", "publishing")}
    assert told - set(_content_pages()) == {*MADE, "encoding", "wrong-value"}


def test_an_unknown_check_has_no_page() -> None:
    assert explain("no-such-check") is None


# The registry.


@pytest.mark.parametrize(("group", "_fixed"), GROUPS, ids=lambda value: getattr(value, "__name__", ""))
def test_the_list_of_a_group_is_its_folder(group: object, _fixed: bool) -> None:
    folder = Path(group.__file__).parent  # type: ignore[attr-defined]
    listed = [module.__name__.rpartition(".")[2] for module in group.MODULES]  # type: ignore[attr-defined]
    assert listed == sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")


def test_ids_are_unique_and_in_order() -> None:
    ids = [id_ for id_, _, _ in all_checks()]
    assert ids == sorted(set(ids))
    assert len(ids) == sum(len(group.MODULES) for group, _ in GROUPS)


def emitted(package: Path) -> Iterator[tuple[str, str]]:
    """Every id that the code gives a finding, read from the code, with the module that does."""
    makers = {"Problem", "PydanticCustomError", "_Fault", "_error", "_problem"}
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _called(node.func) in makers:
                first: ast.expr = node.args[0]
            elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and node.value.elts:
                first = node.value.elts[0]
            else:
                continue
            if isinstance(first, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(first.value)):
                yield str(first.value), path.name


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_every_id_that_the_code_emits_has_a_page(repository: Path) -> None:
    found = dict(emitted(repository / "playbook"))
    assert {"yaml-syntax", "bad-date", "empty-list", "dead-link"} <= set(found)
    expect_none(
        f"{module} reports {id_}, which has no page in playbook/checks/"
        for id_, module in found.items()
        if id_ not in CHECKS
    )


# What is pasted from a hint.


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("statement: ...", True),
        ("statement: …", True),
        ('statement: "[...]"', True),
        ("statement: <what everybody can expect>", True),
        ("statement: What is expected, in one or two sentences.", True),
        ('statement: "what is expected, in one or two sentences"', True),
        ("why: Why it matters", False),
        ("leaders: [what anybody can see that leaders do]", True),
        ("statement: >-\n  What is expected,\n  in one or two sentences.", True),
        ("accepted: [{check: vague-word, because: ...}]", True),
        ("accepted: [{check: vague-word, because: Why it stays as it is.}]", True),
        ("statement: We say ... and then we wait.", False),
        ("statement: We write <5 days> or more.", False),
        ("why: <https://example.org>", False),
        ('statement: "[What] is expected, in one or two sentences, by [day]."', False),
        ("statement: We say in one or two sentences what is expected.", False),
    ],
)
def test_what_a_hint_leaves_to_an_author_is_no_content(line: str, found: bool, tmp_path: Path) -> None:
    file = "content/standards/hand-over.yml"
    given = "" if line.startswith("statement") else "statement: Whoever leaves a shift says what is open.\n"
    text = f"title: Hand work over\ntrack: performance\n{given}{line}\n"
    problems, _ = found_in(write(tmp_path, {file: text}))
    places = [one.location for one in problems if one.check == "still-to-write"]
    assert [place.line for place in places if place] == [3 + bool(given)] * found


def test_what_a_hint_asks_for_is_written_where_the_check_knows_it(repository: Path) -> None:
    expect_none(
        f"{path.name}, line {node.lineno}: say it with playbook.checks.asked"
        for path in sorted((repository / "playbook/checks").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.match(r"add [a-z_]+: [a-z]+ [a-z]", str(node.value))
    )


def test_every_page_without_a_check_of_its_own_is_about_something_emitted(repository: Path) -> None:
    read = {id_ for id_, _ in emitted(repository / "playbook")}
    collected = {"engine-warning"}  # chosen by the weight of the engine's own message
    silent = {id_ for id_, check in CHECKS.items() if check.run is None}
    assert silent - read - collected == set()


# Levels.


def _handbook(folder: Path, text: str) -> Loaded:
    return load(write(folder, {"content/handbook.yml": f"organisation: {{name: Riverside Care}}\n{text}"}))


def test_without_a_handbook_every_check_has_its_usual_level() -> None:
    assert levels_for(None) == {id_: level for id_, level, _ in all_checks()}


def test_a_handbook_changes_levels(tmp_path: Path) -> None:
    loaded = _handbook(tmp_path, "checks: {way-back: warning, unused-entry: off}\n")
    levels = levels_for(loaded.handbook)
    assert (levels["way-back"], levels["unused-entry"]) == (Level.WARNING, Level.OFF)
    assert checks_made(loaded.handbook) == checks_made(None) - 1


@pytest.mark.parametrize("check", [id_ for id_, check in CHECKS.items() if check.fixed])
def test_a_fixed_check_cannot_be_switched_off(check: str, tmp_path: Path) -> None:
    loaded = _handbook(tmp_path, f"checks: {{{check}: off}}\n")
    assert loaded.handbook is not None
    assert levels_for(loaded.handbook)[check] is CHECKS[check].level
    assert {problem.check for problem in run_checks(loaded.handbook)} == {"fixed-level"}


def test_fixed_are_all_that_reading_and_publishing_report() -> None:
    assert all(check.fixed for check in CHECKS.values() if check.group in ("reading", "publishing"))


def test_in_force_an_open_decision_is_an_error_whatever_is_set(tmp_path: Path) -> None:
    checks = "checks: {open-decision: off}\n"
    assert levels_for(_handbook(tmp_path / "draft", checks).handbook)["open-decision"] is Level.OFF
    in_force = _handbook(tmp_path / "in-force", f"status: in-force\n{checks}")
    assert levels_for(in_force.handbook)["open-decision"] is Level.ERROR


# One fault, one finding: what was lost is not reported a second time.


def _broken(folder: Path, file: str, old: str, new: str) -> set[str]:
    text = (BASE / "content" / file).read_text(encoding="utf-8")
    assert old in text
    return ids_in(write(folder, {f"content/{file}": text.replace(old, new, 1)}))


@pytest.mark.parametrize(
    ("file", "old", "new", "check"),
    [
        ("moments/they-cry.yml", "title: They", "title: Oh: They", "yaml-syntax"),
        ("standards/keep-dates.yml", "title: Say", "title: So: Say", "yaml-syntax"),
        ("ladders/performance.yml", "  - id: agreed-help", "  - idd: agreed-help", "unknown-field"),
        ("standards/keep-dates.yml", "deviations:", "devations:", "unknown-field"),
        (
            "standards/keep-dates.yml",
            "    instead_of: silent-miss",
            "    insteadof: silent-miss",
            "unknown-field",
        ),
        ("support/mentor.yml", "how_soon: 5 working days", "how_soon: soon", "bad-duration"),
        ("ladders/performance.yml", "    way_back: After", "    wayback: After", "unknown-field"),
        ("ladders/performance.yml", "    kind: support\n", "    kind: suport\n", "unknown-choice"),
    ],
)
def test_one_fault_in_a_record_is_one_finding(
    file: str, old: str, new: str, check: str, tmp_path: Path
) -> None:
    assert _broken(tmp_path, file, old, new) == {check}


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("roles:\n", "rols:\n", "unknown-field"),
        ("contacts:\n", "contact:\n", "unknown-field"),
        ("  - id: manager\n", "  - ID: manager\n", "unknown-field"),
        ("  - id: people-lead\n    title: Head of People\n", "  - Head of People\n", "wrong-type"),
        ("tracks:\n", "tracks: []\ntracks:\n", "duplicate-field"),
        ("upkeep:\n  owner: people-lead\n", "upkeep:\n  ownr: people-lead\n", "unknown-field"),
        ("    value: 7 calendar days\n", "    valu: 7 calendar days\n", "unknown-field"),
    ],
)
def test_one_fault_in_handbook_yml_is_one_finding(old: str, new: str, check: str, tmp_path: Path) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    path = tmp_path / "content/handbook.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems, loaded = found_in(Project(tmp_path))
    assert {problem.check for problem in problems} <= {check, "unknown-reference"}
    report = format_text(problems, loaded.sources)
    allowed = 2 if check == "duplicate-field" else 1
    assert len(problems) <= allowed, report


def test_a_misspelt_folder_is_one_finding(tmp_path: Path) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    (tmp_path / "content/support").rename(tmp_path / "content/suport")
    assert ids_in(Project(tmp_path)) == {"unknown-file"}


def test_a_slip_is_still_found_when_another_file_is_lost(tmp_path: Path) -> None:
    base = (BASE / "content/standards/keep-dates.yml").read_text(encoding="utf-8")
    files = {
        "content/standards/answer-in-time.yml": "title: Answer: soon\n",
        "content/standards/keep-dates.yml": base.replace("instead_of: silent-miss", "instead_of: silent-mis"),
    }
    assert "unknown-reference" in ids_in(write(tmp_path, files))


def test_a_slip_in_the_name_of_a_deviation_is_one_finding(tmp_path: Path) -> None:
    found = _broken(tmp_path, "standards/keep-dates.yml", "instead_of: silent-miss", "instead_of: silent-mis")
    assert found == {"unknown-reference"}


def test_nothing_is_called_unused_while_a_file_is_lost(tmp_path: Path) -> None:
    files = {
        "content/standards/keep-dates.yml": "title: Say: early\nstatement: Soon.\n",
        "content/moments/they-walk-out.yml": "title: They get up and leave\n",
    }
    assert ids_in(write(tmp_path, files)) == {"yaml-syntax"}


def test_several_faults_are_all_found_in_one_run(tmp_path: Path) -> None:
    files = {
        "content/standards/keep-dates.yml": "title: Say early\nstatment: Soon.\nvalue: reliabilty\n",
        "content/moments/they-cry.yml": "title: They start to cry\nif_they: [they-shuot]\nsay: Wait.\n",
        "content/support/mentor.yml": "title: A mentor\nwhat: Call <<nobody>>.\nhow_soon: soon\n",
    }
    assert ids_in(write(tmp_path, files)) == {
        "unknown-field", "unknown-reference", "wrong-type", "unknown-placeholder", "bad-duration",
    }  # fmt: skip


# Finer points of single checks.


def test_without_a_day_no_date_is_judged(tmp_path: Path) -> None:
    project = lay(tmp_path, HERE / "not-yet-in-force" / "content")
    assert ids_in(project, TODAY) == {"not-yet-in-force"}
    assert ids_in(project, date(2027, 1, 1)) == set()
    assert ids_in(project, None) == set()


def _ladder(rungs: str, rest: str = "") -> dict[str, str]:
    head = "title: Performance, step by step\ntrack: performance\nrungs:\n"
    return {"content/ladders/performance.yml": head + rungs + rest}


def _rung(id_: str, *, formal: bool = False, rest: str = "") -> str:
    flag = "true" if formal else "false"
    standing = f"standing: {{formal: {flag}, recorded: {flag}}}"
    way_back = ", way_back: It ends after a year." if formal else ""
    return f"  - {{id: {id_}, title: Step {id_}, {standing}{way_back}{rest}}}\n"


@pytest.mark.parametrize(
    ("rungs", "found"),
    [
        (_rung("a") + _rung("b", formal=True), True),
        (_rung("a", rest=", kind: support") + _rung("b", formal=True), False),
        (_rung("a", rest=", kind: training") + _rung("b", formal=True), False),
        (_rung("a", rest=", support: [mentor]") + _rung("b", formal=True), False),
        (_rung("a", rest=", response: {parts: [{kind: training}]}") + _rung("b", formal=True), False),
        (_rung("a") + _rung("b", formal=True, rest=", support: [mentor]"), False),
        (_rung("b", formal=True) + _rung("a", rest=", kind: support"), True),
        (_rung("b", formal=True, rest=", kind: find-facts") + _rung("a", rest=", kind: support"), False),
        (_rung("b", formal=True, rest=", kind: none"), False),
        (_rung("a"), False),
    ],
)
def test_where_help_must_come_before(rungs: str, found: bool, tmp_path: Path) -> None:
    assert ("support-first" in ids_in(write(tmp_path, _ladder(rungs)))) is found


@pytest.mark.parametrize(
    ("rest", "unreached"),
    [
        ("", []),
        ("skip_rules: [{to: b, when: They ask for it.}]\n", ["c"]),
        ("skip_rules: [{from: a, to: b, when: They ask.}, {to: c, when: They ask.}]\n", []),
        ("points: {events: [{event: late, add: 1}], thresholds: [{at: 3, rung: c}]}\n", ["b"]),
        ("entry: [{for: {severity: minor}, cells: {1: {from: a, to: c}}}]\n", []),
        ("entry: [{for: {severity: minor}, cells: {1: {from: c, to: a}}}]\n", []),
        ("entry: [{for: {severity: minor}, cells: {1: c}}]\n", ["b"]),
        ("entry: [{for: {severity: minor}, cells: {1: missing}}]\n", []),
    ],
)
def test_which_steps_are_reached(rest: str, unreached: list[str], tmp_path: Path) -> None:
    project = write(tmp_path, _ladder(_rung("a") + _rung("b") + _rung("c"), rest))
    messages = [problem.message for problem in found_in(project)[0] if problem.check == "unreachable-rung"]
    assert messages == [f'nothing leads to the step "{id_}"' for id_ in unreached]


@pytest.mark.parametrize(
    ("minor", "serious", "found"),
    [
        ("{1: a, 2: {from: a, to: b}, 3+: b}", "{1+: c}", 0),
        ("{1: {from: a, to: c}, 2: b}", "{1: {from: b, to: c}}", 0),  # narrower at both ends
        ("{1: b, 2: missing, 3+: a}", "{1+: c}", 1),  # what is missing is no step back
        ("{1: b, 2: facts, 3: b}", "{1+: c}", 0),  # finding facts is not less
        ("{1: b, 2: facts, 3: a}", "{1+: c}", 1),  # and hides nothing
        ("{1: {from: b, to: a}, 2: a}", "{1+: c}", 0),  # runs backwards, and is reported so
        ("{1: a, 2+: c}", "{1: a, 2: b, 3+: c}", 1),
        ("{1: b, 2: gone}", "{1+: b}", 0),
    ],
)
def test_where_more_leads_to_less(minor: str, serious: str, found: int, tmp_path: Path) -> None:
    rungs = _rung("facts", rest=", kind: find-facts") + _rung("a") + _rung("b") + _rung("c")
    entry = f"  - {{for: {{severity: serious}}, cells: {serious}}}\n  - {{for: {{severity: minor}}, cells: {minor}}}\n"
    project = write(tmp_path, _ladder(rungs, f"entry:\n{entry}"))
    assert sum(one.check == "lighter-for-more" for one in found_in(project)[0]) == found


def test_a_step_that_leads_to_itself_alone_is_not_reached(tmp_path: Path) -> None:
    rungs = (
        _rung("a", rest=", next: {rung: b, when: Again.}")
        + _rung("b")
        + _rung("c", rest=", next: {rung: c, when: Again.}")
    )
    assert ids_in(write(tmp_path, _ladder(rungs))) == {"step-cycle", "unreachable-rung"}


def test_circles_are_found_once_each() -> None:
    graph = {"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": [], "e": ["e", "gone"], "f": ["b"]}
    assert list(circles(graph)) == [["b", "c"], ["e"]]
    assert list(circles({"a": ["b"], "b": []})) == []


def test_a_long_circle_takes_no_time() -> None:
    ring = {str(n): [str((n + 1) % 5000)] for n in range(5000)}
    chain = {f"x{n}": [f"x{n + 1}", "0"] for n in range(5000)}
    (circle,) = circles({**chain, **ring})
    assert len(circle) == 5000


def test_the_mark_stands_under_the_placeholder(tmp_path: Path) -> None:
    text = 'title: They start to cry\nsay:\n  - |-\n    Wait, then\n  - "Call <<nobody>> \\u00e9"\n'
    problems, _ = found_in(write(tmp_path, {"content/moments/they-cry.yml": text}))
    (found,) = [problem for problem in problems if problem.check == "unknown-placeholder"]
    assert found.location == Location("content/moments/they-cry.yml", 5, 11, len("<<nobody>>"))


@pytest.mark.parametrize(
    "text",
    [
        "a << b",
        "See Settings >> Time",
        "Call <<people-team>> or wait <<notice>>",
    ],
)
def test_what_is_no_faulty_placeholder(text: str, tmp_path: Path) -> None:
    files = {"content/moments/they-cry.yml": f"title: They start to cry\nsay:\n  - '{text}'\n"}
    assert ids_in(write(tmp_path, files)) == set()


@pytest.mark.parametrize(
    "line",
    [
        "do_not: Leave. # a note of the author",
        "do_not: Leave.   #",
        'do_not: "Leave." #note',
        "do_not: 'Leave #3.'",
        "do_not: Leave#3.",
        "do_not: |\n  Leave step #3 out.",
        "do_not: >-  #note\n  Leave.",
        "#do_not: Leave.",
        "  #do_not: Leave.",
    ],
)
def test_what_is_no_text_cut_short(line: str, tmp_path: Path) -> None:
    files = {"content/moments/they-cry.yml": f"title: They start to cry\n{line}\nsay:\n  - Wait.\n"}
    assert ids_in(write(tmp_path, files)) == set()


@pytest.mark.parametrize(
    "entries",
    ["[Wait.]", "['Wait, then ask.', \"Offer a break.\"]", "\n  - Wait, then ask.\n  - Offer a break."],
)
def test_which_lists_of_sentences_are_safe(entries: str, tmp_path: Path) -> None:
    files = {"content/moments/they-cry.yml": f"title: They start to cry\ndo: {entries}\n"}
    assert ids_in(write(tmp_path, files)) == set()


def test_ids_and_short_words_may_stand_in_brackets(tmp_path: Path) -> None:
    rest = "rights: {companion: {who: [a colleague, a union representative]}}\n"
    rungs = _rung("a", rest=", kind: support, support: [mentor, mentor]")
    assert ids_in(write(tmp_path, _ladder(rungs, rest))) == set()


def test_a_long_list_of_names_is_not_printed_in_a_hint() -> None:
    many = Known("role", frozenset(f"role-{n}x" for n in range(40)), "handbook.yml", "The roles are there")
    assert many.hint("somebody-else-entirely") == "the roles are there"


def test_findings_are_the_same_in_every_order(tmp_path: Path) -> None:
    project = lay(tmp_path, HERE / "unused-entry" / "content")
    first, second = (found_in(project)[0] for _ in range(2))
    assert first == second
    assert first == sorted(first, key=lambda problem: problem.sort_key)
    assert not has_errors(first)
