"""A handbook becomes a site: the promised pages, the same bytes for the same input, redirects, navigation."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urljoin

import pytest
from pydantic import ValidationError

from playbook.compiler import compile_handbook
from playbook.model import HandbookFile
from playbook.model.walk import Marked
from playbook.model.whole import Record
from playbook.project import Project
from playbook.site import NavEntry, Site
from tests.faults import expect_none
from tests.golden.cases import (
    GOLDEN,
    Found,
    asset_text,
    golden,
    html_of,
    is_duration,
    read,
    refresh,
    rendered,
    reworded,
)

CASES = sorted(path.parent.name for path in GOLDEN.glob("*/content"))


def drawn(site: Site) -> str:
    """The site's outline: navigation as a tree, then every file that is not a page."""
    lines = [
        f"{site.name} ({site.language}{', draft' if site.draft else ''}{', public' if site.public else ''})",
        "",
    ]
    lines += _tree(site.nav, 0)
    lines += ["", *(f"{asset.address}{_leads_to(asset.content)}" for asset in site.assets)]
    return "\n".join(lines) + "\n"


def _tree(entries: tuple[NavEntry, ...], depth: int) -> Iterator[str]:
    for entry in entries:
        yield f"{'  ' * depth}{entry.title}  [/{entry.address}]"
        yield from _tree(entry.children, depth + 1)


def _leads_to(content: bytes) -> str:
    links = list(Found(content.decode()).attributes("href")) if content.startswith(b"<!doctype") else []
    return f" -> {links[0]}" if links else ""


@pytest.mark.parametrize("case", CASES)
def test_a_golden_handbook_gives_the_pages_that_were_promised(case: str) -> None:
    site = rendered(golden(case))
    folder = GOLDEN / case / "expected"
    made = {page.path: page.markdown for page in site.pages} | {"outline.txt": drawn(site)}
    if refresh():
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in made.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
    promised = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    expect_none(_differences(promised, made))


def _differences(promised: dict[str, str], made: dict[str, str]) -> Iterator[str]:
    for path in sorted(promised.keys() | made.keys()):
        before, now = promised.get(path, ""), made.get(path, "")
        if before != now:
            lines = difflib.unified_diff(
                before.splitlines(), now.splitlines(), f"expected/{path}", f"made/{path}", "", "", 1, ""
            )
            yield "\n".join(lines)


@pytest.mark.parametrize("case", CASES)
def test_a_golden_handbook_is_a_sound_one(case: str) -> None:
    problems = compile_handbook(Project(GOLDEN / case)).problems
    expect_none(f"{found.location}: {found.message}" for found in problems if found.level != "note")


def test_every_link_on_every_page_leads_somewhere() -> None:
    for case in CASES:
        expect_none(broken_links(rendered(golden(case))))


def broken_links(site: Site) -> Iterator[str]:
    """Links and anchors of a site that lead nowhere."""
    found = {f"https://h/{page.address}": Found(html_of(page)[0]) for page in site.pages}
    files = {f"https://h/{asset.address}" for asset in site.assets}
    for address, page in found.items():
        ids = list(page.attributes("id"))
        yield from (f"{address}: the id {id_} stands there twice" for id_ in ids if ids.count(id_) > 1)
        for link in page.attributes("href"):
            target, _, anchor = urljoin(address, link).partition("#")
            if target.startswith("https://h/"):
                if target not in found and target not in files:
                    yield f"{address}: {link} leads nowhere"
                elif anchor and anchor not in found[target].attributes("id"):
                    yield f"{address}: there is no place {link}"


