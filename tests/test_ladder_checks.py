"""The checks of a ladder: one planted ladder with every contradiction, sound neighbours, real ladders.

A fault stands on a line that ends in a comment such as ``# finds: rows-overlap``; what is
found must be exactly what the comments say, at these lines.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from playbook.checks import levels_for, run_checks
from playbook.checks.process.jurisdiction_missing import pay_words
from playbook.checks.process.protected_points import protected_words
from playbook.checks.references.step_cycle import circles
from playbook.finder import build_graph, dead_ends
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.problems import Level, Problem, assign_levels
from playbook.project import Project
from playbook.report import format_text

CASES = Path(__file__).parent / "ladders"
MARK = re.compile(r"# finds: (.*)$", re.MULTILINE)

GAPS = {
    "act-within-missing", "first-undefined", "formal-rights", "no-start", "record-nowhere",
}  # fmt: skip
"""What a ladder leaves open."""

CONTRADICTIONS = {
    "count-outlives-record", "excluded-told-nothing", "finder-dead-end", "jurisdiction-missing",
    "protected-points", "range-order", "rows-overlap", "rows-touch", "same-role", "skip-past-must",
    "unrecorded-record",
}  # fmt: skip
"""What a ladder says against itself, or must not say."""

HANDBOOK = """\
organisation: {name: Riverside Care}
upkeep: {owner: people-lead}
before_anything:  # finds: finder-dead-end
  reasons: [Leave, Health]
severities:
  - {id: minor, title: A little}
  - {id: serious, title: A lot}
tracks:
  - {id: attendance, title: Being there}
  - {id: conduct, title: How we treat each other}
roles:
  - {id: manager, title: The manager}
  - {id: people-lead, title: Head of People}
  - {id: director, title: A director}
groups:
  - {id: employees, title: Employees}
  - {id: trainees, title: Trainees}
decisions:
  - id: file-life
    title: Life of the file
    question: How long is it kept?
    ask: The lawyer
    value: 6 months
    decided: true
"""

STANDARD = """\
title: Be there when others count on you
track: attendance
statement: We come at the agreed time, or say so before.
examples:
  - {acceptable: They call at seven and say that they come at nine., instead_of: late}
  - {acceptable: They ask for the day off a week before., instead_of: absent}
  - {acceptable: They ask the other to step outside and talk., instead_of: shouting}
deviations:
  - id: late
    title: Somebody came late
    observable: The shift began at eight. They came later.
    severity: minor
  - id: absent  # finds: no-start
    title: Somebody did not come
    observable: They were on the list and did not come.
  - id: shouting  # finds: no-start
    title: Somebody shouted
    observable: Others left the room because of the noise.
    track: conduct
"""

LADDER = """\
title: Attendance, step by step
track: attendance
applies_to:
  groups: [employees]
  excludes:
    - {group: trainees}  # finds: excluded-told-nothing
counting:
  look_back: {length: 9 months}  # finds: count-outlives-record
  never_lapses:
    - Leaving people in danger.  # finds: count-outlives-record
rights:
  written_concern: {notice: 5 working days}
  respond: {before: decision}
  appeal:
    to: director  # finds: same-role
hand_over:
  - when: It is about how people treat each other.
    track: conduct  # finds: finder-dead-end
while_facts_are_found:
  when: Somebody is not safe.
  pay: none  # finds: jurisdiction-missing
records:
  kept: {where: the personnel file, for: <<file-life>>}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
    records:  # finds: unrecorded-record
      kept: {where: a drawer}
    next: {rung: plan, when: It happens again.}
  - id: plan  # finds: act-within-missing
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    lasts: {from: 12 weeks, to: 30 days}  # finds: range-order
    way_back: The goals are met.
    next: {rung: warning, when: The goals were not met.}
  - id: warning  # finds: formal-rights
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    aftercare: A call on the next day.
    act_within: 10 working days
    facts_by: manager
    decided_by: manager  # finds: same-role
    counts_for: 12 months  # finds: count-outlives-record
    way_back: After 12 months it no longer counts.
    next: {rung: away, when: It happens again while it counts.}
  - id: away
    title: Three days at home
    kind: suspend
    standing: {formal: true, recorded: true}
    aftercare: A call on the next day.
    act_within: 10 working days
    needs_before: [warning]
    facts_by: manager
    decided_by: director
    rights:
      companion: {who: [a colleague]}
    response:
      parts:
        - kind: suspend
          what: Three days at home, unpaid  # finds: jurisdiction-missing
    counts_for: 26 weeks
    way_back: They return on the fourth day.
