"""View of the finder: one question a screen, what to do today, and only then the agreed range with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.finder import Answer, End, Graph, Option, Question, build_graph
from playbook.model.entry import End as RangeEnd
from playbook.model.ladder import Ladder
from playbook.model.rung import Rung
from playbook.views.common import Atlas, Call, Fact, Link
from playbook.views.entry import occurrence_words, row_words

__all__ = ["AskView", "ChoiceGroup", "ChoiceView", "EndView", "FinderView", "TableRow", "answer_end", "end_view", "finder_view"]


@dataclass(frozen=True)
class ChoiceView:
    """One answer: ``key`` is its neutral short name in the address; ``node`` is where it leads on this page."""

    key: str
    label: str
    line: str
    node: str
    link: Link | None
    unsure: bool


@dataclass(frozen=True)
class ChoiceGroup:
    """Answers under one heading."""

    title: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True)
class AskView:
    """One screen with a question."""

    id: str
    kind: str
    ask: str
    help: str
    groups: tuple[ChoiceGroup, ...]


@dataclass(frozen=True)
class EndView:
    """What the finder says at the end of a path. For a formal range, the range stands one tap below."""

    id: str
    title: str
    today: tuple[str, ...]
    formal: bool
    facts: tuple[Fact, ...]
    low: Link | None
    high: Link | None
    missing: bool
    reason: tuple[str, ...]
    factors: tuple[str, ...]
    links: tuple[Link, ...]
    call: Call | None


@dataclass(frozen=True)
class TableRow:
    """One line of the plain table: what happened, and what is agreed by how many times."""

    about: Link
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FinderView:
    """The whole finder: every question, every end, and the same as a table."""

    start: str
    asks: tuple[AskView, ...]
    ends: tuple[EndView, ...]
    table: tuple[TableRow, ...]
    guide: bool


def finder_view(atlas: Atlas, graph: Graph | None = None) -> FinderView:
    """The view of a handbook's finder."""
    graph = graph or build_graph(atlas.handbook)
    order = _reading_order(graph)
    asks = tuple(_ask(atlas, graph.questions[id_]) for id_ in order if id_ in graph.questions)
    ends = tuple(end_view(atlas, graph.ends[id_]) for id_ in order if id_ in graph.ends)
    return FinderView(graph.start, asks, ends, _table(atlas, graph), any(ladder.guide for ladder in atlas.handbook.ladders.values()))


def _reading_order(graph: Graph) -> list[str]:
    """Nodes in the order in which a reader meets them; what no path reaches is not shown."""
    order: dict[str, None] = {}
    waiting = [graph.start]
    while waiting:
        node = waiting.pop(0)
        if node not in order:
            order[node] = None
            question = graph.questions.get(node)
            waiting += [option.target for option in question.options if option.target] if question else []
    return list(order)


def _ask(atlas: Atlas, question: Question) -> AskView:
    number = 0
    groups = []
    for group in question.groups:
        choices = []
        for option in group.options:
            number += 1
            choices.append(_choice(atlas, option, number))
        groups.append(ChoiceGroup(group.title, tuple(choices)))
    return AskView(question.id, question.kind, question.ask, question.help, tuple(groups))


def _choice(atlas: Atlas, option: Option, number: int) -> ChoiceView:
    link = Link(option.label, atlas.addresses.of(*option.card)) if option.card else None
    is_deviation = bool(option.card and option.card[0] == "deviation")
    key = atlas.addresses.codes[f"deviation:{option.card[1]}"] if option.card and is_deviation else (
        "unsure" if option.unsure else str(number))
    label = option.label or (option.row and row_words(atlas, option.row)) or "In any other case"
    return ChoiceView(key, label, option.line, option.target, link, option.unsure)


