"""What a device keeps: nothing is lost in packing, the most needed comes first, and the script says it by hash."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.compiler import compile_handbook
from playbook.finishing import finish
from playbook.headers import POLICY, headers, headers_file, robots
from playbook.offline import BUDGET, WORKER, choose, farewell, pack, unpack, worker_files
from playbook.project import Project
from playbook.site import Page, Site

HEAD = '<html>\n<link rel="stylesheet" href="../../assets/a.css">\n<body>\n'
PUBLISHED = {"assets/a.css": b"p {}", "assets/b.css": b"a {}", "assets/s.json": b"[]"}


@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(codec="utf-8")), max_size=5))
def test_every_page_comes_out_as_it_went_in(pages: dict[str, str]) -> None:
    assert unpack(pack(pages)) == pages


def test_what_pages_share_is_kept_once() -> None:
    pages = {f"cards/{n}/": f"{HEAD * 200}{n}" for n in range(20)}
    assert len(pack(pages)) < sum(map(len, pages.values())) / 10


def page(number: int) -> str:
    """A page that shares nothing with another one."""
    return "".join(hashlib.sha256(f"{number} {line}".encode()).hexdigest() for line in range(40))


def test_one_page_too_many_costs_one_page() -> None:
    pages = {"": page(0), **{f"own/{number:02}/": page(number) for number in range(1, 30)}}
    whole = choose(pages, {"": "home"}, {})
    for left_out in range(1, 29):
        kept = choose(pages, {"": "home"}, {}, budget=whole.size * (30 - left_out) // 30)
        assert left_out <= len(kept.left_out) <= left_out + 1
        assert kept.left_out == tuple(sorted(pages))[-len(kept.left_out) :]


def test_the_most_needed_pages_stay_when_room_is_short() -> None:
    kinds = {"": "home", "cards/a/": "card", "standards/a/": "standard", "about/": "about", "own/": ""}
    pages = {address: page(number) for number, address in enumerate(kinds)}
    whole = choose(pages, kinds, {})
    assert (whole.pages, whole.left_out) == (tuple(sorted(kinds)), ())
    assert whole.size <= BUDGET
    less = choose(pages, kinds, {}, budget=whole.size - 1)
    assert less.left_out == ("own/",)
    least = choose(pages, kinds, {}, budget=1)
    assert least.pages == ("", "cards/a/"), "cards are never left at home"


def test_the_files_that_pages_load_are_kept_and_no_others() -> None:
    settings = json.dumps({"index": "../../assets/s.json", "now": "../../now/", "more": {"n": 1}})
    pages = {
        "cards/a/": f"{HEAD}<header data-pb-settings='{settings}'></header><a href='../../assets/b.css'>x</a>"
    }
    kept = choose(pages, {"cards/a/": "card"}, PUBLISHED)
    assert kept.files == ("assets/a.css", "assets/s.json")


def test_the_script_names_every_file_with_its_hash_and_changes_with_any_of_them() -> None:
    kept = choose({"": HEAD.replace("../../", "")}, {"": "home"}, PUBLISHED)
    files = worker_files(kept, PUBLISHED, "edition 1", {"X-Test": "1"})
    (bundle,) = files.keys() - {WORKER}
    told = files[WORKER].decode().partition("self.KEPT = ")[2].partition(";\n")[0]
    said = json.loads(told)
    digest = base64.b64encode(hashlib.sha256(PUBLISHED["assets/a.css"]).digest()).decode()
    assert said["files"] == [["assets/a.css", f"sha256-{digest}"]]
    assert said["bundle"][0] == bundle
    assert said["headers"]["X-Test"] == "1"
    assert worker_files(kept, PUBLISHED, "edition 1", {"X-Test": "1"}) == files
    other = worker_files(kept, PUBLISHED | {"assets/a.css": b"q {}"}, "edition 1", {"X-Test": "1"})
    assert other[WORKER].split(b"\n")[0] != files[WORKER].split(b"\n")[0]


@pytest.mark.parametrize("offline", [True, False])
def test_a_site_is_finished_and_what_was_written_by_hand_stays(tmp_path: Path, offline: bool) -> None:
    site = Site("Name", "en", (Page("", "Home", "", "home"),), offline=offline)
    (tmp_path / "index.html").write_text("<h1>Home</h1>")
    (tmp_path / "robots.txt").write_text("mine")
    added, kept = finish(tmp_path, site, ["index.html", "robots.txt"], by_hand=["robots.txt"])
    assert (tmp_path / "robots.txt").read_text() == "mine"
    assert (tmp_path / "_headers").read_text() == headers_file(public=False)
    assert {"_headers", WORKER} <= added
    assert ((tmp_path / WORKER).read_bytes() == farewell()) is not offline
    assert (kept is not None) is offline


def test_search_engines_are_kept_out_unless_the_handbook_is_public() -> None:
    assert robots(public=False).endswith("Disallow: /\n")
    assert robots(public=True).endswith("Disallow:\n")
    assert "X-Robots-Tag: noindex" in headers_file(public=False)
    assert "noindex" not in headers_file(public=True)
    assert f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'" in headers_file(public=True)
    assert "unsafe" not in POLICY


def test_an_organisation_that_keeps_nothing_has_no_page_about_it(tmp_path: Path, repository: Path) -> None:
    shutil.copytree(repository / "playbook/starters/minimal/content", tmp_path / "content")
    settings = tmp_path / "content/handbook.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\noffline: false\n", encoding="utf-8")
    site = compile_handbook(Project(tmp_path)).site
    assert site is not None
    assert not site.offline
    assert "offline/" not in {page.address for page in site.pages}


def test_the_recipes_for_hosts_send_the_headers_that_we_write(repository: Path) -> None:
    text = (repository / "playbook/docs/hosting.md").read_text(encoding="utf-8")
    for name, value in headers(public=False).items():
        assert f'add_header {name} "{value}" always;' in text
        assert f'Header always set {name} "{value}"' in text
