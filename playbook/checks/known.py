"""Which names are defined, where an author finds them, and whether the list can be trusted.

When a file could not be read, a name that seems unknown may be defined in what was
lost: such a list is not ``certain``, and only an evident slip of the pen is reported.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playbook.checks.inspection import Inspection, node_at
from playbook.loader import FOLDERS
from playbook.model.ladder import Ladder
from playbook.model.standard import Standard
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.schema import UNREADABLE
from playbook.words_near import nearest
from playbook.yaml_source import Items

__all__ = ["LISTS", "Known", "Names", "a_noun", "known_entries", "named_ids", "noun"]

LISTS: dict[str, str] = {
    "value": "values",
    "severity": "severities",
    "track": "tracks",
    "role": "roles",
    "group": "groups",
    "cause": "causes",
    "contact": "contacts",
    "decision": "decisions",
}
"""Kinds of entries that handbook.yml lists, each with the field that lists them."""

_FOLDER_OF = {kind: folder for folder, (kind, _) in FOLDERS.items()}
_NOUNS = {"rung": "step", "urgent": "urgent card", "support": "kind of support"}
_SHOWN = 12


@dataclass(frozen=True)
class Known:
    """The ids of one kind that can be named in one place."""

    kind: str
    ids: frozenset[str]
    place: str
    whereabouts: str
    certain: bool = True
    renamed: tuple[tuple[str, str], ...] = ()

    def lacks(self, written: str) -> bool:
        """Say whether this name leads nowhere for sure, or is at least an evident slip."""
        return written not in self.ids and (self.certain or nearest(written, self.ids, within=1) is not None)

    @property
    def listed(self) -> str:
        """Where the known names are, and which they are while they are few."""
        if self.ids and len(self.ids) <= _SHOWN:
            return f"{self.whereabouts}: {', '.join(sorted(self.ids))}"
        return self.whereabouts

    def hint(self, written: str) -> str:
        """Help to find the right name: what it is called now, what was meant, or what there is."""
        now = dict(self.renamed).get(written)
        if now:
            return f'it is now called "{now}"'
        meant = nearest(written, self.ids)
        if meant:
            return f'did you mean "{meant}"? {self.whereabouts}'
        return self.listed[0].lower() + self.listed[1:]


def noun(kind: str) -> str:
    """The word a message uses for a kind."""
    return _NOUNS.get(kind, kind)


def a_noun(kind: str) -> str:
    """The same with its article: ``a step``, ``an urgent card``."""
    return f"{'an' if noun(kind)[0] in 'aeiou' else 'a'} {noun(kind)}"


class Names:
    """The known names of one handbook; each list is worked out when it is first asked for."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._known: dict[tuple[str, str], Known] = {}

    def of(self, kind: str, record: Record) -> Known:
        """What a field of this record may name when it names a ``kind``."""
        key = (kind, record.id if kind == "rung" else "")
        if key not in self._known:
            self._known[key] = _known(self._inspection, kind, record)
        return self._known[key]


def known_entries(inspection: Inspection, kind: str) -> Known:
    """The entries of one list in handbook.yml."""
    field, record = LISTS[kind], inspection.settings
    ids = [entry.id for entry in getattr(inspection.handbook.settings, field)]
    where = f'The {field} are listed under "{field}" in {record.source.file}'
    if not ids:
        where = f'There are no {field} yet: list them under "{field}" in {record.source.file}'
    return Known(kind, _real(ids), record.source.file, where, _all_read(record, (field,), ids))


def named_ids(inspection: Inspection) -> set[tuple[str, str]]:
    """Every kind and id that something names, misspelt or not, in a reference or a placeholder."""
    names = Names(inspection)
    named = {(found.kind, found.value) for found in inspection.references}
    named |= {(kind, id_) for _, id_ in inspection.placeholders for kind in ("contact", "decision")}
    for kind, id_ in sorted(named):
        if kind in LISTS or kind in _FOLDER_OF:
            known = names.of(kind, inspection.settings)
            if id_ not in known.ids and (meant := nearest(id_, known.ids)):
                named.add((kind, meant))
    return named


def _known(inspection: Inspection, kind: str, record: Record) -> Known:
    if kind == "rung":
        return _rungs(record)
    if kind == "deviation":
        return _deviations(inspection)
    return known_entries(inspection, kind) if kind in LISTS else _records(inspection, kind)


def _records(inspection: Inspection, kind: str) -> Known:
    folder = _FOLDER_OF[kind]
    records = list(inspection.handbook.of_kind(kind))
    place = f"content/{folder}/"
    words = f"The {_plural(kind)} are the files in {place}"
    if not records:
        words = f"There are no {_plural(kind)} yet: each is a file in {place}"
    renamed = [(old, record.id) for record in records for old in getattr(record.data, "was", [])]
    return Known(kind, frozenset(record.id for record in records), place, words, renamed=tuple(renamed))


def _deviations(inspection: Inspection) -> Known:
    handbook = inspection.handbook
    ids: list[str] = []
    renamed: list[tuple[str, str]] = []
    certain = not handbook.unread
    for record in handbook.of_kind("standard"):
        assert isinstance(record.data, Standard)
        own = record.data.deviations
        ids += [deviation.id for deviation in own]
        renamed += [(old, deviation.id) for deviation in own for old in deviation.was]
        certain = certain and _all_read(record, ("deviations",), [deviation.id for deviation in own])
    where = "Deviations are written in the standards they belong to"
    return Known("deviation", _real(ids), "any standard", where, certain, tuple(renamed))


def _rungs(record: Record) -> Known:
    assert isinstance(record.data, Ladder)
    ids = [rung.id for rung in record.data.rungs]
    renamed = [(old, rung.id) for rung in record.data.rungs for old in rung.was]
    where = f"Its steps are in {record.source.file}"
    certain = _all_read(record, ("rungs",), ids)
    return Known("rung", _real(ids), f'ladder "{record.id}"', where, certain, tuple(renamed))


def _all_read(record: Record, path: Path, ids: list[str]) -> bool:
    """Say whether every entry the author wrote in this list reached the model with its id."""
    if record.source.has_gaps:
        return False
    if record.whole:
        return True
    written = node_at(record, path)
    return isinstance(written, Items) and len(written.items) == len(ids) and UNREADABLE not in ids


def _real(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(ids) - {UNREADABLE}


def _plural(kind: str) -> str:
    return "kinds of support" if kind == "support" else f"{noun(kind)}s"
