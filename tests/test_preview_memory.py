"""A preview makes again only what an edit reaches, and never shows what is no longer so."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from playbook import loader, markdown_text, page_checks, render
from playbook.card_budget.measure import measure
from playbook.checks.plain import long_sentence
from playbook.mkdocs_plugin.plugin import PlaybookPlugin
from playbook.mkdocs_plugin.remembering import Memory
from playbook.page_memory import PageMemory
from playbook.planned import PlannedPage
from playbook.wording import filling, finder, names, rules

PROJECT = "tests/golden/everything/content"
KEPT = (
    filling._words_in.cache_clear,
    finder._all.cache_clear,
    finder._index.cache_clear,
    loader._FILES.forget,
    long_sentence._long_ones.cache_clear,
    markdown_text.prose_words.cache_clear,
    measure.cache_clear,
    names._persons_in.cache_clear,
    page_checks._PAGES.forget,
    rules._language.cache_clear,
)
"""What a program that starts now does not have."""


class Author:
    """Somebody who edits a handbook while its preview runs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.memory = Memory(), PageMemory()

    def look(self) -> dict[str, str]:
        """The pages, after as many edits as this preview has seen."""
        return self._built("shown", *self.memory)

    def look_afresh(self) -> dict[str, str]:
        """The pages of a preview that starts now."""
        for kept in KEPT:
            kept()
        return self._built("afresh", Memory(), PageMemory())

    def edit(self, path: str, pattern: str, replacement: str) -> None:
        file = self.root / path
        text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), count=1, flags=re.M)
        assert count == 1, f"no {pattern} in {path}"
        file.write_text(text, encoding="utf-8")

    def _built(self, name: str, memory: Memory, rendered: PageMemory) -> dict[str, str]:
        folder = self.root / name
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(folder))
        plugin = config.plugins["playbook"]
        assert isinstance(plugin, PlaybookPlugin)
        plugin.on_startup(command="serve", dirty=False)
        plugin._memory, plugin._pages = memory, rendered
        build(config, serve_url="http://127.0.0.1:8000/")
        pages = {
            str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")
        }
        assert len(pages) > 50
        return pages


@pytest.fixture
def author(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Author:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    shutil.copytree(repository / PROJECT, tmp_path / "content")
    shutil.copytree(repository / "site_config/docs", tmp_path / "site_config/docs")
    shutil.copy(repository / "mkdocs.yml", tmp_path)
    return Author(tmp_path)


@pytest.fixture
def pages_filled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Which pages of ours a template was filled for."""
    filled: list[str] = []
    plain = render._render

    def fill(plan: PlannedPage, *rest: Any) -> Any:
        filled.append(plan.address)
        return plain(plan, *rest)

    monkeypatch.setattr(render, "_render", fill)
    yield filled


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Which pages the host turned from Markdown into HTML."""
    read: list[str] = []
    plain = Page.render

    def render(self: Page, config: MkDocsConfig, files: object) -> None:
        read.append(self.file.src_uri)
        plain(self, config, files)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", render)
    yield read


def test_after_any_edit_it_shows_what_a_new_preview_shows(author: Author) -> None:
    first = author.look()
    moment = "content/moments/cry.yml"
    edits = [
        (moment, "^title: .*", "title: They start to sob"),  # stands in navigation and lists
        (moment, "Offer water", "Offer a glass of water"),  # on the card and where it is printed
        ("content/handbook.yml", "^title: .*", "title: Another name"),  # on every page
        ("content/handbook.yml", "title: People desk", "title: Desk of us all"),  # wherever a text names it
        ("content/words.yml", "word: Reading room", "word: Quiet hall"),  # a word that long pages link to
        ("mkdocs.yml", "^site_description: .*|\\A", "site_description: What others read\n"),
        ("site_config/docs/sources.md", "\\Z", "\nOne more line.\n"),
    ]
    for edit in edits:
        author.edit(*edit)
        assert author.look() == author.look_afresh(), edit
    template = author.root / "templates/pages/words.md.j2"
    template.parent.mkdir(parents=True)
    for words in ("Ours", "Ours as well"):
        template.write_text(
            f'{{% extends "@default/pages/words.md.j2" %}}{{% block words %}}{{{{ super() }}}}\n<p>{words}</p>{{% endblock %}}',
            encoding="utf-8",
        )
        shown = author.look()
        assert shown == author.look_afresh()
        assert f"<p>{words}</p>" in shown["words/index.html"]
    parts = author.root / "site_config/overrides/playbook"
    parts.mkdir(parents=True)
    for words in ("Ours", "Ours as well"):
        (parts / "foot.html").write_text(f"<footer>{words}</footer>", encoding="utf-8")
        shown = author.look()
        assert shown == author.look_afresh()
        assert f"<footer>{words}</footer>" in shown["now/index.html"]
    assert first["now/index.html"] != shown["now/index.html"]


def test_a_broken_save_and_its_mending_are_seen_on_every_page(author: Author) -> None:
    whole = author.look()
    author.edit("content/moments/cry.yml", "^title:", "titel:")
    of_the_theme = [page for page in author.look().values() if "</main>" in page]
    assert len(of_the_theme) > 50
    assert all('id="pb-problems"' in page for page in of_the_theme)
    author.edit("content/moments/cry.yml", "^titel:", "title:")
    assert author.look() == whole


def test_only_what_an_edit_reaches_is_made_again(
    author: Author, texts_read: list[str], pages_filled: list[str]
) -> None:
    author.look()
    every_page = len(texts_read), len(pages_filled)
    texts_read.clear()
    pages_filled.clear()
    author.edit("content/moments/cry.yml", "Offer water", "Offer a glass of water")
    author.look()
    assert "cards/" in "".join(texts_read)
    assert "cards/" in "".join(pages_filled)
    assert len(texts_read) < every_page[0] / 4, texts_read
    assert len(pages_filled) < every_page[1] / 4, pages_filled


def test_what_stands_beside_a_page_is_seen_too(author: Author) -> None:
    """A theme part may name any page, and a theme part may lie behind a link."""
    elsewhere = author.root / "elsewhere"
    elsewhere.mkdir()
    part = elsewhere / "foot.html"
    part.write_text("{% for one in pages %}<i>{{ one.page.title }}</i>{% endfor %}", encoding="utf-8")
    overrides = author.root / "site_config/overrides"
    overrides.mkdir(parents=True)
    (overrides / "playbook").symlink_to(elsewhere)
    author.look()
    author.edit("site_config/docs/sources.md", "^# .*", "# Where this comes from")
    assert "<i>Where this comes from</i>" in author.look()["now/index.html"]
    part.write_text("<i>Another foot</i>", encoding="utf-8")
    assert "<i>Another foot</i>" in author.look()["now/index.html"]


def test_an_entry_of_the_navigation_without_pages_does_no_harm(author: Author) -> None:
    author.edit("mkdocs.yml", "\\A", "nav: [{Home: index.md}, {Empty: []}, {Now: now/index.md}]\n")
    assert author.look() == author.look_afresh()


def test_beside_a_hook_nothing_is_remembered(author: Author, texts_read: list[str]) -> None:
    (author.root / "hook.py").write_text(
        "def on_page_markdown(markdown, **rest):\n    return markdown\n", encoding="utf-8"
    )
    author.edit("mkdocs.yml", "\\A", "hooks: [hook.py]\n")
    author.look()
    first = len(texts_read)
    author.look()
    assert len(texts_read) == 2 * first > 100
