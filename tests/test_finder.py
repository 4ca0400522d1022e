"""The finder: every way ends, in few screens, at what to do today; the range agrees with every table."""

from __future__ import annotations

import dataclasses
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.finder import NOTHING, Finder, Part, handbooks, read_finder, walked
from playbook.finder import build_graph, dead_ends, matching_rows, rows_for, walk
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.site import Site
from tests.faults import expect_none
from tests.finding import deviation, pages, rung, written
from tests.ladders.reading import CASES, flat
from tests.ladders.whole_ladder import WholeLadder

EXAMPLE = "example handbook"
NAMES = (EXAMPLE, *sorted(path.parent.name for path in CASES.glob("*/content")))
Built = dict[str, Site]


@pytest.fixture(scope="module")
def sites() -> Built:
    """The example handbook and every real ladder, compiled."""
    return dict(handbooks())


@cache
def _small(folder: Path) -> Finder:
    return read_finder(pages(_read(folder)))


def _read(folder: Path) -> Handbook:
    loaded = load(Project(folder))
    assert loaded.handbook is not None, loaded.problems
    return loaded.handbook


def finder_of(folder: Path, ladders: dict[str, dict[str, Any]], *happened: Any, **settings: Any) -> Finder:
    """The finder's page of a small handbook."""
    return read_finder(pages(written(folder, ladders, list(happened) or None, **settings)))


def answered(finder: Finder, *answers: str) -> Part:
    """The screen one arrives at after these answers; each is the beginning of what is pressed."""
    part = finder.parts[finder.start]
    for answer in answers:
        fitting = [choice for choice in part.choices if choice.words.startswith(answer)]
        assert len(fitting) == 1, (
            f"{part.title} has no {answer!r}: {[choice.words for choice in part.choices]}"
        )
        part = finder.parts[fitting[0].href.removeprefix("#")]
    return part


def asks(part: Part) -> list[str]:
    """The answers a question offers, without where they lead."""
    labels = []
    for link in part.node.all("a", "pb-choice"):
        label = link.first("strong")
        assert label is not None
        labels.append(label.text)
    return labels


# Every way through every handbook ------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_way_ends_none_comes_back_and_no_answer_differs_from_its_table(sites: Built, name: str) -> None:
    found = walked(name, sites[name])
    expect_none([*found.dead_ends, *found.loops, *found.disagreements])
    assert found.ways > 0


def test_no_way_through_the_example_handbook_has_more_than_five_screens(sites: Built) -> None:
    assert walked(EXAMPLE, sites[EXAMPLE]).longest == 5


def test_urgent_choices_come_first_and_protected_reasons_next(sites: Built) -> None:
    finder = read_finder(sites[EXAMPLE])
    first = finder.parts[finder.start]
    assert first.title.endswith("Is any of this happening now?")
    urgent = [choice.href.startswith("../urgent/") for choice in first.choices]
    assert urgent == [True] * (len(urgent) - 2) + [False] * 2 and len(urgent) > 4
    second = answered(finder, "None of these")
    for choice in second.choices:
        if not choice.words.startswith("None of these"):
            assert finder.parts[choice.href[1:]].title.endswith("Call before you talk with them")
    assert any("raised a concern" in choice.words for choice in second.choices)
    assert answered(finder, "None of these", "None of these").title.endswith("What happened?")


def test_the_page_has_every_way_the_graph_has(sites: Built) -> None:
    graph = build_graph(_read(Path(__file__).resolve().parents[1]))
    assert dead_ends(graph) == []
    assert walked(EXAMPLE, sites[EXAMPLE]).ways == sum(1 for _ in walk(graph))


def test_an_answer_that_differs_from_the_table_or_the_card_would_be_found(sites: Built) -> None:
    """The comparison itself: one word changed in one place is one disagreement at least."""
    site, said = sites["penalty-table"], "5 calendar days to 30 calendar days"
    ladder = _changed(site, "steps/penalties/", said, "5 calendar days to 60 calendar days")
    assert len(walked("table", ladder).disagreements) == 1
    card = next(
        page.address for page in site.pages if page.address.startswith("cards/") and said in flat(page.body)
    )
    assert len(walked("card", _changed(site, card, said, "one day")).disagreements) == 1
    nowhere = _changed(site, "start-here/", 'href="#count-', 'href="#cuont-')
    assert len(walked("dead end", nowhere).dead_ends) >= 1
    back = re.sub(r'href="#answer-[^"]*"', 'href="#what"', _body(site, "start-here/"), count=1)
    assert len(walked("loop", _with_body(site, "start-here/", back)).loops) >= 1


