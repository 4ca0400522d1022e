"""Compiled templates are kept for the next run, and never stand for another text."""

from __future__ import annotations

import io
import marshal
import os
import pickle
from pathlib import Path

import jinja2
import pytest
from jinja2.bccache import bc_magic

from playbook import compiled_templates
from playbook.bundled import templates_dir
from playbook.compiled_templates import CompiledTemplates
from playbook.environment import make_environment


class _Counting(jinja2.Environment):
    """An environment that says how often it compiled."""

    compiled = 0

    def _compile(self, source: str, filename: str) -> object:
        self.compiled += 1
        return super()._compile(source, filename)


@pytest.fixture
def texts() -> dict[str, str]:
    return {"page": "Hello {{ name }}"}


def run(folder: Path | None, texts: dict[str, str], **settings: object) -> tuple[str, int]:
    """What the page says in a new process, as it were, and how many templates were compiled for it."""
    env = _Counting(
        loader=jinja2.DictLoader(texts),
        bytecode_cache=CompiledTemplates(folder),
        **settings,  # type: ignore[arg-type]
    )
    return env.get_template("page").render(name="<you>"), env.compiled


def test_the_next_run_compiles_nothing(tmp_path: Path, texts: dict[str, str]) -> None:
    assert run(tmp_path / "kept", texts) == ("Hello <you>", 1)
    assert run(tmp_path / "kept", texts) == ("Hello <you>", 0)
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_another_text_is_compiled(tmp_path: Path, texts: dict[str, str]) -> None:
    run(tmp_path, texts)
    texts["page"] = "Goodbye {{ name }}"
    assert run(tmp_path, texts) == ("Goodbye <you>", 1)
    assert run(tmp_path, texts) == ("Goodbye <you>", 0)
    assert len(list(tmp_path.iterdir())) == 1


def test_other_settings_are_compiled_for(tmp_path: Path, texts: dict[str, str]) -> None:
    run(tmp_path, texts)
    assert run(tmp_path, texts, autoescape=True) == ("Hello &lt;you&gt;", 1)
    assert run(tmp_path, texts, variable_start_string="[[", variable_end_string="]]") == (
        "Hello {{ name }}",
        1,
    )


@pytest.mark.parametrize("left", [0, 5, len(bc_magic) + 5, len(bc_magic) + 60, -20])
@pytest.mark.parametrize("more", [b"", b"nonsense"], ids=["cut short", "damaged"])
def test_what_cannot_be_used_is_compiled_anew(
    tmp_path: Path, texts: dict[str, str], left: int, more: bytes
) -> None:
    run(tmp_path, texts)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:left] + more)
    assert run(tmp_path, texts) == ("Hello <you>", 1)
    assert run(tmp_path, texts) == ("Hello <you>", 0)


def test_code_that_is_none_is_compiled_anew(tmp_path: Path, texts: dict[str, str]) -> None:
    run(tmp_path, texts)
    (kept,) = tmp_path.iterdir()
    written = kept.read_bytes()
    head = io.BytesIO(written)
    head.seek(len(bc_magic))
    pickle.load(head)
    kept.write_bytes(written[: head.tell()] + marshal.dumps(5))
    assert run(tmp_path, texts) == ("Hello <you>", 1)


def test_a_folder_that_can_only_be_read_is_used(
    tmp_path: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, texts)

    def refused(path: Path) -> None:
        raise OSError(f"{path}: the disk can only be read")

    monkeypatch.setattr(compiled_templates.os, "utime", refused)
    assert run(tmp_path, texts) == ("Hello <you>", 0)


def test_no_word_of_one_handbook_is_kept_for_the_next(tmp_path: Path) -> None:
    """What a filter of ours makes of words in a template is asked for whenever a page is filled."""
    folder = tmp_path / "own"
    folder.mkdir()
    words = "<<who>> **x**"
    filters = ("line", "prose", "heading", "plain")
    calls = "".join(f"{{{{ '{words}' | {name} }}}}" for name in filters) + "{{ 'now/' | code }}"
    (folder / "page.md.j2").write_text(calls, encoding="utf-8")
    said = []
    for name in ("People", "HR desk"):
        env = make_environment(
            folder, templates_dir(), {"who": (name, False)}.get, f"https://{name[:2]}.example.org/"
        )
        env.bytecode_cache = CompiledTemplates(tmp_path / "kept")
        said.append(env.get_template("page.md.j2").render())
    assert said[1].count("HR desk") == len(filters)
    assert "People" not in said[1]
    assert said[0].partition("<svg")[2] != said[1].partition("<svg")[2] != ""


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path, texts: dict[str, str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run(tmp_path / "file" / "kept", texts) == ("Hello <you>", 1)
    assert run(None, texts) == ("Hello <you>", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_those_used_least_lately_make_room(
    tmp_path: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, texts)
    (kept,) = tmp_path.iterdir()
    os.utime(kept, (0, 0))
    run(tmp_path, texts)  # used again
    monkeypatch.setattr(compiled_templates, "_MOST", 5)
    for number in range(5):
        (tmp_path / f"old-{number}").write_bytes(b"")
        os.utime(tmp_path / f"old-{number}", (number, number))
    texts["page"] = "Goodbye"
    run(tmp_path, texts)
    assert {path.name for path in tmp_path.iterdir()} == {kept.name, "old-2", "old-3", "old-4"}


def test_a_folder_that_others_can_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_templates.platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    assert compiled_templates._folder() == tmp_path / "templates"
    (tmp_path / "templates").mkdir(mode=0o700)
    assert compiled_templates._folder() == tmp_path / "templates"
    (tmp_path / "templates").chmod(0o777)
    assert compiled_templates._folder() is None
    (tmp_path / "templates").rename(tmp_path / "other")
    (tmp_path / "other").chmod(0o700)
    (tmp_path / "templates").symlink_to(tmp_path / "other")
    assert compiled_templates._folder() is None


def test_nobody_without_a_home_gets_a_folder_where_he_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_templates.platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache"))
    assert compiled_templates._folder() is None
