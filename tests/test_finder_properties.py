"""Whatever ladder passes the checks, the finder answers for every deviation and count, inside its range.

Ladders are made as data, checked and rendered like an author's. What the page must say is worked
out from that data alone, without the model, the graph or the views.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from benchmarks.finder import NOTHING, Finder, Part, read_finder, walked
from playbook.checks import levels_for, run_checks
from playbook.loader import load
from playbook.page_checks import check_pages
from playbook.problems import assign_levels, has_errors
from playbook.project import Project
from playbook.render import render_site
from playbook.site import Site
from tests.finding import environment

SEVERITIES = ("small", "clear", "large")
GROUPS = ("staff", "leaders")
COUNTS = range(1, 8)
Data = dict[str, Any]


@dataclass(frozen=True)
class Made:
    """A handbook as data: the ladder, and what happened with its severity."""

    ladder: Data
    happened: dict[str, str]

    @property
    def rungs(self) -> list[str]:
        return [rung["id"] for rung in self.ladder["rungs"]]

    @property
    def formal(self) -> set[str]:
        return {rung["id"] for rung in self.ladder["rungs"] if rung["standing"]["formal"]}


def rungs(count: int, first_formal: int) -> list[Data]:
    """Steps that a check lets through: help before anything formal, and each says what it must."""
    made = []
    for place in range(count):
        formal = place >= first_formal
        kind = "warning" if formal else "support" if place == first_formal - 1 else "clarify"
        step: Data = {
            "id": f"step-{place}",
            "title": f"Step {place}",
            "kind": kind,
            "standing": {"formal": formal, "recorded": formal},
            "used_when": "It fits.",
            "manager_does": ["Name what you saw."],
            "you_can_expect": ["To be heard."],
            "act_within": "5 working days",
            "way_back": "It ends well.",
            "aftercare": "Somebody asks after a week.",
        }
        if formal:
            step |= {"facts_by": "finder", "decided_by": "lead", "counts_for": "6 months"}
        if place + 1 < count:
            step["next"] = {"rung": f"step-{place + 1}", "when": "It happens again."}
        made.append(step)
    return made


def ends(count: int) -> st.SearchStrategy[Data | str]:
    """One cell: nothing, one step, a range in either order of the two ends drawn, or some steps only."""
    places = st.integers(0, count - 1)
    one = places.map(lambda place: f"step-{place}")
    both = st.tuples(places, places).map(sorted)
    some = st.lists(places, min_size=2, max_size=3, unique=True).map(sorted)
    return st.one_of(
        st.just("missing"),
        one,
        both.map(lambda ends: {"from": f"step-{ends[0]}", "to": f"step-{ends[1]}"}),
        some.map(lambda few: {"one_of": [f"step-{place}" for place in few]}),
    )


@st.composite
def cells(draw: st.DrawFn, count: int) -> Data:
    columns = draw(st.integers(1, 4))
    is_open = draw(st.booleans())
    names = [
        f"{number}+" if is_open and number == columns else str(number) for number in range(1, columns + 1)
    ]
    return {name: draw(ends(count)) for name in names}


@st.composite
def rows(draw: st.DrawFn, count: int, happened: dict[str, str]) -> list[Data]:
    about = st.fixed_dictionaries(
        {},
        optional={
            "severity": st.sampled_from(SEVERITIES),
            "deviation": st.sampled_from(sorted(happened)),
            "group": st.sampled_from(GROUPS),
            "circumstance": st.sampled_from(["others had to wait", "it was dark"]),
        },
    )
    spoken = draw(st.lists(about, min_size=1, max_size=6, unique_by=lambda one: tuple(sorted(one.items()))))
    return [
        {"for": one, "cells": draw(cells(count)), "note": f"This is row {place}."}
        for place, one in enumerate(spoken)
    ]


@st.composite
def questions(draw: st.DrawFn, count: int) -> list[Data]:
    made: list[Data] = []
    total = draw(st.integers(0, 3))
    for place in range(total):
        later = [{"go": f"test-{number}"} for number in range(place + 1, total)]
        ways = st.sampled_from(
            [
                {"go": "next"},
                {"go": "concern"},
                *later,
                {"end": "support"},
                {"end": "own"},
                {"end": "Find out more."},
            ]
        ) | st.integers(0, count - 1).map(lambda step: {"rung": f"step-{step}"})
        branches = {f"if_{answer}": draw(ways) for answer in ("yes", "no", "unsure")}
        made.append({"id": f"test-{place}", "ask": f"Is it so, {place}?", **branches})
    return made


@st.composite
def handbooks(draw: st.DrawFn) -> Made:
    count = draw(st.integers(2, 5))
    happened = {
        f"case-{place}": draw(st.sampled_from(SEVERITIES)) for place in range(draw(st.integers(1, 3)))
    }
    ladder: Data = {
        "title": "The steps",
        "track": "work",
        "rungs": rungs(count, draw(st.integers(1, count))),
        "counting": {"counts_from": "First means the first talk.", "look_back": {"length": "3 months"}},
        "rights": {
            "written_concern": {"notice": "5 working days"},
            "companion": {"who": ["a colleague"]},
            "respond": {"before": "decision"},
            "appeal": {"to": "board", "within": "10 working days"},
        },
        "records": {"kept": {"where": "the file", "for": "6 months"}},
        "entry": draw(rows(count, happened)),
        "tests": draw(questions(count)),
        "ends": [{"id": "own", "title": "Our own way", "do": ["Sit down together."]}],
        # any step may be gone to, so that no step is out of reach
        "skip_rules": [{"when": "Somebody was hurt.", "agreed_by": ["lead"], "write_down": "why"}],
    }
    return Made(ladder, happened)


def built(made: Made) -> Site | None:
    """The site, where ``check`` finds no error."""
    settings_: Data = {
        "organisation": {"name": "Works"},
        "upkeep": {
            "owner": "lead",
            "approver": "board",
            "effective": "2026-01-01",
            "review_by": "2027-01-01",
        },
        "first_call": "desk",
        "tracks": [{"id": "work", "title": "Work"}],
        "severities": [{"id": id_, "title": f"{id_.capitalize()} effect"} for id_ in SEVERITIES],
        "groups": [{"id": id_, "title": id_.capitalize()} for id_ in GROUPS],
        "roles": [{"id": id_, "title": f"The {id_}"} for id_ in ("lead", "board", "finder")],
        "contacts": [{"id": "desk", "title": "Desk", "mail": "desk@works.example", "verified": "2026-01-01"}],
    }
    standard = {
        "title": "Be there",
        "statement": "We come.",
        "track": "work",
        "examples": [{"acceptable": "They came.", "instead_of": id_} for id_ in made.happened],
        "deviations": [
            {"id": id_, "title": id_.upper(), "observable": "Seen.", "severity": severity}
            for id_, severity in made.happened.items()
        ],
    }
    files = {"handbook.yml": settings_, "ladders/main.yml": made.ladder, "standards/be-there.yml": standard}
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, "content", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data), encoding="utf-8")
        loaded = load(Project(Path(folder)))
    handbook = loaded.handbook
    assert handbook is not None and loaded.problems == (), loaded.problems
    if has_errors(assign_levels(run_checks(handbook), levels_for(handbook))):
        return None
    site, problems = render_site(handbook, environment())
    assert site is not None and problems == [], problems
    assert not has_errors(assign_levels(check_pages(site), levels_for(handbook)))
    return site


# What the data says, and what the page says ------------------------------------------------------------


def cell_at(row: Data, count: int) -> Data | str:
    """The cell of a row that speaks of this count, as the data has it."""
    for name, cell in row["cells"].items():
        if int(name.rstrip("+")) == count or (name[-1] == "+" and count > int(name.rstrip("+"))):
            return cell  # type: ignore[no-any-return]
    return "missing"


def allowed(made: Made, cell: Data | str) -> list[str]:
    """The steps that a cell allows."""
    if isinstance(cell, str):
        return [] if cell == "missing" else [cell]
    if "one_of" in cell:
        return list(cell["one_of"])
    order = made.rungs
    return order[order.index(cell["from"]) : order.index(cell["to"]) + 1]


def fits(row: Data, case: str, severity: str) -> bool:
    about = row["for"]
    return about.get("severity") in (None, severity) and about.get("deviation") in (None, case)


def steps_of(end: Part) -> list[str]:
    """The steps that an answer leads to, by their ids in the addresses."""
    links = (link for steps in end.node.all("ul", "pb-list") for link in steps.all("a"))
    return [link.attributes["href"].rstrip("/").rpartition("/")[2] for link in links]


def counting(finder: Finder, begin: Part) -> Iterator[Part]:
    """Every question "how many times" that can be reached."""
    seen: set[str] = set()
    waiting = [begin]
    while waiting:
        part = waiting.pop()
        if part.id in seen:
            continue
        seen.add(part.id)
        if part.id.startswith("count-"):
            yield part
        else:
            waiting += [finder.parts[choice.href[1:]] for choice in part.choices]


_SAID = ("This is the first time", "Once before", "Twice before", "Three times before")


def choices_for(part: Part, count: int) -> list[str]:
    """Where a reader goes on for whom it has happened this often."""
    fitting = []
    for choice in part.choices:
        words = choice.words.partition(" Read")[0]
        said = [place for place, start in enumerate(_SAID, start=1) if words.startswith(start)]
        number = said[0] if said else 0 if choice.unsure else int(words.split()[0]) + 1
        if number and (number == count or (number < count and "or more often" in words)):
            fitting.append(choice.href[1:])
    return fitting


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(handbooks())
def test_every_deviation_and_count_has_an_answer_inside_the_declared_range(made: Made) -> None:
    site = built(made)
    event("passes the checks" if site else "does not pass the checks")
    assume(site is not None)
    assert site is not None
    found = walked("made", site)
    assert (found.dead_ends, found.loops, found.disagreements) == ((), (), ())
    finder = read_finder(site)
    what = next(part for part in finder.parts.values() if part.id == "what")
    for case, severity in made.happened.items():
        begin = next(choice for choice in what.choices if choice.words.startswith(case.upper()))
        expect_answers(made, finder, finder.parts[begin.href[1:]], case, severity)


def expect_answers(made: Made, finder: Finder, begin: Part, case: str, severity: str) -> None:
    """Every end says what to do; every count has one answer; each answer is its row's, and no heavier."""
    reached = finder.ends_from(begin.id)
    assert reached
    for end in reached:
        today = end.node.first("div", "pb-today")
        assert today is not None and today.text
        if end.row:
            expect_inside(made, end, case, severity)
    for question in counting(finder, begin):
        expect_every_count(made, finder, question)


