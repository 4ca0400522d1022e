"""One handbook, every engine: the same pages, links and files in the HTML, whoever writes it."""

from __future__ import annotations

import os
import posixpath
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.config import load_config

from playbook.compiler import compile_handbook
from playbook.docs_folder import write_docs
from playbook.engine import build_html, serve
from playbook.engine_config import MOST_SIBLINGS, nav_config
from playbook.own_pages import own_addresses
from playbook.problems import Location
from playbook.project import Project
from playbook.publish import MANIFEST_NAME, Published
from playbook.scaffold import new_project
from playbook.site import Asset, NavEntry, Page, Site

BODY = """\
# A tardy reply {#a-tardy-reply}

<p class="pb-first">Check <em>first</em>: is it so?</p>

## Say \\*this\\* &lt;b&gt; {#say}

<ul>
<li><a href="../../standards/#reply">We reply</a></li>
<li><a href="../../playbook.json">All records</a></li>
</ul>"""

SITE = Site(
    name="How we work & <live>",
    language="en",
    pages=(
        Page("", "Home", '# Home {#home}\n\n<p><a href="cards/ab12/">Card</a></p>', "home"),
        Page("cards/ab12/", "Card ab12", BODY, "card", "content/standards/reply.yml", ("navigation", "toc")),
        Page("now/", "Now", "# Now {#now}", "now"),
        Page(
            "standards/",
            "Standards",
            "# Standards {#standards}\n\n## Reply {#reply}\n\n<p>We reply.</p>",
            "standards",
        ),
        Page("steps/", "Step: by step", "# Steps {#steps}\n\n<p>Ü, 你好 &amp; more.</p>", "steps"),
        Page("urgent/", "Urgent", "# Urgent {#urgent}", "urgent-list"),
    ),
    assets=(
        Asset("assets/playbook/search-index.js", b'{"records":[]}'),
        Asset("playbook.json", b"[]\n"),
        Asset("standards/old/index.html", b"<!doctype html><title>Moved</title>\n"),
    ),
    nav=(
        NavEntry("Home", ""),
        NavEntry("Standards", "standards/", (NavEntry("Standards", "standards/"),)),
        NavEntry("Steps: all", "steps/"),
    ),
    extra={"banner": "Draft, not in force", "org": "Example", "as_of": "2026-03-01"},
)


class _Html(HTMLParser):
    """What a reader and a browser find on a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if (
                name in ("href", "src")
                and value
                and (tag, ("rel", "canonical")) not in [(tag, a) for a in attrs]
            ):
                self.addresses.append(value)

    def handle_data(self, data: str) -> None:
        self.words += data


def page(site_dir: Path, address: str) -> _Html:
    return _Html((site_dir / address / "index.html").read_text(encoding="utf-8"))


def broken_links(site_dir: Path) -> Iterator[str]:
    """Links and files of every page that lead nowhere, or to another origin."""
    pages = {path: _Html(path.read_text(encoding="utf-8")) for path in site_dir.rglob("*.html")}
    for path, html in pages.items():
        if path.name == "404.html":  # its addresses begin at the server's root
            continue
        for address in html.addresses:
            target, _, anchor = address.partition("#")
            target = target.partition("?")[0]  # asks the network for the page itself
            if target.startswith(("mailto:", "tel:")):
                continue
            if "//" in target:
                yield f"{path}: {address} is another origin"
                continue
            base = path.parent.relative_to(site_dir).as_posix()
            there = site_dir / posixpath.normpath(posixpath.join(base, target) if target else base)
            there = path if not target else there / "index.html" if there.is_dir() else there
            if not there.is_file():
                yield f"{path.relative_to(site_dir)}: {address} leads nowhere"
            elif anchor and there in pages and anchor not in pages[there].ids:
                yield f"{path.relative_to(site_dir)}: {address} has no such place"


def expect_the_handbook(site_dir: Path) -> None:
    """The site is there, whole, as it was given."""
    card = page(site_dir, "cards/ab12/")
    assert {"a-tardy-reply", "say"} <= card.ids
    assert "Check first: is it so?" in card.words
    assert "Say *this* <b>" in card.words
    assert "Draft, not in force" in card.words
    assert "How we work & <live>" in card.words
    assert "Ü, 你好 & more." in page(site_dir, "steps/").words
    for asset in SITE.assets:
        assert (site_dir / asset.address).read_bytes() == asset.content, asset.address
    assert list(broken_links(site_dir)) == []


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "handbook/content").mkdir(parents=True)
    return Project(tmp_path / "handbook")


@pytest.fixture
def built(project: Project, tmp_path: Path) -> Path:
    """The site in HTML, from a project without any settings of its own."""
    destination = tmp_path / "built"
    assert build_html(project, SITE, destination) == []
    return destination


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A program as an author starts it."""
    environment = os.environ | {
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1767225600",
    }
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# MkDocs, in this process


