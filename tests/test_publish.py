"""Publishing: wholly old or wholly new, only folders of ours, plain words when the disk refuses."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.kill import kill_tries
from playbook.os_errors import cannot_write
from playbook.problems import Level, Problem
from playbook.project import Project
from playbook.publish import MANIFEST_NAME, Published, no_exchange, publish, update_folder
from playbook.publish.exchange import exchange_in_one_call
from playbook.publish.lock import build_lock

Tree = dict[str, str]


def writer(tree: Tree) -> Callable[[Path], list[Problem]]:
    """What a site engine does: fill a folder."""

    def write(folder: Path) -> list[Problem]:
        for path, text in tree.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return []

    return write


def tree_of(folder: Path) -> Tree:
    """Every file below a folder but our own record."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_NAME
    }


def checks_of(published: Published) -> list[str]:
    return [problem.check for problem in published.problems]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "handbook"
    for name in ("content", "templates", "site_config"):
        (root / name).mkdir(parents=True)
        (root / name / "mine.txt").write_text("mine", encoding="utf-8")
    return Project(root)


@pytest.fixture
def output(project: Project) -> Path:
    return project.root / "site"


# What a publication does


def test_the_folder_is_exactly_what_was_written(project: Project, output: Path) -> None:
    first = {"index.html": "home", "cards/a/index.html": "a", "old.html": "old"}
    second = {"index.html": "home", "cards/a/index.html": "a, changed", "new.html": "new"}

    assert publish(output, writer(first), project=project) == Published(added=3)
    assert publish(output, writer(second), project=project) == Published(
        added=1, changed=1, removed=1, unchanged=1
    )

    assert tree_of(output) == second
    assert sorted(path.name for path in project.root.iterdir()) == [
        "content",
        "site",
        "site_config",
        "templates",
    ]


def test_the_same_edition_touches_nothing(project: Project, output: Path) -> None:
    tree = {"index.html": "home", "a/index.html": "a"}
    publish(output, writer(tree), project=project)
    before = (output.stat().st_ino, (output / "index.html").stat())

    assert publish(output, writer(tree), project=project) == Published(unchanged=2)

    assert (output.stat().st_ino, (output / "index.html").stat()) == before


def test_unchanged_files_keep_their_date(project: Project, output: Path) -> None:
    publish(output, writer({"same.html": "same", "page.html": "1"}), project=project)
    os.utime(output / "same.html", (1_000_000_000, 1_000_000_000))

    publish(output, writer({"same.html": "same", "page.html": "2"}), project=project)

    assert (output / "same.html").stat().st_mtime == 1_000_000_000
    assert (output / "same.html").stat().st_nlink == 1


def test_a_damaged_file_is_written_again(project: Project, output: Path) -> None:
    tree = {"index.html": "home", "a.html": "a"}
    publish(output, writer(tree), project=project)
    (output / "index.html").write_text("hacked", encoding="utf-8")
    (output / "a.html").unlink()

    assert publish(output, writer(tree), project=project).ok
    assert tree_of(output) == tree


