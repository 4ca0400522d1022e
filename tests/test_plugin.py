"""The plugin inside its hosts: whole sites from YAML, live reload, and a loud end when something is lost."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from playbook.compiler import compile_handbook
from playbook.project import Project
from playbook.publish import publish

HOSTS = ("mkdocs", "properdocs")
PROBLEMS = 'id="pb-problems"'
OUR_WORDS = (  # with every word still in its place: other pages lead to them
    '{{% extends "@default/pages/words.md.j2" %}}\n'
    "{{% block words %}}{{{{ super() }}}}\n<p>Version {number} of our own template</p>\n{{% endblock %}}\n"
)
OUR_PREVIEW = """
import sys; from pathlib import Path
from playbook.engine import serve; from playbook.project import Project
sys.exit("\\n".join(problem.message for problem in serve(Project(Path.cwd()), address=sys.argv[1])))
"""


@pytest.fixture
def project(tmp_path: Path, repository: Path) -> Project:
    """A small handbook with a record of every kind, in a folder of its own."""
    return _copy(repository / "tests/golden/everything/content", tmp_path, repository)


def _copy(content: Path, folder: Path, repository: Path) -> Project:
    project = Project(folder / "handbook")
    shutil.copytree(content, project.content)
    shutil.copy(repository / "mkdocs.yml", project.config_file)
    # the content links to the pages written by hand
    shutil.copytree(repository / "site_config/docs", project.site_config / "docs")
    return project


@pytest.fixture(scope="module")
def once_built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Project:
    """The small handbook after MkDocs has built it into a folder with files of others; no test changes it."""
    project = _copy(
        repository / "tests/golden/everything/content", tmp_path_factory.mktemp("built"), repository
    )
    settings = project.config_file.read_text(encoding="utf-8")
    docs_dir = re.search(r"^docs_dir: (\S+)", settings, re.MULTILINE)
    assert docs_dir
    project.config_file.write_text(
        f"edit_uri_template: https://git.example.org/hb/edit/main/{docs_dir[1]}/{{path}}\n{settings}",
        encoding="utf-8",
    )
    site = project.root / "site"
    site.mkdir()
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    (site / ".htaccess").write_text("Require all granted", encoding="utf-8")
    done = host("mkdocs", project=project)
    assert done.returncode == 0, done.stderr
    assert "nav" not in done.stderr, "a page written by hand needs no entry in the navigation"
    return project


@pytest.fixture
def built(once_built: Project, tmp_path: Path) -> Project:
    """The same, to change."""
    shutil.copytree(once_built.root, tmp_path / "handbook")
    return Project(tmp_path / "handbook")


def host(name: str, *options: str, project: Project) -> subprocess.CompletedProcess[str]:
    """Build with a site engine as an author starts it."""
    command = [sys.executable, "-m", name, "build", "-f", "mkdocs.yml", *options]
    return subprocess.run(
        command, cwd=project.root, env=environment(), capture_output=True, text=True, check=False
    )


def environment() -> dict[str, str]:
    return os.environ | {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def a_standard(project: Project) -> Path:
    return min((project.content / "standards").glob("*.yml"))


def edit(path: Path, pattern: str, replacement: str) -> None:
    """Change one line of a file; the line must be there."""
    text, count = re.subn(pattern, replacement, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1, f"no {pattern} in {path}"
    path.write_text(text, encoding="utf-8")


def words_of(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html")))


# Whole sites


def test_both_hosts_build_the_handbook_strictly(project: Project) -> None:
    edit(a_standard(project), r"^title: .*", "title: We answer within a day")
    written = []
    for name in HOSTS:
        site = project.root.parent / name
        done = host(name, "--strict", "-d", str(site), project=project)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "We answer within a day" in words_of(site / "standards")
        paths = (path.relative_to(site).as_posix() for path in site.rglob("*"))
        # the pages that a device keeps are named by what is in them, and each host signs its own
        written.append({re.sub(r"offline\.[0-9a-f]{10}\.json$", "offline.json", path) for path in paths})
    for address in ("", "now/", "standards/", f"standards/{a_standard(project).stem}/", "steps/"):
        assert f"{address}index.html" in written[0]
    assert "playbook.json" in written[0]
    assert written[0] == written[1]


def test_an_error_in_the_content_stops_the_host_and_says_where(built: Project) -> None:
    before = words_of(built.root / "site")
    assert before
    edit(a_standard(built), r"^title:", "titel:")

    done = host("mkdocs", project=built)

    assert done.returncode != 0
    assert re.search(rf"content/standards/{a_standard(built).name}:\d+:\d+: error: ", done.stderr), done.stderr
    assert "Traceback" not in done.stderr
    assert words_of(built.root / "site") == before


def test_a_warning_fails_the_strict_host_only(project: Project) -> None:
    edit(project.content / "handbook.yml", r"^  open-decision: note$", "  open-decision: warning")
    relaxed, strict = host("mkdocs", project=project), host("mkdocs", "--strict", project=project)
    assert relaxed.returncode == 0, relaxed.stderr
    warnings = re.findall(r"^WARNING +- .*", relaxed.stderr, re.MULTILINE)
    assert len(warnings) == 1 and "[open-decision]" in warnings[0]
    assert strict.returncode != 0


def test_the_edit_link_leads_to_the_yaml_file(once_built: Project) -> None:
    standard = a_standard(once_built)
    page = (once_built.root / "site/standards" / standard.stem / "index.html").read_text(encoding="utf-8")
    assert f'href="https://git.example.org/hb/edit/main/content/standards/{standard.name}"' in page


def test_a_hand_written_page_with_our_address_stops_the_host(project: Project) -> None:
    (project.site_config / "docs/now.md").write_text("# Mine", encoding="utf-8")
    done = host("mkdocs", project=project)
    assert done.returncode != 0
    assert "site_config/docs/now.md" in done.stderr
    assert "(/now/)" in done.stderr


LOSING = """
def on_files(files, config):
    files.remove(files.get_file_from_path('now/index.md'))

