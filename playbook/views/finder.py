"""View of the finder's page: every question and every end in reading order, and the same as a plain table."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.finder import Answer, Graph, Option, Question, asked_before, build_graph
from playbook.views.agreed import Agreed
from playbook.views.answers import EndView, end_view
from playbook.views.common import Atlas, Link
from playbook.views.counting import first_lines, look_back_lines
from playbook.views.entry import EntryCell, entry_cell, row_words

__all__ = [
    "AskView",
    "ChoiceGroup",
    "ChoiceView",
    "FinderView",
    "NumberedEnd",
    "TableLine",
    "TableRow",
    "choice_words",
    "finder_view",
]


@dataclass(frozen=True)
class ChoiceView:
    """One answer: ``key`` is its neutral short name in the address; ``node`` is where it leads on this page.

    ``goes`` says the same in words, for paper and for a browser without a script.
    """

    key: str
    label: str
    line: str
    node: str
    link: Link | None
    unsure: bool
    goes: str


@dataclass(frozen=True)
class ChoiceGroup:
    """Answers under one heading."""

    title: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True)
class AskView:
    """One screen with a question; ``about`` says which row or ladder it is asked for."""

    id: str
    number: int
    kind: str
    ask: str
    about: str
    help: tuple[str, ...]
    groups: tuple[ChoiceGroup, ...]


@dataclass(frozen=True)
class NumberedEnd:
    """An end with its number; at the first answer of a ladder (``rules_first``) paper shows its rules."""

    number: int
    rules_first: bool
    says: EndView


@dataclass(frozen=True)
class TableLine:
    """One row of a ladder's grid as the plain table shows it; ``words`` stand where there is no grid."""

    about: str
    ladder: Link
    cells: tuple[EntryCell, ...]
    words: str


@dataclass(frozen=True)
class TableRow:
    """What happened (all for which the same is agreed), and what is agreed by how many times."""

    about: tuple[Link, ...]
    lines: tuple[TableLine, ...]


@dataclass(frozen=True)
class FinderView:
    """The whole finder: every question, every end, and the same as a table.

    ``cards`` are the keys under which a situation card opens the finder.
    """

    start: str
    asks: tuple[AskView, ...]
    ends: tuple[NumberedEnd, ...]
    table: tuple[TableRow, ...]
    cards: tuple[str, ...]
    guide: bool


def finder_view(atlas: Atlas, graph: Graph | None = None) -> FinderView:
    """The view of a handbook's finder."""
    graph = graph or build_graph(atlas.handbook)
    order, asked = graph.reading_order(), asked_before(graph)
    questions = [id_ for id_ in order if id_ in graph.questions]
    ends = [id_ for id_ in order if id_ in graph.ends]
    goes = {id_: f"Go to question {number}." for number, id_ in enumerate(questions, start=1)}
    goes |= {id_: f"Read answer {number}." for number, id_ in enumerate(ends, start=1)}
    return FinderView(
        start=graph.start,
        asks=tuple(
            _ask(atlas, graph.questions[id_], number, goes) for number, id_ in enumerate(questions, start=1)
        ),
        ends=_numbered([end_view(atlas, graph.ends[id_], asked[id_]) for id_ in ends]),
        table=_table(atlas, graph),
        cards=tuple(atlas.addresses.codes[f"deviation:{id_}"] for id_ in graph.begins),
        guide=any(ladder.guide for ladder in atlas.handbook.ladders.values()),
    )


def _numbered(ends: list[EndView]) -> tuple[NumberedEnd, ...]:
    shown: set[str] = set()
    numbered = []
    for number, end in enumerate(ends, start=1):
        ladder = end.agreed.ladder.address.partition("#")[0] if end.agreed else ""
        numbered.append(NumberedEnd(number, bool(ladder) and ladder not in shown, end))
        shown.add(ladder)
    return tuple(numbered)


# Questions


def _ask(atlas: Atlas, question: Question, number: int, goes: dict[str, str]) -> AskView:
    groups = tuple(
        ChoiceGroup(group.title, tuple(_choice(atlas, option, goes) for option in group.options))
        for group in question.groups
    )
    about, help_ = _about(atlas, question), _help(atlas, question)
    return AskView(question.id, number, question.kind, question.ask, about, help_, groups)