tests:
  - id: system
    ask: Would most careful people in the same place have come late?
    if_yes: {end: fix-the-system}
    if_no: next
    if_unsure: next
  - id: told
    ask: Did they know when the shift begins?
    if_yes: concern
    if_no: {note: Then tell them.}  # finds: finder-dead-end
    if_unsure: system  # finds: test-loop
entry:
  - for: {deviation: late, how_long: 15 to 30 minutes}
    cells:
      1: talk
      2+: {from: plan, to: warning}  # finds: first-undefined
  - for:
      deviation: late
      how_long: 15 to 60 minutes  # finds: rows-overlap
    cells:
      1: {from: warning, to: plan}  # finds: range-order
      2+: final-warning  # finds: unknown-reference
  - for:
      deviation: late
      circumstance: 60 to 120 minutes  # finds: rows-touch
    cells: {1+: away}
  - for: {severity: minor, circumstance: nobody had to wait}
    cells: {1+: talk}
  - for: {severity: minor, circumstance: Nobody had to wait}  # finds: rows-overlap
    cells: {1+: plan}
  - for: {severity: serious}
    cells: {1+: {from: {rung: plan, lasts: 8 to 4 weeks}, to: warning}}  # finds: range-order
skip_rules:
  - {from: plan, to: away, when: Somebody was left in danger.}  # finds: skip-past-must
points:
  events:
    - {id: late, event: Late, add: 0.5}
    - {id: sick, event: A day of sick leave, add: 1}  # finds: protected-points
  thresholds:
    - {at: 4, rung: plan}
    - {at: 6, rung: talk}  # finds: range-order
    - {at: 8, rung: warning}
"""

TRAINEES = """\
title: Attendance of trainees
track: attendance
applies_to:
  groups: [trainees]
rungs:
  - id: letter
    title: A letter to their school
    kind: find-facts
    standing: {formal: true, recorded: true}  # finds: record-nowhere
    aftercare: A call on the next day.
    act_within: 5 working days
    way_back: The school answers.
"""

CONDUCT = """\
title: How we treat each other, step by step
track: conduct
rungs:
  - {id: talk, title: Talk, standing: {formal: false, recorded: false}, act_within: 2 days}
