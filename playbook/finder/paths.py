"""Walks every way through the finder: each one ends, so many screens, and after which answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from playbook.finder.nodes import Graph, Option, Question

__all__ = ["Asked", "Path", "asked_before", "dead_ends", "first_paths", "walk"]


@dataclass(frozen=True)
class Path:
    """One way: the questions answered, the answers given, and where it ends (a node id or a card)."""

    questions: tuple[str, ...]
    answers: tuple[Option, ...]
    end: str

    @property
    def screens(self) -> int:
        """How many questions a reader answers."""
        return len(self.questions)


@dataclass(frozen=True)
class Asked:
    """A test that every way to an end goes through, and the answers that lead on from there to it."""

    ask: str
    answers: tuple[Option, ...]


def first_paths(graph: Graph, begin: str) -> dict[str, Path]:
    """Every end that can be reached without an "I don't know", with the shortest way to it."""
    found: dict[str, Path] = {}
    waiting, seen = deque([Path((), (), begin)]), {begin}
    while waiting:
        path = waiting.popleft()
        question = graph.questions.get(path.end)
        if question is None:
            found[path.end] = path
            continue
        for option in question.options:
            if option.target and option.target not in seen and not option.unsure:
                seen.add(option.target)
                waiting.append(Path((*path.questions, path.end), (*path.answers, option), option.target))
    return found


def walk(graph: Graph) -> Iterator[Path]:
    """Every path from the start; a path that would come back to a question ends there as ``loop``."""
    stack: list[tuple[str, tuple[str, ...], tuple[Option, ...]]] = [(graph.start, (), ())]
    while stack:
        node, asked, given = stack.pop()
        question = graph.questions.get(node)
        if question is None or node in asked:
            yield Path(asked, given, "loop" if node in asked else node)
            continue
        for option in reversed(tuple(question.options)):
            if option.target:
                stack.append((option.target, (*asked, node), (*given, option)))
            else:
                yield Path((*asked, node), (*given, option), "card")


def dead_ends(graph: Graph) -> list[str]:
    """Targets that are neither a question nor an end, and questions without "I don't know"."""
    nodes = {*graph.questions, *graph.ends}
    found = []
    for question in graph.questions.values():
        for option in question.options:
            if option.target not in nodes and not (option.card and not option.target):
                found.append(f"{question.id}: {option.label}")
        if not any(option.unsure for option in question.options):
            found.append(f"{question.id}: I don't know is missing")
    return found


def asked_before(graph: Graph, begin: str = "") -> Mapping[str, tuple[Asked, ...]]:
    """For every end: the tests that no way to it goes past, in order, with the answers that lead there.

    The ways are those from ``begin``, else from the first question. A test whose every answer
    leads there says nothing about the end, and is left out.
    """
    tests: dict[tuple[str, str], list[Question]] = {}
    for id_ in graph.reading_order(begin):
        question = graph.questions.get(id_)
        if question and question.test:
            tests.setdefault((question.ladder_id, question.test), []).append(question)
    leads = {id_: _reachable(graph, [id_]) for id_ in (*graph.questions, *graph.ends)}
    found: dict[str, list[Asked]] = {id_: [] for id_ in graph.ends}
    for same in tests.values():
        past = _reachable(graph, [begin or graph.start], without={question.id for question in same})
        for end in graph.ends:
            answers = _leading(same, leads, end)
            if end not in past and answers and len(answers) < len(tuple(same[0].options)):
                found[end].append(Asked(same[0].ask, answers))
    return {id_: tuple(asked) for id_, asked in found.items()}


def _leading(same: list[Question], leads: Mapping[str, set[str]], end: str) -> tuple[Option, ...]:
    """The answers to one test, wherever it stands in the graph, from which an end can be reached."""
    chosen = {option.key: option for one in same for option in one.options if end in leads[option.target]}
    return tuple(chosen[option.key] for option in same[0].options if option.key in chosen)


def _reachable(graph: Graph, starts: Iterable[str], without: set[str] | None = None) -> set[str]:
    """Every node that can be reached, those at the start among them."""
    seen: set[str] = set()
    waiting = [start for start in starts if start not in (without or ())]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        question = graph.questions.get(node)
        targets = [option.target for option in question.options if option.target] if question else []
        waiting += [target for target in targets if target not in (without or ())]
    return seen
