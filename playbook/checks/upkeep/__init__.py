"""Whether the handbook is kept current: dates of review, records to come, contacts that were tried."""

from playbook.checks.upkeep import (
    contact_unverified,
    future_change,
    future_record,
    no_review,
    review_before_start,
    review_overdue,
    review_soon,
)

__all__ = ["MODULES"]

MODULES = (
    contact_unverified,
    future_change,
    future_record,
    no_review,
    review_before_start,
    review_overdue,
    review_soon,
)
