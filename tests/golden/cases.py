"""The golden handbooks: read, changed for a test, rendered, and what is found on their pages."""

from __future__ import annotations

import dataclasses
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
from mkdocs.utils import meta

from playbook.bundled import templates_dir
from playbook.durations import parse_duration
from playbook.engine_config import MARKDOWN_EXTENSIONS
from playbook.environment import make_environment
from playbook.loader import load
from playbook.model import HandbookFile, WordsFile
from playbook.model.fields import PLACEHOLDER
from playbook.model.walk import Marked, wordings
from playbook.model.whole import Handbook, Record
from playbook.problems import Problem
from playbook.project import Project
from playbook.render import render_site
from playbook.running_text import make_resolve
from playbook.site import Asset, Page, Site

__all__ = [
    "GOLDEN",
    "Found",
    "asset_text",
    "golden",
    "html_of",
    "is_duration",
    "read",
    "refresh",
    "rendered",
    "reworded",
    "rewritten",
    "try_to_render",
    "whole",
]

GOLDEN = Path(__file__).parent
_FIELDS = {
    "standard": "standards",
    "ladder": "ladders",
    "moment": "moments",
    "urgent": "urgent",
    "checklist": "checklists",
    "support": "support",
    "paper": "papers",
    "check-in": "check_ins",
    "measure": "measures",
    "path": "paths",
    "talk": "talks",
}


def refresh() -> bool:
    """Whether expected output is to be written instead of compared: ``PLAYBOOK_UPDATE=1``."""
    return bool(os.environ.get("PLAYBOOK_UPDATE"))


@cache
def golden(name: str) -> Handbook:
    """A golden handbook as written."""
    return read(GOLDEN / name)


def read(project: Path) -> Handbook:
    """A handbook that must be readable without a problem."""
    loaded = load(Project(project))
    assert loaded.problems == () and loaded.handbook is not None, loaded.problems
    return loaded.handbook


def try_to_render(handbook: Handbook, own: Path | None = None) -> tuple[Site | None, list[Problem]]:
    """A site, or the problems of the templates; ``own`` are a project's overrides."""
    return render_site(handbook, make_environment(own, templates_dir(), make_resolve(handbook)))


def rendered(handbook: Handbook, own: Path | None = None) -> Site:
    """The site of a handbook that must render."""
    site, problems = try_to_render(handbook, own)
    assert site is not None, problems
    return site


def rewritten(handbook: Handbook, change: Callable[[Record, dict[str, Any]], None]) -> Handbook:
    """The same handbook with every record's plain data changed and read through its shape again."""
    records = {}
    for key, record in handbook.records.items():
        plain = record.data.model_dump(by_alias=True, mode="json", exclude_none=True)
        change(record, plain)
        records[key] = dataclasses.replace(record, data=type(record.data).model_validate(plain))
    return dataclasses.replace(whole(records), series=handbook.series)


def reworded(handbook: Handbook, write: Callable[[Record, Marked], str]) -> Handbook:
    """The same handbook with every piece of wording written anew."""

    def change(record: Record, plain: dict[str, Any]) -> None:
        for found in wordings(record.data):
            part: Any = plain
            for step in found.path[:-1]:
                part = part[step]
            part[found.path[-1]] = write(record, found)

    return rewritten(handbook, change)


def whole(records: dict[tuple[str, str], Record]) -> Handbook:
    """A handbook of these records."""
    settings, words = records["handbook", "handbook"].data, WordsFile()
    assert isinstance(settings, HandbookFile)
    if ("words", "words") in records:
        words = records["words", "words"].data  # type: ignore[assignment]
    kinds: dict[str, Any] = {
        field: {id_: record.data for (its, id_), record in records.items() if its == kind}
        for kind, field in _FIELDS.items()
    }
    for kind, field in (("my-side", "my_side"), ("changes", "changes")):
        if (kind, kind) in records:
            kinds[field] = records[kind, kind].data
    return Handbook(settings=settings, words=words, records=records, **kinds)


def asset_text(asset: Asset) -> str:
    """What a published file says; of a word processor's file, every part that it is packed from."""
    if not asset.address.endswith(".docx"):
        return asset.content.decode()
    with zipfile.ZipFile(io.BytesIO(asset.content)) as packed:
        return "\n".join(packed.read(name).decode() for name in packed.namelist())


class Found(HTMLParser):
    """What stands in a piece of HTML: ``tags`` in order, with attributes and ends, and visible ``words``."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self._said: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """What a reader sees, on one line."""
        return " ".join("".join(self._said).split())

    def attributes(self, name: str) -> Iterator[str]:
        """Every value of an attribute, in order."""
        return (value for _, attributes in self.tags for key, value in attributes if key == name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--", (("", data),)))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("!", (("", decl),)))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("![", (("", data),)))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("?", (("", data),)))


def html_of(page: Page) -> tuple[str, dict[str, Any], list[dict[str, Any]]]:
    """A page as the default engine converts it: HTML, front matter, table of contents; nobody changes them."""
    return _converted(page.markdown)


@lru_cache(maxsize=2000)  # several ask about one page, and most pages of two handbooks are alike
def _converted(text: str) -> tuple[str, dict[str, Any], list[dict[str, Any]]]:
    body, front = meta.get_data(text)
    converter = _converter()
    html = converter.reset().convert(body)
    return html, front, converter.toc_tokens  # type: ignore[attr-defined]


@cache
def _converter() -> markdown.Markdown:
    # the engine adds these two on its own
    extensions = [*MARKDOWN_EXTENSIONS, "tables", "fenced_code"]
    return markdown.Markdown(extensions=extensions, extension_configs=MARKDOWN_EXTENSIONS)


def is_duration(found: Marked) -> bool:
    """Whether only a length of time may stand here, or a placeholder for one."""
    return parse_duration(found.value) is not None or PLACEHOLDER.fullmatch(found.value) is not None
