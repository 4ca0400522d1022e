"""Which rows of a ladder's grid answer for what happened: one rule for card, table, finder and terminal.

Rows about the person's own group win over rows for everybody; among these, a row about this very
deviation wins over its standard's, and that over its severity's. A row that also needs a circumstance
or a length of time is a question to ask, never assumed: it stands beside the next row that does not.
"""

from __future__ import annotations

from playbook.model.entry import EntryRow
from playbook.model.ladder import Ladder
from playbook.model.whole import FoundDeviation, Handbook

__all__ = ["groups_of_rows", "is_conditional", "matching_rows", "row_key", "rows_for", "severity_of"]


def matching_rows(handbook: Handbook, ladder: Ladder, found: FoundDeviation) -> tuple[EntryRow, ...]:
    """Every row that can answer for this deviation, whoever it is about, in the order of the grid."""
    groups = (None, *groups_of_rows(handbook, ladder, found))
    answering = [row for group in groups for row in rows_for(handbook, ladder, found, group)]
    return tuple(row for row in ladder.entry if any(row is one for one in answering))


def groups_of_rows(handbook: Handbook, ladder: Ladder, found: FoundDeviation) -> tuple[str, ...]:
    """The groups of people for whom this deviation has a row of their own."""
    named = (row.for_.group for row in ladder.entry if _fits(row, found))
    return tuple(dict.fromkeys(group for group in named if group))


def rows_for(
    handbook: Handbook, ladder: Ladder, found: FoundDeviation, group: str | None = None
) -> tuple[EntryRow, ...]:
    """The rows that answer for somebody of this group (None: of no group that a row names).

    Rows that need a circumstance come first. At most the last ones hold without one.
    """
    fitting = [row for row in ladder.entry if _fits(row, found) and row.for_.group in (None, group)]
    chosen: list[EntryRow] = []
    for rank in sorted({_rank(row) for row in fitting}, reverse=True):
        nearest = [row for row in fitting if _rank(row) == rank]
        chosen += nearest
        if not all(is_conditional(row) for row in nearest):
            break
    # what is said of a circumstance alone is said of every deviation
    general = [row for row in fitting if _rank(row) == _ANY and is_conditional(row)]
    chosen += [row for row in general if not any(row is one for one in chosen)]
    return tuple(sorted(chosen, key=lambda row: not is_conditional(row)))


def is_conditional(row: EntryRow) -> bool:
    """Whether a row only holds in a circumstance, or when it went on for some time."""
    return row.for_.circumstance is not None or row.for_.how_long is not None


def severity_of(handbook: Handbook, row: EntryRow) -> str | None:
    """How grave what a row is about is: the severity it names, or that of its deviation; None if neither says."""
    found = handbook.deviations.get(row.for_.deviation or "")
    return row.for_.severity or (found.deviation.severity if found else None)


def row_key(ladder: Ladder, row: EntryRow) -> str:
    """A name for a row from the ids in it; rows with the same ids are numbered."""
    number = sum(_ids(other) == _ids(row) for other in _before(ladder, row))
    return " ".join((*_ids(row), str(number)))


def _before(ladder: Ladder, row: EntryRow) -> list[EntryRow]:
    index = next(index for index, other in enumerate(ladder.entry) if other is row)
    return ladder.entry[:index]


def _ids(row: EntryRow) -> tuple[str, ...]:
    about = row.for_
    return tuple(id_ or "-" for id_ in (about.severity, about.deviation, about.standard, about.group))


_ANY = (False, 0)


def _rank(row: EntryRow) -> tuple[bool, int]:
    about = row.for_
    nearness = 3 if about.deviation else 2 if about.standard else 1 if about.severity else 0
    return about.group is not None, nearness


def _fits(row: EntryRow, found: FoundDeviation) -> bool:
    about = row.for_
    return (
        about.severity in (None, found.deviation.severity)
        and about.standard in (None, found.standard_id)
        and about.deviation in (None, found.deviation.id)
    )
