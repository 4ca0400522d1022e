"""Every practice of the article is a page and a field of the example handbook, and the list of them is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from benchmarks.measured import ROOT
from playbook.addresses import Addresses
from playbook.markdown_text import plain_text
from playbook.model.fields import Model
from playbook.model.whole import Handbook
from playbook.render import make_resolve
from playbook.site import Page, Site
from tests.golden.cases import Found, html_of, read, refresh, rendered
from tests.seed_practices import LEFT_OUT, PRACTICES, Practice

LIST = ROOT / "playbook/docs/seed-practices.md"
INTRO = """\
# The practices, and where each is real

Compassionate accountability is a list of things that people do, not a list of penalties. Here are its {count} practices in our own words. For each: the page of the example handbook where a reader meets it, and the field in which an author writes it. Where brackets stand instead of a field, it is a rule of the tool, the same in every handbook.

This page is made from the example handbook, and a test holds it there: each page exists, each field is filled, and what is written in it can be read on that page.

| No. | Practice | Page of the example handbook | Field that makes it real |
| --- | --- | --- | --- |
"""
NOT_BUILT = """
## Not built on purpose

| No. | What you will not find, and why |
| --- | --- |
"""


@cache
def _example() -> tuple[Handbook, Site]:
    book = read(ROOT)
    return book, rendered(book)


def _address(practice: Practice) -> str:
    codes = Addresses(_example()[0])
    return re.sub(r"cards/<(.*?)>/", lambda card: codes.of("deviation", card[1]), practice.page)


def _page(practice: Practice) -> Page:
    wanted = _address(practice).partition("#")[0]
    found = [page for page in _example()[1].pages if page.address == wanted]
    assert found, f"practice {practice.number}: the example handbook has no page {wanted}"
    return found[0]


@cache
def _seen(page: Page) -> Found:
    return Found(html_of(page)[0])


def _values(node: Any, path: list[str]) -> Iterator[str]:
    """Every text that is filled in at a path of a record, through each list on the way."""
    if isinstance(node, list | tuple):
        for each in node:
            yield from _values(each, path)
    elif isinstance(node, dict):
        yield from _values(list(node.values()), path)
    elif isinstance(node, Model):
        for name in path[:1] or type(node).model_fields:
            yield from _values(getattr(node, name), path[1:])
    elif node not in (None, ""):
        yield str(node)


def _written(practice: Practice) -> list[str]:
    """What stands in the field: in the record that the page is made from, else in all of its kind."""
    book, _ = _example()
    kind, _, path = practice.field.partition(": ")
    records = [record for record in book.records.values() if record.kind == kind]
    own = [record for record in records if record.source.file == _page(practice).source]
    return [text for record in own or records for text in _values(record.data, path.split("."))]


@cache
def _titles() -> dict[str, set[str]]:
    """What readers see in place of an id."""
    found: dict[str, set[str]] = {}

    def collect(node: Any) -> None:
        if isinstance(node, Model):
            if isinstance(title := getattr(node, "title", None), str):
                found.setdefault(str(getattr(node, "id", "")), set()).add(title)
            for name in type(node).model_fields:
                collect(getattr(node, name))
        elif isinstance(node, list | tuple):
            for each in node:
                collect(each)

    for record in _example()[0].records.values():
        collect(record.data)
        found.setdefault(record.id, set()).add(str(getattr(record.data, "title", "")))
    return found


@pytest.mark.parametrize("practice", PRACTICES, ids=[str(each.number) for each in PRACTICES])
def test_a_practice_is_a_page_of_the_example_with_its_field_filled_and_shown(practice: Practice) -> None:
    page, (book, _) = _page(practice), _example()
    seen = _seen(page)
    _, mark, place = _address(practice).partition("#")
    assert not mark or place in set(seen.attributes("id")), f"{page.address} has no place {place}"
    if practice.field.startswith("["):
        return
    resolve = make_resolve(book)
    written = _written(practice)
    shown = [title for text in written for title in _titles().get(text, {text})]
    assert written, f"practice {practice.number}: nothing is written in {practice.field}"
    assert any(" ".join(plain_text(text, resolve).split()) in seen.words for text in shown), (
        f"practice {practice.number}: nothing of {practice.field} can be read on {page.address}"
    )


def test_there_are_67_practices_in_the_order_of_the_article() -> None:
    assert [practice.number for practice in PRACTICES] == list(range(1, 68))
    assert len({practice.words for practice in PRACTICES}) == 67
    assert set(LEFT_OUT) <= {practice.number for practice in PRACTICES}


def test_the_list_of_practices_is_what_the_example_shows() -> None:
    wanted = (
        INTRO.format(count=len(PRACTICES))
        + "".join(
            f"| {practice.number} | {practice.words} | {_place(practice)} | {_field(practice)} |\n"
            for practice in PRACTICES
        )
        + NOT_BUILT
        + "".join(f"| {number} | {why} |\n" for number, why in LEFT_OUT.items())
    )
    if refresh():
        LIST.write_text(wanted, encoding="utf-8", newline="\n")
    assert LIST.read_text(encoding="utf-8") == wanted


def _place(practice: Practice) -> str:
    page = _page(practice)
    heading = re.match(r"# (.*) \{#top\}", page.body)
    assert heading is not None
    return f"{Found(heading[1]).words.replace('|', '&#124;')}, `{_address(practice)}`"


def _field(practice: Practice) -> str:
    if practice.field.startswith("["):
        return f"[{practice.field.strip('[]')}]"
    kind, _, path = practice.field.partition(": ")
    return f"{kind}: `{path}`"
