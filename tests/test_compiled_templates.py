"""Compiled templates are kept for the next run, and never stand for another text."""

from __future__ import annotations

import os
from pathlib import Path

import jinja2
import pytest

from playbook import compiled_templates
from playbook.compiled_templates import CompiledTemplates


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


@pytest.mark.parametrize("content", [b"", b"nonsense", None], ids=["empty", "foreign", "cut short"])
def test_what_cannot_be_used_is_compiled_anew(
    tmp_path: Path, texts: dict[str, str], content: bytes | None
) -> None:
    run(tmp_path, texts)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-20] if content is None else content)
    assert run(tmp_path, texts) == ("Hello <you>", 1)
    assert run(tmp_path, texts) == ("Hello <you>", 0)


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path, texts: dict[str, str]) -> None:
    (tmp_path / "file").write_text("in the way")
    assert run(tmp_path / "file" / "kept", texts) == ("Hello <you>", 1)
    assert run(None, texts) == ("Hello <you>", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_oldest_make_room(tmp_path: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_templates, "_MOST", 2)
    for number in range(3):
        (tmp_path / f"old-{number}").write_bytes(b"")
        os.utime(tmp_path / f"old-{number}", (number, number))
    run(tmp_path, texts)
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == 2 and "old-2" in names


def test_nobody_without_a_home_gets_a_folder_where_he_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_templates.platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache"))
    assert compiled_templates._folder() is None
