"""The search: everything once, in people's own words, and nothing unkind shown."""

from __future__ import annotations

import json
from urllib.parse import urljoin

from playbook.model.walk import Marked
from playbook.model.whole import Record
from playbook.site import Site
from tests.golden.cases import Found, golden, html_of, rendered, reworded

HIDDEN = "unkind word"


def _records(site: Site) -> list[dict[str, object]]:
    index = next(asset.content for asset in site.assets if asset.address == "assets/playbook/search.json")
    records: list[dict[str, object]] = json.loads(index)["records"]
    return records


def test_everything_a_reader_may_look_for_is_there_once() -> None:
    handbook = golden("everything")
    ids = [record["id"] for record in _records(rendered(handbook))]
    assert len(ids) == len(set(ids))
    expected = {f"{kind}:{id_}" for kind, id_ in handbook.records if kind not in ("handbook", "words")}
    expected |= {f"deviation:{id_}" for id_ in handbook.deviations}
    expected |= {f"rung:{id_}:{rung.id}" for id_, ladder in handbook.ladders.items() for rung in ladder.rungs}
    expected |= {"word:early-word", "word:reading-room", "word:companion", "page:my-side", "page:new-here"}
    assert set(ids) - {"page:start-here"} == expected


def test_every_answer_leads_to_a_place_that_exists() -> None:
    site = rendered(golden("everything"))
    ids = {page.address: set(Found(html_of(page)[0]).attributes("id")) for page in site.pages}
    for record in _records(site):
        address, _, anchor = str(record["address"]).partition("#")
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
    found = [record for record in records if HIDDEN in json.dumps(record["also"])]
    assert {record["kind"] for record in found} == {
        "situation",
        "moment",
        "urgent",
        "checklist",
        "check-in",
        "measure",
        "paper",
        "support",
        "word",
    }
    for record in records:
        assert not any(
            HIDDEN in str(record[name]) for name in ("title", "line", "text", "id", "address", "kind")
        )
    assert not any(HIDDEN in page.markdown for page in site.pages)
    assert HIDDEN not in repr(site.nav) and HIDDEN not in repr(site.extra)
    assert not any(
        HIDDEN.encode() in asset.content
        for asset in site.assets
        if asset.address != "assets/playbook/search.json"
    )


def test_a_deviation_is_found_by_its_observable_signs() -> None:
    record = next(
        record
        for record in _records(rendered(golden("everything")))
        if record["id"] == "deviation:silent-miss"
    )
    assert record["line"] == "The agreed date passed. No message came before it."
    assert "Two teams waited a day." in str(record["text"])
    assert record["also"] == ["missed deadline again", "never delivers"]


def test_markdown_is_not_searched_or_shown() -> None:
    records = {str(record["id"]): record for record in _records(rendered(golden("everything")))}
    assert (
        records["standard:say-early"]["line"]
        == "We deliver by the date we agreed, or we say so before it passes."
    )
    assert records["word:early-word"]["line"] == "A message before the date, not after it."
    assert records["support:lighter-load"]["line"] == "We plan the week again, together."


def test_urgent_cards_come_first_and_formal_steps_last() -> None:
    records = _records(rendered(golden("everything")))
    rank = {str(record["id"]): record["rank"] for record in records}
    assert rank["urgent:crisis"] == min(rank.values(), key=int)
    assert rank["rung:work:end"] == max(rank.values(), key=int)
    assert int(str(rank["deviation:late-reply"])) < int(str(rank["deviation:silent-miss"]))


def test_the_index_is_small() -> None:
    site = rendered(golden("everything"))
    index = next(asset.content for asset in site.assets if asset.address == "assets/playbook/search.json")
    assert len(index) / len(_records(site)) < 600
    assert b"\n" not in index
