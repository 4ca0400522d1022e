"""The files a reader takes along: papers that a word processor opens, check-ins that a calendar takes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from functools import cache

import pytest
from docx import Document
from icalendar import Calendar

from playbook.bundled import content_dir
from playbook.downloads import calendar_file, markdown_file, sheet_of, word_file
from playbook.durations import parse_duration
from playbook.model.check_ins import CheckIn
from playbook.model.papers import Paper
from playbook.model.whole import Handbook
from playbook.running_text import make_resolve
from playbook.views.common import Atlas
from playbook.views.papers import paper_view
from tests.faults import expect_none
from tests.golden.cases import golden, read


@cache
def example() -> Handbook:
    return read(content_dir().parent)


def sheet(handbook: Handbook, id_: str, paper: Paper | None = None):  # type: ignore[no-untyped-def]
    view = paper_view(Atlas.of(handbook), id_, paper or handbook.papers[id_])
    return sheet_of(view, handbook.settings, make_resolve(handbook))


def said(document: bytes) -> str:
    """Everything a word processor shows of a paper, table heads too."""
    opened = Document(io.BytesIO(document))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


# Papers.


def test_every_paper_of_every_formal_step_opens_and_says_what_the_step_gives() -> None:
    """Its rights, its lengths of time and its way back, with placeholders filled and blanks left open."""
    book = example()
    value = {id_: decision.value for id_, decision in book.decisions.items()}
    faults = []
    for ladder_id, ladder in book.ladders.items():
        for rung in ladder.rungs:
            if not rung.standing.formal:
                continue
            letters = {id_: said(word_file(sheet(book, id_))) for id_ in rung.papers}
            of_kind = {book.papers[id_].kind: text for id_, text in letters.items()}
            way_back = "What stays open to you" if rung.kind == "end" else "How it ends well"
            wanted = {
                "outcome-letter": ["How to appeal", value["appeal-days"], value["companion"], way_back],
                "written-concern": [value["companion"], "You can answer before anything is decided"],
                "record": ["By which day", "Who does it", "Their account"],
                "agenda": ["Your account"],
            }
            for kind, words in wanted.items():
                faults += [f"{ladder_id}/{rung.id}: {kind}: {w}" for w in words if w not in of_kind.get(kind, "")]
            faults += [f"{ladder_id}/{rung.id}: {id_}: <<" for id_, text in letters.items() if "<<" in text]
            faults += [f"{id_}: no blank" for id_, text in letters.items() if not re.search(r"\[.+\]", text)]
    expect_none(faults)


def test_a_paper_is_the_same_bytes_in_every_build_and_names_nobody() -> None:
    one = sheet(golden("everything"), "concern")
    first = word_file(one)
    word_file.cache_clear()
    assert word_file(one) == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert "Harbour Library" in core and "python" not in core.lower()
    assert re.findall(r"\d{4}-\d\d-\d\d", core) == ["2026-03-01", "2026-03-01"]


def test_markdown_becomes_the_look_of_a_letter() -> None:
    paper = Paper.model_validate(
        {
            "title": "A letter",
            "kind": "other",
            "parts": [
                {"title": "First", "text": "One **strong** word.\n\n1. a\n2. b\n\n> [name](https://example.org/)\n"},
                {"columns": ["What|ever", "Who"], "rows": "2", "lines": "3"},
                "Only words\x0b with <b>signs</b>",
            ],
        }
    )
    made = sheet(golden("everything"), "concern", paper)
    opened = Document(io.BytesIO(word_file(made)))
    by_style = {paragraph.style.name: paragraph for paragraph in opened.paragraphs}
    assert by_style["Heading 1"].text == "A letter"
    assert by_style["List Number"].text == "b"
    assert any(run.bold and run.text == "strong" for p in opened.paragraphs for run in p.runs)
    assert (len(opened.tables[0].rows), len(opened.tables[0].columns)) == (3, 2)
    assert "Only words with <b>signs</b>" in said(word_file(made))
    plain = markdown_file(made)
    assert "| What\\|ever | Who |\n| --- | --- |\n|  |  |\n|  |  |\n" in plain
    assert plain.count("____\n") == 3


# Check-ins.


def lines_of(data: bytes) -> list[bytes]:
    return data.split(b"\r\n")


def diary(check_in: CheckIn, as_of: datetime.date | None = datetime.date(2026, 11, 1)) -> bytes:
    return calendar_file("weekly", check_in, "Example Works", as_of, make_resolve(example()))


@pytest.mark.parametrize("rhythm", ["weekly", "fortnightly", "monthly", "quarterly"])
@pytest.mark.parametrize("time", ["10:00", None])
@pytest.mark.parametrize("as_of", [datetime.date(2026, 11, 1), datetime.date(2026, 12, 31), None])
def test_a_calendar_file_holds_to_the_rules(rhythm: str, time: str | None, as_of: datetime.date | None) -> None:
    """RFC 5545: 3.1 lines, 3.6.1 what an event has, 3.3.10 the first day fits the rule; and our own promises."""
    data = diary(example().check_ins["weekly"].model_copy(update={"rhythm": rhythm, "time": time}), as_of)
    assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, lines_of(data))) <= 75
    opened = Calendar.from_ical(data)
    (event,) = opened.walk("VEVENT")
    assert opened["version"] == "2.0" and opened["prodid"]
    for name in ("uid", "dtstamp", "dtstart", "rrule", "summary"):
        assert [key for key in event if key.lower() == name] == [name.upper()]
    stamp, start, rule = event["dtstamp"].dt, event["dtstart"].dt, event["rrule"]
    assert stamp.tzinfo is not None and stamp.utcoffset() == datetime.timedelta(0)
    assert isinstance(start, datetime.datetime) == (time is not None)
    assert getattr(start, "tzinfo", None) is None  # it floats
    assert start.strftime("%a")[:2].upper() == str(rule["byday"][0])[-2:]
    if rhythm in ("monthly", "quarterly"):
        assert start.day <= 7 and str(rule["byday"][0])[0] == "1"
    day = start.date() if time else start
    assert datetime.timedelta(0) <= day - (as_of or datetime.date(2026, 1, 1)) < datetime.timedelta(days=38)
    assert not {"ATTENDEE", "ORGANIZER", "CONTACT", "LOCATION"} & set(event)
    assert ("DURATION" in event) == (time is not None)
    assert diary(example().check_ins["weekly"].model_copy(update={"rhythm": rhythm, "time": time}), as_of) == data


def test_every_check_in_of_the_example_begins_with_wins_and_ends_with_next_steps() -> None:
    for check_in in example().check_ins.values():
        (event,) = Calendar.from_ical(diary(check_in)).walk("VEVENT")
        agenda = str(event["description"]).split("\n")
        assert agenda[0] == "Begin with what went well:"
        assert agenda.index("End with agreed next steps:") > agenda.index("How the work goes:")
        assert agenda[-2] == f"- {check_in.next_steps[-1]}"
        assert parse_duration(check_in.takes or "") is not None
