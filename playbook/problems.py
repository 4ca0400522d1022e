"""What a problem is: one finding, in plain words, at a place in a file.

Everything that reads, checks or renders reports problems as data; nothing here
prints. Imported by every other module; imports none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["Accepted", "Level", "Location", "Problem", "assign_levels", "has_errors", "sort_problems"]


class Level(StrEnum):
    """How much a finding weighs; the organisation may change it per check."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file of the project: line and column count from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True)
class Problem:
    """One finding: which check, where, what was found, and what to do about it."""

    check: str
    message: str
    location: Location | None = None
    hint: str = ""
    level: Level = Level.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of findings in a report: by place first, so an author reads a file top-down."""
        at = self.location
        place = (at.file, at.line, at.column) if at else ("", 0, 0)
        return (*place, self.check, self.message)


@dataclass(frozen=True)
class Accepted:
    """A finding that the author keeps as it is, with the reason and where that is written."""

    problem: Problem
    because: str
    at: Location


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Put findings in reading order and drop exact repeats."""
    return sorted(set(problems), key=lambda problem: problem.sort_key)


def assign_levels(problems: Iterable[Problem], levels: Mapping[str, Level]) -> list[Problem]:
    """Give every finding the level its check has in this handbook; drop those switched off."""
    levelled = (replace(p, level=levels.get(p.check, p.level)) for p in problems)
    return [problem for problem in levelled if problem.level is not Level.OFF]


def has_errors(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Say whether these findings stop a build; with ``strict`` a warning stops it too."""
    stopping = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return any(problem.level in stopping for problem in problems)
