"""The benchmark still runs and still measures what it says; how fast anything is, no test decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.made_handbook import FEWEST_PAGES, make_files, make_handbook
from benchmarks.measured import STAGES, run
from benchmarks.speed import Speed, report
from playbook.compiler import compile_handbook
from playbook.problems import Level
from playbook.project import Project


@pytest.fixture
def made(tmp_path: Path) -> Path:
    make_handbook(tmp_path, 60)
    return tmp_path


def test_a_made_handbook_has_about_the_pages_asked_for_and_nothing_to_mend(made: Path) -> None:
    compilation = compile_handbook(Project(made))
    assert [problem for problem in compilation.problems if problem.level is not Level.NOTE] == []
    assert compilation.site is not None
    assert len(compilation.site.pages) == pytest.approx(60, abs=5)
    assert {page.kind for page in compilation.site.pages} >= {
        "standard",
        "card",
        "ladder",
        "step",
        "checklist",
        "urgent",
    }


def test_every_part_of_a_made_handbook_grows_with_its_pages() -> None:
    def number_of(folder: str, pages: int) -> int:
        return sum(name.startswith(folder) for name in make_files(pages))

    for folder in ("standards", "ladders", "moments", "urgent", "checklists", "support"):
        assert number_of(folder, 2000) == pytest.approx(10 * number_of(folder, 200), rel=0.2), folder


def test_the_same_number_of_pages_makes_the_same_handbook() -> None:
    assert make_files(200) == make_files(200)


def test_a_handbook_too_small_to_hold_every_kind_of_record_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 30 pages"):
        make_files(FEWEST_PAGES - 1)


def test_our_stages_add_up_to_the_whole_of_compiling(made: Path) -> None:
    figures = run("stages", made)
    assert all(figures[stage] > 0 for stage in STAGES)
    assert 0.5 * figures["stages"] < sum(figures[stage] for stage in STAGES) <= figures["stages"]


def test_a_small_report_pairs_our_build_with_plain_mkdocs_and_judges_it(tmp_path: Path) -> None:
    lines = list(report(Speed(tmp_path), (FEWEST_PAGES,), quick=True))
    rows = {line.rsplit("  ", 1)[0].strip(): line.split()[-2:] for line in lines}
    assert float(rows["our stages"][0]) > 0
    assert float(rows["site engine"][0]) > 0
    assert float(rows["plain MkDocs + Material"][0]) > 0
    assert rows["memory"][1] == "MB"
    verdicts = [line for line in lines if "target" in line]
    assert len(verdicts) == 2
    assert all(line.endswith((": reached", ": not reached")) for line in verdicts)


def test_a_task_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="stages failed"):
        run("stages", tmp_path)
