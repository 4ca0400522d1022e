"""What can go wrong while a handbook is begun, published or shown. Pages only."""

from playbook.checks.publishing import (
    cannot_print,
    cannot_serve,
    cannot_write,
    engine_failed,
    engine_warning,
    not_empty,
    output_not_ours,
    page_taken,
    template,
    unknown_template,
    unsafe_output,
)

__all__ = ["MODULES"]

MODULES = (
    cannot_print,
    cannot_serve,
    cannot_write,
    engine_failed,
    engine_warning,
    not_empty,
    output_not_ours,
    page_taken,
    template,
    unknown_template,
    unsafe_output,
)
