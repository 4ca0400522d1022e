"""The search: everything once, in people's own words, and nothing unkind shown."""

from __future__ import annotations

import gzip
import json
from typing import Any
from urllib.parse import urljoin

from playbook.model.walk import Marked
from playbook.model.whole import Record
from playbook.search_index import INDEX
from playbook.site import Site
from tests.golden.cases import Found, golden, html_of, rendered, reworded

HIDDEN = "unkind word"
SHOWN = ("k", "t", "a", "l")
"""Kind, title, address and line; beside them ``s`` is what people say, ``x`` more text, ``h`` heavy."""


def _script(site: Site) -> str:
    return next(asset.content for asset in site.assets if asset.address == INDEX).decode()


def _records(site: Site) -> list[dict[str, Any]]:
    script = _script(site)
    assert script.startswith("globalThis.playbookSearchIndex={") and script.endswith("};\n")
    index = json.loads(script.partition("=")[2].rstrip(";\n"))
    assert index["version"] == 2
    records: list[dict[str, Any]] = index["records"]
    return records


def _titled(site: Site, title: str) -> dict[str, Any]:
    return next(record for record in _records(site) if record["t"] == title)


def test_every_record_and_every_page_above_it_is_there_once() -> None:
    handbook = golden("everything")
    site = rendered(handbook)
    addresses = [record["a"] for record in _records(site)]
    assert len(addresses) == len(set(addresses))
    no_page_of_their_own = ("handbook", "words")
    named = {row["address"] for row in _rows(site) if row["kind"] not in no_page_of_their_own}
    assert named <= set(addresses)
    assert {page.address for page in site.pages} - {""} <= set(addresses)
    assert len([address for address in addresses if address.startswith("words/#word-")]) == 3


def _rows(site: Site) -> list[dict[str, str]]:
    export = next(asset.content for asset in site.assets if asset.address == "playbook.json")
    rows: list[dict[str, str]] = json.loads(export)["records"]
    return rows


def test_every_answer_leads_to_a_place_that_exists() -> None:
    site = rendered(golden("everything"))
    ids = {page.address: set(Found(html_of(page)[0]).attributes("id")) for page in site.pages}
    for record in _records(site):
        address, _, anchor = record["a"].partition("#")
        assert address in ids, record
        assert not anchor or anchor in ids[address], record
        assert urljoin("https://h/", address) == f"https://h/{address}"


def test_words_that_feed_the_search_are_never_shown() -> None:
    def write(record: Record, found: Marked) -> str:
        return HIDDEN if found.path[-2] in ("also_said", "also") else found.value

    handbook = reworded(
        golden("everything"),
        lambda record, found: write(record, found) if len(found.path) > 1 else found.value,
    )
    site = rendered(handbook)
    records = _records(site)
    found = [record for record in records if HIDDEN in json.dumps(record.get("s", []))]
    assert {record["k"] for record in found} == {
        "situation",
        "moment",
        "urgent",
        "checklist",
        "check-in",
        "measure",
        "paper",
        "support",
        "my-side",
        "path",
        "talk",
        "word",
    }
    assert not any(HIDDEN in json.dumps([record.get(key) for key in SHOWN]) for record in records)
    assert not any(HIDDEN in page.markdown for page in site.pages)
    assert HIDDEN not in repr(site.nav) and HIDDEN not in repr(site.extra)
    assert not any(HIDDEN.encode() in asset.content for asset in site.assets if asset.address != INDEX)


def test_a_deviation_is_found_by_its_observable_signs() -> None:
    site = rendered(golden("everything"))
    record = next(record for record in _records(site) if "missed deadline again" in record.get("s", []))
    assert record["l"] == "The agreed date passed. No message came before it."
    assert "Two teams waited a day." in record["x"]
    assert record["s"] == ["missed deadline again", "never delivers"]


def test_markdown_is_not_searched_or_shown() -> None:
    lines = {record["a"]: record.get("l") for record in _records(rendered(golden("everything")))}
    assert lines["standards/say-early/"] == "We deliver by the date we agreed, or we say so before it passes."
    assert lines["words/#word-early-word"] == "A message before the date, not after it."
    assert lines["support/#support-lighter-load"] == "We plan the week again, together."


def test_answers_stand_from_light_to_heavy() -> None:
    records = _records(rendered(golden("everything")))
    kinds = [record["k"] for record in records]
    assert kinds[0] == "urgent" and kinds[-1] == "formal-step"
    at = {record["a"]: index for index, record in enumerate(records)}
    book = golden("everything")
    weights = list(book.severities)
    said = [
        (at_of, weights.index(severity))
        for found in book.deviations.values()
        if (severity := found.deviation.severity)
        for at_of in [next(at[r["a"]] for r in records if r["t"] == found.deviation.title)]
    ]
    assert [weight for _, weight in sorted(said)] == sorted(weight for _, weight in said)


def test_what_is_formal_is_marked_as_heavy() -> None:
    records = _records(rendered(golden("everything")))
    heavy = {record["k"] for record in records if record.get("h")}
    assert "formal-step" in heavy and heavy <= {"formal-step", "checklist"}
    assert all(record.get("h") for record in records if record["k"] == "formal-step")


def test_the_parts_of_the_own_side_are_answers_of_their_own() -> None:
    site = rendered(golden("everything"))
    parts = [record for record in _records(site) if record["a"].startswith("my-side/#")]
    assert len(parts) >= 2 and all(record["k"] == "my-side" and record["t"] for record in parts)


def test_an_urgent_card_has_a_way_in_for_the_reader_who_is_affected() -> None:
    book = golden("everything")
    site = rendered(book)
    affected = [id_ for id_, card in book.urgent.items() if card.is_it_you]
    assert affected
    assert len([r for r in _records(site) if r["k"] == "you" and r["a"].endswith("#you")]) == len(affected)


def test_a_long_line_is_cut_after_a_word_and_still_searched_whole() -> None:
    long = "word " * 60 + "end."
    site = rendered(
        reworded(
            golden("everything"),
            lambda record, found: long if found.path[-1] == "observable" else found.value,
        )
    )
    record = next(record for record in _records(site) if record["k"] == "situation")
    assert len(record["l"]) < 150 and record["l"].endswith("word ...")
    assert f"{record['l'].removesuffix(' ...')} {record['x']}".startswith(long)


def test_the_index_is_small() -> None:
    """500 records may weigh 150 KB once packed; ``benchmarks.search`` measures that on a whole handbook."""
    site = rendered(golden("everything"))
    packed = gzip.compress(_script(site).encode(), 9)
    assert len(packed) / len(_records(site)) < 300
    assert "\n" not in _script(site).strip()


def test_no_words_of_an_author_end_the_script_that_holds_the_index() -> None:
    site = rendered(reworded(golden("everything"), lambda record, found: "a </script><!--<b>" if found.mark.kind != "length" else found.value))
    index = next(asset for asset in site.assets if asset.address.endswith("search-index.js"))
    assert b"<" not in index.content and rb"\u003c" in index.content