"""

PLANTED = {
    "content/handbook.yml": HANDBOOK,
    "content/standards/be-there.yml": STANDARD,
    "content/ladders/attendance.yml": LADDER,
    "content/ladders/trainees.yml": TRAINEES,
}


def _write(folder: Path, files: dict[str, str]) -> Project:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(folder)


def _handbook(project: Project) -> Handbook:
    handbook = load(project).handbook
    assert handbook is not None
    return handbook


def _found(project: Project) -> tuple[list[Problem], str]:
    """Everything that reading and checking finds, and the report an author reads."""
    loaded = load(project)
    assert loaded.handbook is not None
    problems = [*loaded.problems, *run_checks(loaded.handbook)]
    return problems, format_text(assign_levels(problems, levels_for(loaded.handbook)), loaded.sources)


# One ladder with every fault.


def test_every_planted_contradiction_is_found_at_its_line_and_nothing_else(tmp_path: Path) -> None:
    problems, report = _found(_write(tmp_path, PLANTED))
    expected = sorted(
        (file, number, mark[1])
        for file, text in PLANTED.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (mark := MARK.search(line))
    )
    found = sorted((p.location.file, p.location.line, p.check) for p in problems if p.location)
    assert found == expected, report


def test_the_planted_ladder_has_a_fault_for_every_check_of_a_ladder() -> None:
    planted = {check for text in PLANTED.values() for check in MARK.findall(text)}
    assert planted >= GAPS | CONTRADICTIONS


def test_the_planted_ladder_is_sound_once_every_line_is_mended(tmp_path: Path) -> None:
    files = {**PLANTED, "content/ladders/conduct.yml": CONDUCT}
    for name, wrong, right in MENDED:
        file = f"content/{name}.yml"
        assert files[file].count(wrong) == 1, wrong
        files[file] = files[file].replace(wrong, right)
    _, report = _found(_write(tmp_path, files))
    assert report == ""


_LADDER, _FILE = "ladders/attendance", "handbook"
MENDED = [
    (_FILE, "  reasons", "  call: people\n  reasons"),
    (_FILE, "decisions:", "contacts:\n  - {id: people, title: People team, phone: +00 555 0100}\ndecisions:"),
    ("standards/be-there", "did not come.\n", "did not come.\n    severity: serious\n"),
    ("ladders/trainees", "rungs:", "records: {kept: their school}\nrungs:"),
    (_LADDER, "{group: trainees}", "{group: trainees, ladder: trainees}"),
    (_LADDER, "{length: 9 months}", "{length: 6 months}"),
    (_LADDER, "  never_lapses:\n    - Leaving people in danger.", "  does_not_count:\n    - Leave."),
    (_LADDER, "counting:\n", "counting:\n  counts_from: {rung: plan}\n"),
    (_LADDER, "  respond: {", "  companion: {who: [a colleague]}\n  respond: {"),
    (_LADDER, "    to: director", "    to: people-lead"),
    (_LADDER, "pay: none", "pay: full"),
    (_LADDER, "    records:  # finds: unrecorded-record\n      kept: {where: a drawer}\n", ""),
    (_LADDER, "    lasts: {from: 12 weeks, to: 30 days}", "    act_within: 5 working days"),
    (_LADDER, "    decided_by: manager ", "    decided_by: director "),
    (_LADDER, "counts_for: 12 months", "counts_for: 6 months"),
    (_LADDER, "needs_before: [warning]", "needs_before: [plan]"),
    (_LADDER, "at home, unpaid", "at home"),
    (_LADDER, "{note: Then tell them.}", "{end: Tell them.}"),
    (_LADDER, "if_unsure: system", "if_unsure: concern"),
    (_LADDER, "how_long: 15 to 60 minutes", "how_long: 31 to 60 minutes"),
    (_LADDER, "{from: warning, to: plan}", "{from: plan, to: warning}"),
    (_LADDER, "final-warning", "warning"),
    (_LADDER, "circumstance: 60 to 120 minutes", "circumstance: more than 60 minutes"),
    (_LADDER, "circumstance: Nobody had to wait", "circumstance: others had to wait"),
    (_LADDER, "lasts: 8 to 4 weeks", "lasts: 4 to 8 weeks"),
    (_LADDER, "sick, event: A day of sick leave", "away, event: A day nobody knew of"),
    (_LADDER, "{at: 6, rung: talk}", "{at: 6, rung: plan}"),
]


# Sound neighbours: the nearest content that must stay silent.

STEPS = """\
title: Attendance, step by step
track: attendance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    way_back: The goals are met.
  - id: facts
    title: Find the facts
    kind: find-facts
    standing: {formal: true, recorded: true}
    way_back: The papers are closed.
  - id: warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    aftercare: A call on the next day.
    way_back: After 12 months it no longer counts.
