"""The wording checks on any text: what they find, where they keep silent, and the command."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.wording import Score, score
from playbook.checks import explain
from playbook.cli import main
from playbook.wording import find, find_promises, persons_in, rules_as_data, rules_for, rules_script
from playbook.wording.filling import Filling
from playbook.wording.rules import Pattern, _Language
from tests.faults import expect_none
from tests.overlooked import overlooked

HALVES = Path(__file__).parent / "wording"


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {name: score(HALVES / f"{name}.tsv") for name in ("training", "kept_apart")}


def test_most_of_what_judges_is_found_and_little_else(scores: dict[str, Score]) -> None:
    kept = scores["kept_apart"]
    assert kept.precision >= 0.95
    assert kept.recall >= 0.75
    assert all(found / of >= 0.75 for found, of in kept.classes.values())
    assert scores["training"].precision >= 0.98


def test_the_corpus_has_every_check_in_both_halves(scores: dict[str, Score]) -> None:
    for name, half in scores.items():
        assert set(half.classes) == {check.id for check in rules_for().checks}, name
        assert half.sentences >= 200


def _sentences() -> list[str]:
    lines = [
        line
        for half in ("training", "kept_apart")
        for line in (HALVES / f"{half}.tsv").read_text().splitlines()
    ]
    return [line.split("\t")[-1] for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("batch", range(8))
def test_rules_that_know_their_texts_find_the_same(batch: int) -> None:
    texts = [
        *_sentences()[batch::8],
        "She is **la**zy, naïve and a *bad*\napple. KIM IS RUDE. A drama\u00a0queen!",
        "Un-\nreliable people; the slackers' table, lazi­er, so-called idiots.",
    ]
    fresh = _Language("en")
    for size in (1, len(texts)):  # words that stand in a later text join in
        few = fresh.among(texts[:size])
        assert [find(text, few) for text in texts[:size]] == [find(text) for text in texts[:size]]
        promised = [find_promises(text, "at-will", few) for text in texts[:size]]
        assert promised == [find_promises(text, "at-will") for text in texts[:size]]
    assert fresh.among(texts[:1]) is few, "a text that is still there makes nothing new"
    assert len(few.filling.lists["trait"]) < len(rules_for().filling.lists["trait"])


@pytest.mark.parametrize(
    "text",
    [
        "Do not be such a coward with a demanding customer.",
        "Please be a team player and share the results.",
        "Although the shop is quiet, you are weak at the lunch.",
    ],
)
def test_one_word_of_a_phrase_is_enough_to_look_closer(text: str) -> None:
    """A pattern may find more than the lists whose words call for it."""
    assert find(text, _Language("en").among([text])) == find(text) != []


def test_no_pattern_finds_what_its_needs_pass_over() -> None:
    """A sentence with none of the needed words is not searched: then the pattern may match none such."""
    english = _Language("en")
    lists, parts = english.whole.filling.lists, english._data["parts"]
    expect_none(
        f'{check.id}: "{sentence}" is found by a pattern, and passed over by its needs: {" ".join(pattern.needed)}'
        for check in english.whole.checks
        for pattern in check.find
        if pattern.needed and (sentence := overlooked(pattern, lists, parts))
    )


@pytest.mark.parametrize(
    ("written", "needed", "sentence"),
    [
        (r"\bso (?:lazy|rude)\b", "lazy rude", None),
        (r"\bso (?:lazy|rude)\b", "lazy", "so rude"),
        (r"\b(?:so )?rude\b", "so", "rude"),
        (r"\bmoans?\b", "moan", None),  # an s more is the same word
        (r"\bmoan(?:s|ed)?\b", "moan", "moaned"),
        (r"\b(?:moans?|whine)\b", "moan", "whine"),
        (r"\bmoan", "moan", "moanx"),
        (r"\bmoan(?= now$)", "now", None),
        (r"\b[a-z ]{2,9}?rude\b", "rude", "aarude"),
        (r"\b[a-z ]{2,9}?\brude\b", "rude", None),
        (r"\bteam ?mates\b", "mates", "teammates"),
        (r"\bthe {thing}s?\b", "thing", None),
        (r"\bthe (?:{thing}|pump)\b", "thing", "the pump"),
        (r"\bthe {thing}\b", "lock", "the bad door"),
        (r"\bthe (?!bad){thing}\b", "lock", None),  # what must not follow is all there is
    ],
)
def test_what_needs_pass_over_is_known(written: str, needed: str, sentence: str | None) -> None:
    lists = {"thing": ("lock", "bad door")}
    pattern = Pattern(written, Filling(lists, {}, lists), tuple(needed.split()))
    assert overlooked(pattern, lists, {}) == sentence


def _checks(text: str) -> list[str]:
    return [remark.check for remark in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Do not call anyone lazy.",
        "Avoid words such as lazy, careless or rude.",
        'Say "the form came late", not "you are unreliable".',
        "Say ‘the form came late’, not ‘you are unreliable’.",
        "Words to avoid:\n\n- She is lazy.\n- You never listen.\n",
        "## Do not say\n\n- She is lazy.\n",
        "| Say this | Not this |\n| --- | --- |\n| The form came on Friday. | You are unreliable. |\n",
        "```\nShe is lazy.\n```\n",
        "Not: she is lazy.",
        "Nobody is lazy because of one late report.",
        "Nobody else takes notes.",
        "Do not threaten: no “or else”, no “people say you shout”.",
        "If it happens again, the next step is a written warning.",
        "You do not need to bring anyone, but you may bring a colleague.",
        "If somebody is rude, ask what happened.",
        "Always lock the door. You may always appeal.",
        "The lazy evaluation of a list.",
        "Formal steps come last.",
        "Each figure can be traced to where they come from.",
        "Your people have a sign-in already.",
        "You have it in for me.",
        "Can you be as specific as possible?",
        "Look at how Excel works.",
        "Even apprentices can appeal.",
        "You may put yourself first today.",
        "You are not here to win.",
        "You are paid as usual while facts are found.",
        "You work as usual until the meeting.",
        "Your kind words helped.",
        "Tell those people who need to know.",
        "There is a room for a woman who feeds her baby.",
        "Is your laptop back?",
        "Was the answer back in time?",
        "Are you expecting an answer by Friday?",
        "Call us when you wake up.",
        "Be less formal in a first talk.",
        "As a parent, you may ask for other hours.",
        "This look is not due yet.",
        "Wait until the guest has checked out.",
        "Your only aim is to understand.",
        "Sit next to your colleagues.",
        "Reply no later than March.",
        "It takes no longer than Kim needs.",
        "Hand it in no later than Easter.",
        "You need not answer at the weekend.",
        "You need not answer on your day off.",
        "The tool should be independently tested.",
        "",
        "¤\u2028\u0000[",
    ],
)
def test_where_nobody_is_judged_nothing_is_found(text: str) -> None:
    assert _checks(text) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("| Say this | Not this |\n| --- | --- |\n| You are unreliable. | x |\n", "label-on-person"),
        ("Words to avoid:\n\n- She is lazy.\n\nShe is rude.\n", "label-on-person"),
        ("She\nis **really**\nlazy.", "label-on-person"),
        ("You don’t care about the team.", "motive-read"),
        ("HE IS LAZY.", "label-on-person"),
        ("Do it by Friday, or else.", "threatens-person"),
        ("People say you shout.", "hearsay"),
        ("He may be too old to learn it.", "culture-or-body"),
        ("There is no need to bring anybody.", "silences-people"),
        ("Nobody else takes that long.", "compared-with-others"),
        ("# Problem employees", "identity-in-heading"),
        ("[Name] is rude.", "label-on-person"),
        ("Do not be such a coward.", "label-on-person"),
        ("He must have noticed it.", "motive-read"),
        ("Mind your mouth.", "attitude-judged"),
        ("You come last.", "compared-with-others"),
        ("She needs daily praise.", "absolute-about-person"),
        ("Consider it a last warning.", "threatens-person"),
        ("People dread you.", "hearsay"),
        ("Tell no one about the bonus.", "silences-people"),
        ("The team needs new blood.", "culture-or-body"),
        ("Are you really ill?", "probes-health"),
        ("He does not perform.", "vague-word"),
        ("Why can't you be as punctual as Kim?", "compared-with-others"),
        ("Your kind never listens.", "culture-or-body"),
        ("Are you expecting?", "probes-health"),
        ("How is your back now?", "probes-health"),
        ("You must answer at the weekend.", "culture-or-body"),
        ("It is time to grow up.", "vague-word"),
    ],
)
def test_wherever_somebody_is_judged_it_is_found(text: str, check: str) -> None:
    assert _checks(text) == [check]


def test_a_finding_has_its_place_and_asks_without_writing() -> None:
    (found,) = find("Dear Kim,\n\nthe list came late. You are unreliable.\n")
    assert (found.line, found.column, found.length) == (3, 21, len("You are unreliable"))
    assert found.message == '"You are unreliable" judges a person'
    assert found.hint.endswith("?")


@pytest.mark.parametrize("size", [1, 200])
def test_a_long_text_takes_no_longer_than_its_length(size: int) -> None:
    text = ("He is so very very very very really " * 40 + "nice. You never ever, " * 20 + "x" * 3000) * size
    started = time.process_time()
    find(text[:200_000])
    assert time.process_time() - started < 10


def test_rules_are_plain_data_without_what_a_browser_reads_otherwise() -> None:
    written = json.dumps(rules_as_data())
    assert "(?P" not in written and "(?i" not in written and "\\\\A" not in written


def test_shared_pieces_of_rules_give_the_same_patterns_back() -> None:
    data, rules = rules_as_data(), rules_for()
    whole = [
        [
            re.sub(r"\{([a-z_]+)\}", lambda name: data["pieces"][name[1]], one["source"])
            for one in check["find"]
        ]
        for check in data["checks"]
    ]
    assert whole == [[pattern.source for pattern in check.find] for check in rules.checks]
    assert len(rules_script()) < 400_000
    assert b"</" not in rules_script()


def test_every_page_on_wording_says_where_bad_examples_stay_silent() -> None:
    for check in rules_for().checks:
        page = explain(check.id) or ""
        assert all(field in page for field in ("`do_not`", "`not_this`", "`also_said`")), check.id


def _run(*arguments: str, text: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["wording", *arguments], input=text)
    return result.exit_code, result.output


def test_the_command_reads_what_is_piped_in() -> None:
    code, output = _run("-", text="You are lazy.\n")
    assert code == 1
    assert output == (
        'your text:1:1: warning: "You are lazy" judges a person [label-on-person]\n'
        "    1 | You are lazy.\n"
        "      | ^^^^^^^^^^^^\n"
        "   hint: what was seen or heard, when, and what followed?\n"
        "1 of 12 checks on wording found something, in 1 place; a person must still judge.\n"
    )
    assert _run(text="The form came on Friday.\n") == (
        0, "0 of 12 checks on wording found something; a person must still judge.\n",
    )  # fmt: skip


def test_the_command_gives_a_list_for_programs(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text("You are lazy.\n", encoding="utf-8")
    code, output = _run(str(letter), "--format", "json")
    (found,) = json.loads(output)
    assert code == 1
    assert found.pop("message").startswith('"You are lazy" judges a person')
    assert found == {"line": 1, "column": 1, "length": 12, "check": "label-on-person"}
    both = json.loads(_run("-", str(letter), "--format", "json", text="He is rude.")[1])
    assert [one["file"] for one in both] == ["-", str(letter)]
    assert _run("-", "--format", "json", text="Fine.")[1] == "[]\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        (b"\xff\xfe\x00", "is not plain text in UTF-8"),
        (b"a" * 5_000_001, "has more than"),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(
    content: bytes | None, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "letter.txt"
    if content is not None:
        file.write_bytes(content)
    code, output = _run(str(file))
    assert code == 2
    assert words in output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call Ms Lindqvist today.", ["Ms Lindqvist"]),
        ("Tell Anna Meier from the People team.", ["Anna Meier"]),
        ("Ask Kevin for a room.", ["Kevin"]),
        ("Priya said that the list was empty.", ["Priya"]),
        (
            "Write to priya.nair@example.org or kim77@gmail.com.",
            ["priya.nair@example.org", "kim77@gmail.com"],
        ),
        ("Employee number: 40417", ["Employee number: 40417"]),
        ("Meet at Victoria Station, not in Jordan Street.", []),
        ("Ask the People lead. Call the Data lead. Mark Monday in the plan.", []),
        ("Write to people@example.org or speak-up@example.org.", []),
        ("Riverside Care and the Head of People decide; see form 40417.", []),
        ("The Will to Change, Microsoft Teams, May Day, the Florence Nightingale ward", []),
    ],
)
def test_people_are_found_and_roles_places_and_products_are_not(text: str, words: list[str]) -> None:
    assert sorted(found for _, found, _ in persons_in(text)) == sorted(words)


@pytest.mark.parametrize(
    ("profile", "text", "found"),
    [
        ("at-will", "You are a permanent employee.", 1),
        ("fair-process", "You are a permanent employee.", 0),
        ("fair-process", "Theft means instant dismissal.", 1),
        ("fair-process", "You may appeal within ten working days.", 0),
        ("none", "Theft means instant dismissal.", 0),
    ],
)
def test_which_words_a_lawyer_should_see(profile: str, text: str, found: int) -> None:
    remarks = find_promises(text, profile)
    assert len(remarks) == found
    assert all("ask your lawyer" in remark.message for remark in remarks)
