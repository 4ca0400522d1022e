"""Findings that stay as they are, each with its reason, written where they are found."""

from __future__ import annotations

from pydantic import Field

from playbook.model.fields import Model, Remark

__all__ = ["ACCEPTED", "Acceptance"]


class Acceptance(Model):
    """A finding that stays as it is, with the reason."""

    check: Remark = Field(description="Which check found it: the name in square brackets.")
    at: Remark | None = Field(
        None,
        description="Words of the line it was found in, or the id of the step or entry; left out: all it finds in this file.",
    )
    because: Remark = Field(description="Why it stays as it is.")


ACCEPTED = "Findings that stay as they are, each with a reason; for authors only."
"""What the field ``accepted`` of every record is for; it stands last."""
