"""Blocks that are HTML already go past the Markdown engine, and come out as it would have given them back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

from playbook.compiler import compile_handbook
from playbook.mkdocs_plugin.ready_blocks import keep_ready_blocks
from playbook.project import Project
from playbook.site import Page

PLACE = "data-pb-ready"


@pytest.fixture(scope="module")
def config(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Ours\nmarkdown_extensions: [attr_list, toc]\n", encoding="utf-8"
    )
    settings = load_config(str(folder / "mkdocs.yml"))
    settings.plugins._current_plugin = "playbook"  # as while the host asks it for files
    return settings


@pytest.fixture(scope="module")
def pages(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """Every page of a small handbook with every kind of record."""
    folder = tmp_path_factory.mktemp("every-kind")
    shutil.copytree(repository / "tests/golden/everything/content", folder / "content")
    shutil.copytree(repository / "site_config/docs", folder / "site_config/docs")
    shutil.copy(repository / "mkdocs.yml", folder)
    site = compile_handbook(Project(folder)).site
    assert site is not None
    return site.pages


def read(config: MkDocsConfig, pages: Iterable[Page], *, ready: bool) -> dict[str, HostPage]:
    """The pages as the host makes them, with ready blocks kept from the Markdown engine or not."""
    known = {page.path: File.generated(config, page.path, content=page.markdown) for page in pages}
    files = Files(list(known.values()))
    made = {path: HostPage(None, file, config) for path, file in known.items()}
    if ready:
        keep_ready_blocks(files, config, pages)
    for page in made.values():
        page.read_source(config)
        page.render(config, files)
    return made


def seen(page: HostPage) -> dict[str, Any]:
    """What the host knows of a page."""
    return {
        "content": page.content,
        "toc": [(one.title, one.id, one.level) for one in page.toc],
        "title": page.title,
        "anchors": page.present_anchor_ids,
        "markdown": page.markdown,
    }


def test_every_page_is_what_the_markdown_engine_alone_makes_of_it(
    config: MkDocsConfig, pages: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = read(config, pages, ready=False)
    texts: list[str] = []
    convert = Markdown.convert
    monkeypatch.setattr(Markdown, "convert", lambda md, text: convert(md, texts.append(text) or text))
    kept = read(config, pages, ready=True)
    assert len(plain) > 50
    assert len(texts) == len(plain), "a page was read twice"
    assert sum(map(len, texts)) < sum(len(page.markdown or "") for page in plain.values()) / 10
    for path, page in plain.items():
        assert seen(kept[path]) == seen(page), path


@pytest.mark.parametrize(
    "body",
    [
        "# A {#top}\n\n<div>one\n\n## Not a heading\n\n</div>",
        '# A {#top}\n\n<p>one</p>\nand *more* words\n\n<span id="x">a *b*</span>',
        "# A {#top}\n\n<pre>one\n  two</pre>\n\n<!-- <p>gone -->\n\n<p>three</p>",
        '# A {#top}\n\n<a href="../b/" id="there">b</a> and\n\n</div>\n\n<div>\n\nwords',
        '# A {#top}\n\n<p>x <div data-pb-ready="7"></div>\n\n<p>real</p>',
        '# A {#top}\n\n<p id="one">it is</p><a name=two>*x*</a>\n\n<P ID=three><b name="no">y</b></P>',
        "# A {#top}\n\n<p>a < b and c > d</p>\n\n<ul><li>one<li>two</ul>\n\n<div><p>x</div></p>\n\n*y*",
        "# A {#top}\n\n<div>\n```\n<b>*x*</b>\n```\n</div>",
        "# A {#top}\n\n~~~\n\n## T\n\n<p>one</p>\n\n## U\n\n~~~",
        "# A {#top}\n\n<p>one</p> <p>two</p><div>three</div>\n<p>four <b>x</b> <i>y</i></p>",
        "# A {#top}\n\n* one\n* two\n\n<ul><li id='q'>x</li></ul>\n\n    code",
        '# A {#top}\n\n<p title="a > b" id="y&amp;z">x</p>\n\n<p>a<br>b</p>\n\n<hr>',
    ],
)
def test_what_an_own_template_may_write_is_not_changed(config: MkDocsConfig, body: str) -> None:
    page = (Page("a/", "A", body, "card"),)
    (plain,), (kept,) = (read(config, page, ready=ready).values() for ready in (False, True))
    assert seen(kept) == seen(plain)


def test_what_another_plugin_wrote_into_a_page_is_read_as_markdown(config: MkDocsConfig) -> None:
    ours = Page("a/", "A", "# A {#top}\n\n<p>one</p>", "card")
    file = File.generated(config, ours.path, content=ours.markdown)
    files = Files([file])
    page = HostPage(None, file, config)
    keep_ready_blocks(files, config, [ours])
    page.read_source(config)
    page.markdown = (page.markdown or "") + "\n\nwith *more*\n"
    page.render(config, files)
    assert "<em>more</em>" in (page.content or "")
    assert "<p>one</p>" in (page.content or "")


def test_beside_an_unknown_extension_it_reads_every_block(config: MkDocsConfig) -> None:
    ours = (Page("a/", "A", '# A {#top}\n\n<div markdown="1">\n*one*\n</div>', "card"),)
    config.markdown_extensions.append("md_in_html")
    try:
        (page,) = read(config, ours, ready=True).values()
    finally:
        config.markdown_extensions.remove("md_in_html")
    assert "<em>one</em>" in (page.content or "")
    assert PLACE not in (page.content or "")
