"""How high a card stands on a surface: its lines broken as a browser breaks them, its pieces added up."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from playbook.card_budget.surfaces import Surface, Type
from playbook.card_budget.type_widths import width
from playbook.card_budget.words_of_card import CardText, Part

__all__ = ["Measured", "lines_of", "measure"]

_PIECES = re.compile(r"[^\s-]+-*|-+")
_CERTAINTY = 1.004
"""A browser rounds each letter to the pixels of its screen: a line within this of its end may break earlier."""


@dataclass(frozen=True)
class Measured:
    """A card on one surface: the height of each piece and of each entry of a list, and what is over."""

    surface: Surface
    pieces: dict[str, float]
    entries: dict[str, tuple[float, ...]]

    @property
    def height(self) -> float:
        """From the top of the screen or sheet to the end of the card."""
        return sum(self.pieces.values())

    @property
    def over(self) -> int:
        """By how many pixels it is too long; 0 when it fits."""
        return max(0, math.ceil(self.height - self.surface.height))


@lru_cache(maxsize=20_000)  # a preview measures every card after every edit, and few of them are new
def measure(card: CardText, on: Surface) -> Measured:
    """Work out how high a card stands."""
    formality_width = on.width - (on.formal_indent if card.formal else 0)
    pieces = {
        "page": on.top + (on.draft if card.draft else 0),
        "title": _high(on.title, card.title, on.width, bold=True, tracking=on.tracking),
        "folded": on.folded if card.folded else 0,
        "formality": _high(on.small, card.formality, formality_width, bold=True) + on.formality_around,
        "ready": _high(on.body, card.ready, on.width) + on.ready_around if card.ready else 0,
    }
    entries: dict[str, tuple[float, ...]] = {}
    for part in card.parts:
        entries[part.key] = _entries(part, on)
        listed = on.body.line if _is_list(part) else 0  # the label has a line of its own
        pieces[part.key] = on.cluster_around + listed + sum(entries[part.key])
        pieces[part.key] += on.say_more if part.key == "say" else 0
    pieces["foot"] = _paper_foot(card, on) if on.on_paper else _buttons(card.buttons, on)
    return Measured(on, pieces, entries)


def _is_list(part: Part) -> bool:
    return len(part.lines) > 1 and not part.run_on


def _entries(part: Part, on: Surface) -> tuple[float, ...]:
    if _is_list(part):
        inner = on.width - on.list_indent
        return tuple(_high(on.body, line, inner) for line in part.lines)
    label = width(part.label, on.label, bold=True) + on.label_gap + width(" ", on.body.size)
    return (lines_of(" ".join(part.lines), on.body.size, on.width, first=label) * on.body.line,)


def _buttons(words: tuple[str, ...], on: Surface) -> float:
    if not words:
        return 0
    inner = (on.width - on.button_gap * (len(words) - 1)) / len(words) - on.button_inset
    most = max(lines_of(text, on.body.size, inner, bold=True) for text in words)
    return on.foot_around + max(on.button_height, most * on.button_line + on.button_around)


def _paper_foot(card: CardText, on: Surface) -> float:
    called = lines_of(card.call, on.body.size, on.width, bold=True) * on.button_line if card.call else 0
    beside = on.width - (on.code if card.code else 0)
    fine = lines_of(card.foot, on.fine.size, beside) * on.fine.line + on.fine_around if card.foot else 0
    fine += on.version
    return (on.foot_around + called if card.call else 0) + max(fine, on.code if card.code else 0)


def _high(type_: Type, text: str, room: float, *, bold: bool = False, tracking: float = 0) -> float:
    return lines_of(text, type_.size, room, bold=bold, tracking=tracking) * type_.line


def lines_of(
    text: str, size: float, room: float, *, bold: bool = False, first: float = 0, tracking: float = 0
) -> int:
    """How many lines a text takes; ``first`` is what stands on the first line already."""
    if not text.strip():
        return 1 if first else 0
    pieces, whole = _pieces(text, bold)
    if first + whole * size * _CERTAINTY < room - 1:  # most lines of a card: no need to break them
        return 1
    lines, used, after_space = 1, first, 0.0
    for ems, signs, spaced in pieces:
        wide = (ems * size - tracking * signs) * _CERTAINTY
        gap = after_space if spaced else 0.0
        if used and used + gap + wide > room:
            lines, used, gap = lines + 1, 0.0, 0.0
        while wide > room:  # a word longer than the line is cut
            lines, wide = lines + 1, wide - room
        used += gap + wide
        after_space = width(" ", size, bold=bold) - tracking
    return lines


@lru_cache(maxsize=1 << 14)  # the same line is set on every surface
def _pieces(text: str, bold: bool) -> tuple[tuple[tuple[float, int, bool], ...], float]:
    """What a line may break between, and the width of all in one line, spaces included.

    Words, and their parts after a hyphen: each with its width in ems, its number of signs, and whether a
    space stands before it.
    """
    pieces = tuple(
        (width(piece, 1, bold=bold), len(piece), number == 0)
        for word in text.split()
        for number, piece in enumerate(_PIECES.findall(word))
    )
    spaces = sum(spaced for _, _, spaced in pieces)
    return pieces, sum(ems for ems, _, _ in pieces) + spaces * width(" ", 1, bold=bold)
