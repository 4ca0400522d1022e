"""The view of the page that looks at the words of a draft, where the organisation has switched it on."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.views.common import Atlas
from playbook.wording import rules_for

__all__ = ["RULES", "DraftView", "draft_view"]

RULES = "assets/playbook/wording-rules.js"
"""Where the rules lie. A script, because a page that is opened as a file may load nothing else."""


@dataclass(frozen=True)
class DraftView:
    """How many checks on wording the page makes."""

    checks: int


def draft_view(atlas: Atlas) -> DraftView | None:
    """The view of the page; nothing where it is switched off."""
    settings = atlas.handbook.settings
    return DraftView(len(rules_for(settings.language).checks)) if settings.wording_page else None