def _body(site: Site, address: str) -> str:
    return next(page.body for page in site.pages if page.address == address)


def _changed(site: Site, address: str, old: str, new: str) -> Site:
    body = _body(site, address)
    assert old in body
    return _with_body(site, address, body.replace(old, new, 1))


def _with_body(site: Site, address: str, body: str) -> Site:
    changed = [dataclasses.replace(p, body=body) if p.address == address else p for p in site.pages]
    return dataclasses.replace(site, pages=tuple(changed))


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_says_today_first_then_who_decides_and_only_then_the_range(
    sites: Built, name: str
) -> None:
    for part in read_finder(sites[name]).parts.values():
        if part.choices:
            continue
        said = part.node.text
        today = part.node.first("div", "pb-today")
        assert today is not None and today.text, part.id
        assert said.startswith(f"{part.title} {today.text}"), part.id
        if part.agreed and part.agreed != NOTHING:
            order = [said.index("Who decides"), said.index("What we have agreed for this")]
            assert order == sorted(order) and len(today.text) < order[0], part.id


@pytest.mark.parametrize("name", NAMES)
def test_a_formal_range_stands_one_tap_below_and_an_informal_one_does_not(sites: Built, name: str) -> None:
    for part in read_finder(sites[name]).parts.values():
        fold = part.node.first("details", "pb-range")
        steps = [step.text for step in part.node.all("ul", "pb-list")]
        assert bool(fold) == any("Formal" in step for step in steps), part.id
        if fold:
            assert "A formal step is possible here." in part.node.text
            outside = part.node.text.replace(fold.text, "")
            assert part.agreed not in outside, part.id


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_the_finder_decides(sites: Built, name: str) -> None:
    words = flat(_body(sites[name], "start-here/")).lower()
    for claim in ("you must give", "the penalty is", "guilty", "verdict", "the decision is"):
        assert claim not in words


def test_the_address_holds_neutral_keys_and_none_stands_twice(sites: Built) -> None:
    for name in NAMES:
        for part in read_finder(sites[name]).parts.values():
            keys = [link.attributes["data-pb-key"] for link in part.node.all("a", "pb-choice")]
            assert len(set(keys)) == len(keys), part.title
            assert all(re.fullmatch(r"[b-df-hj-np-tv-xz2-9]{3,6}", key) for key in keys), keys


# What readers of published ladders ask ---------------------------------------------------------------


def just_culture(sites: Built, *answers: str) -> Part:
    return answered(read_finder(sites["just-culture"]), "A safety check was left out", *answers)


def test_a_protocol_that_cannot_work_ends_at_the_system_and_not_at_the_person(sites: Built) -> None:
    end = just_culture(sites, "No", "No", "No")
    assert end.title.endswith("Mend the way of working, not the person")
    assert "No step follows for the person." in end.node.text
    assert end.agreed == ""
    assert "and did they leave it?” No or I don't know." in end.node.text


def test_peers_who_take_the_same_shortcut_knowingly_mean_coaching_and_mending_the_system(
    sites: Built,
) -> None:
    asked = just_culture(sites, "No", "No", "Yes", "Yes")
    assert "Peers who take the same shortcut, knowing it, count as yes." in asked.node.text
    end = just_culture(sites, "No", "No", "Yes", "Yes", "Yes")
    assert end.title.endswith("Coach, and fix the system")
    assert "Coach them, and their peers, on the risk." in end.node.text


