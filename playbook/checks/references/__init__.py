"""Names and what they lead to: unknown, shared, unused, in circles; and words that YAML cut off."""

from playbook.checks.references import (
    comment_in_text,
    curly_quotes,
    duplicate_id,
    finder_dead_end,
    fixed_level,
    html_in_text,
    no_start,
    path_stop,
    same_label,
    sentences_in_brackets,
    step_cycle,
    test_loop,
    unknown_check,
    unknown_label,
    unknown_placeholder,
    unknown_reference,
    unreachable_rung,
    unused_acceptance,
    unused_entry,
    unused_record,
)

__all__ = ["MODULES"]

MODULES = (
    comment_in_text,
    curly_quotes,
    duplicate_id,
    finder_dead_end,
    fixed_level,
    html_in_text,
    no_start,
    path_stop,
    same_label,
    sentences_in_brackets,
    step_cycle,
    test_loop,
    unknown_check,
    unknown_label,
    unknown_placeholder,
    unknown_reference,
    unreachable_rung,
    unused_acceptance,
    unused_entry,
    unused_record,
)
