"""From the place where the parser stumbled to the line that an author must change, and a way to read on.

A parser often stumbles lines after the slip: a quotation mark that is never closed, a
field indented by one space too many. Each rule knows one slip; it names the place and
mends the lines, so that everything else in the file can still be read. Part of ``yaml_source``.
"""

from __future__ import annotations

from collections.abc import Callable

from playbook.yaml_source import signs, structure
from playbook.yaml_source.lines import Lines, value_start
from playbook.yaml_source.mending import Fault, last_words, put_in_quotes
from playbook.yaml_source.parts import Mark, Stop

__all__ = ["Fault", "find_fault"]


def find_fault(lines: Lines, stop: Stop) -> Fault:
    """Find the slip that made the parser stop."""
    at = last_words(lines, stop.mark or stop.begun or (0, 0))
    for rule in _RULES:
        found = rule(lines, stop, at)
        if found:
            return found
    kind = "after-end" if "document start" in stop.said else "unreadable"
    return Fault(kind, *at, mended=put_in_quotes(lines, at[0], value_start(lines[at[0]])))


_RULES: tuple[Callable[[Lines, Stop, Mark], Fault | None], ...] = (
    structure.second_document,
    signs.escape,
    signs.percent,
    structure.no_name,
    structure.entry_in_text,
    structure.tab,
    signs.bad_start,
    signs.open_mark,
    structure.glued,
    signs.after_closing,
    structure.colon,
    structure.simple_key,
    structure.list_here,
    structure.misplaced,
)
"""In the order in which they are asked: what is sure first, guesses last."""