_TODAY: dict[str, tuple[str, tuple[str, ...]]] = {
    "call-now": ("Call before anything else", ("Is somebody in danger? Call the emergency number first.", "Say what you saw. They help you to decide what comes next.")),
    "call-first": ("Call before you talk with them", ("Do not raise it yet. Do not write to them about it.", "You need not know details, and need not ask for any.")),
    "first-talk": ("Treat it as a first talk", ("Today: hear them. Do not decide.", "Name what you saw. Ask what happened. Agree one next step.")),
    "nothing-agreed": ("Nothing is agreed for this yet", ("Treat it as a first talk: hear them, do not decide.", "Ask before you take any step beyond it.")),
    "fix-the-system": ("Mend the way of working, not the person", ("Thank them for telling you how it really works.", "Bring it to whoever owns the way of working, this week.", "No step follows for the person.")),
    "support": ("Help comes first", ("Ask what would help. Agree one kind of help and a date.", "No step follows while the help is being tried.")),
    "no-action": ("No step follows", ("Thank them for the talk. Nothing is written down about them.",)),
    "other-track": ("Another kind of concern", ("Hear them today. Decide nothing.",)),
    "rung": ("Begin with this step", ("Today: hear them. Do not decide.",)),
    "words": ("This ends here", ("Hear them today. Decide nothing.",)),
}


def end_view(atlas: Atlas, end: End) -> EndView:
    """What one end says."""
    if end.answer is not None and not end.answer.missing:
        return answer_end(atlas, end.id, end.answer)
    if end.own is not None:
        return _own_end(atlas, end)
    title, today = _TODAY["nothing-agreed" if end.answer is not None else end.kind]
    said = [*today, end.note, end.words if end.kind == "words" else ""]
    reason = _reason(atlas, end.answer) if end.answer is not None else ()
    first = atlas.handbook.settings.before_anything
    calls_first = end.kind in ("call-now", "call-first")
    call = atlas.call(first.call if first and calls_first else None)
    return EndView(end.id, title, tuple(line for line in said if line), False, (), None, None, end.answer is not None,
                   reason, (), _end_links(atlas, end), call)


def _own_end(atlas: Atlas, end: End) -> EndView:
    """An end in the organisation's own words."""
    assert end.own is not None
    own = end.own
    checklist = atlas.checklist(own.checklist)
    links = (*((checklist,) if checklist else ()), *atlas.support(own.support))
    today = tuple(line for line in (*own.do, end.note) if line)
    return EndView(end.id, own.title, today, False, (), None, None, False, (), (), links, atlas.call(own.call) if own.call else None)


def _end_links(atlas: Atlas, end: End) -> tuple[Link, ...]:
    links: list[Link | None] = []
    if end.kind == "call-now":
        links.append(Link(atlas.labels.urgent, "urgent/") if atlas.handbook.urgent else None)
    if end.kind in ("first-talk", "nothing-agreed", "answer", "words"):
        links.append(atlas.checklist(atlas.handbook.settings.first_talk))
    if end.kind in ("support", "fix-the-system") and atlas.handbook.support:
        links.append(Link(atlas.labels.support, "support/"))
    if end.rung:
        rung = atlas.handbook.rung(*end.rung)
        links.append(Link(rung.title, atlas.addresses.of("rung", end.rung[1], end.rung[0])) if rung else None)
    if end.kind == "other-track":
        links += [Link(ladder.title, atlas.addresses.of("ladder", id_)) for id_, ladder in atlas.handbook.ladders_for(end.track)]
    return tuple(link for link in links if link)


def answer_end(atlas: Atlas, id_: str, answer: Answer) -> EndView:
    """What to do today, who decides and must agree, what must come first; then the range with its reason."""
    ladder = atlas.handbook.ladders[answer.ladder_id]
    today = ["Today: hear them. Do not decide."]
    if answer.formal:
        today.append("A formal step is possible here. It is never taken alone, and never today.")
    call = atlas.call(None) if answer.formal else None
    return EndView(
        id=id_,
        title="What to do today",
        today=tuple(today),
        formal=answer.formal,
        facts=_facts(atlas, ladder, answer),
        low=_end_link(atlas, answer.ladder_id, answer.low),
        high=_end_link(atlas, answer.ladder_id, answer.high) if answer.high != answer.low else None,
        missing=False,
        reason=_reason(atlas, answer),
        factors=tuple(factor.title for factor in ladder.factors),
        links=_links(atlas, answer),
        call=call,
    )


