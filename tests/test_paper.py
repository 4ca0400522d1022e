"""Packs for paper: whole documents that need nothing beside them, with every card once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from playbook.bundled import templates_dir
from playbook.cli import main, printing
from playbook.compiler import compile_handbook
from playbook.environment import make_environment
from playbook.paper import SHEETS, Document, documents
from playbook.paper.links import Inner, joined
from playbook.project import Project
from playbook.site import Site
from playbook.square_code import square_code


@pytest.fixture(scope="module")
def site(repository: Path) -> Site:
    compiled = compile_handbook(Project(repository))
    assert compiled.site is not None
    return compiled.site


@pytest.fixture(scope="module")
def made(site: Site) -> dict[str, Document]:
    return {one.name: one for one in documents(site, "p { color: black }", "a6")}


def test_every_card_stands_in_the_pack_once(site: Site, made: dict[str, Document]) -> None:
    cards = [page for page in site.pages if page.kind in ("card", "step", "standard", "ladder", "urgent")]
    assert made["cards-a6"].html.count('<section class="pb-sheet') == len(cards)
    for page in cards:
        heading = page.body.split("\n")[0].removeprefix("# ").rpartition(" {#")[0]
        assert heading in made["handbook"].html


def test_a_document_needs_nothing_beside_it(made: dict[str, Document]) -> None:
    for one in made.values():
        assert one.html.startswith("<!doctype html>")
        assert not re.search(r"<(?:script|link|img|iframe)\b|\bsrc=|url\(", one.html), one.name
        assert one.paper in SHEETS.values()


def test_in_the_whole_handbook_every_link_leads_somewhere(made: dict[str, Document]) -> None:
    text = made["handbook"].html
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    leading = set(re.findall(r'href="#([^"]+)"', text))
    assert len(leading) > 40
    assert leading <= set(ids)
    assert 'href="../' not in text


def test_the_same_handbook_makes_the_same_documents(site: Site) -> None:
    assert documents(site, "", "letter") == documents(site, "", "letter")


def test_links_are_led_inside_and_folds_are_opened() -> None:
    inner = Inner({"now/": "p1", "cards/k7/": "p2"})
    body = '<details id="a"><summary>If</summary><a href="../../now/#b">x</a> <a href="../gone/">y</a></details> &amp; &#62;'
    assert joined(body, "cards/k7/", inner) == (
        '<details id="p2-a" open><summary>If</summary><a href="#p1-b">x</a> <a>y</a></details> &amp; &#62;'
    )
    assert (
        joined('<a href="https://example.org/">z</a>', "now/", inner)
        == '<a href="https://example.org/">z</a>'
    )


def test_the_command_writes_documents(repository: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["cards", str(repository), "--sheet", "letter", "--output", str(tmp_path / "out")]
    )
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "cards-letter.html", "checklists.html", "handbook.html",
    ]  # fmt: skip


def test_without_a_browser_the_command_says_what_is_missing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "find_browser", lambda: None)
    done = CliRunner().invoke(main, ["cards", str(repository), "--pdf", "--output", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "PDF needs an installed Chromium or Chrome" in done.output
    assert not (tmp_path / "out").exists()


def test_a_square_code_is_a_picture_without_style_or_script() -> None:
    picture = square_code("https://handbook.example.org/cards/k7/")
    assert picture == square_code("https://handbook.example.org/cards/k7/")
    assert picture.startswith("<svg ") and "style" not in picture and "script" not in picture
    assert picture != square_code("https://handbook.example.org/cards/k8/")


def test_a_code_is_printed_only_where_the_address_is_known() -> None:
    def printed(address: str | None) -> str:
        env = make_environment(None, templates_dir(), lambda name: None, address)
        return env.from_string("{{ 'cards/k7/' | code }}").render()

    assert printed("https://h.example.org/x/") == square_code("https://h.example.org/x/cards/k7/")
    assert printed(None) == ""