def test_the_tests_lead_out_of_the_ladder_to_a_step_or_to_its_table(sites: Built) -> None:
    assert just_culture(sites, "Yes").title.endswith("Refer it, outside this guide")
    assert "This guide does not cover it." in just_culture(sites, "Yes").node.text
    assert "Come back to the next question only if" in just_culture(sites, "No", "Yes").node.text
    coaching = just_culture(sites, "No", "No", "Yes", "Yes", "No", "Yes")
    assert coaching.agreed == "Coaching"
    assert "“Was there a gap in training or supervision?” Yes or I don't know." in coaching.node.text
    table = just_culture(sites, "No", "No", "Yes", "Yes", "No", "No", "Yes")
    assert table.agreed == "Coaching to Formal review"
    assert "Weigh what made it harder before you look at the table." in table.node.text


def penalty(sites: Built, *answers: str) -> Part:
    return answered(read_finder(sites["penalty-table"]), *answers)


def test_absence_without_leave_the_second_time(sites: Built) -> None:
    answer = penalty(sites, "Absent without leave", "Once before")
    assert answer.agreed == "Suspension without pay, 5 calendar days to 30 calendar days"
    assert "Removal may fit a first or second offence if the absence was long" in answer.node.text
    assert "A penalty outside the range needs reasons. Must agree: People office." in answer.node.text
    assert answer.node.text.count("?”") == 0 and "Would something lighter be enough?" in answer.node.text


def test_a_cell_that_is_missing_says_that_nothing_is_agreed(sites: Built) -> None:
    for answer in ("Once before", "Twice before", "Three times before, or more often"):
        missing = penalty(sites, "Did not report", answer)
        assert missing.title.endswith("Nothing is agreed for this yet")
        assert missing.agreed == NOTHING
        assert "Call People office" in missing.node.text


def test_counselling_is_not_counted_where_one_counts(sites: Built) -> None:
    count = penalty(sites, "Absent without leave")
    assert "First offence means the first one for which formal action was taken." in count.node.text
    assert "This does not count as a time: “Counselling or oral warning”." in count.node.text


def test_not_knowing_how_often_never_leads_to_a_formal_step(sites: Built) -> None:
    assert penalty(sites, "Absent without leave", "I don't know").title.endswith("Treat it as a first talk")
    example = read_finder(sites[EXAMPLE])
    minor = answered(example, "None", "None", "A date passed", "No", "I don't know")
    assert minor.agreed == "Make the expectation clear again"


def test_points_are_explained_and_lead_to_the_ladder(sites: Built) -> None:
    end = answered(read_finder(sites["points"]), "Somebody was absent")
    assert "Points lead to a step here, not the number of times." in end.node.text
    assert "At 8: Written warning." in end.node.text
    assert "Protected leave: 0, protected: it never scores." in end.node.text
    assert "“Suspension” and “Termination”: Plant lead." in end.node.text
    assert end.ladder == "steps/attendance/"
    assert end.node.first("details", "pb-range") is not None


# Whom it is about ------------------------------------------------------------------------------------

ROWS: dict[str, Any] = {
    "entry": [{"for": {"severity": "small"}, "cells": {"1+": {"from": "talk", "to": "help"}}}],
}


def test_one_ladder_asks_nobody_and_says_on_the_answer_who_is_not_covered(tmp_path: Path) -> None:
    excludes = [{"group": "guests", "see": "the house rules"}]
    ladder = ROWS | {"applies_to": {"groups": ["staff"], "excludes": excludes}}
    answer = answered(finder_of(tmp_path, {"main": ladder}), "LATE")
    assert answer.agreed == "TALK to HELP"
    assert "This is for: Staff." in answer.node.text
    assert "Guests. See: the house rules." in answer.node.text


def test_several_ladders_are_told_apart_by_whom_it_is_about(tmp_path: Path) -> None:
    excludes = [{"group": "guests", "see": "the house rules"}]
    ladders = {
        "a": ROWS | {"applies_to": {"groups": ["staff"], "excludes": excludes}},
        "b": {
            "entry": [{"for": {"severity": "small"}, "cells": {"1+": "warning"}}],
            "applies_to": {"groups": ["leaders"]},
        },
    }
    finder = finder_of(tmp_path, ladders)
    assert asks(answered(finder, "LATE")) == ["Staff", "Leaders", "Guests", "Anybody else", "I don't know"]
    assert answered(finder, "LATE", "Staff").agreed == "TALK to HELP"
    assert answered(finder, "LATE", "Leaders").agreed == "WARNING"
    guests = answered(finder, "LATE", "Guests")
    assert "Guests: See the house rules." in guests.node.text
    assert guests.agreed == ""
    assert answered(finder, "LATE", "Anybody else").title.endswith("Nothing is agreed for this yet")
    assert answered(finder, "LATE", "I don't know").title.endswith("Treat it as a first talk")


