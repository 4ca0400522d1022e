"""Plain language: what counts as running text, how it is measured, and where the checks keep silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.plain_language import card_readings, page_readings
from playbook.loader import load
from playbook.project import Project
from playbook.readability import reading
from playbook.running_text import make_resolve, passages, running_text
from tests.test_checks import ids_in, write

ROOT = Path(__file__).resolve().parents[1]
PLAIN = {"long-sentence", "page-hard-to-read", "undefined-abbreviation"}
LONG = "They meet each week and go through the work of the last days and the work to come and say what went well and what did not and what they would like to try next."


def mentor(what: str) -> dict[str, str]:
    return {
        "content/support/mentor.yml": f"title: Mentor\nwhat: |\n  {what}\nhow: Ask them.\ncauses: [clarity]\n"
    }


def test_the_figures_of_a_text_are_counted() -> None:
    one = reading("Listen first. Then say what you saw and heard.")
    assert (one.words, one.sentences, one.longest) == (9, 2, 7)
    assert reading("") == reading("...")
    assert (
        reading("Ask occupational health.", leave_out=["occupational"]).grade
        < reading("Ask occupational health.").grade
    )


def test_running_text_leaves_out_titles_and_marks_and_fills_placeholders(tmp_path: Path) -> None:
    book = load(write(tmp_path, mentor("**Once** a week:\n\n  - for an hour\n  - after <<notice>>"))).handbook
    assert book is not None
    text = running_text(book.record("support", "mentor"), make_resolve(book))
    assert text.split("\n") == ["Once a week:", "for an hour", "after 7 calendar days", "Ask them."]


def test_what_stands_on_a_card_is_known(tmp_path: Path) -> None:
    book = load(write(tmp_path, {})).handbook
    assert book is not None
    found = {
        one.path: one.on_card for one in passages(book.record("standard", "keep-dates"), make_resolve(book))
    }
    assert found["statement",]
    assert not any(on_card for path, on_card in found.items() if path[-1] == "observable")


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (LONG, {"long-sentence"}),
        (LONG.replace(" and say", ". They say"), set()),
        (LONG.replace(" and say", ":\n\n  - say"), set()),
        ("Look at the SLA.", {"undefined-abbreviation"}),
        ("Look at the SLAs.", {"undefined-abbreviation"}),
        ("Look at the service level agreement (SLA). The SLA counts.", set()),
        ("Ask HR for the PDF.", set()),
        ("The meeting is in room A4 at 9 AM.", set()),
    ],
)
def test_the_checks_find_it_and_leave_its_neighbour_alone(what: str, found: set[str], tmp_path: Path) -> None:
    assert ids_in(write(tmp_path, mentor(what))) & PLAIN == found


@pytest.mark.parametrize(
    "words",
    ["abbreviations: {SLA: service level agreement}", "words: [{word: SLA, meaning: What we promise.}]"],
)
def test_what_words_yml_explains_is_no_finding(words: str, tmp_path: Path) -> None:
    files = mentor("Look at the SLA.") | {"content/words.yml": f"{words}\n"}
    assert not ids_in(write(tmp_path, files)) & PLAIN


def test_a_card_is_left_to_the_bounds_of_cards(tmp_path: Path) -> None:
    files = {
        "content/moments/they-cry.yml": f"title: They cry\ndo_not: {LONG} Read the SLA.\nif_they: [they-deny-it]\n"
    }
    assert not ids_in(write(tmp_path, files)) & PLAIN


def test_an_abbreviation_that_all_know_is_no_shouting_on_a_card(tmp_path: Path) -> None:
    files = {
        "content/moments/they-cry.yml": "title: They cry\ndo_not: Call HR at once.\nif_they: [they-deny-it]\n"
    }
    assert "hard-to-read" not in ids_in(write(tmp_path, files))


def test_the_example_handbook_reads_easily() -> None:
    book = load(Project(ROOT)).handbook
    assert book is not None
    cards = [one for rows in card_readings(book).values() for _, one in rows]
    pages = [one for rows in page_readings(book).values() for _, one in rows]
    assert max(one.longest for one in cards) <= 25
    assert max(one.grade for one in cards if one.words >= 20) <= 8
    assert max(one.grade for one in pages if one.words >= 20) <= 9
