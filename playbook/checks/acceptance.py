"""What an author has looked at and keeps: findings accepted in place, each with a reason.

A record lists them under ``accepted``: the check, where, and why. It holds for every
check whose level can be changed. Nothing is hidden by it: what is accepted is listed
with its reason, and an entry that no longer accepts anything is a finding itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from playbook.model.acceptance import Acceptance
from playbook.model.whole import Handbook, Record
from playbook.problems import Accepted, Location, Problem
from playbook.yaml_source import Fields, Items, Node

__all__ = ["Entry", "Settled", "entries", "settle"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Entry:
    """One line under ``accepted`` in a record."""

    record: Record
    index: int
    acceptance: Acceptance

    @property
    def at(self) -> Location:
        """Where it names its check."""
        return self.record.at("accepted", self.index, "check")

    def fits(self, problem: Problem) -> bool:
        """Say whether it is about this finding."""
        place = problem.location
        if place is None or place.file != self.record.source.file or problem.check != self.acceptance.check:
            return False
        wanted = self.acceptance.at
        return wanted is None or _stands_there(self.record, place, wanted)


@dataclass(frozen=True)
class Settled:
    """Findings that are left to mend, and those that are kept with a reason."""

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...] = ()


def entries(handbook: Handbook) -> Iterator[Entry]:
    """Everything the records of a handbook accept."""
    for record in handbook.records.values():
        for index, acceptance in enumerate(getattr(record.data, "accepted", ())):
            yield Entry(record, index, acceptance)


def settle(
    handbook: Handbook, problems: Iterable[Problem], made: Iterable[str], refused: Mapping[str, str]
) -> Settled:
    """Take out what is accepted, and report entries that accept nothing.

    ``made`` names the checks that were made, so that no entry is called unused before its
    check has looked; ``refused`` gives for each check why it cannot be accepted, "" where it can.
    """
    by_check: dict[str, list[Entry]] = {}
    for entry in entries(handbook):
        if refused.get(entry.acceptance.check) == "":
            by_check.setdefault(entry.acceptance.check, []).append(entry)
    left, accepted, used = [], [], set()
    for problem in problems:
        fitting = [entry for entry in by_check.get(problem.check, ()) if entry.fits(problem)]
        if fitting:
            accepted.append(Accepted(problem, fitting[0].acceptance.because, fitting[0].at))
            used |= {entry.at for entry in fitting}
        else:
            left.append(problem)
    looked = set(made)
    unused = [
        _unused(entry)
        for check, its in by_check.items()
        if check in looked
        for entry in its
        if entry.at not in used and entry.record.whole
    ]
    return Settled((*left, *unused), tuple(accepted))


def _unused(entry: Entry) -> Problem:
    check, words = entry.acceptance.check, entry.acceptance.at
    where = f' at "{words}"' if words else " in this file"
    message = f"{check} finds nothing{where}, so there is nothing to accept"
    hint = "delete the entry, or correct where it is"
    return Problem("unused-acceptance", message, entry.at, hint)


def _stands_there(record: Record, place: Location, wanted: str) -> bool:
    """Say whether these words stand where something was found, or name a part around it."""
    if record.source.tree is None:
        return False
    lines = record.source.text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    names, words = _around(record.source.tree, place)
    sought = _plain(wanted)
    return wanted in names or sought in _plain(line) or sought in _plain(words)


def _around(tree: Node, place: Location) -> tuple[set[str], str]:
    """The names and ids of every part around a place, and the text that stands there."""
    names: set[str] = set()
    node: Node | None = tree
    while isinstance(node, Fields | Items):
        if isinstance(node, Items):
            node = _last_before(((item.at, item) for item in node.items), place)
            continue
        names |= {getattr(node.values[name], "value", "") for name in ("id",) if name in node.values}
        found = _last_before(((node.keys[name], name) for name in node.values), place)
        names |= {found} if found else set()
        node = node.values[found] if found else None
    return names - {""}, node.value if node else ""


def _last_before(placed: Iterable[tuple[Location, _T]], place: Location) -> _T | None:
    """What begins nearest before a place, or at it."""
    before = [(at, found) for at, found in placed if (at.line, at.column) <= (place.line, place.column)]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