def test_a_group_that_has_another_ladder_goes_on_there(tmp_path: Path) -> None:
    excluded = [{"group": "leaders", "ladder": "b"}, {"group": "guests", "none": "We part as friends."}]
    ladders = {
        "a": ROWS | {"applies_to": {"excludes": excluded}},
        "b": {"track": "conduct", "entry": [{"for": {"severity": "small"}, "cells": {"1+": "help"}}]},
        "c": ROWS | {"title": "C", "applies_to": {"groups": ["staff"]}},
    }
    finder = finder_of(tmp_path, ladders)
    assert answered(finder, "LATE", "Leaders").ladder == "steps/b/"
    assert "Nothing takes its place. We part as friends." in answered(finder, "LATE", "Guests").node.text
    assert answered(finder, "LATE", "Staff").ladder == "steps/c/"
    assert answered(finder, "LATE", "Anybody else").ladder == "steps/a/"


def test_two_ladders_for_the_same_people_are_a_question(tmp_path: Path) -> None:
    finder = finder_of(tmp_path, {"a": ROWS, "b": ROWS})
    assert asks(answered(finder, "LATE")) == ["A", "B", "I don't know"]
    assert answered(finder, "LATE", "B").ladder == "steps/b/"


def test_a_row_for_a_group_is_for_that_group_alone(tmp_path: Path) -> None:
    rows = [
        {"for": {"severity": "small"}, "cells": {"1+": "talk"}},
        {"for": {"severity": "small", "group": "leaders"}, "cells": {"1+": "warning"}},
    ]
    finder = finder_of(tmp_path, {"a": {"entry": rows}})
    assert asks(answered(finder, "LATE")) == ["Leaders", "Anybody else", "I don't know"]
    assert answered(finder, "LATE", "Leaders").agreed == "WARNING"
    assert answered(finder, "LATE", "Anybody else").agreed == "TALK"
    assert answered(finder, "GONE").title.endswith("Nothing is agreed for this yet")


# Which row answers -----------------------------------------------------------------------------------


def rows_of(folder: Path, rows: list[dict[str, Any]], group: str | None = None) -> list[int]:
    """Places of the rows that answer for somebody being late."""
    entry = [{"for": about, "cells": {"1+": "talk"}} for about in rows]
    book = written(folder, {"a": {"entry": entry}})
    ladder = book.ladders["a"]
    found = rows_for(book, ladder, book.deviations["late"], group)
    return [next(place for place, row in enumerate(ladder.entry) if row is one) for one in found]


@pytest.mark.parametrize(
    ("rows", "answering"),
    [
        ([{"severity": "small"}, {"severity": "large"}], [0]),
        ([{"severity": "small"}, {"standard": "be-there"}], [1]),
        ([{"deviation": "late"}, {"standard": "be-there"}, {"severity": "small"}], [0]),
        ([{"deviation": "gone"}, {"severity": "small"}], [1]),
        ([{"deviation": "late", "severity": "large"}, {"severity": "small"}], [1]),
        ([{"group": "leaders", "deviation": "late"}, {"severity": "small"}], [1]),
        ([{"severity": "large"}], []),
        # a circumstance is asked about, beside the next row that needs none
        ([{"deviation": "late", "circumstance": "on a ship"}, {"severity": "small"}], [0, 1]),
        ([{"severity": "small"}, {"severity": "small", "how_long": "15 to 30 minutes"}], [1, 0]),
        ([{"deviation": "late"}, {"severity": "small", "circumstance": "on a ship"}], [0]),
        # one that names nothing else can hold whatever happened
        ([{"circumstance": "others had to wait"}, {"deviation": "late"}], [0, 1]),
        ([{"circumstance": "others had to wait"}], [0]),
        ([{}, {"severity": "small"}], [1]),
        ([{}, {"severity": "large"}], [0]),
    ],
)
def test_the_nearest_row_answers(tmp_path: Path, rows: list[dict[str, Any]], answering: list[int]) -> None:
    assert rows_of(tmp_path, rows) == answering


