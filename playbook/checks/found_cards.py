"""Every card of a handbook with the record it is written in and the field behind each of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.card_budget import CardText
from playbook.checks.inspection import Inspection, node_at
from playbook.model.ladder import Ladder
from playbook.model.records import Moment
from playbook.model.standard import Standard
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.problems import Location
from playbook.running_text import make_resolve
from playbook.views.card_words import card_words
from playbook.views.cards import deviation_card, moment_card
from playbook.views.common import Atlas, upkept
from playbook.views.coverage import applies
from playbook.views.rule_card import rule_card
from playbook.views.standards import standard_card
from playbook.views.steps import step_card
from playbook.yaml_source import Items, Text

__all__ = ["FoundCard", "cards_in"]

_SITUATION: Mapping[str, Path] = {
    "title": ("title",),
    "ready": ("readiness",),
    "check": ("check_first",),
    "say": ("say",),
    "do": ("do",),
    "write": ("write_down",),
    "not": ("do_not",),
}
_STEP: Mapping[str, Path] = {**_SITUATION, "do": ("manager_does",)}
_STANDARD: Mapping[str, Path] = {
    "title": ("title",),
    "expect": ("statement",),
    "when": ("timelines", 0),
    "good": ("examples", 0, "acceptable"),
    "thanks": ("recognition", 0),
}
_RULE: Mapping[str, Path] = {
    "title": ("title",),
    "skip": ("skip_rules",),
    "counts": ("counting",),
    "long": ("counting",),
    "agrees": ("deciders",),
    "comes": ("rights",),
    "objects": ("rights",),
    "write": ("records",),
}

_ENOUGH_TO_FIND = 4
"""So many words tell one entry of a list from the others; later ones may be filled in on the card."""


@dataclass(frozen=True)
class FoundCard:
    """One card: its words, and where each part of it is written."""

    record: Record
    path: Path
    text: CardText
    fields: Mapping[str, Path]

    def field(self, part: str) -> Path:
        """The path of the field behind a part, in its record."""
        return (*self.path, *self.fields.get(part, ("title",)))

    def place(self, part: str, words: str) -> Location:
        """Where these words of a part are written: in a list at the entry that begins so, else at the field."""
        path, begin = self.field(part), words.split()[:_ENOUGH_TO_FIND]
        node = node_at(self.record, path)
        for index, entry in enumerate(node.items if isinstance(node, Items) else ()):
            if isinstance(entry, Text) and " ".join(begin) in " ".join(entry.value.split()):
                return self.record.at(*path, index)
        return self.record.at(*path)


def cards_in(inspection: Inspection) -> Iterator[FoundCard]:
    """Situation, step, standard and rule cards, in the order of files. Urgent cards are lists of steps."""
    book = inspection.handbook
    atlas, resolve = Atlas.of(book), make_resolve(book)
    for record in inspection.whole("standard"):
        standard = record.data
        assert isinstance(standard, Standard)
        upkeep = upkept(atlas, standard.upkeep)
        words = card_words(atlas, standard_card(atlas, standard), upkeep, resolve)
        yield FoundCard(record, (), words, _STANDARD)
        for index, deviation in enumerate(standard.deviations):
            words = card_words(atlas, deviation_card(atlas, deviation), upkeep, resolve)
            yield FoundCard(record, ("deviations", index), words, _SITUATION)
    for record in inspection.whole("moment"):
        assert isinstance(record.data, Moment)
        card = moment_card(atlas, record.data)
        words = card_words(atlas, card, upkept(atlas, record.data.upkeep), resolve)
        yield FoundCard(record, (), words, _SITUATION)
    for record in inspection.whole("ladder"):
        ladder = record.data
        assert isinstance(ladder, Ladder)
        upkeep = upkept(atlas, ladder.upkeep)
        yield FoundCard(
            record, (), card_words(atlas, rule_card(atlas, record.id, ladder), upkeep, resolve), _RULE
        )
        for index, rung in enumerate(ladder.rungs):
            folded = applies(atlas, rung.applies_to, ladder.applies_to) is not None
            words = card_words(atlas, step_card(atlas, rung), upkeep, resolve, folded=folded)
            yield FoundCard(record, ("rungs", index), words, _STEP)