def _facts(atlas: Atlas, ladder: Ladder, answer: Answer) -> tuple[Fact, ...]:
    titles = {rung.id: rung.title for rung in ladder.rungs}

    def roles(*ids: str | None) -> list[str]:
        return [title for id_ in ids if (title := atlas.role(id_))]

    before = [titles.get(id_, id_) for rung in answer.rungs for id_ in rung.needs_before]
    facts = (
        Fact("Who decides", tuple(dict.fromkeys(_decides(atlas, rung) for rung in answer.rungs if rung.decided_by))),
        Fact("Who must be asked", tuple(dict.fromkeys(t for rung in answer.rungs for t in roles(*rung.consults)))),
        Fact("What must have come before", tuple(dict.fromkeys(before))),
    )
    return tuple(fact for fact in facts if fact.answers)


def _decides(atlas: Atlas, rung: Rung) -> str:
    return f"{rung.title}: {atlas.role(rung.decided_by)}"


def _reason(atlas: Atlas, answer: Answer) -> tuple[str, ...]:
    """Why this range: the row, the column, and the notes on them, in words."""
    if answer.row is None:
        return ()
    ladder = atlas.handbook.ladders[answer.ladder_id]
    column = answer.column or str(answer.occurrence)
    about = row_words(atlas, answer.row)
    said = [f"{ladder.title}: {about}, {occurrence_words(column)}." if about else f"{ladder.title}: {occurrence_words(column)}.",
            (answer.cell.note or "") if answer.cell else "", answer.row.note or ""]
    return tuple(line for line in said if line)


def _end_link(atlas: Atlas, ladder_id: str, end: RangeEnd | None) -> Link | None:
    if end is None:
        return None
    rung = atlas.handbook.rung(ladder_id, end.rung)
    title = rung.title if rung else end.rung
    mark = "formal" if rung and rung.standing.formal else ""
    return Link(title, atlas.addresses.of("rung", end.rung, ladder_id), end.lasts or "", mark)


def _links(atlas: Atlas, answer: Answer) -> tuple[Link, ...]:
    """The meeting checklists of the range's steps, else the first talk's."""
    lists = {rung.checklist: atlas.checklist(rung.checklist) for rung in answer.rungs if rung.checklist}
    found = [link for link in lists.values() if link]
    first = atlas.checklist(atlas.handbook.settings.first_talk)
    return tuple(found) if found else (first,) if first else ()


def _table(atlas: Atlas, graph: Graph) -> tuple[TableRow, ...]:
    """Every deviation with what is agreed for it; made from the same graph, so that the two cannot differ."""
    rows = []
    for id_, begin in graph.begins.items():
        deviation = atlas.handbook.deviations[id_].deviation
        cells = tuple(cell for node in _counts(graph, begin) for cell in _cells(atlas, graph, graph.questions[node]))
        rows.append(TableRow(Link(deviation.title, atlas.addresses.of("deviation", id_)), cells))
    return tuple(rows)


def _counts(graph: Graph, begin: str) -> list[str]:
    """The "how many times" questions that can be reached from here."""
    found: dict[str, None] = {}
    waiting, seen = [begin], set()
    while waiting:
        node = waiting.pop(0)
        question = graph.questions.get(node)
        if question is None or node in seen:
            continue
        seen.add(node)
        if question.kind == "count":
            found[node] = None
        else:
            waiting += [option.target for option in question.options if option.target]
    return list(found)


def _cells(atlas: Atlas, graph: Graph, question: Question) -> list[tuple[str, str]]:
    cells = []
    for option in question.options:
        answer = graph.ends[option.target].answer
        if answer is None or option.unsure:
            continue
        low = _end_link(atlas, answer.ladder_id, answer.low)
        high = _end_link(atlas, answer.ladder_id, answer.high) if answer.high != answer.low else None
        words = " to ".join(f"{link.title} ({link.line})" if link.line else link.title for link in (low, high) if link)
        circumstance = (answer.row.for_.circumstance or "") if answer.row else ""
        label = f"{occurrence_words(answer.column or '1')}{f', {circumstance}' if circumstance else ''}"
        cells.append((label, words or "nothing is agreed here"))
    return cells
