"""Published ladders that nobody here wrote, and what a reader asks of their pages."""

from __future__ import annotations

from tests.ladders.reading import case, page

WRITTEN = (
    "Will I have it in writing? Yes, with what it rests on, at least 7 calendar days before the meeting."
)
NOTHING_AGREED = "Nothing is agreed here. Ask before you act."


# A code-of-conduct ladder with repair --------------------------------------------------------------


def test_a_permanent_ban_has_no_repair_and_says_why() -> None:
    ban = page("community-repair", "steps/conduct/ban/")
    assert (
        ban.under("How it ends well")
        == "None. There is no possible repair that would make the space safe again."
    )


def test_a_short_suspension_shows_both_ends_and_how_one_returns() -> None:
    step = page("community-repair", "steps/conduct/short-suspension/")
    assert step.answer("How long it lasts") == "30 days to 90 days"
    assert step.under("How it ends well").startswith(
        "The person has to ask for it: ask the committee for readmission."
    )
    assert "They say what they will do differently." in step.under("How it ends well")


def test_an_extended_suspension_has_an_open_end() -> None:
    assert (
        page("community-repair", "steps/conduct/extended-suspension/").answer("How long it lasts")
        == "90 days or more"
    )


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
    assert ladder.answer("A talk with somebody between them").startswith(
        "Everybody who takes part must agree."
    )
    assert ladder.answer("Handing it to another group")
    assert ladder.answer("Answer a report") == "Within 1 day, after it arrived. Owed by: Conduct committee."


def test_each_rung_says_how_it_can_be_put_right() -> None:
    assert "Ask in private what it did to the other." in page(
        "community-repair", "steps/conduct/warning/"
    ).under("How it ends well")
    assert "Say sorry in public" in page("community-repair", "steps/conduct/limited/").under(
        "How it ends well"
    )


def test_steps_may_be_skipped_by_severity() -> None:
    assert "You may go past a step: The harm was serious." in page(
        "community-repair", "steps/conduct/"
    ).answer("May I skip a step?")


# A table of penalties ------------------------------------------------------------------------------


def test_absence_without_leave_the_second_formal_time() -> None:
    table = page("penalty-table", "steps/penalties/")
    absent = "Absent without leave"
    assert table.cell(absent, "First time") == "Written reprimand to Suspension without pay, 5 calendar days"
    assert table.cell(absent, "Second time") == "Suspension without pay, 5 calendar days to 30 calendar days"
    assert table.cell(absent, "Third time") == "Suspension without pay, 30 calendar days to Removal"


def test_the_remark_of_a_row_stands_with_it() -> None:
    assert (
        "Removal may fit a first or second offence if the absence was long"
        in page("penalty-table", "steps/penalties/").words
    )


def test_the_remark_names_its_row() -> None:
    start = page("penalty-table", "steps/penalties/").under("Where we start")
    assert "Absent without leave, late, or back late from a break: Depends on length and frequency." in start


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
    assert step.answer("What kind of step") == "Informal, not recorded, does not count as a time"


def test_going_outside_the_range_is_possible_and_owes_reasons() -> None:
    outside = page("penalty-table", "steps/penalties/").answer("May I go outside the guide?")
    assert outside == (
        "A penalty outside the range needs reasons. Must agree: People office. "
        "Write down: the reasons, in the decision notice."
    )


def test_all_twelve_factors_weigh_either_way() -> None:
    weighed = page("penalty-table", "steps/penalties/").under("What else we take into account")
    assert weighed.startswith("Each can weigh either way, unless it says otherwise.")
    assert weighed.count("?") == 12


def test_a_card_of_the_table_shows_the_same_range() -> None:
    cards = [
        p
        for p in (page("penalty-table", address) for address in _cards("penalty-table"))
        if "Absent without leave" in p.words
    ]
    assert len(cards) == 1
    assert cards[0].answer("Second time") == "Suspension without pay, 5 calendar days to 30 calendar days"


def _cards(name: str) -> list[str]:
    return [page.address for page in case(name).pages if page.address.startswith("cards/")]