def test_a_row_for_the_group_wins_for_that_group(tmp_path: Path) -> None:
    rows = [{"deviation": "late"}, {"severity": "small", "group": "leaders"}, {"group": "guests"}]
    assert rows_of(tmp_path, rows, "leaders") == [1]
    assert rows_of(tmp_path, rows, "guests") == [2]
    assert rows_of(tmp_path, rows, None) == [0]
    book = _read(tmp_path)
    ladder = book.ladders["a"]
    assert len(matching_rows(book, ladder, book.deviations["late"])) == 3


def test_a_circumstance_is_asked_about_even_where_one_row_has_it(tmp_path: Path) -> None:
    rows = [
        {
            "for": {"deviation": "late", "circumstance": "others had to wait"},
            "cells": {"1+": "help"},
            "note": "Ask them.",
        },
    ]
    finder = finder_of(tmp_path, {"a": {"entry": rows}})
    case = answered(finder, "LATE")
    assert asks(case) == ["LATE: others had to wait", "None of these", "I don't know"]
    assert "Ask them." in case.node.text
    assert answered(finder, "LATE", "LATE").agreed == "HELP"
    assert answered(finder, "LATE", "None").title.endswith("Nothing is agreed for this yet")


def test_lengths_of_time_are_told_apart_in_the_author_s_words(tmp_path: Path) -> None:
    rows = [
        {"for": {"deviation": "late", "how_long": {"to": "15 minutes"}}, "cells": {"1+": "talk"}},
        {"for": {"deviation": "late", "how_long": "15 to 30 minutes"}, "cells": {"1+": "help"}},
        {"for": {"severity": "small"}, "cells": {"1+": "warning"}},
    ]
    finder = finder_of(tmp_path, {"a": {"entry": rows}})
    expected = ["LATE: up to 15 minutes", "LATE: 15 to 30 minutes", "None of these", "I don't know"]
    assert asks(answered(finder, "LATE")) == expected
    assert answered(finder, "LATE", "None of these").agreed == "WARNING"
    assert answered(finder, "LATE", "I don't know").title.endswith("Treat it as a first talk")


# How many times --------------------------------------------------------------------------------------


def test_a_row_that_ends_early_says_so_for_every_later_time(tmp_path: Path) -> None:
    rows = [{"for": {"severity": "small"}, "cells": {"1": "talk", "2": "help"}}]
    finder = finder_of(tmp_path, {"a": {"entry": rows}})
    count = answered(finder, "LATE")
    assert asks(count) == [
        "This is the first time",
        "Once before",
        "Twice before, or more often",
        "I don't know",
    ]
    assert answered(finder, "LATE", "Twice before").agreed == NOTHING
    assert answered(finder, "LATE", "I don't know").agreed == "TALK"


def test_what_is_the_same_however_often_is_not_asked(tmp_path: Path) -> None:
    assert answered(finder_of(tmp_path, {"a": ROWS}), "LATE").agreed == "TALK to HELP"


def test_not_knowing_how_often_takes_the_lightest_cell_wherever_it_stands(tmp_path: Path) -> None:
    rows = [{"for": {"severity": "small"}, "cells": {"1": "missing", "2": "help", "3+": "talk"}}]
    assert answered(finder_of(tmp_path, {"a": {"entry": rows}}), "LATE", "I don't know").agreed == "TALK"