"""


def _ladder_finds(folder: Path, rest: str, *, step: str = "") -> set[str]:
    """The ids found in a small ladder with this at its end, and this within its last step."""
    ladder = f"{STEPS}{step}{rest}"
    files = {"content/handbook.yml": HANDBOOK, "content/ladders/attendance.yml": ladder}
    problems, _ = _found(_write(folder, files))
    ids = {p.check for p in problems if p.location and p.location.file.endswith("attendance.yml")}
    return ids & (GAPS | CONTRADICTIONS) - {
        "act-within-missing",
        "aftercare-missing",
        "formal-rights",
        "record-nowhere",
    }


FIRST = "counting: {counts_from: First means the first time somebody talked about it.}\n"


def _rows(*rows: str) -> str:
    """A grid with these rows, each leading to another step."""
    cells = ("{1+: talk}", "{1+: plan}", "{1+: warning}")
    lines = [f"  - for: {{{row}}}\n    cells: {cells[index]}\n" for index, row in enumerate(rows)]
    return "entry:\n" + "".join(lines)


def _minor(*rest: str) -> str:
    return _rows(*(f"severity: minor, {row}" for row in rest))


def _cells(cells: str) -> str:
    return FIRST + f"entry:\n  - for: {{severity: minor}}\n    cells: {cells}\n"


@pytest.mark.parametrize(
    "rest",
    [
        _minor("how_long: 15 to 30 minutes", "how_long: 31 to 60 minutes"),
        _minor("how_long: 1 to 4 weeks", "how_long: 10 working days"),
        _minor("how_long: {to: 1 hour}", "how_long: 61 minutes or more"),
        _minor("circumstance: Others had to wait", "circumstance: Nobody had to wait"),
        _minor("circumstance: 15 to 30 minutes late", "circumstance: 15 to 60 minutes on the telephone"),
        _minor("circumstance: less than 15 minutes late", "circumstance: 15 to 30 minutes late",
               "circumstance: more than 30 minutes late"),
        _minor("group: employees", "group: trainees"),
        _rows("severity: minor, how_long: 15 to 30 minutes", "severity: minor"),
        _rows("severity: minor", "severity: minor, circumstance: Others had to wait"),
        _rows("severity: minor, how_long: 15 to 30 minutes", "severity: serious, how_long: 15 to 60 minutes"),
        # two rows that touch and lead to the same step
        "entry:\n  - for: {severity: minor, how_long: 1 to 2 days}\n    cells: {1+: plan}\n"
        "  - for: {severity: minor, how_long: 2 to 3 days}\n    cells: {1+: plan}\n",
        _cells("{1: talk, 2: {from: talk, to: talk}, 3: missing}"),
        _cells("{1: talk, 2: {one_of: [talk, warning]}}"),
        _cells("{1: {from: {rung: plan, lasts: 8 weeks}, to: {rung: warning, lasts: 2 weeks}}}"),
        # working days and calendar days do not compare
        _cells("{1: {from: {rung: plan, lasts: 5 working days}, to: {rung: plan, lasts: 2 calendar days}}}"),
        "by_time:\n  from: the due day\n"
        "  steps:\n    - {after: 30 days, rung: talk}\n    - {after: 2 months, rung: plan}\n",
        # what counts here is a step, whatever came first
        "counting:\n  accumulation:\n    - {when: [{times: 3, rung: plan}], leads_to: warning}\n",
        "skip_rules:\n  - {to: warning, when: Somebody was in danger.}\n",
        "skip_rules:\n  - {when: They ask for it.}\n",
        "records:\n  kept: {where: the file, for: 12 months}\ncounting: {look_back: {length: 1 year}}\n",
        "records:\n  kept: {where: a file, for: 12 working days}\ncounting: {look_back: {length: 1 year}}\n",
        "records:\n  kept: {where: the file}\ncounting: {never_lapses: [Violence.]}\n",
        "while_facts_are_found: {when: Rarely., pay: none, jurisdiction: where the contract allows it}\n",
        "applies_to:\n  excludes:\n    - {group: trainees, none: Their school answers for them.}\n",
    ],
)  # fmt: skip
def test_a_sound_ladder_stays_silent(rest: str, tmp_path: Path) -> None:
    assert _ladder_finds(tmp_path, rest) == set()


@pytest.mark.parametrize(
    ("step", "rest"),
    [
        # the facts are found in any case, so that a rule to a heavier step does not leave them out
        ("    needs_before: [facts]\n", "skip_rules:\n  - {to: warning, when: It was grave.}\n"),
        # the rule begins where the step that must come before is done
        ("    needs_before: [plan]\n", "skip_rules:\n  - {from: plan, to: warning, when: It was grave.}\n"),
        # a general permission holds within what must come before
        ("    needs_before: [plan]\n", "skip_rules:\n  - {when: The People lead agrees.}\n"),
        # no appeal is open here, so that nobody hears one
        ("    decided_by: director\n",
         "rights:\n  appeal: {to: director, not_from: [facts, warning], because: It is not final.}\n"),
        ("    facts_by: manager\n    decided_by: director\n", "rights: {appeal: {to: people-lead}}\n"),
        ("    response: {parts: [{kind: suspend, pay: none, jurisdiction: by agreement}]}\n", ""),
        ("    jurisdiction: by agreement\n    response: {parts: [{what: A fine of one day}]}\n", ""),
        ("    response: {parts: [{kind: support, what: Unpaid leave if you ask for it}]}\n", ""),
        # a step with a longer life keeps its own record for longer
        ("    counts_for: 2 years\n    records: {kept: {where: the file, for: 2 years}}\n",
         "records: {kept: {where: the file, for: 6 months}}\n"),
        # one record has no end, and can hold what never lapses
        ("    records: {kept: the archive}\n",
         "records: {kept: {where: the file, for: 6 months}}\ncounting: {never_lapses: [Violence.]}\n"),
        # a step that says for itself how long it counts is not counted for the whole look-back
        ("    counts_for: 6 months\n    records: {kept: {where: the file, for: 6 months}}\n",
         "counting: {look_back: {length: 12 months}}\n"),
    ],
)  # fmt: skip
def test_a_sound_step_stays_silent(step: str, rest: str, tmp_path: Path) -> None:
    assert _ladder_finds(tmp_path, rest, step=step) == set()


OWN_RIGHTS = """\
    rights:
      written_concern: {notice: 5 working days}
      respond: {before: decision}
      companion: {who: [a friend]}
      appeal: {to: director}
