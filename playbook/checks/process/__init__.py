"""What a fair and kind process needs: examples, help, rights, records, a way back, rules that agree."""

from playbook.checks.process import (
    acceptable_twin,
    act_within_missing,
    count_outlives_record,
    excluded_told_nothing,
    first_undefined,
    formal_rights,
    jurisdiction_missing,
    protected_points,
    range_order,
    record_nowhere,
    rows_overlap,
    rows_touch,
    same_role,
    skip_past_must,
    support_first,
    unrecorded_record,
    way_back,
)

__all__ = ["MODULES"]

MODULES = (
    acceptable_twin,
    act_within_missing,
    count_outlives_record,
    excluded_told_nothing,
    first_undefined,
    formal_rights,
    jurisdiction_missing,
    protected_points,
    range_order,
    record_nowhere,
    rows_overlap,
    rows_touch,
    same_role,
    skip_past_must,
    support_first,
    unrecorded_record,
    way_back,
)
