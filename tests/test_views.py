"""What pages show: readers' words only, nothing empty, every section in its place."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from playbook.bundled import content_dir, templates_dir
from playbook.labels import DEFAULT_LABELS, Labels
from playbook.loader import FILES, FOLDERS
from playbook.model.fields import Model
from playbook.model.walk import part_at
from playbook.model.whole import Handbook, Record
from playbook.pages import plan_pages
from playbook.search_index import INDEX
from playbook.site import Page, Site
from playbook.template_contract import PAGE_VIEWS
from playbook.views import cards
from playbook.views.common import Atlas, Fact
from tests.faults import expect_none
from tests.golden.cases import golden, html_of, read, rendered, rewritten
from tests.golden.filled import with_every_field
from tests.test_render import broken_links

# The left-hand column of the glossary, where readers get another word. Not here: "moment" and
# "response", which are everyday words, and "ladder", "standard" where a label says so.
AUTHORS_WORDS = re.compile(
    r"\b(deviations?|rungs?|occurrences?|look-?backs?|tracks?|ladders?|severity|severities|entry|entries"
    r"|skip rules?|active (?:life|lives)|ways? backs?|decision tests?|placeholders?|playbooks?|upkeep"
    r"|situation cards?|audiences?|slugs?|yaml)\b",
    re.IGNORECASE,
)


def _shown(site: Site) -> Iterator[tuple[str, str]]:
    """Every word a reader may meet: on pages, in tabs, in the menu, read aloud, and in search results."""
    for page in site.pages:
        found = _Reader(html_of(page)[0])
        yield from ((f"/{page.address}", text) for text in (page.title, *found.texts))
    yield "the menu", " ".join(re.findall(r"title='([^']*)'", repr(site.nav)))
    yield "the bar", " ".join(str(value) for value in (site.name, *site.extra["labels"].values()))  # type: ignore[attr-defined]
    index = next(asset.content for asset in site.assets if asset.address == INDEX).decode()
    for record in json.loads(index.partition("=")[2].rstrip(";\n"))["records"]:
        yield "the search", f"{record['t']} {record.get('l', '')}"


class _Reader(HTMLParser):
    """Visible texts and the attributes that are read aloud."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_code = False
        self.feed(html)

    def handle_data(self, data: str) -> None:
        if not self._in_code:  # a command is named as it is typed
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_code &= tag != "code"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_code |= tag == "code"
        self.texts += [
            value or ""
            for name, value in attrs
            if name in ("aria-label", "title", "alt", "placeholder", "aria-description")
        ]


@pytest.mark.parametrize(
    "make",
    [
        lambda: golden("everything"),
        lambda: golden("minimal"),
        lambda: with_every_field("mostly"),
        lambda: with_every_field("yes"),
        lambda: with_every_field("no"),
    ],
    ids=["everything", "minimal", "every field", "every field, yes", "every field, no"],
)
def test_no_authors_word_reaches_a_reader(make: Callable[[], Handbook]) -> None:
    expect_none(_authors_words(rendered(make())))


def test_no_authors_word_reaches_a_reader_of_the_example() -> None:
    """There, "an entry in a file" is plain English."""
    expect_none(
        found for found in _authors_words(rendered(read(content_dir().parent))) if ": entry: " not in found
    )


def _authors_words(site: Site) -> Iterator[str]:
    return (
        f"{place}: {found[0]}: {text}"
        for place, text in _shown(site)
        for found in AUTHORS_WORDS.finditer(text)
    )


def test_every_label_can_be_changed_and_reaches_the_pages() -> None:
    own = {key: f"Own {key}" for key in DEFAULT_LABELS}

    def change(record: Record, plain: dict[str, Any]) -> None:
        if record.kind == "handbook":
            plain.update(labels=own)
        if record.kind == "ladder":  # one step of each weight
            plain["rungs"][0]["standing"] = {"formal": False, "recorded": True}

    handbook = rewritten(with_every_field("mostly"), change)
    shown = " ".join(text for place, text in _shown(rendered(handbook)) if place != "the bar")
    assert (
        sorted(key for key in DEFAULT_LABELS if f"Own {key}" not in shown and key not in _SAID_BY_THE_SEARCH)
        == []
    )


_SAID_BY_THE_SEARCH = {"situation", "standard", "rung", "checklist"}
"""Labels for the kinds of what was found; the script takes them from the bar."""


