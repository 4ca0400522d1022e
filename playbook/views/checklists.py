"""The view of a meeting checklist: what to tick before, during and after."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.model.records import Checklist, ChecklistItem
from playbook.views.common import Atlas, Upkept, upkept

__all__ = ["ChecklistView", "Phase", "TickedAction", "checklist_view"]


@dataclass(frozen=True)
class TickedAction:
    """One item to tick; ``key`` belongs to its words, not to its place in the list."""

    key: str
    do: str
    say: str


@dataclass(frozen=True)
class Phase:
    """One part of a meeting: ``key`` is before, during or after."""

    title: str
    key: str
    items: tuple[TickedAction, ...]


@dataclass(frozen=True)
class ChecklistView:
    """A meeting checklist: before, during, after."""

    id: str
    address: str
    title: str
    used_when: str
    takes: str
    formality: str
    formal: bool
    phases: tuple[Phase, ...]
    upkeep: Upkept


def _ticked(phase: str, items: Sequence[ChecklistItem]) -> Iterator[TickedAction]:
    """Each item with a key made from its words: a tick stays with its action when the list changes."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.do] += 1
        again = f"-{seen[item.do]}" if seen[item.do] > 1 else ""
        digest = hashlib.sha256(item.do.encode()).hexdigest()[:8]
        yield TickedAction(f"{phase}-{digest}{again}", item.do, item.say or "")


def checklist_view(atlas: Atlas, id_: str, checklist: Checklist) -> ChecklistView:
    """The view of one checklist; a phase without items is left out."""
    phases = (
        ("Before", "before", checklist.before),
        ("During", "during", checklist.during),
        ("After", "after", checklist.after),
    )
    return ChecklistView(
        id_,
        atlas.addresses.of("checklist", id_),
        checklist.title,
        checklist.used_when or "",
        checklist.takes or "",
        atlas.labels.formal if checklist.formal else atlas.labels.informal,
        checklist.formal,
        tuple(Phase(title, key, tuple(_ticked(key, items))) for title, key, items in phases if items),
        upkept(atlas, checklist.upkeep),
    )
