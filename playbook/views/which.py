"""The finder's answer as lines of text: the same view as the page, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.finder import answer_for, matching_rows
from playbook.finder.graph import End
from playbook.views.common import Atlas
from playbook.views.entry import row_words
from playbook.views.finder import EndView, end_view

__all__ = ["which_lines"]


def which_lines(atlas: Atlas, deviation_id: str, occurrence: int, factors: Iterable[str] = ()) -> list[str]:
    """Say what to do today, who decides and the agreed range; one block for each row of a ladder that fits."""
    found = atlas.handbook.deviations[deviation_id]
    weighed = set(factors)
    blocks: list[list[str]] = []
    for ladder_id, ladder in atlas.handbook.ladders_for(found.track):
        rows = matching_rows(atlas.handbook, ladder, found)
        for row in rows:
            end = end_view(atlas, End("", "answer", answer_for(ladder_id, ladder, row, occurrence)))
            heading = f"If this fits: {row_words(atlas, row)}" if len(rows) > 1 else ""
            titles = [factor.title for factor in ladder.factors if factor.id in weighed]
            blocks.append([line for line in (heading, *_lines(end, titles)) if line])
    if not blocks:
        blocks.append(list(_lines(end_view(atlas, End("", "nothing-agreed")), [])))
    return [line for block in blocks for line in (*block, "")][:-1]


def _lines(end: EndView, factors: list[str]) -> Iterator[str]:
    yield f"{end.title}:"
    yield from (f"  {line}" for line in end.today)
    for fact in end.facts:
        yield f"{fact.term}:"
        yield from (f"  {answer}" for answer in fact.answers)
    if end.low:
        yield "What we have agreed for this:"
        ends = [f"{link.title} ({link.line})" if link.line else link.title for link in (end.low, end.high) if link]
        yield f"  {' to '.join(ends)}"
    yield from (f"  Why: {line}" for line in end.reason)
    if factors:
        yield "Weigh this, inside the range:"
        yield from (f"  {title}" for title in factors)
    if end.links:
        yield f"Take with you: {', '.join(link.title for link in end.links)}"
