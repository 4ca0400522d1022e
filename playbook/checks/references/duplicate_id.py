"""Two things have the same id.

An id is the address of a page and the name that other files use. Looked at are file
names, deviations in the whole handbook (moments share their addresses), the steps,
questions and factors of each ladder, every list in handbook.yml, the words of
words.yml, the questions of my-side.yml (also against the places that its page has of
its own, such as `talk`), and old ids under `was`, which lead to the record of today.

Why: of two things with one id only one can be found; the other is lost without a word.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
  - id: left-without-word
    title: A hand-over left out a promise to a customer
    observable: The customer called on the next day about a promise nobody had passed on.
    severity: minor
examples:
  - acceptable: They write the three open points on the list and say them aloud.
    instead_of: left-without-word
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
  - id: promise-left-out
    title: A hand-over left out a promise to a customer
    observable: The customer called on the next day about a promise nobody had passed on.
    severity: minor
examples:
  - acceptable: They write the three open points on the list and say them aloud.
    instead_of: left-without-word
  - acceptable: They name the promise and ask who will keep it.
    instead_of: promise-left-out
```

How to mend: give one of the two another id. Where readers may have kept the old
address, add it under `was` of the record that took its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.known import LISTS, noun
from playbook.model.handbook import WordsFile
from playbook.model.ladder import Ladder
from playbook.model.reader import MySideFile
from playbook.model.standard import Standard
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.problems import Level, Location
from playbook.schema import UNREADABLE
from playbook.views.my_side import PLACES

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True


@dataclass(frozen=True)
class _Name:
    """One id: what it names, where it stands, and its old ids with the path to them."""

    id: str
    noun: str
    record: Record
    path: Path
    was: tuple[str, ...] = ()
    is_file: bool = False

    @property
    def at(self) -> Location:
        if self.is_file:
            return Location(self.record.source.file)
        return self.record.at(*self.path, "id")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find every id that two things share."""
    for names in _namespaces(inspection):
        living: dict[str, _Name] = {}
        for name in names:
            if name.id in living:
                yield _twice(name, living[name.id])
            elif name.id != UNREADABLE:
                living[name.id] = name
        yield from _revived(living)
    yield from _repeated_words(inspection)
    yield from _taken_places(inspection)


def _namespaces(inspection: Inspection) -> Iterator[list[_Name]]:
    """The groups of names within which an id must be unique."""
    handbook = inspection.handbook
    for kind in ("standard", "ladder", "urgent", "checklist", "support", "paper", "check-in", "measure"):
        yield [_file(record) for record in handbook.of_kind(kind)]
    moments = [_file(record) for record in handbook.of_kind("moment")]
    yield [*moments, *_deviations(handbook.of_kind("standard"))]
    for record in handbook.of_kind("ladder"):
        assert isinstance(record.data, Ladder)
        yield [
            _Name(r.id, "step", record, ("rungs", i), tuple(r.was)) for i, r in enumerate(record.data.rungs)
        ]
        yield [_Name(t.id, "question", record, ("tests", i)) for i, t in enumerate(record.data.tests)]
        yield [_Name(f.id, "factor", record, ("factors", i)) for i, f in enumerate(record.data.factors)]
        yield [_Name(end.id, "end", record, ("ends", i)) for i, end in enumerate(record.data.ends)]
        yield list(_events(record, record.data))
    for record in handbook.of_kind("my-side"):
        assert isinstance(record.data, MySideFile)
        yield [_Name(s.id, "question", record, ("sections", i)) for i, s in enumerate(record.data.sections)]
    for kind in LISTS:
        if kind not in ("contact", "decision"):
            yield list(_entries(inspection, kind))
    # a placeholder may name either, so that they share their ids
    yield [*_entries(inspection, "contact"), *_entries(inspection, "decision")]


def _file(record: Record) -> _Name:
    return _Name(
        record.id, noun(record.kind), record, (), tuple(getattr(record.data, "was", ())), is_file=True
    )


def _deviations(records: Iterable[Record]) -> Iterator[_Name]:
    for record in records:
        assert isinstance(record.data, Standard)
        for index, deviation in enumerate(record.data.deviations):
            yield _Name(deviation.id, "deviation", record, ("deviations", index), tuple(deviation.was))


def _events(record: Record, ladder: Ladder) -> Iterator[_Name]:
    for index, event in enumerate(ladder.points.events if ladder.points else ()):
        if event.id:
            yield _Name(event.id, "event", record, ("points", "events", index))


def _entries(inspection: Inspection, kind: str) -> Iterator[_Name]:
    field = LISTS[kind]
    for index, entry in enumerate(getattr(inspection.handbook.settings, field)):
        yield _Name(entry.id, noun(kind), inspection.settings, (field, index))


def _twice(name: _Name, first: _Name) -> Finding:
    message = f'the id "{name.id}" is taken by the {first.noun} in {_where(first.at, name.at)}'
    return Finding(name.at, message, "give one of the two another id")


def _where(place: Location, here: Location) -> str:
    if place.file == here.file:
        return f"line {place.line}"
    return place.file if place == Location(place.file) else f"{place.file}, line {place.line}"


def _revived(living: dict[str, _Name]) -> Iterator[Finding]:
    """An old id must lead to one record of today, and to no other."""
    led: dict[str, _Name] = {}
    for name in living.values():
        for index, old in enumerate(name.was):
            other = living.get(old) or led.setdefault(old, name)
            if old == UNREADABLE or (other is name and old != name.id):
                continue
            at = name.record.at(*name.path, "was", index)
            if other is name:
                yield Finding(at, f'"{old}" is the id of today, not an earlier one', "delete it here")
                continue
            used = "is still the id of" if old in living else "already leads to"
            message = f'"{old}" {used} the {other.noun} in {_where(other.at, at)}'
            yield Finding(at, message, "delete it here: an address can lead to one place only")


def _repeated_words(inspection: Inspection) -> Iterator[Finding]:
    for record in inspection.handbook.of_kind("words"):
        assert isinstance(record.data, WordsFile)
        first: dict[str, Location] = {}
        for index, word in enumerate(record.data.words):
            folded = " ".join(word.word.casefold().split())
            at = record.at("words", index, "word")
            if folded in first:
                message = f'the word "{word.word}" is explained already in line {first[folded].line}'
                yield Finding(at, message, "put both meanings into one entry")
            first.setdefault(folded, at)


def _taken_places(inspection: Inspection) -> Iterator[Finding]:
    """Questions on the reader's own side that would share their place on the page with a part of it."""
    taken = {*PLACES, *(f"l-{id_}" for id_ in inspection.handbook.ladders)}
    for record in inspection.handbook.of_kind("my-side"):
        assert isinstance(record.data, MySideFile)
        for index, section in enumerate(record.data.sections):
            if section.id in taken:
                message = f'the id "{section.id}" is taken by a part that this page always has'
                at = record.at("sections", index, "id")
                yield Finding(at, message, f"give the question another id, such as my-{section.id}")
