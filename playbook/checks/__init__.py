"""The checks: rules about meaning, what each finds in a handbook, and the page that explains it.

The front door of this package: everybody else imports from here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from playbook.checks.acceptance import Settled, settle
from playbook.checks.inspection import Inspection
from playbook.checks.registry import CHECKS, Check, levels_for, unchangeable
from playbook.model.whole import Handbook
from playbook.problems import Level, Problem, sort_problems
from playbook.schema import UNREADABLE

__all__ = [
    "Round",
    "Settled",
    "accept_pages",
    "all_checks",
    "check_handbook",
    "checks_made",
    "explain",
    "explain_all",
    "levels_for",
    "run_checks",
]


_FIXED = "It cannot be changed."
_YOURS = """It can be changed under `checks` in handbook.yml. To keep one finding
as it is, add to that record, under `accepted`: `check`, `at` (words of the line, or the
id of the step or entry) and `because`; the report lists it with your reason."""


def run_checks(handbook: Handbook, *, today: date | None = None) -> list[Problem]:
    """Everything the checks find in a handbook, in reading order, not yet weighed.

    ``today`` is for checks that compare dates; without it they stay silent.
    """
    return list(check_handbook(handbook, today=today).problems)


def check_handbook(handbook: Handbook, *, today: date | None = None) -> Settled:
    """The same, together with what its authors have accepted with a reason."""
    round_ = Round(handbook, today)
    return round_.settled([*round_.references(), *round_.others()])


class Round:
    """All checks on one handbook, in two parts: whether what it names is there, and everything else."""

    def __init__(self, handbook: Handbook, today: date | None = None) -> None:
        self._handbook = handbook
        self._today = today
        self._refused = unchangeable(handbook)
        self._inspection = Inspection(handbook, today, self._refused)
        self._made = [check for check in CHECKS.values() if check.run is not None]

    def references(self) -> list[Problem]:
        """What keeps pages from being made: names that name nothing, and the like."""
        return self._found(lambda check: check.group == "references")

    def others(self) -> list[Problem]:
        """What all other checks find."""
        return self._found(lambda check: check.group != "references")

    def settled(self, found: Iterable[Problem]) -> Settled:
        """All findings, apart from those that the authors have accepted with a reason."""
        # without a day some checks were silent, and nothing they would find can be called absent
        asked = [check.id for check in self._made] if self._today else []
        settled = settle(self._handbook, found, asked, self._refused)
        return Settled(tuple(sort_problems(settled.problems)), settled.accepted)

    def _found(self, is_asked: Callable[[Check], bool]) -> list[Problem]:
        return [
            Problem(check.id, finding.message, finding.at, finding.hint)
            for check in self._made
            if check.run is not None and is_asked(check)
            for finding in check.run(self._inspection)
            if UNREADABLE not in finding.message
        ]


def accept_pages(handbook: Handbook, problems: Iterable[Problem]) -> Settled:
    """What is left of the findings about rendered pages, once that which is accepted is taken out."""
    made = [check.id for check in CHECKS.values() if check.group == "pages"]
    return settle(handbook, problems, made, unchangeable(handbook))


def explain(check_id: str) -> str | None:
    """The page of a check, as Markdown; None when there is no such check."""
    check = CHECKS.get(check_id)
    if check is None:
        return None
    body = check.page.partition("\n")[2].strip("\n")
    weight = f"Level: {check.level}"
    if check.in_force:
        weight += f"; {check.in_force} while the handbook is in force"
    weight += ". " + (_FIXED if check.fixed else _YOURS)
    return f"# {check.id}\n\n{check.title}\n\n{body}\n\n{weight}\n"


def explain_all() -> str:
    """The pages of all checks as one Markdown text, in the order of ids."""
    head = "# What is looked for\n\nNo check says that something is fair, only what it looked for and what it found."
    table = ["| check | level | finds |", "| --- | --- | --- |"]
    table += [f"| [{id_}](#{id_}) | {level} | {title} |" for id_, level, title in all_checks()]
    pages = ["#" + (explain(id_) or "") for id_ in CHECKS]
    return "\n\n".join([head, "\n".join(table), *(page.rstrip("\n") for page in pages)]) + "\n"


def all_checks() -> list[tuple[str, Level, str]]:
    """Every check: its id, its usual level, and what it finds, in the order of ids."""
    return [(check.id, check.level, check.title) for check in CHECKS.values()]


def checks_made(handbook: Handbook | None) -> int:
    """How many checks look at this handbook: not those switched off, nor those about publishing it."""
    levels = levels_for(handbook)
    return sum(check.group != "publishing" and levels[check.id] is not Level.OFF for check in CHECKS.values())
