"""The finder's answer as lines of text: the same questions and the same view as the page, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.finder import End, Graph, Path, Question, asked_before, build_graph, first_paths
from playbook.views.agreed import Agreed
from playbook.views.answers import EndView, ask_words, end_view
from playbook.views.common import Atlas, Fact, Link
from playbook.views.coverage import Applies
from playbook.views.entry import EntryCell
from playbook.views.finder import choice_words
from playbook.views.phrases import ended

__all__ = ["cell_words", "weighable", "which_lines"]

_TELLS_APART = ("who", "which", "case")


def which_lines(atlas: Atlas, deviation_id: str, occurrence: int, factors: Iterable[str] = ()) -> list[str]:
    """What comes before anything else, what is asked first, and what is agreed, for each row that may fit.

    A line that belongs under another begins with two spaces.
    """
    graph, weighed = build_graph(atlas.handbook), set(factors)
    begin = graph.begins[deviation_id]
    asked = asked_before(graph, begin)
    blocks = [list(_before_anything(atlas)), list(_asked_first(atlas, graph, begin))]
    ways = first_paths(graph, begin)
    fitting = [end for end in ways if _answers_for(graph.ends[end], occurrence)]
    answers = {end: ways[end] for end in sorted(fitting, key=lambda end: graph.ends[end].kind != "answer")}
    for end, path in answers.items():
        said = end_view(atlas, graph.ends[end], asked[end])
        fits = _told_apart(atlas, graph, path) if len(answers) > 1 else []
        blocks.append([*fits, *_lines(atlas, graph.ends[end], said, weighed)])
    return [line for block in blocks if block for line in (*block, "")][:-1]


def weighable(atlas: Atlas, deviation_id: str) -> list[str]:
    """Ids of the factors on every ladder that can answer for a deviation."""
    graph = build_graph(atlas.handbook)
    ends = (graph.ends.get(id_) for id_ in graph.reading_order(graph.begins[deviation_id]))
    ladders = dict.fromkeys(end.ladder_id for end in ends if end and end.ladder_id)
    return [factor.id for id_ in ladders for factor in atlas.handbook.ladders[id_].factors]


def _before_anything(atlas: Atlas) -> Iterator[str]:
    """The two screens that come first on the page."""
    urgent, first = atlas.handbook.urgent, atlas.handbook.settings.before_anything
    if urgent or first:
        yield "Before anything else:"
    if urgent:
        titles = "; ".join(card.title for card in urgent.values())
        yield f"  Is any of this happening now? {titles}. Then that comes first."
    if first:
        reasons = "; ".join([*first.reasons, *([first.recent_concern] if first.recent_concern else [])])
        call = atlas.call(first.call)
        yield f"  {first.ask} {reasons}. Then call {call.title if call else ask_words(atlas)} first."


def _asked_first(atlas: Atlas, graph: Graph, begin: str) -> Iterator[str]:
    """The tests on the way, each once, with the answers that end the way there."""
    tests: dict[tuple[str, str], Question] = {}
    for id_ in graph.reading_order(begin):
        question = graph.questions.get(id_)
        if question and question.test:
            tests.setdefault((question.ladder_id, question.test), question)
    if tests:
        yield "Asked first:"
    for question in tests.values():
        yield f"  {question.ask}"
        if question.help:
            yield f"    {question.help}"
        for option in question.options:
            end = graph.ends.get(option.target)
            if end and end.kind != "answer":
                yield f"    {option.label}: {_where(end_view(atlas, end))}"


def _where(said: EndView) -> str:
    """An end in one line."""
    begin = f"Begin with: {cell_words(said.agreed.cell)}." if said.agreed and said.agreed.cell else ""
    return " ".join(words for words in (ended(said.title), *said.today, begin) if words)


def _answers_for(end: End, occurrence: int) -> bool:
    if end.answer is None or end.kind != "answer":
        return end.kind in ("counted", "in-order", "not-covered", "nothing-agreed")
    open_end = end.answer.column is None or end.answer.column.endswith("+")
    return end.answer.occurrence == occurrence or (open_end and occurrence > end.answer.occurrence)


def _told_apart(atlas: Atlas, graph: Graph, path: Path) -> list[str]:
    """What has to fit, where several rows or ladders may answer."""
    pairs = zip(path.questions, path.answers, strict=True)
    return [
        f"If this fits: {': '.join(words for words in choice_words(atlas, option) if words)}"
        for id_, option in pairs
        if graph.questions[id_].kind in _TELLS_APART
    ]


def _lines(atlas: Atlas, end: End, said: EndView, weighed: set[str]) -> Iterator[str]:
    yield f"{said.title}:"
    yield from (f"  {line}" for line in said.today)
    if said.call:
        yield f"  {atlas.labels.call} {said.call.title}."
    yield from _facts(said.facts)
    if said.agreed:
        yield "What we have agreed for this:"
        yield from (f"  {line}" for line in _range(said.agreed))
        yield from (f"  Given this answer: {line}" for line in said.asked)
        yield from _weighing(atlas, end, said.agreed, weighed)
        yield from _facts((*said.agreed.counts, *said.agreed.rules))
        if said.agreed.applies:
            yield "Whom it is for:"
            yield from (f"  {line}" for line in _covered(said.agreed.applies))
    else:
        yield from (f"  Why: {line}" for line in said.asked)
    if said.take:
        yield f"Take with you: {', '.join(link.title for link in said.take)}"
    if said.more:
        yield f"Read on: {', '.join(link.title for link in said.more)}"


def _range(agreed: Agreed) -> Iterator[str]:
    if agreed.cell:
        yield cell_words(agreed.cell)
    if agreed.words:
        yield agreed.words
    row = f", in the row “{agreed.about}”, {agreed.occurrence}" if agreed.about else ""
    yield f"Why: {agreed.ladder.title}{row}."
    if agreed.guide:
        yield "A guide to judgement, not a tariff. Hear the person before anything is decided."
    yield from (_step_words(step) for step in agreed.steps)
    if agreed.lists:
        yield f"Lists for these steps: {', '.join(link.title for link in agreed.lists)}"


def cell_words(cell: EntryCell) -> str:
    """A cell as the page's own template for it says it."""
    low, high = (_end_words(end) if end else "" for end in (cell.low, cell.high))
    choices = " · ".join(_end_words(end) for end in cell.choices)
    force = f"{cell.force}:" if cell.force else ""
    words = (
        "Nothing is agreed here. Ask before you act." if cell.missing else "",
        f"{low} to {high}" if high else low,
        f"One of: {choices}" if choices else "",
        f"({cell.as_in})" if cell.as_in else "",
        cell.note,
    )
    return " ".join(part for part in (force, *words) if part)