def on_post_page(output, page, config):
    return '' if page.url == 'words/' else output
"""


def test_a_host_that_loses_a_page_fails_loudly(project: Project) -> None:
    (project.root / "hook.py").write_text(LOSING, encoding="utf-8")
    with project.config_file.open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    done = host("mkdocs", project=project)
    assert done.returncode != 0
    assert "did not write 2 of" in done.stderr
    assert "now/index.html" in done.stderr
    assert "words/index.html" in done.stderr
    assert not (project.root / "site/.playbook-manifest.json").exists(), "an incomplete folder is not ours"


# While an author writes


class Preview:
    """A running preview, read as a browser reads it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=60) as answer:
            return str(answer.read().decode())

    def after(self, change: Callable[[], object], path: str = "", within: float = 60) -> str:
        """A page after the rebuild that a change brings about; the server itself says when it is there."""
        epoch = self._epoch()
        change()
        assert self._newer_than(epoch, within), "the change was not noticed"
        return self.page(path)

    def after_repeated(self, change: Callable[[], object], path: str) -> str:
        """The same, where the server may begin to look a moment later than we change."""
        deadline, epoch = time.monotonic() + 60, self._epoch()
        while time.monotonic() < deadline:
            change()
            if self._newer_than(epoch, within=2):
                return self.page(path)
        pytest.fail("the change was not noticed", pytrace=False)

    def _epoch(self) -> int:
        found = re.search(r"livereload\((\d+), \d+\)", self.page(""))
        assert found
        return int(found[1])

    def _newer_than(self, epoch: int, within: float) -> bool:
        """The server answers as soon as it has rebuilt."""
        try:
            with urllib.request.urlopen(f"{self.address}livereload/{epoch}/1", timeout=within) as answer:
                return int(answer.read()) > epoch
        except TimeoutError:
            return False


def free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def preview_command(name: str, address: str) -> list[str]:
    if name == "playbook":
        return [sys.executable, "-c", OUR_PREVIEW, address]
    return [sys.executable, "-m", name, "serve", "-f", "mkdocs.yml", "-a", address]


