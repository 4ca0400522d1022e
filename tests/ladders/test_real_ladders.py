"""Published ladders that nobody here wrote, and what a reader asks of their pages."""

from __future__ import annotations

from tests.ladders.reading import case, page

NOTHING_AGREED = "Nothing is agreed here. Ask before you act."


# A code-of-conduct ladder with repair ------------------------------------------------------------------------------


def test_a_permanent_ban_has_no_repair_and_says_why() -> None:
    ban = page("community-repair", "steps/conduct/ban/")
    assert ban.under("How it ends well") == "None. There is no possible repair that would make the space safe again."


def test_a_short_suspension_shows_both_ends_and_how_one_returns() -> None:
    step = page("community-repair", "steps/conduct/short-suspension/")
    assert step.answer("How long it lasts") == "30 days to 90 days"
    assert step.under("How it ends well").startswith("The person has to ask for it: ask the committee for readmission.")
    assert "They say what they will do differently." in step.under("How it ends well")


def test_an_extended_suspension_has_an_open_end() -> None:
    assert page("community-repair", "steps/conduct/extended-suspension/").answer("How long it lasts") == "90 days or more"


def test_the_board_breaks_a_tie() -> None:
    agree = page("community-repair", "steps/conduct/").answer("Who must agree?")
    assert "Must take part: at least two members." in agree
    assert "They agree: by consensus." in agree
    assert "If they do not agree: two thirds of the members decide, then the Project board decides." in agree
    assert "Breaks a tie: Project board." in agree


def test_any_member_may_act_alone_and_owes_a_report() -> None:
    alone = page("community-repair", "steps/conduct/").answer("May somebody act alone?")
    assert "Any committee member: It is still going on, or somebody is not safe." in alone
    assert "Afterwards it is reported to: Conduct committee, within 24 hours." in alone


def test_every_way_to_deal_with_it_is_there_also_those_beside_the_steps() -> None:
    ladder = page("community-repair", "steps/conduct/")
    assert ladder.answer("No action") == "The committee says why."
    assert ladder.answer("A talk with somebody between them").startswith("Everybody who takes part must agree.")
    assert ladder.answer("Handing it to another group")
    assert ladder.answer("Answer a report") == "Within 1 day, after it arrived. Owed by: Conduct committee."


def test_each_rung_says_how_it_can_be_put_right() -> None:
    assert "Ask in private what it did to the other." in page("community-repair", "steps/conduct/warning/").under("How it ends well")
    assert "Say sorry in public" in page("community-repair", "steps/conduct/limited/").under("How it ends well")


def test_steps_may_be_skipped_by_severity() -> None:
    assert "May: a step may be skipped: The harm was serious." in page("community-repair", "steps/conduct/").answer("May I skip a step?")


# A table of penalties ----------------------------------------------------------------------------------------------


def test_absence_without_leave_the_second_formal_time() -> None:
    table = page("penalty-table", "steps/penalties/")
    absent = "Absent without leave"
    assert table.cell(absent, "First time") == "Written reprimand to Suspension without pay, 5 calendar days"
    assert table.cell(absent, "Second time") == "Suspension without pay, 5 calendar days to 30 calendar days"
    assert table.cell(absent, "Third time") == "Suspension without pay, 30 calendar days to Removal"


def test_the_remark_of_a_row_stands_with_it() -> None:
    assert "Removal may fit a first or second offence if the absence was long" in page("penalty-table", "steps/penalties/").words


def test_a_cell_that_the_table_does_not_have_is_shown_as_missing() -> None:
    table = page("penalty-table", "steps/penalties/")
    failed = "Did not report"
    assert table.cell(failed, "First time") == "Removal"
    assert table.cell(failed, "Second time") == NOTHING_AGREED
    assert table.cell(failed, "Third time") == NOTHING_AGREED


def test_counselling_is_not_the_first_offence() -> None:
    counts = page("penalty-table", "steps/penalties/").answer("What counts?")
    assert "First offence means the first one for which formal action was taken." in counts
    assert "This does not count as a time: “Counselling or oral warning”." in counts
    step = page("penalty-table", "steps/penalties/counselling/")
    assert step.answer("Formal?") == "Informal, not recorded, does not count as a time."


def test_going_outside_the_range_is_possible_and_owes_reasons() -> None:
    outside = page("penalty-table", "steps/penalties/").answer("May I go outside the guide?")
    assert outside == (
        "A penalty outside the range needs reasons. Must agree: People office. "
        "Write down: the reasons, in the decision notice.")


def test_all_twelve_factors_weigh_either_way() -> None:
    weighed = page("penalty-table", "steps/penalties/").under("What else we take into account")
    assert weighed.startswith("Each can weigh either way, unless it says otherwise.")
    assert weighed.count("?") == 12


def test_a_card_of_the_table_shows_the_same_range() -> None:
    cards = [p for p in (page("penalty-table", address) for address in _cards("penalty-table")) if "Absent without leave" in p.words]
    assert len(cards) == 1
    assert cards[0].answer("Second time") == "Suspension without pay, 5 calendar days to 30 calendar days"


def _cards(name: str) -> list[str]:
    return [page.address for page in case(name).pages if page.address.startswith("cards/")]
