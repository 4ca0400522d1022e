"""The handbook to carry: every link in the zip and in the single file leads to something that is in it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from playbook.carried import SINGLE_FILE, ZIP
from playbook.cli import main
from playbook.portable import single_file, zip_of
from playbook.portable.flat import flat_name
from playbook.portable.links import Attributes, landing, pages_of, rewrite
from playbook.project import Project
from playbook.publish import published_files, unsafe_export
from playbook.scaffold import new_project


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: Counter[str] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids[found.get("id", "")] += 1
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        elif "src" in found or (tag == "link" and found.get("rel") != "canonical" and "href" in found):
            self.loaded.append(found.get("src") or found["href"])


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """A folder with both, as the command writes them."""
    folder = tmp_path_factory.mktemp("carried")
    source = repository / "tests/golden/everything"
    words = [
        "build",
        source,
        "--output",
        folder / "site",
        "--zip",
        folder / "a.zip",
        "--single-file",
        folder / "a.html",
    ]
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return folder


def test_every_page_of_the_zip_leads_only_to_what_is_in_it(carried: Path) -> None:
    with zipfile.ZipFile(carried / "a.zip") as archive:
        files = {name.removeprefix("handbook/"): archive.read(name) for name in archive.namelist()}
    pages = {name: _Page(content.decode()) for name, content in files.items() if name.endswith(".html")}
    assert len(pages) > 20
    assert all("/" not in name for name in pages)
    for name, page in pages.items():
        for link in page.links:
            path, _, place = link.partition("#")
            if path.startswith(("mailto:", "tel:")):
                continue
            there = unquote(path) or name
            assert there in files, f"{name}: {link}"
            assert not place or there not in pages or place in pages[there].ids, f"{name}: {link}"
        assert [file for file in page.loaded if file not in files] == [], name
    assert not [name for name in files if name.startswith(("_headers", "offline-worker"))]


def test_every_link_of_the_single_file_leads_to_a_place_in_it_and_nothing_is_loaded(carried: Path) -> None:
    text = (carried / "a.html").read_text(encoding="utf-8")
    page = _Page(text)
    assert page.loaded == []
    del page.ids[""]
    assert [id_ for id_, times in page.ids.items() if times > 1] == []
    inside = [link for link in page.links if not link.startswith(("mailto:", "tel:", "data:"))]
    lost = {link for link in inside if link[:1] != "#" or (link[1:] and link[1:] not in page.ids)}
    assert {link for link in lost if not link.startswith("#for-")} == set(), (
        "only the finder reads what is no place"
    )
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy and "'unsafe" not in policy[1] and policy[1].startswith("default-src 'none'")


def test_the_same_handbook_gives_the_same_bytes(carried: Path) -> None:
    site = carried / "site"
    files = {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
    backwards = dict(reversed(files.items()))
    assert zip_of(files) == zip_of(backwards) == (carried / "a.zip").read_bytes()
    assert single_file(files) == single_file(backwards) == (carried / "a.html").read_bytes()
    with zipfile.ZipFile(io.BytesIO(zip_of(files))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


@pytest.mark.parametrize(
    ("link", "page", "there"),
    [
        ("../../now/", "cards/a/", ("now/", "")),
        ("../..", "cards/a/", ("", "")),
        (".", "", ("", "")),
        ("../../assets/a%20b.css#x", "cards/a/", ("assets/a b.css", "x")),
        ("?newest", "now/", None),
        ("#top", "now/", None),
        ("mailto:people@example.org", "", None),
        ("/elsewhere/", "", None),
        ("../../", "now/", None),
    ],
)
def test_a_link_lands_where_a_browser_would_go(link: str, page: str, there: tuple[str, str] | None) -> None:
    assert landing(link, page) == there


def test_a_tag_that_stays_keeps_its_very_signs() -> None:
    text = "<p CLASS='a'  hidden>ü &amp; <br/>\n<a href=x>1</a><A HREF='y&amp;z' hidden>2</A></p><!-- <a href=x> -->"

    def change(tag: str, attributes: Attributes) -> Attributes:
        return attributes | {"href": '"new"'} if attributes.get("href") == "y&z" else attributes

    assert rewrite(text, change) == text.replace(
        "<A HREF='y&amp;z' hidden>", '<a href="&quot;new&quot;" hidden>'
    )


def test_pages_have_plain_names() -> None:
    assert [flat_name(address) for address in ("", "now/", "cards/ab12/", "my_page/")] == [
        "index.html",
        "now.html",
        "cards_ab12.html",
        "my=5fpage.html",
    ]


# Names that cannot meet


def test_no_two_pages_share_a_name_in_the_zip_or_a_place_in_the_single_file(
    tmp_path: Path, repository: Path
) -> None:
    """A ladder with a step, a ladder called like both, and pages by hand that are called like them and like the first page."""
    book = tmp_path / "book"
    assert new_project(book, "minimal") == []
    ladder = next((book / "content/ladders").glob("*.yml"))
    first = re.search(r"id: ([a-z-]+)", ladder.read_text(encoding="utf-8"))
    assert first
    shutil.copyfile(ladder, ladder.with_name(f"{ladder.stem}-{first[1]}.yml"))
    by_hand = [f"steps-{ladder.stem}.md", f"steps_{ladder.stem}.md", f"steps.{ladder.stem}.md", "home.md"]
    for name in (*by_hand, "index/index.md"):
        (book / "pages" / name).parent.mkdir(exist_ok=True)
        (book / "pages" / name).write_text(f"# By hand {name}\n", encoding="utf-8")
    words = ["build", book, "--zip", tmp_path / "a.zip", "--single-file", tmp_path / "a.html"]
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    files = published_files(book / "site")
    pages = pages_of(files)
    assert {f"steps/{ladder.stem}/{first[1]}/", f"steps/{ladder.stem}-{first[1]}/", "index/"} <= pages.keys()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".html")]
        title = re.compile(rb"<title>.*?</title>", re.S)
        for address in pages:  # each holds its own words
            there = archive.read(f"handbook/{flat_name(address)}")
            assert title.findall(there) == title.findall(files[f"{address}index.html"]), address
    assert len(names) == len({name.lower() for name in names}) == len(pages)
    ids = re.findall(r'class="pb-one" id="([^"]*)"', (tmp_path / "a.html").read_text(encoding="utf-8"))
    assert len(ids) == len(set(ids)) == len([page for page in pages.values() if 'class="pb-page' in page])


# Where they may be written


@pytest.mark.parametrize(
    ("option", "place", "before", "check"),
    [
        ("--zip", "content/handbook.yml", None, "unsafe-output"),
        ("--zip", "content/new.zip", None, "unsafe-output"),
        ("--zip", "templates/new.zip", None, "unsafe-output"),
        ("--zip", "site_config/new.zip", None, "unsafe-output"),
        ("--single-file", "pages/mine.html", None, "unsafe-output"),
        ("--single-file", "site/one.html", None, "unsafe-output"),
        ("--single-file", "site", None, "unsafe-output"),
        ("--zip", "mkdocs.yml", None, "unsafe-output"),
        ("--single-file", "new.zip", None, "unsafe-output"),
        ("--zip", "photos.zip", b"PK\x03\x04 years of photos", "output-not-ours"),
        ("--zip", "text.zip", ZIP.mark, "output-not-ours"),
        ("--single-file", "mine.html", b"<!doctype html>\n<title>Mine</title>", "output-not-ours"),
        ("--single-file", "link.html", "mkdocs.yml", "output-not-ours"),
        ("--single-file", "folder.html", "", "output-not-ours"),
    ],
)
def test_a_handbook_to_carry_is_written_over_nothing_else(
    tmp_path: Path, option: str, place: str, before: bytes | str | None, check: str
) -> None:
    assert new_project(tmp_path / "book", "minimal") == []
    target = tmp_path / "book" / place
    for name in ("templates", "site_config"):
        (tmp_path / "book" / name).mkdir()
    if isinstance(before, bytes):
        target.write_bytes(before)
    elif before:
        target.symlink_to(before)
    elif before == "":
        target.mkdir()
    was = _contents(tmp_path)
    done = CliRunner().invoke(main, ["build", str(tmp_path / "book"), option, str(target)])
    assert done.exit_code == 2, done.output
    assert f"[{check}]" in done.output
    assert _contents(tmp_path) == was, "nothing is built, nothing is written"


def test_an_earlier_export_is_replaced(carried: Path, tmp_path: Path) -> None:
    for form, name in ((ZIP, "a.zip"), (SINGLE_FILE, "a.html")):
        assert form.made(carried / name)
        assert unsafe_export(carried / name, form, tmp_path / "site", Project(tmp_path)) == []


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in sorted(folder.rglob("*"))}