def test_mkdocs_writes_the_handbook(built: Path) -> None:
    expect_the_handbook(built)


def test_no_file_of_the_theme_asks_for_more(built: Path) -> None:
    assert not list(built.rglob("*.map"))
    assert not [*built.rglob("*lunr*"), *built.rglob("search.*.min.js"), *built.rglob("search_index.json")]
    assert not list(built.rglob("sitemap*")), "search engines are kept out"
    assert "fonts.g" not in "".join(path.read_text(encoding="utf-8") for path in built.rglob("*.html"))


def test_a_public_handbook_has_a_map_of_the_site(project: Project, tmp_path: Path) -> None:
    public = Site(
        **(vars(SITE) | {"public": True, "extra": SITE.extra | {"site_address": "https://hb.example.org/"}})
    )
    assert build_html(project, public, tmp_path / "built") == []
    found = (tmp_path / "built/sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://hb.example.org/cards/ab12/</loc>" in found
    assert "<lastmod>2026-03-01</lastmod>" in found


def test_the_same_handbook_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    """On two days, in two time zones, with two hash seeds."""
    public = (
        "dataclasses.replace(SITE, public=True, extra=SITE.extra | {'site_address': 'https://x.example/'})"
    )
    code = (
        "import dataclasses, sys; from pathlib import Path\n"
        "from playbook.engine import build_html; from playbook.project import Project\n"
        "from tests.test_engines import SITE\n"
        f"assert build_html(Project(Path(sys.argv[1])), {public}, Path(sys.argv[2])) == []"
    )
    for name, day, zone, seed in (
        ("one", "2026-01-01", "UTC", "1"),
        ("two", "2027-12-31", "Asia/Tokyo", "2"),
    ):
        clock = f"import time, datetime; real = datetime.datetime.fromisoformat('{day}').timestamp()\n"
        clock += "time.time = lambda: real\n"
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
        environment.pop("SOURCE_DATE_EPOCH", None)
        command = [sys.executable, "-c", clock + code, str(project.root), str(tmp_path / name)]
        subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[1])
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_projects_own_settings_hold(project: Project, tmp_path: Path) -> None:
    (project.site_config / "docs").mkdir(parents=True)
    (project.site_config / "docs/house.md").write_text("# Our house\n\nA *page* by hand.", encoding="utf-8")
    project.config_file.write_text(
        "site_name: Our own name\ndocs_dir: site_config/docs\ncopyright: Example Ltd\n"
        "theme: {name: material}\nplugins: [playbook]\nnav: [index.md, house.md]\n",
        encoding="utf-8",
    )
    assert build_html(project, SITE, tmp_path / "built") == []
    assert "A page by hand." in page(tmp_path / "built", "house/").words
    home = page(tmp_path / "built", "").words
    assert "Our own name" in home
    assert "Example Ltd" in home
    assert "Steps: all" not in home, "the project's own navigation holds"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("site_name: x\ntheme: {name: material}\nplugins: []\n", 'does not list the plugin "playbook"'),
        (
            "site_name: x\ntheme: {name: material}\nplugins: [playbook]\nuse_directory_urls: false\n",
            "delete that line",
        ),
        ("site_name: x\nplugins: [playbook]\n", 'the handbook is made for "material"'),
        (
            "site_name: x\ntheme: {name: none-such}\nplugins: [playbook]\n",
            'the handbook is made for "material"',
        ),
        ("site_name: [x\n", "it cannot be read"),
        ("- a\n- b\n", "it holds no settings"),
        (
            "site_name: x\ntheme: {name: material}\nplugins: [playbook, none-such]\n",
            '"none-such" plugin is not installed',
        ),
    ],
)
def test_settings_that_cannot_work_are_said(
    project: Project, tmp_path: Path, settings: str, words: str
) -> None:
    (project.root / "docs").mkdir()
    project.config_file.write_text(settings, encoding="utf-8")
    problems = build_html(project, SITE, tmp_path / "built")
    assert words in " ".join(f"{problem.message} {problem.hint}" for problem in problems)
    assert all(problem.location and problem.location.file == "mkdocs.yml" for problem in problems)