def test_the_same_input_gives_the_same_bytes_whatever_the_umask(tmp_path: Path, project: Project) -> None:
    tree = {"b/index.html": "b", "a/index.html": "a", "index.html": "home"}
    for name, umask, order in (("one", 0o077, sorted(tree)), ("two", 0o000, sorted(tree, reverse=True))):
        before = os.umask(umask)
        try:
            publish(tmp_path / name, writer({path: tree[path] for path in order}), project=project)
        finally:
            os.umask(before)

    one, two = (_bytes_and_modes(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert {mode for _, mode in one.values()} == {0o644, 0o755}


def _bytes_and_modes(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            stat.S_IMODE(path.stat().st_mode),
        )
        for path in [folder, *folder.rglob("*")]
    }


def test_assets_named_by_hash_stay_for_one_more_edition(project: Project, output: Path) -> None:
    editions = [
        {"index.html": "1", "assets/style.aaaaaaaaaa.css": "1", "assets/plain.css": "1"},
        {"index.html": "2", "assets/style.bbbbbbbbbb.css": "2"},
        {"index.html": "3", "assets/style.cccccccccc.css": "3"},
    ]
    for edition in editions[:2]:
        publish(output, writer(edition), project=project)
    assert tree_of(output) == editions[1] | {"assets/style.aaaaaaaaaa.css": "1"}

    assert publish(output, writer(editions[1]), project=project) == Published(unchanged=2)
    assert (output / "assets/style.aaaaaaaaaa.css").is_file(), "nothing new was published, so it stays"

    publish(output, writer(editions[2]), project=project)
    assert tree_of(output) == editions[2] | {"assets/style.bbbbbbbbbb.css": "2"}


def test_files_of_others_move_along(project: Project, output: Path) -> None:
    publish(output, writer({"index.html": "1", "gone/index.html": "gone"}), project=project)
    (output / "CNAME").write_text("handbook.example.org", encoding="utf-8")
    (output / ".well-known").mkdir()
    (output / ".well-known/security.txt").write_text("mail us", encoding="utf-8")
    (output / "latest").symlink_to("index.html")

    publish(output, writer({"index.html": "2"}), project=project)

    assert tree_of(output) == {
        "index.html": "2",
        "latest": "2",
        "CNAME": "handbook.example.org",
        ".well-known/security.txt": "mail us",
    }
    assert (output / "latest").is_symlink()


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("a/index.html", "a/index.html"), ("a", "a/index.html"), ("a/index.html/x", "a/index.html")],
)
def test_a_file_of_others_is_not_overwritten(project: Project, output: Path, theirs: str, ours: str) -> None:
    publish(output, writer({"index.html": "1"}), project=project)
    (output / theirs).parent.mkdir(parents=True, exist_ok=True)
    (output / theirs).write_text("theirs", encoding="utf-8")

    result = publish(output, writer({"index.html": "2", ours: "ours"}), project=project)

    assert checks_of(result) == ["output-not-ours"]
    assert result.problems[0].location and result.problems[0].location.file == f"{output}/{theirs}"
    assert tree_of(output) == {"index.html": "1", theirs: "theirs"}


def test_an_error_while_writing_leaves_the_old_edition(project: Project, output: Path) -> None:
    publish(output, writer({"index.html": "1"}), project=project)
    failed = Problem("engine-failed", "no", level=Level.ERROR)
    odd = Problem("engine-warning", "odd", level=Level.WARNING)

    assert publish(output, lambda folder: [odd, failed], project=project).problems == (odd, failed)
    assert tree_of(output) == {"index.html": "1"}

    def stumble(folder: Path) -> list[Problem]:
        writer({"index.html": "2"})(folder)
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        publish(output, stumble, project=project)
    assert tree_of(output) == {"index.html": "1"}
    assert not list(output.parent.glob(".site.*"))


def test_a_warning_while_writing_is_passed_on(project: Project, output: Path) -> None:
    odd = Problem("engine-warning", "odd", level=Level.WARNING)
    result = publish(output, lambda folder: [*writer({"index.html": "1"})(folder), odd], project=project)
    assert result.ok
    assert result.problems == (odd,)
    assert tree_of(output) == {"index.html": "1"}


# Folders that are not ours


