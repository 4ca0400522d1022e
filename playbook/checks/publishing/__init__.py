"""What can go wrong while a handbook is published or shown. Pages only."""

from playbook.checks.publishing import (
    cannot_serve,
    cannot_write,
    engine_failed,
    engine_warning,
    output_not_ours,
    page_taken,
    unknown_template,
    unsafe_output,
)

__all__ = ["MODULES"]

MODULES = (
    cannot_serve,
    cannot_write,
    engine_failed,
    engine_warning,
    output_not_ours,
    page_taken,
    unknown_template,
    unsafe_output,
)