def _end_words(end: Link) -> str:
    return f"{end.title}, {end.line}" if end.line else end.title


def _step_words(step: Link) -> str:
    return f"Step: {step.title} (formal)" if step.mark else f"Step: {step.title}"


def _weighing(atlas: Atlas, end: End, agreed: Agreed, weighed: set[str]) -> Iterator[str]:
    """What else is weighed; what the reader named stands first, and moves nothing by itself."""
    if not agreed.factors:
        return
    ids = [factor.id for factor in atlas.handbook.ladders[end.ladder_id].factors]
    lines = list(zip(ids, agreed.factors, strict=True))
    yield f"{atlas.labels.factor}:"
    yield from (f"  {words}" for words in agreed.weighing)
    for id_, factor in sorted(lines, key=lambda line: line[0] not in weighed):
        mark = "Weighs here: " if id_ in weighed else ""
        yield f"  {mark}{factor.title}{f' {factor.weighs}' if factor.weighs else ''}"


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield f"{fact.term}:"
        yield from (f"  {answer}" for answer in fact.answers)


def _covered(applies: Applies) -> Iterator[str]:
    if applies.covers:
        yield f"This is for: {', '.join(applies.covers)}."
    if applies.excludes:
        yield "It is not for:"
    for group in applies.excludes:
        instead = f"Instead: {group.link.title}. " if group.link else ""
        yield f"{group.who}. {instead}{group.instead}".strip()
    if applies.note:
        yield applies.note
