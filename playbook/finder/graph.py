"""The decision graph: urgent first, then protected reasons, then what happened, the tests, how many times.

Computed at build time from the content. "I don't know" stands on every question and
leads to the lighter side. What happened comes before the tests because each ladder
has tests of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from playbook.finder.answer import Answer, answer_for, matching_rows
from playbook.model.entry import EntryRow
from playbook.model.judgement import Test, TestBranch, TestEnd
from playbook.model.ladder import Ladder
from playbook.model.whole import FoundDeviation, Handbook

__all__ = ["End", "Graph", "Option", "OptionGroup", "Question", "build_graph"]

UNSURE = "I don't know"


@dataclass(frozen=True)
class Option:
    """One answer to a question: where it leads, to a node of the graph or (``card``) to a record's page."""

    label: str
    target: str
    line: str = ""
    card: tuple[str, str] | None = None
    unsure: bool = False
    row: EntryRow | None = None
    """The row of the grid this answer chooses; its words are the label."""


@dataclass(frozen=True)
class OptionGroup:
    """Answers under one heading; most questions have a single group without one."""

    options: tuple[Option, ...]
    title: str = ""


@dataclass(frozen=True)
class Question:
    """One screen: a question and its answers."""

    id: str
    kind: str
    ask: str
    groups: tuple[OptionGroup, ...]
    help: str = ""

    @property
    def options(self) -> Iterator[Option]:
        """All answers, in order."""
        return (option for group in self.groups for option in group.options)


@dataclass(frozen=True)
class End:
    """Where a path ends: ``kind`` says which words the page shows; ``answer`` holds an agreed range."""

    id: str
    kind: str
    answer: Answer | None = None
    words: str = ""
    note: str = ""
    track: str = ""
    rung: tuple[str, str] | None = None
    own: TestEnd | None = None


@dataclass(frozen=True)
class Graph:
    """All questions and ends by id; ``begins`` says where a deviation's own card enters."""

    start: str
    questions: dict[str, Question] = field(default_factory=dict)
    ends: dict[str, End] = field(default_factory=dict)
    begins: dict[str, str] = field(default_factory=dict)


def build_graph(handbook: Handbook) -> Graph:
    """Make the graph of a handbook; the same content gives the same graph."""
    return _Builder(handbook).build()