def test_every_word_of_a_cell_is_on_the_answer(tmp_path: Path) -> None:
    steps = [
        rung("talk"),
        rung("help"),
        rung("away", formal=True, decided_by="lead"),
        rung("end", formal=True),
    ]
    cell = {
        "from": {"rung": "away", "lasts": "5 days", "what": "from the desk"},
        "to": {"rung": "away", "lasts": "30 days", "what": "from the house"},
        "force": "normally",
        "note": "Less if they reported it.",
    }
    rows = [
        {
            "for": {"severity": "small"},
            "cells": {"1": cell, "2+": {"one_of": ["talk", "away"], "force": "may"}},
            "note": "Days are calendar days.",
        },
    ]
    finder = finder_of(tmp_path, {"a": {"rungs": steps, "entry": rows}})
    first = answered(finder, "LATE", "This is the first time")
    assert first.agreed == (
        "Normally: AWAY, from the desk, 5 days to AWAY, from the house, 30 days Less if they reported it."
    )
    assert "Days are calendar days." in first.node.text
    second = answered(finder, "LATE", "Once before, or more often")
    assert second.agreed == "May: One of: TALK · AWAY"
    assert [link.text for link in second.node.all("a") if "/a/" in link.attributes["href"]].count("HELP") == 0


def test_what_must_come_first_and_who_must_agree_is_said(tmp_path: Path) -> None:
    steps = [
        rung("talk", must_not_skip=True),
        rung("help"),
        rung("warning", formal=True, decided_by="lead", consults=["board"]),
        rung("ending", formal=True, decided_by="board", approved_by="lead", needs_before=["warning"]),
    ]
    rules = [
        {"to": "ending", "when": "Somebody was badly hurt.", "agreed_by": ["board"], "write_down": "why"},
        {"to": "help", "when": "They ask for help."},
    ]
    rows = [{"for": {"severity": "small"}, "cells": {"1+": {"from": "warning", "to": "ending"}}}]
    answer = answered(
        finder_of(tmp_path, {"a": {"rungs": steps, "entry": rows, "skip_rules": rules}}), "LATE"
    ).node.text
    assert "“WARNING”: The lead." in answer and "“ENDING”: The board." in answer
    assert "“ENDING”: The lead." in answer and "“WARNING”: The board." in answer
    assert "Before “ENDING” comes “WARNING”." in answer
    assert "Never skip “TALK”." in answer
    assert "Help comes before any formal step: “HELP”." in answer
    assert (
        "You can go straight to “ENDING”: Somebody was badly hurt. Must agree: The board. Write down: why."
        in answer
    )
    assert "They ask for help." not in answer, "a rule that only leads to a lighter step cannot apply here"


def test_a_way_past_the_steps_is_named_only_where_it_was_as_grave(tmp_path: Path) -> None:
    steps = [rung("talk"), rung("warning", formal=True), rung("ending", formal=True)]
    rules = [
        {"to": "ending", "when": "They meant it.", "severity": ["large"]},
        {"to": "warning", "when": "They knew it.", "severity": ["small", "large"]},
        {"to": "warning", "when": "They were told."},
    ]
    rows = [{"for": {"severity": "small"}, "cells": {"1+": "talk"}}]
    rows += [{"for": {"deviation": "gone"}, "cells": {"1+": "talk"}}]
    finder = finder_of(tmp_path, {"a": {"rungs": steps, "entry": rows, "skip_rules": rules}})
    light = answered(finder, "LATE").node.text
    assert "They meant it." not in light
    assert "They knew it. Only for: “A small effect” and “A large effect”." in light and "They were told." in light
    grave = answered(finder, "GONE").node.text
    assert "They meant it. Only for: “A large effect”." in grave and "They knew it." in grave


def test_a_formal_range_without_a_decider_says_that_it_is_not_written_down(tmp_path: Path) -> None:
    steps = [rung("talk"), rung("warning", formal=True)]
    rows = [{"for": {"severity": "small"}, "cells": {"1": "talk", "2+": "warning"}}]
    finder = finder_of(tmp_path, {"a": {"rungs": steps, "entry": rows}})
    assert "It is not written down who decides." in answered(finder, "LATE", "Once").node.text
    assert "You and the person agree together what comes next." in answered(finder, "LATE", "This is").node.text


# Ladders without a grid ------------------------------------------------------------------------------