"""


@pytest.mark.parametrize(
    ("rights", "missing"),
    [
        ("", "written_concern, respond, companion, appeal"),
        ("rights: {respond: {before: decision}}\n", "written_concern, companion, appeal"),
        ("rights: {appeal: {to: director, from_rungs: [facts]}}\n",
         "written_concern, respond, companion, appeal"),
        ("rights: {appeal: {to: director, from_rungs: [facts], because: A court hears it.}}\n",
         "written_concern, respond, companion"),
    ],
)  # fmt: skip
def test_rights_of_the_step_and_of_the_ladder_count_together(
    rights: str, missing: str, tmp_path: Path
) -> None:
    files = {"content/handbook.yml": HANDBOOK, "content/ladders/attendance.yml": STEPS + rights}
    problems, _ = _found(_write(tmp_path, files))
    (found,) = [problem for problem in problems if problem.check == "formal-rights"]
    assert found.location is not None
    assert (found.location.line, found.hint.rpartition(": ")[2]) == (18, missing)
    ladder = STEPS + OWN_RIGHTS + rights.replace("[facts]", "[facts, warning]")
    files["content/ladders/attendance.yml"] = ladder
    problems, _ = _found(_write(tmp_path, files))
    assert "formal-rights" not in {problem.check for problem in problems}


# A name that is misspelt is one finding, not two.


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("standards/be-there", "severity: minor", "severity: minr"),
        ("standards/be-there", "track: attendance", "track: atendance"),
        ("ladders/attendance", "track: attendance", "track: atendance"),
        ("ladders/attendance", "{severity: minor}", "{severity: minr}"),
        ("ladders/attendance", "from_rungs: [plan]", "from_rungs: [plam]"),
        ("ladders/attendance", "{from: talk, to: plan}", "{from: talk, to: plam}"),
        ("ladders/attendance", "{at: 4, rung: talk}", "{at: 4, rung: tlak}"),
        ("ladders/attendance", "{to: plan, when", "{to: plam, when"),
        ("ladders/attendance", "needs_before: [talk]", "needs_before: [tlak]"),
        ("handbook", "{id: people, title", "{id: peple, title"),
    ],
)
def test_a_misspelt_name_is_one_finding(file: str, right: str, wrong: str, tmp_path: Path) -> None:
    files = dict(SMALL)
    assert _found(_write(tmp_path / "right", files))[1] == ""
    assert files[f"content/{file}.yml"].count(right) == 1
    files[f"content/{file}.yml"] = files[f"content/{file}.yml"].replace(right, wrong)
    problems, report = _found(_write(tmp_path / "wrong", files))
    assert {problem.check for problem in problems} == {"unknown-reference"}, report


SMALL = {
    "content/handbook.yml": """\
organisation: {name: Riverside Care}
first_call: people
severities: [{id: minor, title: A little}]
tracks: [{id: attendance, title: Being there}]
roles: [{id: director, title: A director}]
contacts: [{id: people, title: People team, phone: +00 555 0100}]
""",
    "content/standards/be-there.yml": """\
title: Be there when others count on you
track: attendance
statement: We come at the agreed time, or say so before.
examples: [{acceptable: They call at seven., instead_of: late}]
deviations:
  - {id: late, title: Somebody came late, observable: They came at nine., severity: minor}
""",
    "content/ladders/attendance.yml": """\
title: Attendance, step by step
track: attendance
rights:
  written_concern: {notice: 5 working days}
  respond: {before: decision}
  companion: {who: [a colleague]}
  appeal: {to: director, from_rungs: [plan]}
records: {kept: {where: the personnel file, for: 12 months}}
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
    act_within: 2 working days
  - id: plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: true, recorded: true}
    aftercare: A call on the next day.
    act_within: 5 working days
    needs_before: [talk]
    way_back: The goals are met.
