"""What holds at one rung: what its ladder says for all, with single fields of the rung's own in front.

Imported by the checks and the views, so that both speak of the same rights and records.
"""

from __future__ import annotations

from typing import TypeVar

from playbook.model.fields import Model
from playbook.model.ladder import Ladder
from playbook.model.rights import Records, Rights
from playbook.model.rung import Rung

__all__ = ["records_at", "rights_at"]

_Part = TypeVar("_Part", bound=Model)


def rights_at(ladder: Ladder, rung: Rung) -> Rights | None:
    """Rights at a rung: the ladder's for a formal one, with single fields of its own in front."""
    return _joined(ladder.rights if rung.standing.formal else None, rung.rights)


def records_at(ladder: Ladder, rung: Rung) -> Records | None:
    """Records of a rung: the ladder's for a recorded one, with single fields of its own in front."""
    return _joined(ladder.records if rung.standing.recorded else None, rung.records)


def _joined(shared: _Part | None, own: _Part | None) -> _Part | None:
    if shared is None or own is None:
        return own or shared
    return shared.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})