def test_unknown_labels_are_left_alone() -> None:
    labels = Labels({"rung": "stage", "nonsense": "x"})
    assert labels.rung == "stage"
    assert not hasattr(labels, "nonsense")
    assert list(labels.as_dict()) == list(DEFAULT_LABELS)


def test_each_template_gets_the_view_that_its_contract_names() -> None:
    planned = list(plan_pages(Atlas.of(with_every_field("mostly"))))
    assert {plan.template for plan in planned} == set(PAGE_VIEWS)
    assert {path.name.removesuffix(".md.j2") for path in (templates_dir() / "pages").iterdir()} == set(
        PAGE_VIEWS
    )
    expect_none(
        f"{plan.template} gets {plan.view!r}"[:200]
        for plan in planned
        if not _is(plan.view, PAGE_VIEWS[plan.template])
    )


def _is(view: object, promised: Any) -> bool:
    if isinstance(promised, type):
        return type(view) is promised
    return isinstance(view, tuple) and all(type(each) is promised.__args__[0] for each in view)


# Nothing empty, nothing broken, whatever an author leaves out.

MAY_BE_EMPTY = {"td", "path", "rect"}
FILLED_BY_SCRIPT = {"pb-progress", "pb-results"}


def empty_places(page: Page) -> Iterator[str]:
    """Elements without words, and headings that nothing follows."""
    tree = _Tree(html_of(page)[0])
    yield from (f"/{page.address}: an empty {name}" for name in tree.empty)
    for name, words_after in tree.headings:
        if not words_after:
            yield f"/{page.address}: nothing stands under {name}"