def test_a_ladder_without_a_grid_begins_with_its_lightest_step(tmp_path: Path) -> None:
    end = answered(finder_of(tmp_path, {"a": {}}), "LATE")
    assert end.agreed == "TALK"
    assert "Take the steps in order." in end.node.text


def test_time_alone_is_explained(tmp_path: Path) -> None:
    steps = [{"after": "30 days", "rung": "help"}, {"after": "60 days", "rung": "warning", "force": "may"}]
    by_time = {"from": "the day it was due", "steps": steps, "stops_when": "It is handed in."}
    end = answered(finder_of(tmp_path, {"a": {"by_time": by_time}}), "LATE")
    assert "Time leads to a step here, not the number of times." in end.node.text
    assert "After 60 days May: WARNING." in end.node.text and "It is handed in." in end.node.text
    assert end.node.first("details", "pb-range") is not None


def test_a_deviation_without_a_row_or_a_ladder_ends_at_a_first_talk(tmp_path: Path) -> None:
    happened = [deviation("late"), deviation("odd", "large"), deviation("rude", track="conduct")]
    finder = finder_of(tmp_path, {"a": ROWS}, *happened)
    for what in ("ODD", "RUDE"):
        end = answered(finder, what)
        assert end.title.endswith("Nothing is agreed for this yet")
        assert "Today: hear them. Do not decide." in end.node.text and "Call People desk" in end.node.text


def test_without_any_contact_a_role_is_named_to_ask(tmp_path: Path) -> None:
    book = written(tmp_path, {"a": ROWS}, None, upkeep={"owner": "board"})
    settings = book.settings.model_copy(update={"first_call": None})
    site = pages(dataclasses.replace(book, settings=settings))
    assert "Ask: The board." in answered(read_finder(site), "Something else").node.text


# Tests, hand-over, loops -----------------------------------------------------------------------------


def ask(id_: str, yes: Any, no: Any, unsure: Any = "next") -> dict[str, Any]:
    return {"id": id_, "ask": f"{id_.upper()}?", "if_yes": yes, "if_no": no, "if_unsure": unsure}


def test_another_kind_of_concern_goes_on_at_its_ladder_where_that_has_a_row(tmp_path: Path) -> None:
    tests = [ask("harm", {"track": "conduct", "note": "It is about people."}, "next")]
    other = {"track": "conduct", "entry": [{"for": {"severity": "small"}, "cells": {"1+": "warning"}}]}
    finder = finder_of(tmp_path, {"a": ROWS | {"tests": tests}, "b": other})
    assert answered(finder, "LATE", "Yes").ladder == "steps/b/"
    assert "It is about people." in answered(finder, "LATE").node.text
    assert answered(finder, "LATE", "No").ladder == "steps/a/"
    elsewhere = answered(finder, "GONE", "Yes")
    assert elsewhere.title.endswith("This is another kind of concern")
    assert "It goes on as: Conduct." in elsewhere.node.text and "It is about people." in elsewhere.node.text
    assert any(link.attributes["href"] == "../steps/b/" for link in elsewhere.node.all("a"))


def test_ladders_that_hand_over_to_each_other_end_and_are_named(tmp_path: Path) -> None:
    ladders = {
        "a": ROWS | {"tests": [ask("harm", {"track": "conduct"}, "next")]},
        "b": ROWS | {"track": "conduct", "tests": [ask("skill", {"track": "work"}, "next")]},
    }
    book = written(tmp_path, ladders)
    graph = build_graph(book)
    assert graph.cut == ("work",)
    assert all(path.end != "loop" for path in walk(graph))
    end = answered(read_finder(pages(book)), "LATE", "Yes", "Yes")
    assert end.title.endswith("This is another kind of concern")