@pytest.mark.parametrize(
    "where",
    [
        *("{root}", "{root}/content", "{root}/templates", "{root}/site_config", "{root}/.."),
        *("/", "{home}", "{home}/..", "{root}/link"),
        *("{root}/content/site", "{root}/site_config/docs/site", "{root}/templates/deep/er"),
    ],
)
def test_unsafe_folders_are_refused(
    project: Project, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    (tmp_path / "home/me").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (project.root / "link").symlink_to(tmp_path / "elsewhere")
    before = _bytes_and_modes(tmp_path)

    result = publish(
        Path(where.format(root=project.root, home=tmp_path / "home/me")),
        writer({"index.html": "x"}),
        project=project,
    )

    assert checks_of(result) == ["unsafe-output"]
    assert _bytes_and_modes(tmp_path) == before


def test_a_link_to_the_content_is_the_content(project: Project, tmp_path: Path) -> None:
    (tmp_path / "shortcut").symlink_to(project.root)
    result = publish(tmp_path / "shortcut/content/site", writer({"index.html": "x"}), project=project)
    assert checks_of(result) == ["unsafe-output"]


def test_a_relative_output_is_taken_from_where_the_author_stands(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.content)
    assert checks_of(publish(Path("site"), writer({"a": "x"}), project=project)) == ["unsafe-output"]
    assert publish(Path("../site"), writer({"a": "x"}), project=project).ok
    assert tree_of(project.root / "site") == {"a": "x"}


def test_foreign_folders_and_files_are_refused(project: Project, output: Path) -> None:
    output.mkdir()
    (output / "thesis.doc").write_text("years of work", encoding="utf-8")
    assert checks_of(publish(output, writer({"a": "x"}), project=project)) == ["output-not-ours"]
    assert tree_of(output) == {"thesis.doc": "years of work"}

    file = project.root / "file"
    file.write_text("mine", encoding="utf-8")
    assert checks_of(publish(file, writer({"a": "x"}), project=project)) == ["output-not-ours"]
    assert file.read_text(encoding="utf-8") == "mine"

    assert checks_of(publish(file / "site", writer({"a": "x"}), project=project)) == ["cannot-write"]


def test_an_empty_folder_is_free_to_use(project: Project, output: Path) -> None:
    output.mkdir()
    assert publish(output, writer({"a": "x"}), project=project).ok
    assert tree_of(output) == {"a": "x"}


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{",
        "[]",
        '{"playbook": 1, "holds": "a finished site", "files": {"../../etc": "0"}, "kept": {}}',
        '{"playbook": 1, "holds": "a finished site", "files": {"/etc/passwd": "0"}, "kept": {}}',
        '{"playbook": 1, "holds": "a finished site", "files": ["a"], "kept": {}}',
    ],
)
def test_a_damaged_record_is_refused(project: Project, output: Path, record: str) -> None:
    publish(output, writer({"a": "1"}), project=project)
    (output / MANIFEST_NAME).write_text(record, encoding="utf-8")
    assert checks_of(publish(output, writer({"a": "2"}), project=project)) == ["output-not-ours"]
    assert tree_of(output) == {"a": "1"}


def test_a_stranger_at_the_name_of_our_workshop_is_refused(project: Project, output: Path) -> None:
    stranger = project.root / ".site.playbook-building"
    stranger.mkdir()
    (stranger / "mine.txt").write_text("mine", encoding="utf-8")
    assert checks_of(publish(output, writer({"a": "1"}), project=project)) == ["output-not-ours"]
    assert tree_of(stranger) == {"mine.txt": "mine"}


def test_site_and_docs_folder_never_take_each_others_place(project: Project, output: Path) -> None:
    publish(output, writer({"index.html": "x"}), project=project)
    assert checks_of(update_folder(output, {"docs/index.md": b"x"}, project=project)) == ["output-not-ours"]
    assert tree_of(output) == {"index.html": "x"}


# Killed, interrupted, at the same time


@pytest.mark.parametrize("kind", ["files", "files-two-step"])
def test_killed_builds_leave_a_whole_edition(tmp_path: Path, kind: str) -> None:
    said: list[str] = []
    outcome = kill_tries(tmp_path, 12, kind, tell=said.append)
    assert outcome.counts["broken"] == 0, outcome
    assert outcome.counts["old"], f"none was ended before it was done: {outcome}"
    assert outcome.leftovers == []
    assert [line.partition(" whole")[0] for line in said] == ["so far 10 of 10"]


@pytest.mark.parametrize("exchange", [exchange_in_one_call, no_exchange])
def test_interrupted_at_the_switch(project: Project, output: Path, exchange: Callable[..., bool]) -> None:
    publish(output, writer({"index.html": "1"}), project=project)

    def interrupted(first: Path, second: Path) -> bool:
        exchange(first, second)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(output, writer({"index.html": "2"}), project=project, exchange=interrupted)
    assert tree_of(output) in ({"index.html": "1"}, {"index.html": "2"})
    assert not list(output.parent.glob(".site.*"))


def test_ended_between_two_renames_the_old_edition_comes_back(project: Project, output: Path) -> None:
    publish(output, writer({"index.html": "1"}), project=project)
    output.rename(project.root / ".site.playbook-previous")
    (project.root / ".site.playbook-building").mkdir()
    (project.root / ".site.playbook-building" / MANIFEST_NAME).touch()

    assert not publish(output, lambda folder: [Problem("engine-failed", "no")], project=project).ok
    assert tree_of(output) == {"index.html": "1"}
    assert not list(output.parent.glob(".site.*"))


