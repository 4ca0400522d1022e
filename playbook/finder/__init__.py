"""The finder: from what happened to what to do today, who decides, and the agreed range with its reason.

It never decides. One graph, made from the content, serves the page, the plain
table, the printable list and the terminal.
"""

from playbook.finder.answer import Answer, answer_for, column_for, matching_rows
from playbook.finder.graph import End, Graph, Option, OptionGroup, Question, build_graph
from playbook.finder.paths import Path, dead_ends, walk

__all__ = [
    "Answer", "End", "Graph", "Option", "OptionGroup", "Path", "Question", "answer_for", "build_graph", "column_for",
    "dead_ends", "matching_rows", "walk",
]
