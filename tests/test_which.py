"""``playbook which`` in a terminal says what the finder's page says, and helps with a mistyped name."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from benchmarks.finder import read_finder
from playbook.cli import main
from tests.finding import deviation, rung, written
from tests.ladders.reading import CASES, case
from tests.test_finder import answered, ask

EXAMPLE = Path(__file__).resolve().parents[1]


def which(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["which", str(folder), *options])


def said(folder: Path, *options: str) -> str:
    result = which(folder, *options)
    assert result.exit_code == 0, result.output
    return result.output


def under(output: str, heading: str) -> list[str]:
    """The lines under a heading, without their indent."""
    lines = output.splitlines()
    start = lines.index(heading) + 1
    end = next((place for place in range(start, len(lines)) if not lines[place].startswith(" ")), len(lines))
    return [line.strip() for line in lines[start:end]]


ON_THE_PAGE = [
    ("penalty-table", ["Absent without leave", "Once before"], "absence-without-leave", "2"),
    ("penalty-table", ["Absent without leave", "Three times"], "absence-without-leave", "7"),
    ("penalty-table", ["Did not report", "Once before"], "did-not-report", "2"),
    ("community-repair", ["Somebody was asked to stop"], "harassment", "3"),
    ("two-warnings", ["The work stays below", "This is the first"], "below-the-level", "1"),
    ("points", ["Somebody was absent"], "absence", "1"),
    ("just-culture", ["A safety check", "No", "No", "Yes", "Yes", "No", "No", "Yes"], "check-left-out", "1"),
]


@pytest.mark.parametrize(("name", "answers", "id_", "count"), ON_THE_PAGE)
def test_every_line_of_the_terminal_stands_on_the_page(
    name: str, answers: list[str], id_: str, count: str
) -> None:
    """But for what comes before the answer on the page as well, and for the names of lists of links."""
    end = answered(read_finder(case(name)), *answers)
    page, output = end.node.text, said(CASES / name, "--deviation", id_, "--occurrence", count)
    answer = output[output.index(f"{end.title.partition('. ')[2]}:") :]
    lines = [line.strip() for line in answer.splitlines() if line.startswith(" ")]
    assert len(lines) > 5
    for line in lines:
        words = line.removeprefix("Step: ").removesuffix(" (formal)").removesuffix(".")
        assert words in page, f"{words!r} is not on the page"
    if end.agreed:
        assert end.agreed in under(answer, "What we have agreed for this:")


@pytest.fixture(scope="module")
def example() -> str:
    """The answer for a serious case of the example handbook, with one factor named."""
    return said(EXAMPLE, "--deviation", "silent-fault", "--occurrence", "2", "--factor", "own-report")


def test_today_stands_before_who_decides_and_that_before_the_range(example: str) -> None:
    first = ("Before anything else:", "Asked first:", "What to do today:")
    order = (*first, "Who decides:", "What we have agreed for this:")
    places = [example.index(heading) for heading in order]
    assert places == sorted(places)
    assert under(example, "What to do today:")[0] == "Today: hear them. Do not decide."


def test_what_weighs_stands_first_and_moves_nothing(example: str) -> None:
    lines = under(example, "What else we take into account:")
    first = next(number for number, line in enumerate(lines) if line.startswith("Weighs"))
    assert lines[first].startswith("Weighs here: Did they come forward themselves, and early?")
    assert not any(line.endswith("?") for line in lines[:first])
    agreed = under(example, "What we have agreed for this:")[0]
    assert agreed == "Agree what must change to Formal warning"


def test_what_comes_before_anything_else_is_said_first(example: str) -> None:
    first = under(example, "Before anything else:")
    assert first[0].startswith("Is any of this happening now? Someone may hurt themselves;")
    assert first[1].endswith("Then call People team first.")


def test_the_tests_say_where_each_answer_ends() -> None:
    asked = under(said(CASES / "just-culture", "--deviation", "check-left-out"), "Asked first:")
    assert "Was there a gap in training or supervision?" in asked
    end = "Coach, and fix the system. Coach them, and their peers, on the risk."
    assert any(line.startswith(f"Yes: {end}") for line in asked)
    assert any(line.startswith("Yes: ") and line.endswith("Begin with: Coaching.") for line in asked)


def test_the_first_time_is_meant_where_none_is_named() -> None:
    late = ("--deviation", "absence-without-leave")
    assert said(CASES / "penalty-table", *late) == said(CASES / "penalty-table", *late, "--occurrence", "1")


# Several rows, ladders and groups --------------------------------------------------------------------


def test_each_row_that_may_fit_is_said_with_what_must_fit(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"for": {"severity": "small"}, "cells": {"1+": "talk"}},
        {"for": {"severity": "small", "circumstance": "others had to wait"}, "cells": {"1+": "help"}},
        {"for": {"severity": "small", "group": "leaders"}, "cells": {"1+": "warning"}},
    ]
    written(tmp_path, {"a": {"entry": rows}})
    output = said(tmp_path, "--deviation", "late", "--occurrence", "4")
    fits = [
        line.removeprefix("If this fits: ") for line in output.splitlines() if line.startswith("If this fits")
    ]
    assert fits == [
        "Leaders",
        "Anybody else",
        "A small effect: others had to wait",
        "Anybody else",
        "None of these: A small effect",
    ]
    assert [output.count(f"  {step}\n") for step in ("TALK", "HELP", "WARNING")] == [1, 1, 1]


def test_a_group_with_another_document_reads_which(tmp_path: Path) -> None:
    excludes = [{"group": "guests", "see": "the house rules"}]
    rows = [{"for": {"severity": "small"}, "cells": {"1+": "talk"}}]
    ladders = {
        "a": {"entry": rows, "applies_to": {"groups": ["staff"], "excludes": excludes}},
        "b": {"entry": rows, "applies_to": {"groups": ["leaders"]}},
    }
    written(tmp_path, ladders)
    assert "Guests: See the house rules." in said(tmp_path, "--deviation", "late")


def test_a_concern_that_is_handed_over_goes_on_at_the_other_ladder(tmp_path: Path) -> None:
    rows = [{"for": {"severity": "small"}, "cells": {"1+": "help"}}]
    tests = [ask("harm", {"track": "conduct"}, {"end": "support"})]
    written(tmp_path, {"a": {"entry": rows, "tests": tests}, "b": {"entry": rows, "track": "conduct"}})
    output = said(tmp_path, "--deviation", "late")
    assert "Why: B, in the row “A small effect”, first time and later." in output
    assert "Given this answer: “HARM?” Yes." in output


def test_placeholders_are_filled(tmp_path: Path) -> None:
    steps = [rung("talk", decided_by="lead"), rung("help")]
    ladder = {
        "rungs": steps,
        "deciders": "Ask <<desk>> who is free.",
        "entry": [{"for": {}, "cells": {"1+": "talk"}}],
    }
    written(tmp_path, {"a": ladder})
    assert "Ask People desk who is free." in said(tmp_path, "--deviation", "late")


# Names that lead nowhere -----------------------------------------------------------------------------


def test_a_mistyped_deviation_is_answered_with_the_right_one() -> None:
    result = which(CASES / "penalty-table", "--deviation", "did-not-repor")
    assert result.exit_code == 2
    assert 'there is no deviation "did-not-repor"' in result.output
    assert 'did you mean "did-not-report"?' in result.output


def test_without_a_deviation_every_id_is_told_with_its_title(tmp_path: Path) -> None:
    written(tmp_path, {"a": {}}, [deviation("late")])
    result = which(tmp_path)
    assert result.exit_code == 0
    assert any(line.split()[0] == "late" and len(line.split()) > 1 for line in result.output.splitlines())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = which(tmp_path / "nowhere")
    assert result.exit_code == 2 and 'nowhere"' in result.output and ":1:1" not in result.output


def test_a_renamed_deviation_says_what_it_is_called_now(tmp_path: Path) -> None:
    written(tmp_path, {"a": {}}, [deviation("late", was=["tardy"])])
    assert 'it is now called "late"' in which(tmp_path, "--deviation", "tardy").output


def test_an_unknown_deviation_far_from_any_is_told_what_there_is() -> None:
    output = which(CASES / "penalty-table", "--deviation", "zzzzzzzz").output
    assert "known: absence-without-leave, " in output and "did you mean" not in output


def test_an_unknown_deviation_is_answered_with_titles_that_share_a_word() -> None:
    output = which(EXAMPLE, "--deviation", "somebody-late").output
    assert "one of these may be meant: late-start (They came late without a call), late-notice (" in output


@pytest.mark.parametrize("written", ["many", "0", "100", "1.5", "-1"])
def test_a_number_that_cannot_be_counted_is_said_in_plain_words(written: str) -> None:
    result = which(EXAMPLE, "--occurrence", written)
    assert result.exit_code == 2
    assert f'"{written}" is not a number from 1 to 99; 1 is the first time' in result.output


def test_every_unknown_factor_is_said_with_those_of_this_ladder(tmp_path: Path) -> None:
    factors = [{"id": "told", "title": "Were they told?"}]
    rows = [{"for": {"severity": "small"}, "cells": {"1+": "talk"}}]
    other = {"track": "conduct", "factors": [{"id": "meant", "title": "Was it meant?"}]}
    written(tmp_path, {"a": {"entry": rows, "factors": factors}, "b": other})
    result = which(tmp_path, "--deviation", "late", "--factor", "tld", "--factor", "meant")
    assert result.exit_code == 2
    assert 'there is no factor "tld"' in result.output and 'did you mean "told"?' in result.output
    assert 'there is no factor "meant"' in result.output and "known: told" in result.output
    shared = which(tmp_path, "--deviation", "late", "--factor", "were-told")
    assert "one of these may be meant: told\n" in shared.output


def test_content_with_an_error_is_shown_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(CASES / "points" / "content", tmp_path / "content")
    ladder = tmp_path / "content" / "ladders" / "attendance.yml"
    ladder.write_text(
        ladder.read_text(encoding="utf-8").replace("rung: verbal}", "rung: verbl}"), encoding="utf-8"
    )
    result = which(tmp_path, "--deviation", "absence")
    assert result.exit_code == 2
    assert "content/ladders/attendance.yml:" in result.output and 'did you mean "verbal"?' in result.output


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    result = which(tmp_path, "--deviation", "late")
    assert result.exit_code == 2
    assert "there is no folder content/ here" in result.output
