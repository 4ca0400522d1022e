"""What is due: the page, the table, the calendar; each says the same, and none of them knows today."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar

from playbook.compiler import compile_handbook
from playbook.due import TRIED_EVERY, due_dates
from playbook.model.whole import Handbook
from playbook.project import Project
from playbook.site import Site


def _compiled(root: Path) -> tuple[Handbook, Site]:
    done = compile_handbook(Project(root))
    assert done.handbook is not None
    assert done.site is not None
    return done.handbook, done.site


def test_the_page_the_table_and_the_calendar_say_the_same(repository: Path) -> None:
    handbook, site = _compiled(repository)
    days = [due.day for due in due_dates(handbook)]
    assert days == sorted(days)
    assert days[0] == date(2026, 10, 12) + timedelta(days=TRIED_EVERY)
    page = next(page for page in site.pages if page.address == "due/")
    assert page.body.count("<tr data-pb-due=") == len(days)
    files = {asset.address: asset.content for asset in site.assets}
    table = list(csv.DictReader(io.StringIO(files["due/due.csv"].decode())))
    assert [row["by"] for row in table] == [day.isoformat() for day in days]
    events = Calendar.from_ical(files["due/due.ics"]).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == days
    assert len({str(event["uid"]) for event in events}) == len(days)
    assert str(events[0]["summary"]) == f"Try the number or mailbox: {table[0]['about']}"


def test_the_same_content_gives_the_same_files(repository: Path) -> None:
    once, twice = (_compiled(repository)[1] for _ in range(2))
    assert once.assets == twice.assets


def test_a_handbook_without_dates_has_no_such_page(repository: Path) -> None:
    _, site = _compiled(repository / "tests/golden/minimal")
    assert not [address for address in site.addresses() if address.startswith("due/")]