class _Tree(HTMLParser):
    """Which elements hold words, and how much stands between one heading and the next."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.empty: list[str] = []
        self.headings: list[tuple[str, int]] = []
        self._open: list[tuple[str, dict[str, str | None], int]] = []
        self._words = self._words_before = self._level = 0
        self._heading = self._said = ""
        self.feed(html)
        self._next_heading(0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "input"):
            self._open.append((tag, dict(attrs), self._words))
        if tag == "input" or ("aria-hidden", "true") in attrs:  # a blank to fill by hand is meant to be empty
            self._words += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        name, attributes, words = self._open.pop()
        assert name == tag, f"</{tag}> ends <{name}>"
        if words == self._words and not self._may_be_empty(tag, attributes):
            self.empty.append(f"<{tag} {attributes}>")
        if re.fullmatch(r"h[1-6]", tag):
            self._next_heading(int(tag[1]))

    def _may_be_empty(self, tag: str, attributes: dict[str, str | None]) -> bool:
        """A cell of a table, a place to lead to, and what the script fills or shows."""
        by_script = FILLED_BY_SCRIPT & set((attributes.get("class") or "").split())
        hidden = "hidden" in attributes or any("hidden" in around for _, around, _ in self._open)
        return bool(tag in MAY_BE_EMPTY or (tag == "span" and "id" in attributes) or by_script or hidden)

    def _next_heading(self, level: int) -> None:
        if self._heading and level <= self._level:
            self.headings.append((self._heading, self._words - self._words_before))
        self._heading, self._words_before, self._level = self._said, self._words, level

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._words += 1
            self._said = data.strip()


@pytest.mark.parametrize("case", ["minimal", "everything"])
def test_no_section_is_empty(case: str) -> None:
    expect_none(found for page in rendered(golden(case)).pages for found in empty_places(page))


@pytest.mark.parametrize("seed", range(8))
def test_no_section_is_empty_and_no_link_is_broken_whatever_is_left_out(seed: int) -> None:
    """Every field that may be left out is, in turn; a page then lacks the block, and never breaks."""
    choose = random.Random(seed)
    share = (seed + 1) / 9
    handbook = rewritten(
        with_every_field("mostly"), lambda record, plain: _thin_out(record, plain, choose, share)
    )
    site = rendered(handbook)
    expect_none(found for page in site.pages for found in empty_places(page))
    expect_none(broken_links(site))


def _thin_out(record: Record, plain: dict[str, Any], choose: random.Random, share: float) -> None:
    shape = dict([*FILES.values(), *FOLDERS.values()])[record.kind]
    _thin(shape, plain, (), choose, share)


def _thin(
    shape: type[Model], part: Any, path: tuple[str | int, ...], choose: random.Random, share: float
) -> None:
    if isinstance(part, list):
        for index, entry in enumerate(part):
            _thin(shape, entry, (*path, index), choose, share)
    elif isinstance(part, dict):
        holder = part_at(shape, path)
        needed = (
            {info.alias or name for name, info in holder.model_fields.items() if info.is_required()}
            if holder
            else set(part)
        )
        for name in list(part):
            # what a row is about, and which page a stop on a path leads to, is checked
            checked = path[-1:] == ("for",) or (path[-2:-1] == ("stops",) and name != "why")
            kept = name in needed or name in _NAMED_ELSEWHERE or checked
            if not kept and choose.random() < share:
                del part[name]
            else:
                _thin(shape, part[name], (*path, name), choose, share)


_NAMED_ELSEWHERE = {
    "values",
    "severities",
    "tracks",
    "roles",
    "groups",
    "causes",
    "contacts",
    "decisions",
    "deviations",
    "forums",
    "tests",
    "ends",
}
"""Lists whose entries others name: without them a reference leads nowhere, which a check has said by then."""


# Single promises.


def test_clusters_stand_in_their_fixed_order_and_empty_ones_are_left_out() -> None:
    atlas = Atlas.of(golden("everything"))
    view = cards.deviation_view(atlas, atlas.handbook.deviations["silent-miss"])
    assert [cluster.key for cluster in view.card.clusters] == ["check", "say", "do", "write", "not"]
    lean = cards.deviation_view(atlas, atlas.handbook.deviations["late-reply"])
    assert [cluster.key for cluster in lean.card.clusters] == ["check", "say"]


def test_the_safety_line_stands_under_check_first_on_every_situation_card() -> None:
    atlas = Atlas.of(golden("everything"))
    for found in atlas.handbook.deviations.values():
        first = cards.deviation_view(atlas, found).card.clusters[0]
        assert first.key == "check" and first.lines[-1] == atlas.handbook.settings.protected


def test_a_deviations_own_contact_checklist_and_track_win_over_the_shared_ones() -> None:
    atlas = Atlas.of(golden("everything"))
    own = cards.deviation_view(atlas, atlas.handbook.deviations["silent-miss"])
    shared = cards.deviation_view(atlas, atlas.handbook.deviations["late-reply"])
    assert own.card.call and own.card.call.title == "Night line"
    assert shared.card.call and shared.card.call.title == "People desk"
    assert shared.checklist and shared.checklist.title == "First talk"


def test_good_practice_stands_beside_the_deviation_it_replaces_and_none_is_lost() -> None:
    def name_another(record: Record, plain: dict[str, Any]) -> None:
        if record.id == "let-others-speak":
            plain["examples"].append({"acceptable": "They thank the speaker.", "instead_of": "late-reply"})

    handbook = rewritten(golden("everything"), name_another)
    page = next(page for page in rendered(handbook).pages if page.address == "standards/let-others-speak/")
    assert "They thank the speaker." in page.body


def test_upkeep_is_inherited_from_the_handbook_unless_a_record_differs() -> None:
    atlas = Atlas.of(golden("everything"))
    own = cards.moment_view(atlas, atlas.handbook.moments["cry"]).upkeep
    assert (own.owner, own.approver, own.effective) == ("Manager", "Director", "2026-04-01")


def test_facts_without_an_answer_are_left_out() -> None:
    atlas = Atlas.of(golden("minimal"))
    view = cards.deviation_view(atlas, atlas.handbook.deviations["phone-call"])
    assert view.seen == (
        Fact("What is seen or heard", ("Somebody speaks on the phone in the reading room.",)),
        Fact("kind of concern", ("How we treat each other",)),
    )


def test_standards_stand_in_the_order_of_the_values_and_each_once() -> None:
    page = next(page for page in rendered(golden("everything")).pages if page.address == "standards/")
    order = [
        page.body.index(words)
        for words in ("Reliability", "Say early", "Respect", "Let others speak", "Lend a hand")
    ]
    assert order == sorted(order)
    assert page.body.count("Say early when a date will slip") == 1


def test_a_handbook_of_settings_alone_has_no_door_to_nowhere() -> None:
    settings = golden("minimal").settings
    handbook = Handbook(
        settings=settings,
        records={("handbook", "handbook"): golden("minimal").records["handbook", "handbook"]},
    )
    site = rendered(handbook)
    expect_none(broken_links(site))
    expect_none(found for page in site.pages for found in empty_places(page))