# A procedure with two warnings ---------------------------------------------------------------------


def test_seven_calendar_days_of_notice() -> None:
    for step in ("first-warning", "final-warning", "dismissal"):
        before = page("two-warnings", f"steps/conduct/{step}/").side("Before", "you")
        assert WRITTEN in before


def test_seven_calendar_days_to_appeal_to_whom_and_heard_by_whom() -> None:
    object_ = page("two-warnings", "steps/conduct/").answer("How do they object?")
    assert object_ == (
        "You have 7 calendar days, in writing. Send it to: Head of People. "
        "It is heard by: An uninvolved director. "
        "That decision is final."
    )
    assert "How do I object? You have 7 calendar days, in writing." in page(
        "two-warnings", "steps/conduct/final-warning/"
    ).side("If you disagree", "you")


def test_the_informal_check_may_not_be_skipped() -> None:
    assert "Never skip: “Expectation health check”." in page("two-warnings", "steps/capability/").answer(
        "May I skip a step?"
    )
    before = page("two-warnings", "steps/capability/health-check/").side("Before", "manager")
    assert "May it be skipped? No. This step must not be skipped." in before
    assert "Must have come before: “Expectation health check”." in page(
        "two-warnings", "steps/capability/first-warning/"
    ).side("Before", "manager")


def test_suspension_is_no_penalty_and_on_full_pay() -> None:
    away = page("two-warnings", "steps/conduct/").under("Being sent home while facts are found")
    assert away.startswith("It is neutral. It is not a penalty.")
    assert "Full pay." in away
    assert "It is neutral. It is not a penalty." in page("two-warnings", "steps/conduct/investigation/").side(
        "Before", "you"
    )


def test_a_companion_may_address_the_hearing_and_not_answer_for_the_person() -> None:
    companion = page("two-warnings", "steps/conduct/").answer("May they bring somebody?")
    assert companion == (
        "Yes: a colleague, a union representative or a union official. "
        "At: every formal meeting, and already the investigation. "
        "They may address the hearing and confer with you. They may not answer for you."
    )


def test_a_warning_states_four_things_and_expires() -> None:
    ladder = page("two-warnings", "steps/conduct/")
    assert (
        "Write: what happened, what must change, by when and what follows if it does not."
        in ladder.answer("What do I write down?")
    )
    assert "12 months, counted from the day of the letter. Then: it expires." in ladder.answer(
        "How long does it stay?"
    )


def test_the_first_that_counts_is_the_first_warning() -> None:
    counts = page("two-warnings", "steps/conduct/").answer("What counts?")
    assert counts.startswith("First means: the first that led to “First written warning”.")


def test_the_contract_clause_is_cited_where_it_matters() -> None:
    clause = "Contract of employment, clause on gross misconduct"
    assert page("two-warnings", "steps/conduct/dismissal/").under("What this rests on") == clause


def test_who_is_not_covered_reads_what_covers_them() -> None:
    for address in ("steps/conduct/", "steps/conduct/final-warning/"):
        assert "Contractors. See: the contract for services." in page("two-warnings", address).words


# Attendance by points ------------------------------------------------------------------------------


def test_eight_points_mean_a_written_warning() -> None:
    follows = page("points", "steps/attendance/").answer("What follows")
    assert (
        follows
        == "At 7: Verbal warning. At 8: Written warning. At 9: Suspension, 3 days. At 10: Termination."
    )


def test_a_quarter_without_absence_clears_all_points() -> None:
    points = page("points", "steps/attendance/")
    assert points.answer("What clears all points") == "a quarter without absence"
    assert points.answer("What a clean period earns") == "one paid day off for a quarter without absence"
    assert points.answer("How points lapse") == "A new calendar year sets all points back to none."


def test_protected_leave_does_not_count() -> None:
    for name in ("points", "points-fading"):
        assert "Protected leave: 0, protected: it never scores." in page(name, "steps/attendance/").answer(
            "What adds points"
        )