def test_tests_jump_ahead_end_or_lead_to_a_step(tmp_path: Path) -> None:
    tests = [
        ask("one", {"go": "three"}, "next", {"end": "call-people"}),
        ask("two", {"end": "own-way"}, "next", {"end": "Find out more first."}),
        ask("three", {"rung": "warning"}, "concern", {"end": "support"}),
    ]
    ends = [{"id": "own-way", "title": "Our own way", "do": ["Sit down together."]}]
    finder = finder_of(tmp_path, {"a": ROWS | {"tests": tests, "ends": ends}})
    assert answered(finder, "LATE", "Yes").title.endswith("THREE?")
    assert answered(finder, "LATE", "No").title.endswith("TWO?")
    assert answered(finder, "LATE", "I don't know").title.endswith("Call before you talk with them")
    assert "Sit down together." in answered(finder, "LATE", "No", "Yes").node.text
    assert answered(finder, "LATE", "No", "I don't").node.text.count("Find out more first.") == 1
    warning = answered(finder, "LATE", "Yes", "Yes")
    assert warning.agreed == "WARNING" and warning.node.first("details", "pb-range") is not None
    answer = answered(finder, "LATE", "No", "No", "No")
    asked = [line.text for line in answer.node.all("p", "pb-why")][1:]
    # one may come here without having been asked TWO
    assert asked == ["Given this answer: “ONE?” Yes or No.", "Given this answer: “THREE?” No."]
    assert answered(finder, "LATE", "Yes", "No") == answer


def test_an_old_address_keeps_its_meaning_when_the_content_grows(tmp_path: Path) -> None:
    def keys(name: str, rows: list[dict[str, Any]], tests: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
        finder = finder_of(tmp_path / name, {"a": {"entry": rows, "tests": tests}})
        return {
            (part.title.partition(". ")[2], label.text, link.attributes["data-pb-key"])
            for part in finder.parts.values()
            for link in part.node.all("a", "pb-choice")
            for label in link.all("strong")
        }

    row = {"for": {"severity": "small"}, "cells": {"1": "talk", "2+": "help"}}
    more = {"for": {"severity": "large"}, "cells": {"1": "help", "2": "warning", "3+": "warning"}}
    before = keys("before", [row], [ask("one", {"end": "support"}, "next")])
    after = keys("after", [more, row], [ask("new", "next", "next"), ask("one", {"end": "support"}, "next")])
    assert before <= after
    new = {key for title, _, key in after if title == "NEW?"}
    assert len(new) == 3 and not new & {key for _, _, key in before}


# Nothing an author wrote is lost ---------------------------------------------------------------------

_ON_ANSWERS = (
    "entry",
    "tests",
    "ends",
    "factors",
    "compare",
    "skip_rules",
    "departure",
    "counting",
    "applies_to",
    "deci",
)


@pytest.mark.parametrize("flags", [False, True])
@pytest.mark.parametrize("choice", range(4))
def test_every_field_that_bears_on_an_answer_is_on_the_page(tmp_path: Path, flags: bool, choice: int) -> None:
    whole = WholeLadder(flags=flags, choice=choice)
    end = whole.ladder["ends"][0]["id"]
    # two questions more, one that leads past the others and one that leads to the ladder's own end
    whole.ladder["tests"][:0] = [ask("past", "next", "concern"), ask("own", {"end": end}, "next")]
    whole.write(tmp_path)
    _reachable(tmp_path / "content", whole.ladder)
    words = flat(_body(pages(_read(tmp_path)), "start-here/")).casefold()
    expect_none(
        f"{path}: {said}"
        for path, said in whole
        if path.split(".")[1].startswith(_ON_ANSWERS)
        and said.casefold() not in words
        and not (flags and re.search(r"\.cells\.[^.]+\.(from|to|one_of|force)\b", path))
    )


def _reachable(content: Path, ladder: dict[str, Any]) -> None:
    """Let the deviation that the grid names happen: with its severity, under its standard, on its track."""
    about = ladder["entry"][0]["for"]
    some, own = content / "standards" / "some.yml", content / "standards" / f"{about['standard']}.yml"
    plain = json.loads(some.read_text(encoding="utf-8"))
    named = [
        one | {"severity": about["severity"]}
        for one in plain["deviations"]
        if one["id"] == about["deviation"]
    ]
    plain["deviations"] = [one for one in plain["deviations"] if one["id"] != about["deviation"]]
    some.write_text(json.dumps(plain), encoding="utf-8")
    standard = json.loads(own.read_text(encoding="utf-8"))
    own.write_text(json.dumps(standard | {"track": ladder["track"], "deviations": named}), encoding="utf-8")
