"""Did you mean: right within two slips, silent beyond, silent when in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.words_near import distance, nearest

FIELDS = ["title", "statement", "deviations", "do", "do_not", "say", "write_down", "if_they", "severity"]
WORDS = st.text(alphabet="abcdeé-_ ", max_size=9)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("titel", "title"),  # two letters swapped
        ("statment", "statement"),  # one left out
        ("deviationss", "deviations"),  # one too many
        ("severety", "severity"),  # another one
        ("dviation", "deviations"),  # two slips
        ("Title", "title"),  # a capital is no slip
        ("write-down", "write_down"),  # nor is a hyphen for an underscore
        ("if they", "if_they"),
    ],
)
def test_the_word_that_was_meant_is_found(written: str, meant: str) -> None:
    assert nearest(written, FIELDS) == meant


@pytest.mark.parametrize("written", ["heading", "dvtins", "zymurgy", "", "x", "it"])
def test_beyond_two_slips_nothing_is_proposed(written: str) -> None:
    assert nearest(written, FIELDS) is None


def test_of_two_words_equally_near_none_is_proposed() -> None:
    assert nearest("step-x", ["step-a", "step-b"]) is None
    assert nearest("step-a2", ["step-a", "step-b"]) == "step-a"


def test_short_words_allow_fewer_slips() -> None:
    assert nearest("ab", ["cd"]) is None
    assert nearest("dp", ["do", "say"]) == "do"


def test_fewer_slips_may_be_asked_for() -> None:
    assert nearest("people-lead", ["people-team"]) == "people-team"
    assert nearest("people-lead", ["people-team"], within=1) is None


@given(WORDS, st.integers(0, 3))
def test_a_word_is_no_slip_away_from_itself(word: str, limit: int) -> None:
    assert distance(word, word, limit=limit) == 0


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_never_above_its_limit(one: str, other: str) -> None:
    assert distance(one, other, limit=2) == distance(other, one, limit=2) <= 3
    assert distance(one, other, limit=20) >= abs(len(one) - len(other))
    assert (distance(one, other, limit=20) == 0) == (one == other)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_only_a_known_word_is_proposed_and_its_order_does_not_matter(word: str, known: list[str]) -> None:
    found = nearest(word, known)
    assert found is None or found in known
    assert nearest(word, reversed(known)) == found