class _Builder:
    """Adds nodes once each; deviations that go the same way share their nodes."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.questions: dict[str, Question] = {}
        self.ends: dict[str, End] = {}
        self.begins: dict[str, str] = {}

    def build(self) -> Graph:
        what = self._what_happened()
        before = self._before(what)
        start = self._now(before)
        return Graph(start, self.questions, self.ends, self.begins)

    def _now(self, following: str) -> str:
        urgent = self.handbook.urgent
        if not urgent:
            return following
        options = [Option(card.title, "", card.first, ("urgent", id_)) for id_, card in urgent.items()]
        options += [Option("None of these", following), self._unsure(self._end("call-now"))]
        return self._question("now", "now", "Is any of this happening now?", options)

    def _before(self, following: str) -> str:
        first = self.handbook.settings.before_anything
        if first is None:
            return following
        call = self._end("call-first")
        options = [Option(reason, call) for reason in first.reasons]
        if first.recent_concern:
            options.append(Option(first.recent_concern, call))
        options += [Option("None of these", following), self._unsure(call)]
        return self._question("before", "before", first.ask, options)

    def _what_happened(self) -> str:
        by_standard: dict[str, list[Option]] = {}
        for id_, found in self._lightest_first():
            begin = self.begins[id_] = self._who(found)
            option = Option(found.deviation.title, begin, found.deviation.observable, ("deviation", id_))
            by_standard.setdefault(found.standard_id, []).append(option)
        groups = [OptionGroup(tuple(options), self.handbook.standards[id_].title) for id_, options in by_standard.items()]
        groups.append(OptionGroup((Option("Something else", self._end("first-talk")), self._unsure(self._end("first-talk")))))
        return self._add(Question("what", "what", "What happened?", tuple(groups)))

    def _lightest_first(self) -> list[tuple[str, FoundDeviation]]:
        order = {id_: index for index, id_ in enumerate(self.handbook.severities)}
        return sorted(self.handbook.deviations.items(), key=lambda item: order.get(item[1].deviation.severity or "", -1))

    def _who(self, found: FoundDeviation) -> str:
        """Where several ladders answer the same kind of concern, whom it is about decides between them."""
        ladders = self.handbook.ladders_for(found.track)
        if not ladders:
            return self._end("nothing-agreed")
        begins = [(id_, ladder, self._circumstance(id_, ladder, found)) for id_, ladder in ladders]
        if len(begins) == 1:
            return begins[0][2]
        options = [Option(self._covers(ladder), begin) for _, ladder, begin in begins]
        options.append(self._unsure(self._end("first-talk")))
        return self._question(_code("who", *(begin for _, _, begin in begins)), "who", "Who is it about?", options)

    def _covers(self, ladder: Ladder) -> str:
        titles = {group.id: group.title for group in self.handbook.settings.groups}
        groups = ladder.applies_to.groups if ladder.applies_to else []
        return ", ".join(titles.get(id_, id_) for id_ in groups) or ladder.title

    def _circumstance(self, ladder_id: str, ladder: Ladder, found: FoundDeviation) -> str:
        """Rows about the same deviation differ by a circumstance; "I don't know" takes the first, lightest one."""
        rows = matching_rows(self.handbook, ladder, found)
        if not rows:
            return self._end("nothing-agreed")
        chains = [self._tests(ladder_id, ladder, row) for row in rows]
        if len(rows) == 1:
            return chains[0]
        options = [Option("", chain, row=row) for row, chain in zip(rows, chains, strict=True)]
        options.append(self._unsure(chains[0]))
        return self._question(_code("case", *chains), "case", "Which of these fits best?", options)

    def _tests(self, ladder_id: str, ladder: Ladder, row: EntryRow) -> str:
        count = self._count(ladder_id, ladder, row)
        ids = [test.id for test in ladder.tests]
        nodes = {test.id: _code("ask", ladder_id, _row_key(ladder, row), test.id) for test in ladder.tests}

        def leads(test: Test, branch: TestBranch) -> str:
            if branch.end or branch.track or branch.rung:
                return self._branch_end(ladder_id, ladder, branch)
            if branch.go == "next":
                later = ids[ids.index(test.id) + 1:]
                return nodes[later[0]] if later else count
            return nodes.get(branch.go or "", count)

        for test in ladder.tests:
            options = [Option("Yes", leads(test, test.if_yes)), Option("No", leads(test, test.if_no)),
                       self._unsure(leads(test, test.if_unsure))]
            self._question(nodes[test.id], "test", test.ask, options, test.help or "")
        return nodes[ids[0]] if ids else count

    def _branch_end(self, ladder_id: str, ladder: Ladder, branch: TestBranch) -> str:
        note = branch.note or ""
        if branch.track:
            return self._add_end(End("", "other-track", track=branch.track, note=note))
        if branch.rung:
            return self._add_end(End("", "rung", rung=(ladder_id, branch.rung), note=note))
        own = next((end for end in ladder.ends if end.id == branch.end), None)
        if own:
            return self._add_end(End("", "own", words=f"{ladder_id} {own.id}", note=note, own=own))
        known = {"call-people": "call-first", "fix-the-system": "fix-the-system", "support": "support", "no-action": "no-action"}
        kind = known.get(branch.end or "", "words")
        return self._add_end(End("", kind, words=branch.end or "" if kind == "words" else "", note=note))

    def _count(self, ladder_id: str, ladder: Ladder, row: EntryRow) -> str:
        key = _row_key(ladder, row)
        options = []
        for column in row.cells:
            number = int(column.rstrip("+"))
            answer = answer_for(ladder_id, ladder, row, number)
            end = End(_code("answer", ladder_id, key, column), "answer", answer)
            self.ends[end.id] = end
            options.append(Option(_times(column), end.id))
        options.append(self._unsure(options[0].target))
        return self._question(_code("count", ladder_id, key), "count", "How many times has it happened?", options)

    def _unsure(self, target: str) -> Option:
        return Option(UNSURE, target, unsure=True)

    def _end(self, kind: str) -> str:
        return self._add_end(End("", kind))

    def _add_end(self, end: End) -> str:
        """Name an end by its kind, and by its content where a kind has several."""
        told_apart = [end.words, end.note, end.track, *(end.rung or ())]
        named = replace(end, id=_code(end.kind, *told_apart) if any(told_apart) else end.kind)
        self.ends[named.id] = named
        return named.id

    def _question(self, id_: str, kind: str, ask: str, options: list[Option], help_: str = "") -> str:
        return self._add(Question(id_, kind, ask, (OptionGroup(tuple(options)),), help_))

    def _add(self, question: Question) -> str:
        self.questions[question.id] = question
        return question.id


def _times(column: str) -> str:
    number = int(column.rstrip("+"))
    words = ("This is the first time", "Once before", "Twice before", "Three times before")
    said = words[number - 1] if number <= len(words) else f"{number - 1} times before"
    return f"{said}, or more often" if column.endswith("+") else said


def _row_key(ladder: Ladder, row: EntryRow) -> str:
    return str(next(index for index, other in enumerate(ladder.entry) if other is row))


def _code(kind: str, *parts: str) -> str:
    """A neutral id for a screen: it stands in the address, which others may read."""
    return f"{kind}-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:6]
