"""A paper as plain text with Markdown, for any editor."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.downloads.sheet import Sheet, SheetPart

__all__ = ["markdown_file"]

_LINE = "______________________________________________"


def markdown_file(sheet: Sheet) -> str:
    """The whole paper; blocks are parted by blank lines."""
    return "\n\n".join(block for block in _blocks(sheet) if block) + "\n"


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield f"# {_one_line(sheet.title)}"
    yield sheet.organisation
    yield sheet.greeting
    for part in sheet.parts:
        yield from _part(part)
    yield sheet.closing
    yield f"---\n\n{sheet.note}"


def _part(part: SheetPart) -> Iterator[str]:
    yield f"## {_one_line(part.title)}" if part.title else ""
    yield part.text
    if part.columns:
        yield _table(part)
    if part.lines:
        yield "\n\n".join([_LINE] * part.lines)


def _table(part: SheetPart) -> str:
    names = [_one_line(column).replace("|", "\\|") for column in part.columns]
    empty = f"|{'  |' * len(names)}"
    return "\n".join([f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}", *[empty] * part.rows])


def _one_line(text: str) -> str:
    return " ".join(text.split())
