"""The view of the accessibility statement."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas, Call

__all__ = ["AccessibilityView", "accessibility_view"]


@dataclass(frozen=True)
class AccessibilityView:
    """Whom to tell when something does not work, and whether titles of cards are kept neutral."""

    call: Call | None
    discreet: bool


def accessibility_view(atlas: Atlas) -> AccessibilityView:
    """The view of the accessibility statement."""
    return AccessibilityView(atlas.call(None), atlas.handbook.settings.discreet)