def row_of(made: Made, end: Part) -> Data:
    return next(row for row in made.ladder["entry"] if row["note"] in end.node.text)


def expect_inside(made: Made, end: Part, case: str, severity: str) -> None:
    row = row_of(made, end)
    assert fits(row, case, severity), (row["for"], case, severity)
    ordinals = ("first", "second", "third", "fourth", "fifth")
    steps = allowed(made, cell_at(row, ordinals.index(end.column.split()[0]) + 1))
    assert steps_of(end) == steps
    assert (end.agreed == NOTHING) == (not steps)
    folded = end.node.first("details", "pb-range") is not None
    assert folded == bool(made.formal & set(steps))


def expect_every_count(made: Made, finder: Finder, question: Part) -> None:
    for count in COUNTS:
        (target,) = choices_for(question, count)
        end = finder.parts[target]
        assert steps_of(end) == allowed(made, cell_at(row_of(made, end), count))
    unsure = finder.parts[question.choices[-1].href[1:]]
    assert not made.formal & set(steps_of(unsure)), "not to know is never a way to a formal step"
    if unsure.row:
        row = row_of(made, unsure)
        heaviest = [
            max(map(made.rungs.index, steps))
            for count in COUNTS
            if (steps := allowed(made, cell_at(row, count)))
        ]
        assert max(map(made.rungs.index, steps_of(unsure))) == min(heaviest)
