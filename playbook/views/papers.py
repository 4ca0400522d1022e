"""Views of papers: what each says, part by part, the steps it belongs to and the files to take along."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.addresses import anchor
from playbook.model.ladder import Ladder, Rung
from playbook.model.papers import Paper, PaperPart
from playbook.views.common import Atlas, Link, Upkept, upkept
from playbook.views.phrases import roles

__all__ = [
    "LadderPapers",
    "PaperFile",
    "PaperSection",
    "PaperView",
    "PapersView",
    "StepPapers",
    "paper_links",
    "paper_view",
    "papers_view",
]

_ROWS = 3


@dataclass(frozen=True)
class PaperSection:
    """One part of a paper: words with blanks, a table to fill, or empty lines to write on."""

    title: str
    anchor: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class PaperFile:
    """One file of a paper to take along: its words, its address, and the name it is saved under."""

    title: str
    address: str
    name: str


@dataclass(frozen=True)
class PaperView:
    """A paper's page: when it is written, the steps it belongs to, the files, and the paper itself."""

    id: str
    title: str
    used_when: str
    written_by: str
    goes_to: str
    before_sending: tuple[str, ...]
    steps: tuple[Link, ...]
    files: tuple[PaperFile, ...]
    greeting: str
    sections: tuple[PaperSection, ...]
    closing: str
    upkeep: Upkept


@dataclass(frozen=True)
class StepPapers:
    """The papers of one step, in the order in which they are written."""

    step: Link
    papers: tuple[Link, ...]


@dataclass(frozen=True)
class LadderPapers:
    """The steps of one ladder that have papers."""

    title: str
    anchor: str
    steps: tuple[StepPapers, ...]


@dataclass(frozen=True)
class PapersView:
    """Every paper once, in the order of the steps; then which step has which."""

    papers: tuple[Link, ...]
    ladders: tuple[LadderPapers, ...]


def paper_view(atlas: Atlas, id_: str, paper: Paper) -> PaperView:
    """The view of one paper."""
    address = atlas.addresses.of("paper", id_)
    return PaperView(
        id_,
        paper.title,
        paper.used_when or "",
        atlas.role(paper.written_by),
        roles(atlas, paper.goes_to),
        tuple(paper.before_sending),
        _steps_with(atlas, id_),
        (
            PaperFile("Open in a word processor (.docx)", f"{address}{id_}.docx", f"{id_}.docx"),
            PaperFile("Plain text with Markdown (.md)", f"{address}{id_}.md.txt", f"{id_}.md"),
        ),
        paper.greeting or "",
        tuple(
            _section(number, part)
            for number, part in enumerate(paper.parts, start=1)
            if part.text or part.columns or part.lines
        ),
        paper.closing or "",
        upkept(atlas, paper.upkeep),
    )


def paper_links(atlas: Atlas, ids: list[str]) -> tuple[Link, ...]:
    """Links to papers by id."""
    known = atlas.handbook.papers
    return tuple(
        Link(known[id_].title, atlas.addresses.of("paper", id_), known[id_].used_when or "")
        for id_ in dict.fromkeys(ids)
        if id_ in known
    )


def papers_view(atlas: Atlas) -> PapersView:
    """The view of the page of all papers."""
    book = atlas.handbook
    named = [id_ for ladder in book.ladders.values() for rung in ladder.rungs for id_ in rung.papers]
    ladders = (
        LadderPapers(ladder.title, f"l-{ladder_id}", _by_step(atlas, ladder_id, ladder))
        for ladder_id, ladder in book.ladders.items()
    )
    return PapersView(
        paper_links(atlas, [*named, *book.papers]), tuple(ladder for ladder in ladders if ladder.steps)
    )


def _by_step(atlas: Atlas, ladder_id: str, ladder: Ladder) -> tuple[StepPapers, ...]:
    steps = (
        StepPapers(_step(atlas, ladder_id, ladder, rung), paper_links(atlas, rung.papers))
        for rung in ladder.rungs
    )
    return tuple(step for step in steps if step.papers)


def _steps_with(atlas: Atlas, id_: str) -> tuple[Link, ...]:
    return tuple(
        _step(atlas, ladder_id, ladder, rung)
        for ladder_id, ladder in atlas.handbook.ladders.items()
        for rung in ladder.rungs
        if id_ in rung.papers
    )


def _step(atlas: Atlas, ladder_id: str, ladder: Ladder, rung: Rung) -> Link:
    mark = "formal" if rung.standing.formal else ""
    return Link(rung.title, atlas.addresses.of("rung", rung.id, ladder_id), ladder.title, mark)


def _section(number: int, part: PaperPart) -> PaperSection:
    rows = int(part.rows or _ROWS) if part.columns else 0
    return PaperSection(
        part.title or "",
        f"part-{number}-{anchor(part.title)}" if part.title else f"part-{number}",
        part.text or "",
        tuple(part.columns),
        tuple(range(1, rows + 1)),
        tuple(range(1, int(part.lines or 0) + 1)),
    )
