"""The running text of every record; shared by the checks on plain language."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Inspection, within
from playbook.model.whole import Record
from playbook.problems import Location
from playbook.running_text import Passage, make_resolve, passages

__all__ = ["known_abbreviations", "place_of", "read"]


def read(inspection: Inspection) -> Iterator[tuple[Record, tuple[Passage, ...]]]:
    """Every record with its passages; what stands on a card is left to the checks on cards."""
    return iter(inspection.looked_up(_read))


def place_of(record: Record, passage: Passage, part: str) -> Location:
    """Where these words of a passage begin in the author's file."""
    at = record.at(*passage.path)
    found = within(record, at, part)
    if found != at or not part.split():
        return found
    return within(record, at, part.split()[0])  # the file breaks the sentence over lines


def known_abbreviations(inspection: Inspection) -> frozenset[str]:
    """Abbreviations that words.yml explains, as an abbreviation or as a word of its own, in capitals."""
    own = inspection.handbook.words
    return frozenset(word.upper() for word in (*own.abbreviations, *(entry.word for entry in own.words)))


def _read(inspection: Inspection) -> tuple[tuple[Record, tuple[Passage, ...]], ...]:
    resolve = make_resolve(inspection.handbook)
    return tuple(
        (record, tuple(passage for passage in passages(record, resolve) if not passage.on_card))
        for record in inspection.handbook.records.values()
    )
