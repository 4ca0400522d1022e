"""The whole validated model: every record of one organisation, and where each stands in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from playbook.model.check_ins import CheckIn
from playbook.model.fields import Model
from playbook.model.handbook import Contact, Decision, HandbookFile, Role, Severity, Track, WordsFile
from playbook.model.ladder import Ladder, Rung
from playbook.model.measures import Measure
from playbook.model.papers import Paper
from playbook.model.reader import ChangesFile, MySideFile, ReadingPath, Talk
from playbook.model.records import Checklist, Moment, Support, Urgent
from playbook.model.standard import Deviation, Standard
from playbook.model.walk import Path
from playbook.problems import Location
from playbook.series import Series
from playbook.yaml_source import Source, locate

__all__ = ["FoundDeviation", "Handbook", "Record"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Record:
    """One record as read. ``whole`` is False when parts of it could not be read and were left out."""

    kind: str
    id: str
    source: Source
    data: Model
    whole: bool = True

    def at(self, *path: str | int, key: bool = False) -> Location:
        """The place of a field in the author's file."""
        if self.source.tree is None:
            return Location(self.source.file)
        return locate(self.source.tree, path, key=key)


@dataclass(frozen=True)
class FoundDeviation:
    """A deviation with the standard it belongs to and its path in that record."""

    deviation: Deviation
    standard_id: str
    standard: Standard
    path: Path

    @property
    def track(self) -> str | None:
        """The kind of concern: its own, else its standard's."""
        return self.deviation.track or self.standard.track


@dataclass(frozen=True)
class Handbook:
    """Everything an organisation has written, read and shaped. Ids are file names."""

    settings: HandbookFile
    standards: Mapping[str, Standard] = field(default_factory=dict)
    ladders: Mapping[str, Ladder] = field(default_factory=dict)
    moments: Mapping[str, Moment] = field(default_factory=dict)
    urgent: Mapping[str, Urgent] = field(default_factory=dict)
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    support: Mapping[str, Support] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    check_ins: Mapping[str, CheckIn] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    """Figures of measures, by the measure's id."""
    paths: Mapping[str, ReadingPath] = field(default_factory=dict)
    talks: Mapping[str, Talk] = field(default_factory=dict)
    words: WordsFile = field(default_factory=WordsFile)
    my_side: MySideFile | None = None
    changes: ChangesFile = field(default_factory=ChangesFile)
    records: Mapping[tuple[str, str], Record] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Ids of records that exist as files but could not be read; naming them is no second problem."""
    complete: bool = True
    """False when any file could not be read whole: then nothing can be called unused."""

    @cached_property
    def deviations(self) -> Mapping[str, FoundDeviation]:
        """Every deviation by its id, in the order of standards and their text."""
        found: dict[str, FoundDeviation] = {}
        for standard_id, standard in self.standards.items():
            for index, deviation in enumerate(standard.deviations):
                path: Path = ("deviations", index)
                found.setdefault(deviation.id, FoundDeviation(deviation, standard_id, standard, path))
        return found

    @cached_property
    def contacts(self) -> Mapping[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.settings.contacts}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.settings.roles}

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """Decisions by id."""
        return {decision.id: decision for decision in self.settings.decisions}

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """Severities by id, least first."""
        return {severity.id: severity for severity in self.settings.severities}

    @cached_property
    def tracks(self) -> Mapping[str, Track]:
        """Tracks by id."""
        return {track.id: track for track in self.settings.tracks}

    @property
    def open_decisions(self) -> tuple[Decision, ...]:
        """Decisions the organisation has not made yet."""
        return tuple(decision for decision in self.settings.decisions if not decision.decided)

    def ladders_for(self, track: str | None) -> tuple[tuple[str, Ladder], ...]:
        """The ladders that answer this kind of concern, in id order."""
        return self._ladders_by_track.get(track, ()) if track else ()

    def support_for(self, cause: str) -> tuple[str, ...]:
        """Ids of the kinds of support that fit a cause, in id order."""
        return self._support_by_cause.get(cause, ())

    @cached_property
    def _ladders_by_track(self) -> Mapping[str, tuple[tuple[str, Ladder], ...]]:
        return _grouped((ladder.track, (id_, ladder)) for id_, ladder in self.ladders.items())

    @cached_property
    def _support_by_cause(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped(
            (cause, id_) for id_, support in self.support.items() for cause in set(support.causes)
        )

    def rung(self, ladder_id: str, rung_id: str) -> Rung | None:
        """A rung by its ladder and id."""
        ladder = self.ladders.get(ladder_id)
        return next((rung for rung in ladder.rungs if rung.id == rung_id), None) if ladder else None

    def record(self, kind: str, id_: str) -> Record:
        """One record with its place."""
        return self.records[kind, id_]

    def of_kind(self, kind: str) -> Iterator[Record]:
        """All records of a kind, in id order."""
        return (record for (its_kind, _), record in self.records.items() if its_kind == kind)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, tuple[_T, ...]]:
    """What belongs to each key, in the order it came."""
    found: dict[str, list[_T]] = {}
    for key, one in pairs:
        found.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}