def test_a_failed_second_rename_is_undone(
    project: Project, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(output, writer({"index.html": "1"}), project=project)
    rename = Path.rename

    def refuse_the_new_one(self: Path, target: Path) -> Path:
        if self.name == ".site.playbook-building":
            raise PermissionError(errno.EACCES, "no", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new_one)
    result = publish(output, writer({"index.html": "2"}), project=project, exchange=no_exchange)
    assert checks_of(result) == ["cannot-write"]
    assert tree_of(output) == {"index.html": "1"}
    assert not list(output.parent.glob(".site.*"))


def test_without_an_exchange_call_two_renames_do(project: Project, output: Path) -> None:
    for text in "12":
        assert publish(output, writer({"index.html": text}), project=project, exchange=no_exchange).ok
    assert tree_of(output) == {"index.html": "2"}
    assert not list(output.parent.glob(".site.*"))


def test_two_builds_at_once_end_with_one_good_tree(project: Project, output: Path) -> None:
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_publish_often, args=(project, output, letter)) for letter in "AB"]
    for run in runs:
        run.start()
    for run in runs:
        run.join(timeout=60)
    assert [run.exitcode for run in runs] == [0, 0]
    assert set(tree_of(output).values()) in ({"A"}, {"B"})
    assert len(tree_of(output)) == 20
    assert not list(output.parent.glob(".site.*"))


def _publish_often(project: Project, output: Path, letter: str) -> None:
    for turn in range(5):
        tree = {f"{number}/index.html": letter for number in range(20 if turn == 4 else 10 + turn)}
        assert publish(output, writer(tree), project=project).ok


def test_a_waiting_build_says_so(project: Project, output: Path) -> None:
    said: list[str] = []
    code = (
        "import sys; from pathlib import Path; from playbook.publish.lock import build_lock\n"
        "with build_lock(Path(sys.argv[1]), lambda: None):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(project.root / ".site.playbook-lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin and holder.stdout
    assert holder.stdout.readline() == "held\n"

    def progress(stage: str) -> None:
        said.append(stage)
        if stage.startswith("waiting"):
            holder.stdin.close()  # type: ignore[union-attr]

    assert publish(output, writer({"a": "x"}), project=project, progress=progress).ok
    assert said[0].startswith("waiting for another build")
    assert holder.wait(timeout=60) == 0


def test_the_lock_file_of_a_killed_build_stops_nobody(project: Project, output: Path) -> None:
    lock = project.root / ".site.playbook-lock"
    lock.touch()
    with build_lock(lock, lambda: pytest.fail("nobody holds it")):
        pass
    assert not lock.exists()


# A disk that refuses


def test_a_full_disk_leaves_the_old_edition(project: Project, output: Path) -> None:
    result = _in_a_limited_process(
        project, output, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
    )
    assert result == [
        "cannot-write",
        str(output),
        "cannot write: the file would be larger than this system allows",
    ]
    assert tree_of(output) == {"index.html": "1"}
    assert not list(output.parent.glob(".site.*"))


def test_a_missing_permission_leaves_the_old_edition(project: Project, output: Path, tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o755)
    project.root.chmod(0o555)
    try:
        result = _in_a_limited_process(project, output, _become_nobody)
    finally:
        project.root.chmod(0o755)
    assert result == ["cannot-write", str(output), "cannot write: you have no permission to write here"]
    assert tree_of(output) == {"index.html": "1"}


def _become_nobody() -> None:
    if os.geteuid() == 0:  # the administrator may write anywhere
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def _in_a_limited_process(project: Project, output: Path, limit: Callable[[], None]) -> list[str]:
    """Publish edition 1 here, then try edition 2 in a process that has been limited."""
    publish(output, writer({"index.html": "1"}), project=project)
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    run = multiprocessing.get_context("fork").Process(target=_try, args=(theirs, project, output, limit))
    run.start()
    run.join(timeout=60)
    assert run.exitcode == 0
    found: list[str] = json.loads(ours.recv())
    return found


def _try(answer: object, project: Project, output: Path, limit: Callable[[], None]) -> None:
    limit()
    result = publish(output, writer({"index.html": "2" * 20_000}), project=project)
    (problem,) = result.problems
    assert problem.location
    answer.send(json.dumps([problem.check, problem.location.file, problem.message]))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (4711, "the system said"),
    ],
)
def test_disk_errors_in_plain_words(project: Project, output: Path, number: int, words: str) -> None:
    publish(output, writer({"index.html": "1"}), project=project)

    def full(folder: Path) -> list[Problem]:
        (folder / "half.html").write_text("half", encoding="utf-8")
        raise OSError(number, "Strange error", str(folder / "half.html"))

    (problem,) = publish(output, full, project=project).problems
    assert problem.check == "cannot-write"
    assert words in problem.message
    assert problem.location and problem.location.file == str(output)
    assert "untouched" in problem.hint
    assert tree_of(output) == {"index.html": "1"}
    assert not list(output.parent.glob(".site.*"))


