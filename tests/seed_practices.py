"""The practices of compassionate accountability, each with the page and the field that make it real.

One row a practice: its number in the order of the article, the practice in our words, the page of the
example handbook where a reader meets it, and the field in which an author writes it. What is shown to
everybody alike has no field; then the rule of the product stands in its place. A card is named by its
situation in angle brackets, for its address is a code.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LEFT_OUT", "PRACTICES", "Practice"]


class Practice(NamedTuple):
    """One practice: ``field`` is ``kind: path.in.a.record``, or a rule of the product in brackets."""

    number: int
    words: str
    page: str
    field: str


_ROWS = """
1 | Clarity comes before any punishment | standards/dates/ | standard: statement
2 | Goals that can be seen, with milestones | standards/dates/#by-when | standard: timelines
3 | Regular check-ins, meant as care | check-ins/weekly/ | check-in: support
4 | Name values and what they look like | standards/dates/#trace | standard: value
5 | One language for progress and friction | words/ | words: words.word
6 | Early, specific feedback | cards/<silent-miss>/ | standard: deviations.raise_within
7 | Improvement, not blame | cards/<silent-miss>/ | standard: deviations.do
8 | Leaders show it themselves | standards/dates/#leaders | standard: leaders
9 | The same answer on every day | steps/performance/#entry | ladder: entry.cells
10 | Steps are tied to written standards | standards/dates/#trace | standard: track
11 | The same for everybody | calibration/ | [six cases, answered alone and compared; computed from the finder]
12 | Fair dates, and what done looks like | papers/plan/ | paper: parts.columns
13 | A clear way to object | my-side/#disagree | ladder: rights.appeal
14 | Listen first, and hear what got in the way | talking/listen-first/#listening | talk: listening
15 | Practical help | support/ | support: how
16 | Causes, not characters | support/#causes | handbook: causes.title
17 | The same practice every time | cards/<silent-miss>/ | [every card has the same clusters in the same places]
18 | Understood at a glance | steps/performance/#map | [the map of each ladder is drawn from its steps]
19 | A short list of standards | standards/ | standard: title
20 | Good practice beside what falls short | standards/dates/#examples | standard: examples.instead_of
21 | One playbook for everybody | new-here/ | [one source; a view of differences, never another truth]
22 | Timelines, quality, ways of working together | standards/dates/#done-well | standard: collaboration
23 | Results, not personalities | cards/<silent-miss>/ | standard: deviations.impact
24 | At hand in a tense moment | now/ | standard: deviations.title
25 | Consistency, not improvisation | cards/<silent-miss>/ | standard: deviations.say
26 | Short, regular feedback | meetings/ten-minutes/ | checklist: takes
27 | Specific feedback, tied to what followed | feedback/dates/ | standard: deviations.observable
28 | Words about behaviour, with an example at once | cards/<silent-miss>/ | standard: deviations.do_not
29 | Invite questions | meetings/first-talk/ | checklist: during
30 | Written actions with dates | papers/record-sheet/ | paper: parts.columns
31 | A dialogue, not a speech | papers/record-sheet/ | paper: parts.title
32 | Help matched to the gap | support/#causes | support: causes
33 | A mentor, time to learn, guidance | support/ | support: what
34 | Progress that can be seen | papers/weekly-update/ | paper: parts
35 | Room to try, less fear | standards/true-status/ | standard: deviations.not_this
36 | Leaders coach, and rehearse hard talks | talking/rehearse-missed-date/#rehearsal | talk: turns
37 | Curiosity instead of criticism | talking/listen-first/#questions | talk: questions.ask
38 | People name obstacles and propose what to do | my-side/#sheet | my-side: sheet.blanks
39 | Coaching that needs less of you over time | check-ins/monthly/ | check-in: coaching
40 | In proportion | steps/performance/#entry | ladder: factors
41 | In time | steps/performance/clarify/ | ladder: rungs.act_within
42 | No surprises | steps/performance/clarify/ | ladder: rungs.next
43 | Told in advance | new-here/#steps | path: stops.ladder
44 | Steps in between: new plans, staged milestones | papers/plan/ | paper: parts.text
45 | Choices stay with the person | steps/performance/support/ | ladder: rungs.you_can_expect
46 | An open process leaves less to rumour | steps/performance/#rules | ladder: records.kept
47 | Clarify, support, give time, and only then be formal | steps/performance/#map | ladder: rungs.kind
48 | Consequences with empathy | talking/rehearse-formal-opening/ | talk: replies
49 | Each step is written down | papers/ | ladder: rungs.papers
50 | Dignity: what was done, never who somebody is | my-side/ | [wording checks on every text]
51 | A chance to begin again | steps/performance/warning/ | ladder: rungs.way_back
52 | Attend, sum up, check | talking/listen-first/#listening | talk: listening
53 | Curious questions about causes | talking/listen-first/#questions | talk: questions.cause
54 | Outcome before intent, anchored in the standard | feedback/dates/ | standard: deviations.impact
55 | Find where goals and means do not match | start-here/ | ladder: tests.ask
56 | Begin with the shared goal and the person's part in it | talking/listen-first/#opening | talk: opening
57 | Everyday work is tied to what it does for others | standards/dates/#why | standard: why
58 | Clear next steps | check-ins/weekly/ | check-in: next_steps
59 | Look again, and adjust the plan | meetings/follow-up/ | checklist: after
60 | Ritual and repetition | check-ins/quarterly/ | check-in: rotating
61 | Celebrate, learn, set anew | check-ins/quarterly/ | check-in: wins
62 | Come back to the standards | due/ | handbook: upkeep.review_by
63 | Reflection that asks everybody | meetings/standards-review/ | checklist: before
64 | Impact, not activity | measures/dates-kept/ | measure: definition
65 | Satisfaction, quality, time, engagement | measures/ | measure: title
66 | Thank people for it | thank-you/ | standard: recognition
67 | People meet fairness | measures/pulse/ | measure: questions
"""

PRACTICES = tuple(
    Practice(int(number), words.strip(), page.strip(), field.strip())
    for number, words, page, field in (line.split("|") for line in _ROWS.strip().splitlines())
)

LEFT_OUT = {
    11: "A list of past cases to compare with: it would hold data about people. Managers compare six made-up cases.",
    24: "A sign-in of its own: where the folder is published decides who can read it.",
    30: "A form that keeps what is typed: sheets are filled on paper or in a word processor.",
    34: "A board with somebody's progress: the two write a weekly update, and it stays between them.",
    49: "A place for records: each step says where they lie, who sees them and for how long.",
    62: "A log of who has read or rehearsed what: reading leaves no trace.",
    65: "Figures of one person, or of a group under ten: they are refused.",
    67: "A survey of its own: the questions are printed, and only figures of whole groups come back.",
}
"""What one might expect beside a practice and will not find, and why."""
