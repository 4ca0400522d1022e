"""What the organisation must have decided and approved before its handbook is in force."""

from playbook.checks.decisions import (
    missing_approval,
    no_length,
    not_yet_in_force,
    open_decision,
    still_to_write,
)

__all__ = ["MODULES"]

MODULES = (missing_approval, no_length, not_yet_in_force, open_decision, still_to_write)
