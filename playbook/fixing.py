"""Corrects slips of the pen: a mistyped name for which there is exactly one near and known word.

Only the letters of that name change; comments, layout and everything else stay. Pure: gets
problems and text, returns text; the command line writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from playbook.problems import Problem
from playbook.words_near import nearest

__all__ = ["FIXABLE", "Fix", "fixes_for", "with_fixes"]

FIXABLE = frozenset(
    {
        "unknown-check",
        "unknown-choice",
        "unknown-field",
        "unknown-label",
        "unknown-placeholder",
        "unknown-reference",
    }
)
"""The checks whose findings may be a slip of the pen."""

_OF_NAMES = frozenset({"unknown-placeholder", "unknown-reference"})
"""Those whose right word may stand in lines that could not be read."""

_PROPOSED = re.compile(r'did you mean "([^"]+)"\?')


@dataclass(frozen=True, order=True)
class Fix:
    """One word that is corrected, and where it stood."""

    file: str
    line: int
    column: int
    old: str
    new: str

    def __str__(self) -> str:
        return f'{self.file}:{self.line}:{self.column}: changed "{self.old}" to "{self.new}"'


def fixes_for(problems: Iterable[Problem], file: str, text: str) -> list[Fix]:
    """The corrections that are safe in one file, in reading order."""
    lines = text.removeprefix("\ufeff").split("\n")
    problems = list(problems)
    unread = any(problem.check == "yaml-syntax" for problem in problems)
    sure = (problem for problem in problems if not (unread and problem.check in _OF_NAMES))
    return sorted({fix for problem in sure if (fix := _fix(problem, file, lines))})


def with_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with these words corrected and every other character as it was."""
    start = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text[len(start) :].split("\n")
    for fix in sorted(fixes, reverse=True):
        line, at = lines[fix.line - 1], fix.column - 1
        lines[fix.line - 1] = line[:at] + fix.new + line[at + len(fix.old) :]
    return start + "\n".join(lines)


def _fix(problem: Problem, file: str, lines: list[str]) -> Fix | None:
    at, proposed = problem.location, _PROPOSED.match(problem.hint)
    if problem.check not in FIXABLE or at is None or at.file != file or proposed is None:
        return None
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    old, new = line[at.column - 1 : at.column - 1 + at.length], proposed[1]
    # what stands there must be the mistyped word itself, whole, and not only something near it
    if f'"{old}"' not in problem.message or nearest(old, [new]) != new:
        return None
    return Fix(file, at.line, at.column, old, new)
