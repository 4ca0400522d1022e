"""View of what changed: when, what, for whom, and whether something else applies now."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas, Link

__all__ = ["ChangeView", "ChangesView", "changes_view"]

_KINDS = {"editorial": "Clearer words, same rule", "substantive": "Something else applies now"}


@dataclass(frozen=True)
class ChangeView:
    """One change in words."""

    date: str
    what: str
    audience: str
    kind: str
    substantive: bool


@dataclass(frozen=True)
class ChangesView:
    """Every change, the latest first, and how one proposes the next."""

    changes: tuple[ChangeView, ...]
    propose: str
    begun_before: str
    review: Link | None = None


def changes_view(atlas: Atlas) -> ChangesView:
    """The page of changes; changes of one day stay in the author's order."""
    log = atlas.handbook.changes
    latest_first = sorted(log.changes, key=lambda change: change.date, reverse=True)
    return ChangesView(
        tuple(
            ChangeView(
                change.date.isoformat(),
                change.what,
                change.for_,
                _KINDS[change.kind],
                change.kind == "substantive",
            )
            for change in latest_first
        ),
        log.propose or "",
        log.begun_before or "",
        atlas.checklist(log.review_with),
    )