MATERIAL = "site_name: x\ntheme: {name: material}\nplugins: [playbook]\n"


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        (
            MATERIAL + "extra: {x: !!python/object/apply:os.mkdir [ran]}\n",
            4,
            "!!python/object/apply:os.mkdir",
        ),
        (MATERIAL + "extra: {x: !<tag:yaml.org,2002:python/object/apply:os.mkdir> [ran]}\n", 4, "Python"),
        ("%TAG !p! tag:yaml.org,2002:python/\n---\n? !p!object/apply:os.mkdir [ran]\n: 1\n", 3, "Python"),
        (MATERIAL + "hooks: [evil.py]\n", 4, "hooks:"),
        (MATERIAL + "x: &x {hooks: [evil.py]}\n<<: *x\n", 1, "hooks:"),
        (MATERIAL + "!ENV [NONE_SUCH, hooks]: [evil.py]\n", 1, "no plain word"),
        ("INHERIT: above.yml\n", 4, "hooks:"),
        ("INHERIT: mkdocs.yml\n", 1, "circle"),
        ("INHERIT: none-such.yml\n", 1, "no such file"),
        ("site_name: x\nplugins: [playbook]\ntheme: readthedocs\n", 3, '"readthedocs"'),
        ("site_name: x\nplugins: [playbook]\n", 1, '"mkdocs"'),
        (MATERIAL + "use_directory_urls: false\n", 4, "use_directory_urls"),
    ],
)
def test_what_check_build_and_preview_refuse_in_settings_is_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, line: int, words: str
) -> None:
    project = Project(tmp_path / "book")
    assert new_project(project.root, "minimal") == []
    monkeypatch.chdir(project.root)
    Path("docs").mkdir()
    Path("evil.py").write_text("import os\nos.mkdir('ran')\n", encoding="utf-8")
    Path("above.yml").write_text(MATERIAL + "hooks: [evil.py]\n", encoding="utf-8")
    project.config_file.write_text(settings, encoding="utf-8")
    found = [problem for problem in compile_handbook(project).problems if problem.level == "error"]
    assert [words in problem.message for problem in found].count(True) == 1, found
    refused = next(problem for problem in found if words in problem.message)
    file = "above.yml" if "above" in settings else "mkdocs.yml"
    assert refused.location and (refused.location.file, refused.location.line) == (file, line)
    for problems in (build_html(project, SITE, tmp_path / "built"), serve(project)):
        assert refused in problems
    assert not Path("ran").exists()