def _about(atlas: Atlas, question: Question) -> str:
    """Whose question it is, for a reader who sees all of them at once."""
    ladder = atlas.handbook.ladders.get(question.ladder_id)
    if ladder is None:
        return ""
    row = row_words(atlas, question.row) if question.row else ""
    return f"{ladder.title}: {row}" if row else ladder.title


def _help(atlas: Atlas, question: Question) -> tuple[str, ...]:
    """How to tell; before one counts, what counts as the first time and how far back one looks."""
    if question.kind == "count":
        ladder = atlas.handbook.ladders[question.ladder_id]
        return (*first_lines(ladder), *look_back_lines(atlas, ladder.counting))
    return (question.help,) if question.help else ()


def _choice(atlas: Atlas, option: Option, goes: dict[str, str]) -> ChoiceView:
    link = Link(option.label, atlas.addresses.of(*option.card)) if option.card else None
    key = option.key
    if option.card and option.card[0] == "deviation":
        key = atlas.addresses.codes[f"deviation:{option.card[1]}"]
    label, line = choice_words(atlas, option)
    goes_to = goes.get(option.target, "Open its card.")
    return ChoiceView(key, label, line, option.target, link, option.unsure, goes_to)


def choice_words(atlas: Atlas, option: Option) -> tuple[str, str]:
    """The words of an answer: its own, its row's, or the groups it is for; and the line below them."""
    if option.groups:
        groups = {group.id: group for group in atlas.handbook.settings.groups}
        titles = [groups[id_].title if id_ in groups else id_ for id_ in option.groups]
        meanings = [groups[id_].meaning or "" for id_ in option.groups if id_ in groups]
        return ", ".join([*titles, *([option.label] if option.label else [])]), " ".join(
            filter(None, meanings)
        )
    if option.row is None:
        return option.label, option.line
    row = row_words(atlas, option.row)
    return (option.label, row) if option.label else (row, option.row.note or "")


# The plain table


def _table(atlas: Atlas, graph: Graph) -> tuple[TableRow, ...]:
    """What can be reached from each deviation, made from the same graph, so that the two cannot differ."""
    together: dict[str, list[str]] = {}
    for id_, begin in graph.begins.items():
        together.setdefault(begin, []).append(id_)
    return tuple(
        TableRow(tuple(_card(atlas, id_) for id_ in ids), tuple(_lines(atlas, graph, begin)))
        for begin, ids in together.items()
    )


def _card(atlas: Atlas, id_: str) -> Link:
    return Link(atlas.handbook.deviations[id_].deviation.title, atlas.addresses.of("deviation", id_))


def _lines(atlas: Atlas, graph: Graph, begin: str) -> list[TableLine]:
    by_row: dict[tuple[str, int], list[Answer]] = {}
    lines: list[TableLine] = []
    for id_ in graph.reading_order(begin):
        end = graph.ends.get(id_)
        if end and end.kind == "answer" and end.answer:
            by_row.setdefault((end.ladder_id, id(end.answer.row)), []).append(end.answer)
        elif end and end.kind in ("counted", "in-order"):
            said = end_view(atlas, end)
            if said.agreed:
                lines.append(_without_grid(said.agreed))
    return [*(_line(atlas, answers) for answers in by_row.values()), *lines]


def _line(atlas: Atlas, answers: list[Answer]) -> TableLine:
    row, ladder_id = answers[0].row, answers[0].ladder_id
    ladder = atlas.handbook.ladders[ladder_id]
    cells = tuple(
        entry_cell(atlas, ladder_id, ladder, answer.column or f"{answer.occurrence}+", answer.cell)
        for answer in answers
    )
    link = Link(ladder.title, f"{atlas.addresses.of('ladder', ladder_id)}#entry")
    return TableLine(row_words(atlas, row) if row else "", link, cells, "")


def _without_grid(agreed: Agreed) -> TableLine:
    return TableLine("", agreed.ladder, (agreed.cell,) if agreed.cell else (), agreed.words)
