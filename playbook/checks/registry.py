"""Every check there is: its id, its usual level, its page, and what it runs.

A check is one module. Its name is its id in words, its docstring is its page; with a
function ``run`` it looks at a handbook, without one it describes what the reader of
YAML, the page checks or the publisher report. Levels are decided here, never in a check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import ModuleType

from playbook.checks import (
    cards,
    decisions,
    pages,
    plain,
    process,
    publishing,
    reading,
    references,
    upkeep,
    wording,
)
from playbook.checks.inspection import Finding, Inspection
from playbook.model.whole import Handbook
from playbook.problems import Level

__all__ = ["CHECKS", "GROUPS", "Check", "levels_for", "unchangeable"]

GROUPS: tuple[tuple[ModuleType, bool], ...] = (
    (reading, True),
    (references, False),
    (process, False),
    (cards, False),
    (plain, False),
    (wording, False),
    (decisions, False),
    (upkeep, False),
    (pages, False),
    (publishing, True),
)
"""The groups of checks; True where no level of the group can be changed."""


@dataclass(frozen=True)
class Check:
    """One check. ``fixed`` says that its level cannot be changed; ``in_force`` what it is then."""

    id: str
    group: str
    level: Level
    page: str
    fixed: bool = False
    in_force: Level | None = None
    run: Callable[[Inspection], Iterable[Finding]] | None = None

    @property
    def title(self) -> str:
        """The one sentence that says what it finds."""
        return self.page.partition("\n")[0]


def levels_for(handbook: Handbook | None) -> dict[str, Level]:
    """The level of every check: its usual one, or what handbook.yml says where that may be said."""
    levels = {check.id: check.level for check in CHECKS.values()}
    if handbook is None:
        return levels
    refused = unchangeable(handbook)
    levels |= {id_: level for id_, level in handbook.settings.checks.items() if refused.get(id_) == ""}
    if handbook.settings.status == "in-force":
        levels |= {check.id: check.in_force for check in CHECKS.values() if check.in_force}
    return levels


def unchangeable(handbook: Handbook) -> dict[str, str]:
    """Every check with the reason why this handbook cannot change its level; "" where it can."""
    in_force = handbook.settings.status == "in-force"
    return {check.id: _reason(check, in_force=in_force) for check in CHECKS.values()}


def _reason(check: Check, *, in_force: bool) -> str:
    if check.fixed:
        return "what it finds cannot be published as it is"
    if check.in_force and in_force:
        return "the handbook is in force"
    return ""


def _check(group: ModuleType, module: ModuleType, *, fixed: bool) -> Check:
    return Check(
        id=module.__name__.rpartition(".")[2].replace("_", "-"),
        group=group.__name__.rpartition(".")[2],
        level=getattr(module, "LEVEL", Level.ERROR),
        page=(module.__doc__ or "").strip(),
        fixed=fixed or getattr(module, "FIXED", False),
        in_force=getattr(module, "IN_FORCE", None),
        run=getattr(module, "run", None),
    )


def _all() -> Mapping[str, Check]:
    checks = [_check(group, module, fixed=fixed) for group, fixed in GROUPS for module in group.MODULES]
    return {check.id: check for check in sorted(checks, key=lambda check: check.id)}


CHECKS: Mapping[str, Check] = _all()
"""Every check by its id, in the order of ids."""