def test_a_preview_looks_at_its_settings_again_at_every_edit(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.config_file.write_text(MATERIAL, encoding="utf-8")

    def edited(config_file: str, **_: object) -> None:
        project.config_file.write_text(
            MATERIAL + "extra: {x: !!python/object/apply:os.mkdir [ran]}\n", encoding="utf-8"
        )
        load_config(config_file)

    monkeypatch.chdir(project.root)
    monkeypatch.setattr("playbook.engine.serve_site", edited)
    (problem,) = serve(project)
    assert "!!python/object/apply:os.mkdir" in problem.message
    assert not Path("ran").exists()


def test_a_fault_in_the_projects_theme_part_is_a_problem(project: Project, tmp_path: Path) -> None:
    overrides = project.site_config / "overrides"
    overrides.mkdir(parents=True)
    (overrides / "main.html").write_text("{% extends 'none.html' %}", encoding="utf-8")
    for part, message in (
        ("{#- one -#}\n{% extends 'none.html' %}", 'there is no "none.html"'),
        ("{{ config }}\n{{ nothing.at.all }}", "'nothing' is undefined"),
        ("\n{% if %}", "Expected an expression"),
    ):
        (overrides / "main.html").write_text(part, encoding="utf-8")
        problem = build_html(project, SITE, tmp_path / "built")[-1]
        assert problem.check == "engine-failed"
        assert message in problem.message
        assert problem.location == Location("site_config/overrides/main.html", 2)


def test_a_hand_written_page_with_our_address_is_said(project: Project, tmp_path: Path) -> None:
    (project.site_config / "docs").mkdir(parents=True)
    (project.site_config / "docs/steps.md").write_text("# Mine", encoding="utf-8")
    for problems in (
        build_html(project, SITE, tmp_path / "built"),
        write_docs(project, SITE, tmp_path / "docs").problems,
    ):
        assert [(problem.check, problem.location) for problem in problems] == [
            ("page-taken", Location("site_config/docs/steps.md"))
        ]
    assert not (tmp_path / "docs").exists()


def test_long_sections_are_cut_to_their_index() -> None:
    leaves = tuple(
        NavEntry(f"Standard {number}", f"standards/{number}/") for number in range(MOST_SIBLINGS + 1)
    )
    short = Site("x", "en", (), nav=(NavEntry("All", "standards/", leaves[:-1]),))
    long = Site("x", "en", (), nav=(NavEntry("All", "standards/", leaves),))
    assert len(nav_config(short)[0]["All"]) == MOST_SIBLINGS + 1
    assert nav_config(long) == [{"All": [{"All": "standards/index.md"}]}]


# A docs folder, for engines without plugins


def test_zensical_and_mkdocs_build_the_docs_folder(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "docs-folder"
    assert write_docs(project, SITE, folder).ok
    for engine in ("zensical", "mkdocs"):
        done = run(engine, "build", "--strict", folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        expect_the_handbook(folder / "site")
        assert (
            write_docs(project, SITE, folder).unchanged
            == len(tree(folder / "docs")) + len(tree(folder / "overrides")) + 1
        ), "what an engine leaves in the folder is not ours and changes nothing"


def test_a_docs_folder_takes_pages_and_settings_of_the_project(project: Project, tmp_path: Path) -> None:
    (project.root / "pages/.git").mkdir(parents=True)
    (project.root / "pages/.git/secret.md").write_text("no", encoding="utf-8")
    (project.root / "pages/house.md").write_text("# Our house", encoding="utf-8")
    project.config_file.write_text(
        "site_name: Our own name\ndocs_dir: pages\ncopyright: !ENV [NONE, x]\n"
        "extra: {x: !!python/name:os.system }\nplugins: [playbook]\n",
        encoding="utf-8",
    )
    assert write_docs(project, SITE, tmp_path / "docs-folder").ok
    done = run("zensical", "build", "--strict", folder=tmp_path / "docs-folder")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Our own name" in page(tmp_path / "docs-folder/site", "house/").words
    assert not (tmp_path / "docs-folder/docs/.git").exists()


def test_a_changed_handbook_changes_its_files_only(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "docs-folder"
    write_docs(project, SITE, folder)
    before = tree(folder)
    pages = (*SITE.pages[:4], Page("words/", "Words", "# Words", "words"))
    changed = Site(**(vars(SITE) | {"pages": pages}))

    assert write_docs(project, changed, folder) == Published(added=1, removed=2, unchanged=len(before) - 3)

    after = tree(folder)
    assert after.keys() ^ before.keys() == {
        "docs/steps/index.md",
        "docs/urgent/index.md",
        "docs/words/index.md",
    }
    assert {path for path in after.keys() & before.keys() if after[path] != before[path]} == {MANIFEST_NAME}


# What a project may not publish


def refused(project: Project, folder: Path) -> list[tuple[str, str]]:
    """Check and file of what compiling says; nothing of the folder may have changed."""
    before = tree(folder) if folder.exists() else None
    problems = write_docs(project, SITE, folder).problems
    assert (tree(folder) if folder.exists() else None) == before
    return [(problem.check, problem.location.file if problem.location else "") for problem in problems]


@pytest.mark.parametrize(
    "settings",
    [
        *("docs_dir: .", "docs_dir: /etc/apt", "docs_dir: [pages]", "docs_dir: ..", "docs_dir: content"),
        *("docs_dir: .git", "docs_dir: none-such", "docs_dir: out", "docs_dir: !ENV X", 'docs_dir: "a\\0"'),
        *("site_name: [x", "- a", "x: " + "[" * 3000, "x: 2026-99-99", '"\\xff": {'),
    ],
)
def test_unfit_settings_write_nothing(project: Project, tmp_path: Path, settings: str) -> None:
    folder = tmp_path / "docs-folder"
    assert write_docs(project, SITE, folder).ok
    (project.root / ".git").mkdir()
    (project.root / "out").symlink_to(tmp_path)
    project.config_file.write_text(settings, encoding="utf-8")
    assert refused(project, folder) == [("engine-failed", "mkdocs.yml")]


def test_settings_that_are_no_text_write_nothing(project: Project, tmp_path: Path) -> None:
    project.config_file.write_bytes(b"site_name: \xff\n")
    assert refused(project, tmp_path / "docs-folder") == [("engine-failed", "mkdocs.yml")]


def test_only_text_is_carried_over(project: Project, tmp_path: Path) -> None:
    project.config_file.write_text("site_name: [x]\ncopyright: {a: b}\n", encoding="utf-8")
    assert write_docs(project, SITE, tmp_path / "docs-folder").ok
    written = (tmp_path / "docs-folder/mkdocs.yml").read_text(encoding="utf-8")
    assert "site_name: How we work & <live>" in written
    assert "copyright" not in written


@pytest.mark.parametrize("where", ["docs/secret.md", "docs/deep", "overrides/part.html", "overrides"])
def test_a_link_out_of_the_project_is_not_published(project: Project, tmp_path: Path, where: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/secret.md").write_text("secret", encoding="utf-8")
    link = project.site_config / where
    link.parent.mkdir(parents=True)
    (project.site_config / "docs").mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "elsewhere" / ("secret.md" if link.suffix else ""))
    expected = [("link-outside", f"site_config/{where}")]
    assert refused(project, tmp_path / "docs-folder") == expected
    problems = build_html(project, SITE, tmp_path / "built")
    assert [(found.check, found.location and found.location.file) for found in problems] == expected
    assert not (tmp_path / "built").exists()


def test_a_name_that_is_no_text_is_not_published(project: Project, tmp_path: Path) -> None:
    (project.site_config / "docs").mkdir(parents=True)
    (project.site_config / "docs" / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    expected = [("unreadable-file", "site_config/docs/caf\\udce9.md")]
    assert refused(project, tmp_path / "docs-folder") == expected
    assert [found.check for found in build_html(project, SITE, tmp_path / "built")] == ["unreadable-file"]


@pytest.mark.parametrize(
    "path",
    ["README.md", "index.md", "now.md", "now/README.md", "now/index.html", "assets/playbook.css"],
)
def test_every_spelling_of_a_taken_address_is_said(project: Project, tmp_path: Path, path: str) -> None:
    file = project.site_config / "docs" / path
    file.parent.mkdir(parents=True)
    file.write_text("x", encoding="utf-8")
    assert refused(project, tmp_path / "docs-folder") == [("page-taken", f"site_config/docs/{path}")]
    assert own_addresses(project) >= ({"now/"} if path == "now.md" else set())


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:0", "127.0.0.1", ":8000", "x:8a", "x:-1"])
def test_an_address_that_is_none_is_said(project: Project, address: str) -> None:
    (problem,) = serve(project, address=address)
    assert problem.check == "cannot-serve"
    assert address in problem.message
