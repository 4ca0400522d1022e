"""The finder: from what happened to what to do today, who decides, and the agreed range with its reason.

It never decides. One graph, made from the content, serves the page, the plain
table, the printable list and the terminal.
"""

from playbook.finder.answer import Answer, answer_for, column_for
from playbook.finder.graph import build_graph
from playbook.finder.nodes import End, Graph, Option, OptionGroup, Question
from playbook.finder.paths import Asked, Path, asked_before, dead_ends, first_paths, walk
from playbook.finder.rows import groups_of_rows, matching_rows, rows_for, severity_of

__all__ = [
    "Answer",
    "Asked",
    "End",
    "Graph",
    "Option",
    "OptionGroup",
    "Path",
    "Question",
    "answer_for",
    "asked_before",
    "build_graph",
    "column_for",
    "dead_ends",
    "first_paths",
    "groups_of_rows",
    "matching_rows",
    "rows_for",
    "severity_of",
    "walk",
]
