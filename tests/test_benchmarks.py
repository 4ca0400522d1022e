"""The benchmark still runs and still measures what it says; how fast anything is, no test decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.checks import Row, rows
from benchmarks.made_handbook import FEWEST_PAGES, make_files, make_handbook
from benchmarks.measured import STAGES, run
from benchmarks.sameness import Place, repeated, why_kept
from benchmarks.speed import Speed, report
from playbook.checks.registry import CHECKS
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
    with pytest.raises(ValueError, match=f"at least {FEWEST_PAGES} pages"):
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


def _said(record: str, field: str, words: str) -> Place:
    return Place(record, (field,), tuple(words.split()))


def test_a_phrase_that_comes_back_is_named_once_and_at_its_longest() -> None:
    said = "please ask the team what would help most"
    places = [_said(f"standard {id_}", "why", f"{id_} {said}") for id_ in "abc"]
    found = repeated([*places, _said("standard d", "why", "ask the team what they want")])
    assert [" ".join(one.phrase) for one in found] == [said]
    assert found[0].records == ["standard a", "standard b", "standard c"]


def test_a_phrase_of_one_record_or_of_two_places_is_no_repetition() -> None:
    said = "please ask the team first"
    assert repeated([_said("standard a", "why", said)] * 3) == []
    assert repeated([_said("standard a", "why", said), _said("standard b", "why", said)]) == []


def test_only_what_is_alike_on_purpose_at_every_place_has_a_reason() -> None:
    said = "a copy of everything it rests on"
    rights = [_said(f"ladder {id_}", "rights", said) for id_ in "abc"]
    assert why_kept(repeated(rights)[0])
    assert not why_kept(repeated([*rights, _said("standard a", "why", said)])[0])


def test_a_paper_may_tell_a_right_in_its_own_words_and_a_role_has_one_name() -> None:
    said = tuple("a few lines are enough".split())
    granted = [_said(f"ladder {id_}", "appeal", " ".join(said)) for id_ in "ab"]
    told = Place("paper letter", ("parts", 0, "text"), said, ("appeal",))
    assert why_kept(repeated([*granted, told])[0])
    assert not why_kept(repeated([*granted, Place("paper letter", ("parts", 0, "text"), said)])[0])
    named = repeated([_said(f"talk {id_}", "ask", "what got in the way") for id_ in "abc"])
    assert why_kept(named[0])
    assert not why_kept(repeated([_said(f"talk {i}", "ask", "what got in the way today") for i in "abc"])[0])


def test_a_kind_before_a_field_keeps_it_there_alone() -> None:
    said = "invented figures of an example organisation"
    assert why_kept(repeated([_said(f"measure {id_}", "note", said) for id_ in "abc"])[0])
    assert not why_kept(repeated([_said(f"ladder {id_}", "note", said) for id_ in "abc"])[0])


def test_a_check_is_held_against_the_examples_of_its_page() -> None:
    sound = [CHECKS[id_] for id_ in ("range-order", "no-handbook", "dead-link", "wrong-value")]
    told = list(rows(sound))
    assert [(row.check, row.off) for row in told] == [(check.id, False) for check in sound[:-1]]
    (missed,) = rows([replace(sound[0], id="sentences-in-brackets")])
    assert (missed.wrong, missed.others, missed.off) == (0, 1, True)
    assert Row("a-check", "content", wrong=1, right=1, others=0).off
