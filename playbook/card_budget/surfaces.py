"""The screens and sheets a card must fit, with the sizes that ``playbook.css`` gives its pieces.

All lengths are CSS pixels. ``tests/browser/test_card_budget.py`` holds these numbers against a real browser.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SURFACES", "Surface", "Type"]

_MM = 96 / 25.4
_PT = 96 / 72


@dataclass(frozen=True)
class Type:
    """A size of type and the height of its line."""

    size: float
    line: float


@dataclass(frozen=True)
class Surface:
    """One screen or sheet: how much of it the card may take, and how its pieces are set."""

    key: str
    name: str
    width: float
    """Between the margins."""
    height: float
    top: float
    """What is above the title on every page."""
    draft: float
    """The line that says "Draft"."""
    title: Type
    tracking: float
    """What is taken off between the letters of the title."""
    small: Type
    """The line of formality."""
    formality_around: float
    ready_around: float
    formal_indent: float
    body: Type
    label: float
    label_gap: float
    """Between a label and its text, beside the space."""
    cluster_around: float
    say_more: float
    """What the lines around Say add."""
    list_indent: float
    folded: float
    foot_around: float
    button_height: float
    button_line: float
    button_around: float
    button_inset: float
    button_gap: float
    on_paper: bool = False
    fine: Type = Type(0, 0)
    fine_around: float = 0
    version: float = 0
    code: float = 0
    """The square code, with the gap beside it."""


def _phone(key: str, name: str, width: float, height: float) -> Surface:
    return Surface(
        key, name, width - 24, height, top=48 + 6, draft=27.8,
        title=Type(22, 25.08), tracking=0.22, small=Type(16, 20), formality_around=6, ready_around=2,
        formal_indent=12, body=Type(18, 23.04), label=16, label_gap=2.4, cluster_around=9, say_more=0,
        list_indent=17, folded=49, foot_around=8, button_height=48, button_line=20.7, button_around=8,
        button_inset=24, button_gap=8,
    )  # fmt: skip


def _sheet(key: str, name: str, width: float, height: float) -> Surface:
    rem = 12.2 * _PT
    return Surface(
        key, name, (width - 10) * _MM, (height - 10) * _MM, top=0, draft=8 * _PT * 1.3,
        title=Type(13 * _PT, 13 * _PT * 1.14), tracking=0.13 * _PT, small=Type(11 * _PT, 11 * _PT * 1.25),
        formality_around=0.3 * rem, ready_around=0.1 * rem, formal_indent=4 + 0.4 * rem,
        body=Type(11 * _PT, 11 * _PT * 1.25), label=11 * _PT, label_gap=0.15 * 11 * _PT,
        cluster_around=2 * _MM + 1, say_more=2 * 1.5 * _PT, list_indent=0.85 * rem, folded=0,
        foot_around=1 * _MM + 1, button_height=0, button_line=11 * _PT * 1.15, button_around=0, button_inset=0,
        button_gap=0, on_paper=True, fine=Type(8 * _PT, 8 * _PT * 1.25), fine_around=1 * _MM,
        version=8 * _PT * 1.5 + 0.5 * _MM, code=17 * _MM,
    )  # fmt: skip


SURFACES: tuple[Surface, ...] = (
    _phone("small-phone", "a small phone (360x640)", 360, 640),
    _phone("phone", "a phone (390x664)", 390, 664),
    _sheet("a6", "a sheet of A6", 105, 148),
    _sheet("quarter-letter", "a quarter of Letter (108x140 mm)", 108, 140),
)
"""Every surface that a card must fit."""
