"""A paper as it leaves the handbook: every placeholder filled, every blank left open."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from playbook.markdown_text import Resolve, plain_text
from playbook.model.fields import PLACEHOLDER
from playbook.model.handbook import HandbookFile
from playbook.views.papers import PaperSection, PaperView

__all__ = ["Sheet", "SheetPart", "sheet_of"]


@dataclass(frozen=True)
class SheetPart:
    """One part: heading, words in Markdown, a table to fill (its columns and how many rows), empty lines."""

    title: str
    text: str
    columns: tuple[str, ...]
    rows: int
    lines: int


@dataclass(frozen=True)
class Sheet:
    """A paper ready to be written to a file. ``date`` is the edition's, never today's."""

    title: str
    organisation: str
    note: str
    greeting: str
    parts: tuple[SheetPart, ...]
    closing: str
    date: datetime.date | None


def sheet_of(view: PaperView, settings: HandbookFile, resolve: Resolve) -> Sheet:
    """Fill the placeholders of a paper; a draft says so on every paper too."""

    def words(text: str) -> str:
        return PLACEHOLDER.sub(lambda found: (resolve(found[1]) or (found[0], False))[0], text).strip()

    def part(section: PaperSection) -> SheetPart:
        columns = tuple(plain_text(column, resolve) for column in section.columns)
        return SheetPart(
            plain_text(section.title, resolve), words(section.text), columns, len(section.rows), len(section.lines)
        )

    pieces = (
        "Draft, not in force." if settings.status == "draft" else "",
        f"As of {settings.as_of.isoformat()}." if settings.as_of else "",
        "Fill the [blanks] here, and keep this paper where your records belong.",
    )
    return Sheet(
        plain_text(view.title, resolve),
        plain_text(settings.organisation.name, resolve),
        " ".join(piece for piece in pieces if piece),
        plain_text(view.greeting, resolve),
        tuple(part(section) for section in view.sections),
        words(view.closing),
        settings.as_of,
    )