@contextmanager
def preview(project: Project, name: str = "mkdocs") -> Iterator[Preview]:
    address = free_address()
    server = subprocess.Popen(
        preview_command(name, address),
        cwd=project.root,
        env=environment() | {"TMPDIR": str(project.root.parent)},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert server.stderr
    said = []
    for line in server.stderr:
        said.append(line)
        if "Serving on" in line:
            break
    else:
        pytest.fail("".join(said), pytrace=False)
    # Somebody must read on, or the server would wait for a reader in the end.
    reader = subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
    try:
        yield Preview(f"http://{address}/")
    finally:
        server.terminate()
        server.wait(timeout=30)
        reader.wait(timeout=30)


def test_the_preview_follows_every_edit(project: Project) -> None:
    standard = a_standard(project)
    address = f"standards/{standard.stem}/"
    good = standard.read_text(encoding="utf-8")
    with preview(project) as shown:
        expect_last_good_page(shown, standard)

        page = shown.after(lambda: standard.write_text(good, encoding="utf-8"), address)
        assert PROBLEMS not in page
        assert "A quite new title" not in page

        moment = (project.content / "moments/cry.yml").read_text(encoding="utf-8")
        laugh = moment.replace("title: They start to cry", "title: They laugh it away")
        laugh = laugh.replace("was: [tears]\n", "")  # a former name belongs to one record
        page = shown.after(lambda: _write(project.content / "moments/laugh.yml", laugh), "now/")
        assert "They laugh it away" in page, "a new file is noticed"

        template = project.templates / "pages/words.md.j2"
        versions = (OUR_WORDS.format(number=number) for number in count())
        page = shown.after_repeated(lambda: _write(template, next(versions)), "words/")
        assert "of our own template" in page, "so is a new folder, and a template"


def test_the_preview_of_properdocs_follows_too(project: Project) -> None:
    with preview(project, "properdocs") as shown:
        expect_last_good_page(shown, a_standard(project))


def expect_last_good_page(shown: Preview, standard: Path) -> None:
    """A good save is shown; a broken one leaves that page and puts the problem on it."""
    address = f"standards/{standard.stem}/"
    page = shown.after(lambda: edit(standard, r"^title: .*", "title: A quite new title"), address)
    assert "A quite new title" in page
    assert PROBLEMS not in page

    page = shown.after(lambda: edit(standard, r"^title:", "titel:"), address)
    assert PROBLEMS in page
    assert f"content/standards/{standard.name}" in page
    assert "titel" in page
    assert "A quite new title" in page


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_preview_starts_on_a_broken_handbook(project: Project) -> None:
    standard = a_standard(project)
    edit(standard, r"^title:", "titel:")
    with preview(project) as shown:
        page = shown.page("")
        assert PROBLEMS in page
        assert f"content/standards/{standard.name}" in page
        with pytest.raises(urllib.error.HTTPError):
            shown.page("now/")
        assert PROBLEMS not in shown.after(lambda: edit(standard, r"^titel:", "title:"))
        assert "<h1" in shown.page("now/")


def test_our_own_preview_needs_no_settings(project: Project) -> None:
    project.config_file.unlink()
    standard = a_standard(project)
    with preview(project, "playbook") as shown:
        page = shown.after(
            lambda: edit(standard, r"^title: .*", "title: A quite new title"), f"standards/{standard.stem}/"
        )
        assert "A quite new title" in page


def test_an_address_in_use_is_said_plainly(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = subprocess.run(
            preview_command("playbook", address),
            cwd=project.root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert "cannot show the handbook here: Address already in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_none_is_told_by_the_host(project: Project) -> None:
    with project.config_file.open("a", encoding="utf-8") as settings:
        settings.write("dev_addr: localhost\n")
    done = subprocess.run(
        [sys.executable, "-c", "from playbook.cli import main; main()", "serve"],
        cwd=project.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "dev_addr" in done.stderr
    assert "stop the other program" not in done.stderr


def test_no_theme_leaves_empty_lines_on_a_page_that_shows_none(once_built: Project) -> None:
    site = once_built.root / "site"
    assert not [line for line in (site / "now/index.html").read_text("utf-8").split("\n")[:-1] if not line.strip()]


# What others put into the folder


def test_what_the_host_wrote_is_ours_to_replace_and_the_rest_stays_others(built: Project) -> None:
    site = built.root / "site"
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    assert host("mkdocs", "--dirty", project=built).returncode == 0
    assert (site / "now/index.html").is_file()

    def write(folder: Path) -> list[object]:
        (folder / "index.html").write_text("new", encoding="utf-8")
        return []

    result = publish(site, write, project=built)  # type: ignore[arg-type]
    assert result.ok, result.problems
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not (site / "now").exists()
    assert (site / ".htaccess").read_text(encoding="utf-8") == "Require all granted"
    assert (site / "mine.txt").read_text(encoding="utf-8") == "mine"
    subprocess.run(["git", "-C", str(site), "status"], check=True, env=os.environ | {"GIT_DIR": ".git"})
    assert {path.name for path in site.rglob("*") if path.suffix == ".html"} == {"index.html"}


def test_a_check_knows_the_pages_written_by_hand(project: Project) -> None:
    (project.site_config / "docs/house.md").write_text("# House", encoding="utf-8")
    own = '{% extends "@default/pages/words.md.j2" %}'
    _write(project.templates / "pages/words.md.j2", own)
    assert not [found for found in compile_handbook(project).problems if found.level == "error"]

    shutil.copy(project.site_config / "docs/house.md", project.site_config / "docs/now.md")
    found = [problem for problem in compile_handbook(project).problems if problem.level == "error"]
    assert [(problem.check, problem.location and problem.location.file) for problem in found] == [
        ("page-taken", "site_config/docs/now.md")
    ]
    (project.site_config / "docs/now.md").unlink()

    for target, checks in (("../house/", set()), ("../hut/", {"dead-link"})):
        page = project.templates / "pages/words.md.j2"
        _write(page, f'<a href="{target}">House</a>')
        problems = compile_handbook(project).problems
        assert {problem.check for problem in problems if problem.check == "dead-link"} == checks