def test_an_error_without_a_number_is_still_one_plain_line() -> None:
    problem = cannot_write(OSError("disk on fire"), "site")
    assert problem.message == "cannot write: the system said “disk on fire”"


# A docs folder, changed in place


def test_a_docs_folder_changes_only_what_changed(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "docs-folder"
    first = {"mkdocs.yml": b"1", "docs/a/index.md": b"a", "docs/old/deep/index.md": b"old"}
    assert update_folder(folder, first, project=project) == Published(added=3)
    os.utime(folder / "docs/a/index.md", (1_000_000_000, 1_000_000_000))
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("made by an engine", encoding="utf-8")
    (folder / "docs/mine.md").write_text("mine", encoding="utf-8")

    second = {"mkdocs.yml": b"2", "docs/a/index.md": b"a", "docs/new.md": b"new"}
    result = update_folder(folder, second, project=project)

    assert result == Published(added=1, changed=1, removed=1, unchanged=1)
    assert tree_of(folder) == {
        "mkdocs.yml": "2",
        "docs/a/index.md": "a",
        "docs/new.md": "new",
        "docs/mine.md": "mine",
        "site/index.html": "made by an engine",
    }
    assert (folder / "docs/a/index.md").stat().st_mtime == 1_000_000_000
    assert not (folder / "docs/old").exists()
    assert update_folder(folder, second, project=project) == Published(unchanged=3)


def test_a_docs_folder_refuses_what_publishing_refuses(project: Project, tmp_path: Path) -> None:
    assert checks_of(update_folder(project.content, {"a": b"x"}, project=project)) == ["unsafe-output"]
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "mine").write_text("mine", encoding="utf-8")
    assert checks_of(update_folder(foreign, {"a": b"x"}, project=project)) == ["output-not-ours"]
    assert tree_of(foreign) == {"mine": "mine"}


def test_a_docs_folder_removes_nothing_outside_whatever_its_record_says(
    project: Project, tmp_path: Path
) -> None:
    folder, precious = tmp_path / "docs-folder", tmp_path / "precious.txt"
    precious.write_text("mine", encoding="utf-8")
    for path in ("../precious.txt", str(precious), "docs/../../precious.txt"):
        update_folder(folder, {"mkdocs.yml": b"1"}, project=project)
        record = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        record["files"][path] = "0"
        (folder / MANIFEST_NAME).write_text(json.dumps(record), encoding="utf-8")
        result = update_folder(folder, {"mkdocs.yml": b"2"}, project=project)
        assert checks_of(result) == ["output-not-ours"]
        assert precious.read_text(encoding="utf-8") == "mine"
        shutil.rmtree(folder)


def test_a_docs_folder_writes_through_no_link(project: Project, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "docs-folder", tmp_path / "elsewhere"
    elsewhere.mkdir()
    update_folder(folder, {"mkdocs.yml": b"1"}, project=project)
    (folder / "docs").symlink_to(elsewhere)
    result = update_folder(folder, {"mkdocs.yml": b"1", "docs/a.md": b"a"}, project=project)
    assert checks_of(result) == ["output-not-ours"]
    assert list(elsewhere.iterdir()) == []


def test_the_folder_of_hand_written_pages_is_guarded(project: Project) -> None:
    (project.root / "pages").mkdir()
    project.config_file.write_text("docs_dir: pages\n", encoding="utf-8")
    for where in ("pages", "pages/site"):
        result = publish(project.root / where, writer({"a": "x"}), project=project)
        assert checks_of(result) == ["unsafe-output"], where
    assert list((project.root / "pages").iterdir()) == []


def test_a_name_that_is_no_text_can_be_recorded(project: Project, output: Path) -> None:
    odd = os.fsdecode(b"caf\xe9.html")
    for text in "12":
        assert publish(output, writer({odd: text, "ü.html": text}), project=project).ok
    assert tree_of(output) == {odd: "2", "ü.html": "2"}
