"""The checks: rules about meaning, what each finds in a handbook, and the page that explains it.

The front door of this package: everybody else imports from here.
"""

from __future__ import annotations

from datetime import date

from playbook.checks.inspection import Inspection
from playbook.checks.registry import CHECKS, levels_for, unchangeable
from playbook.model.whole import Handbook
from playbook.problems import Level, Problem, sort_problems
from playbook.schema import UNREADABLE

__all__ = ["all_checks", "checks_made", "explain", "levels_for", "run_checks"]


def run_checks(handbook: Handbook, *, today: date | None = None) -> list[Problem]:
    """Everything the checks find in a handbook, in reading order, not yet weighed.

    ``today`` is for checks that compare dates; without it they stay silent.
    """
    inspection = Inspection(handbook, today, unchangeable(handbook))
    return sort_problems(
        Problem(check.id, finding.message, finding.at, finding.hint)
        for check in CHECKS.values()
        if check.run is not None
        for finding in check.run(inspection)
        if UNREADABLE not in finding.message
    )


def explain(check_id: str) -> str | None:
    """The page of a check, as Markdown; None when there is no such check."""
    check = CHECKS.get(check_id)
    if check is None:
        return None
    body = check.page.partition("\n")[2].strip("\n")
    weight = f"Level: {check.level}"
    if check.in_force:
        weight += f"; {check.in_force} while the handbook is in force"
    weight += (
        ". It cannot be changed." if check.fixed else ". It can be changed under `checks` in handbook.yml."
    )
    return f"# {check.id}\n\n{check.title}\n\n{body}\n\n{weight}\n"


def all_checks() -> list[tuple[str, Level, str]]:
    """Every check: its id, its usual level, and what it finds, in the order of ids."""
    return [(check.id, check.level, check.title) for check in CHECKS.values()]


def checks_made(handbook: Handbook | None) -> int:
    """How many checks look at this handbook: not those switched off, nor those about publishing it."""
    levels = levels_for(handbook)
    return sum(check.group != "publishing" and levels[check.id] is not Level.OFF for check in CHECKS.values())
