"""The terms that the rules of a ladder share: how long something lasts, and how binding it is."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playbook.model.fields import Duration, Model

__all__ = ["Force", "Length"]

Force = Literal["may", "normally", "presumptively", "must"]
"""How binding a rule is, in the author's word. A sentence carries its own; this is for rules without one."""


class Length(Model):
    """How long something lasts: one length, or a range with both ends; a range without ``to`` is open."""

    shorthand: ClassVar[str] = "length"

    length: Duration | None = Field(
        None, description='The length, such as "5 working days" or "2 to 4 weeks".'
    )
    from_: Duration | None = Field(None, alias="from", description="The shorter end; it counts.")
    to: Duration | None = Field(None, description="The longer end; it counts. Left out: no upper end.")
