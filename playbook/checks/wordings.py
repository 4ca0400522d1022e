"""What the wording rules find in the words that people read; shared by the checks on wording."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Found, Inspection, within
from playbook.problems import Location
from playbook.wording import Remark, Rules, find, find_promises, rules_for

__all__ = ["place_in", "promises", "remarks"]

_HEADINGS = {"title", "short"}
_BESIDE = {"not_this", "do_not"}
"""Fields that hold bad examples on purpose: what is not meant, and what people get wrong."""


def remarks(inspection: Inspection, check: str) -> Iterator[Finding]:
    """The findings of one check on wording, each at its words in the author's file."""
    for found, remark in inspection.looked_up(_all):
        if remark.check == check:
            yield Finding(place_in(found, remark.start, remark.length), remark.message, remark.hint)


def promises(inspection: Inspection, profile: str) -> Iterator[Finding]:
    """Words that this jurisdiction profile makes risky, each at its place."""
    rules = inspection.looked_up(_rules)
    for found in inspection.wordings:
        if found.kind != "search":
            for remark in find_promises(found.value, profile, rules):
                yield Finding(place_in(found, remark.start, remark.length), remark.message, remark.hint)


def _all(inspection: Inspection) -> tuple[tuple[Found, Remark], ...]:
    """Everything the rules find; one look at each text for all checks."""
    rules = inspection.looked_up(_rules)
    return tuple(
        (found, remark)
        for found in inspection.wordings
        if found.kind != "search" and found.path[-1] not in _BESIDE
        for remark in find(found.value, rules, heading=_is_heading(found))
    )


def _rules(inspection: Inspection) -> Rules:
    return rules_for(among=(found.value for found in inspection.wordings))


def _is_heading(found: Found) -> bool:
    return found.path[-1] in _HEADINGS and found.kind == "line"


def place_in(found: Found, start: int, length: int) -> Location:
    """Where a part of a text stands; where the file breaks it over lines, its beginning does."""
    written = found.value[start : start + length]
    place = within(found.record, found.at, written)
    return place if place.length == len(written) else within(found.record, found.at, written.split()[0])