def test_old_addresses_lead_to_the_page_of_today() -> None:
    site = rendered(golden("everything"))
    pages = {f"https://h/{page.address}" for page in site.pages}
    moved = {
        asset.address: Found(asset.content.decode())
        for asset in site.assets
        if asset.address.endswith("index.html")
    }
    kinds = {address.split("/")[0] for address in moved}
    assert kinds == {"cards", "urgent", "standards", "steps", "meetings", "papers", "check-ins", "measures"}
    assert {
        "standards/dates/index.html",
        "steps/dates/index.html",
        "steps/dates/talk/index.html",
        "steps/dates/chat/index.html",
        "steps/work/chat/index.html",
        "meetings/opening-talk/index.html",
    } <= moved.keys()
    for address, found in moved.items():
        links = [
            *found.attributes("href"),
            *(text.partition("url=")[2] for text in found.attributes("content") if "url=" in text),
        ]
        assert len(links) == 3
        assert {urljoin(f"https://h/{address}", link) for link in links} <= pages, address


def test_a_page_of_today_is_never_hidden_by_an_old_address(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "minimal/content", tmp_path / "content")
    (tmp_path / "content/standards/other.yml").write_text(
        "title: Other\nstatement: Other.\nwas: [quiet-room, gone]\n"
    )
    (tmp_path / "content/standards/third.yml").write_text("title: Third\nstatement: Third.\nwas: [gone]\n")
    addresses = list(rendered(read(tmp_path)).addresses())
    assert "standards/quiet-room/index.html" not in addresses
    assert addresses.count("standards/gone/index.html") == 1


def test_a_card_shows_neither_in_its_address_nor_in_its_tab_what_it_is_about() -> None:
    site = rendered(golden("everything"))
    cards = [page for page in site.pages if page.kind in ("card", "urgent")]
    assert len(cards) == 6
    for page in cards:
        code = page.address.split("/")[1]
        assert page.title == f"Card {code}"
        assert len(code) == 6 and code.isalnum()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://handbook.example.org/a-b/", True),
        ("http://localhost:8000/", True),
        ('https://x.example/"><script>', False),
        ("javascript:alert(1)", False),
        ("handbook.example.org", False),
    ],
)
def test_only_an_address_reaches_the_head_of_every_page(written: str, kept: bool) -> None:
    data = {"organisation": {"name": "Example"}, "site_address": written}
    if kept:
        assert HandbookFile.model_validate(data).site_address == written
    else:
        with pytest.raises(ValidationError, match="web address"):
            HandbookFile.model_validate(data)


def test_the_date_of_the_edition_reaches_every_page() -> None:
    assert rendered(golden("everything")).extra["as_of"] == "2026-03-01"


def test_placeholders_are_filled_wherever_words_are_shown() -> None:
    def write(record: Record, found: Marked) -> str:
        if found.path[0] in ("contacts", "decisions"):  # what placeholders stand for
            return found.value
        return "<<notice>>" if is_duration(found) else f"<<notice>> {found.value}"

    site = rendered(reworded(golden("everything"), write))
    shown = json.dumps(
        [
            site.name,
            site.extra,
            drawn(site),
            [asset_text(asset) for asset in site.assets],
            [page.title for page in site.pages],
            [html_of(page)[0] for page in site.pages],
        ],
        ensure_ascii=False,
    )
    assert [at for at in ("<<", "\\u003c", "&lt;&lt;", "&#60;&#60;") if at in shown] == []
    assert "5 working days" in site.name


_HASHES = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
from dataclasses import asdict
from pathlib import Path
from tests.golden.cases import read, rendered
site = rendered(read(Path(sys.argv[2])))
print(hashlib.sha256(repr(asdict(site)).encode()).hexdigest())
"""


def test_the_same_content_gives_the_same_bytes_wherever_and_whenever_it_is_rendered(
    repository: Path, tmp_path: Path
) -> None:
    files = sorted(path for path in (GOLDEN / "everything/content").rglob("*.*"))
    shown = set()
    for number, (seed, zone, order) in enumerate([("0", "UTC", 1), ("4711", "Pacific/Kiritimati", -1)]):
        project = tmp_path / f"project {number}"
        for path in files[::order]:
            copy = project / path.relative_to(GOLDEN / "everything")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        run = subprocess.run(
            [sys.executable, "-c", _HASHES, repository, project],
            cwd=project if number else repository,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        shown.add(run.stdout)
    assert shown == {hashlib.sha256(repr(asdict(rendered(golden("everything")))).encode()).hexdigest() + "\n"}
