"""The words of a record as people read them: placeholders filled, marks gone, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playbook.markdown_text import Resolve, plain_text, prose_words
from playbook.model.walk import Path, wordings
from playbook.model.whole import Handbook, Record

__all__ = ["Passage", "make_resolve", "passages", "running_text"]

_BLOCK = re.compile(r"\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+]|\d{1,3}[.)])\s)")
_ON_CARDS = {"readiness", "check_first", "say", "do", "manager_does", "write_down", "do_not"}
_CARD_KINDS = {"standard", "moment", "ladder"}
_STANDARD_CARD: tuple[Path, ...] = (
    ("statement",),
    ("timelines", 0),
    ("examples", 0, "acceptable"),
    ("recognition", 0),
)


@dataclass(frozen=True)
class Passage:
    """The words of one field. ``heading`` marks titles and names, ``on_card`` what stands on a card."""

    path: Path
    text: str
    heading: bool
    on_card: bool

    @property
    def card(self) -> Path:
        """The card of its record on which it stands: a step's or a deviation's, or the record's own."""
        return self.path[:2] if self.path[0] in ("deviations", "rungs") else ()


def make_resolve(handbook: Handbook) -> Resolve:
    """What each placeholder stands for: a contact's words, or a decision's value and whether it is open."""
    known = {id_: (contact.title, False) for id_, contact in handbook.contacts.items()}
    known |= {id_: (decision.value, not decision.decided) for id_, decision in handbook.decisions.items()}
    return known.get


def passages(record: Record, resolve: Resolve) -> Iterator[Passage]:
    """Every field of a record with words that people read; each paragraph and list entry on its own line."""
    for found in wordings(record.data):
        if found.mark.kind in ("search", "length"):
            continue
        blocks = map(prose_words, _BLOCK.split(found.value)) if found.mark.kind == "prose" else (found.value,)
        text = "\n".join(plain_text(block, resolve) for block in blocks if block)
        yield Passage(found.path, text, found.mark.kind == "line", _on_card(record.kind, found.path))


def running_text(record: Record, resolve: Resolve) -> str:
    """All running text of a record, titles and names left out."""
    return "\n".join(passage.text for passage in passages(record, resolve) if not passage.heading)


def _on_card(kind: str, path: Path) -> bool:
    if kind == "standard" and any(path[: len(part)] == part for part in _STANDARD_CARD):
        return True
    return kind in _CARD_KINDS and not _ON_CARDS.isdisjoint(path)
