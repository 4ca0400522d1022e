"""Walks every way through the finder, to prove that each one ends and to count its screens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.finder.graph import Graph, Option

__all__ = ["Path", "dead_ends", "walk"]


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
    found = []
    for question in graph.questions.values():
        for option in question.options:
            if not option.target and option.card is None or option.target and option.target not in graph.questions \
                    and option.target not in graph.ends:
                found.append(f"{question.id}: {option.label}")
        if not any(option.unsure for option in question.options):
            found.append(f"{question.id}: I don't know is missing")
    return found
