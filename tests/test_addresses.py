"""Addresses, codes and anchors: unique, stable, and right from every page."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import urljoin

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.addresses import Addresses, anchor, card_codes, relative
from playbook.model.handbook import Word, WordsFile
from tests.golden.cases import golden, rewritten

CALM = settings(deadline=None, max_examples=60)
IDS = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)
PAGES = st.lists(IDS, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
TARGETS = st.tuples(PAGES, st.sampled_from(["", "playbook.json"]), st.sampled_from(["", "#place"])).map(
    "".join
)


@CALM
@given(PAGES, TARGETS)
def test_a_link_leads_from_any_page_to_its_target(page: str, target: str) -> None:
    link = relative(target, page)
    assert link and not link.startswith("/")
    assert urljoin(f"https://h.example/book/{page}", link) == f"https://h.example/book/{target}"


@CALM
@given(st.sets(IDS, min_size=1, max_size=30), IDS)
def test_a_code_never_depends_on_the_other_cards(ids: set[str], another: str) -> None:
    codes = card_codes(ids)
    assert len(set(codes.values())) == len(ids)
    assert card_codes({another, *ids}) == codes | card_codes([another])
    assert all(re.fullmatch(r"[b-df-hj-kmnp-tv-xz2-9]{6}", code) for code in codes.values())


def test_codes_are_the_same_in_every_release() -> None:
    assert card_codes(["deviation:silent-miss", "moment:cry", "urgent:crisis"]) == {
        "deviation:silent-miss": "g754v4",
        "moment:cry": "79sz98",
        "urgent:crisis": "jjqdnz",
    }


def test_two_cards_that_would_share_a_code_get_longer_ones() -> None:
    ids = [f"moment:m{number}" for number in range(40_000)]
    codes = card_codes(ids)
    assert len(set(codes.values())) == len(ids)
    longer = [id_ for id_, code in codes.items() if len(code) > 6]
    assert longer and len({card_codes([id_])[id_] for id_ in longer}) < len(longer)
    assert card_codes(reversed(ids)) == codes


def test_an_old_id_keeps_its_code() -> None:
    handbook = golden("everything")
    addresses = Addresses(handbook)
    assert (
        addresses.of("deviation", "missed-date")
        == f"cards/{card_codes(['deviation:missed-date'])['deviation:missed-date']}/"
    )
    assert addresses.of("deviation", "missed-date") != addresses.of("deviation", "silent-miss")


def test_ids_are_shown_where_an_organisation_wants_them() -> None:
    def open_about_it(record: object, plain: dict[str, object]) -> None:
        if "discreet" in plain:
            plain["discreet"] = False

    addresses = Addresses(rewritten(golden("everything"), open_about_it))
    assert addresses.of("deviation", "silent-miss") == "cards/silent-miss/"
    assert addresses.of("deviation", "missed-date") == "cards/missed-date/"
    assert addresses.of("urgent", "crisis") == "urgent/crisis/"


def test_every_record_has_an_address_of_its_own() -> None:
    handbook = golden("everything")
    addresses = Addresses(handbook)
    places = [addresses.of(kind, id_) for kind, id_ in handbook.records]
    places += [addresses.of("deviation", id_) for id_ in handbook.deviations]
    places += [
        addresses.of("rung", rung.id, id_)
        for id_, ladder in handbook.ladders.items()
        for rung in ladder.rungs
    ]
    places += [addresses.of("word", word.word) for word in handbook.words.words]
    places += [addresses.of("cause", cause.id) for cause in handbook.settings.causes]
    assert len(set(places)) == len(places)


@CALM
@given(IDS)
def test_an_id_is_its_own_anchor(id_: str) -> None:
    assert anchor(id_) == id_


@CALM
@given(st.text(max_size=40))
def test_an_anchor_is_letters_digits_and_hyphens(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", anchor(text))


@CALM
@given(
    st.sets(
        st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=6),
        min_size=1,
        max_size=20,
    )
)
def test_words_that_differ_in_signs_alone_have_places_of_their_own(words: set[str]) -> None:
    file = WordsFile(words=[Word(word=word, meaning="x") for word in sorted(words)])
    addresses = Addresses(dataclasses.replace(golden("minimal"), words=file))
    assert len({addresses.of("word", word) for word in words}) == len(words)


def test_anchors_read_well() -> None:
    assert [anchor(text) for text in ("By when?", "One-to-one (1:1)", "Café – hours", "a--b", "漢字")] == [
        "by-when",
        "one-to-one-1-1",
        "cafe-hours",
        "a--b",
        "xc6d29771",
    ]