def test_a_single_point_lapses_after_365_days() -> None:
    points = page("points-fading", "steps/attendance/")
    assert points.answer("How points lapse") == "Each counts for 365 days, from the day it was added."
    added = points.answer("What adds points")
    assert "Late by less than half a shift: 0.5." in added
    assert "No call and not there: 11." in added


def test_the_worked_example_is_shown_as_the_sum_it_makes() -> None:
    counted = page("points-fading", "steps/attendance/").under("How points count")
    assert (
        "Late by less than half a shift (0.5) + "
        "Late by less than half a shift (0.5) = 1. Follows: nothing yet." in counted
    )


def test_unpaid_days_say_where_they_are_lawful() -> None:
    happens = page("points", "steps/attendance/suspension/").under("What happens next")
    assert (
        "Days without work: 3 days, No pay. Lawful only here: only where the law allows unpaid days."
        in happens
    )


# Underperformance ----------------------------------------------------------------------------------


def test_coaching_takes_two_to_four_weeks() -> None:
    plan = page("coaching", "steps/performance/coaching-plan/")
    assert plan.answer("How long it runs") == "2 to 4 weeks"
    assert plan.answer("Regular talks") == "Every week."
    assert plan.answer("After each talk") == "A written note with the time that is left and the trend."
    assert plan.answer("On the last day") == "A letter with the result."


def test_an_email_is_owed_within_24_hours() -> None:
    owed = page("coaching", "steps/performance/improvement-plan/").answer("The plan by e-mail")
    assert owed == "Must: within 24 hours, after the talk. Owed by: Manager."


def test_what_happens_after_a_pass() -> None:
    assert "Met. The goals are met. You go on to monitoring." in page(
        "coaching", "steps/performance/coaching-plan/"
    ).under("How it can end")
    assert "Met. The goals are met. The plan ends." in page(
        "coaching", "steps/performance/improvement-plan/"
    ).under("How it can end")


def test_the_people_partner_must_attend() -> None:
    assert "Must be there: People Partner." in page("coaching", "steps/performance/improvement-plan/").side(
        "The meeting", "manager"
    )


def test_the_people_partner_step_is_mandatory_and_others_may_be_skipped_with_them() -> None:
    skip = page("coaching", "steps/performance/").answer("May I skip a step?")
    assert "You may go past a step: The People Partner agrees. Must agree: People Partner." in skip
    assert "Never skip: “Bring in the People Partner”." in skip
    assert "This step must be used." in page("coaching", "steps/performance/partner/").answer(
        "When it is used"
    )


# Just-culture decision tests -----------------------------------------------------------------------


def test_a_protocol_that_cannot_work_means_fixing_the_system() -> None:
    question = page("just-culture", "steps/safety/").question(
        "Was there a clear protocol that can work, and did they leave it?"
    )
    assert question["No"] == "Fix the system. No step for the person."
    assert question["I don't know"] == question["No"]


def test_peers_who_take_the_same_shortcut_mean_coaching_and_fixing_the_system() -> None:
    safety = page("just-culture", "steps/safety/")
    question = safety.question("Would others with the same training have done the same in that place?")
    assert question["Yes"] == "Coach, and fix the system"
    assert "Peers who take the same shortcut, knowing it, count as yes." in safety.words
    assert "Report why the shortcut makes sense to everybody, and fix that." in safety.under(
        "Coach, and fix the system"
    )


def test_the_questions_stand_in_their_order_and_lead_on() -> None:
    safety = page("just-culture", "steps/safety/")
    assert safety.question("Did they mean to do harm?") == {
        "Yes": "Refer it, outside this guide This guide does not cover it.",
        "No": "Go on to question 2.",
        "I don't know": "Go on to question 2.",
    }
    assert safety.question("Was there a gap in training or supervision?")["Yes"] == "Begin with: Coaching"
    last = safety.question("Did they knowingly take a large risk that nothing justified?")
    assert last["Yes"].startswith("Go on to what happened, and where we start.")


def test_it_says_what_it_is_not_for() -> None:
    assert "A replacement for an investigation" in page("just-culture", "steps/safety/").under(
        "What it is not for"
    )
    assert "Beware of hindsight." in page("just-culture", "steps/safety/").under("What holds at every step")