tests:
  - {id: call, ask: Is it leave?, if_yes: {end: call-people}, if_no: next, if_unsure: next}
entry:
  - for: {severity: minor}
    cells: {1+: {from: talk, to: plan}}
skip_rules:
  - {to: plan, when: Somebody was in danger., from: talk}
points:
  events: [{event: Late, add: 1}]
  thresholds:
    - {at: 4, rung: talk}
    - {at: 8, rung: plan}
""",
}


# Words.


@pytest.mark.parametrize(
    "event",
    [
        "A day of sick leave", "Sickness without a note", "Ill", "Pregnancy appointment",
        "Leave under the FMLA", "Jury service", "A bereavement", "Caring for a child",
        "A disability appointment", "A religious holiday", "Union duties", "Approved leave", "In hospital",
        "Parental leave of more than a week",
    ],
)  # fmt: skip
def test_an_event_that_is_protected_is_known_by_its_words(event: str) -> None:
    assert protected_words(event)


@pytest.mark.parametrize(
    "event",
    [
        "A day of absence without leave", "Leaves early", "Left before the end of the shift",
        "No call and not there", "Absence that is not sick leave", "A day off other than jury duty",
        "Called in sick after the shift began", "No call before a day of illness",
        "Ill-fitting helmet worn", "Late by less than half a shift", "Unprotected absence",
        "Reported ill too late", "Carried out work without a permit", "Struck a colleague",
    ],
)  # fmt: skip
def test_another_event_is_not_called_protected(event: str) -> None:
    assert protected_words(event) is None


@pytest.mark.parametrize(
    "text",
    [
        "Suspension without pay", "Unpaid suspension", "25% of daily pay", "A fine of 20", "Half pay",
        "Pay deduction", "We deduct one day", "Docked a day's wages", "Loss of pay for three days",
        "10 percent of salary", "A fine", "No pay for the day", "They are fined",
    ],
)  # fmt: skip
def test_a_cut_of_pay_is_known_by_its_words(text: str) -> None:
    assert pay_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Suspension on full pay", "That is fine", "A fine example", "No loss of pay", "Never unpaid",
        "Without any loss of pay", "Points are deducted: no more than two points", "Repay what was taken",
        "50% of the shift", "Pay attention", "A finer schedule",
    ],
)  # fmt: skip
def test_other_words_do_not_touch_pay(text: str) -> None:
    assert pay_words(text) is None


# Real ladders and the example handbook.

REAL = {
    "coaching": {"act-within-missing", "formal-rights"},
    "community-repair": {"act-within-missing", "first-undefined", "formal-rights", "record-nowhere"},
    "just-culture": {"act-within-missing", "formal-rights", "record-nowhere"},
    "penalty-table": {"act-within-missing"},
    "points": {"act-within-missing", "formal-rights", "record-nowhere"},
    "points-fading": {"act-within-missing", "formal-rights", "record-nowhere"},
    "simple": {"act-within-missing"},
    "two-warnings": {"act-within-missing", "first-undefined"},
}
"""What the published ladders leave open, and nothing that they say against themselves."""


def test_every_real_ladder_is_looked_at() -> None:
    assert set(REAL) == {path.parent.name for path in CASES.glob("*/content")}


@pytest.mark.parametrize("name", REAL)
def test_a_real_ladder_contradicts_itself_nowhere(name: str) -> None:
    found = {problem.check for problem in run_checks(_handbook(Project(CASES / name)))}
    assert found & (GAPS | CONTRADICTIONS) == REAL[name]


def test_the_example_handbook_has_no_finding(repository: Path) -> None:
    handbook = _handbook(Project(repository))
    found = {problem.check for problem in run_checks(handbook)}
    assert found & (GAPS | CONTRADICTIONS) == set()
    levels = levels_for(handbook)
    assert all(levels[check] is not Level.OFF for check in GAPS | CONTRADICTIONS)


@pytest.mark.parametrize("name", ["", *REAL])
def test_the_finder_of_a_sound_ladder_ends_everywhere(name: str, repository: Path) -> None:
    graph = build_graph(_handbook(Project(CASES / name if name else repository)))
    leads = {id_: [option.target for option in question.options] for id_, question in graph.questions.items()}
    assert dead_ends(graph) == []
    assert list(circles(leads)) == []
