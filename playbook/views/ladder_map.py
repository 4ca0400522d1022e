"""The picture of a ladder: boxes in order from light to heavy, made at build time as plain numbers."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from playbook.model.ladder import Ladder

__all__ = ["LadderMap", "MapBox", "ladder_map"]

_WIDTH, _INDENT, _LINE, _PAD, _GAP, _CHARS = 360, 14, 22, 14, 20, 30


@dataclass(frozen=True)
class MapBox:
    """One step in the picture: where its box stands, its lines of text with their baselines."""

    number: int
    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[str, int], ...]
    mark: str
    mark_y: int
    formal: bool
    address: str


@dataclass(frozen=True)
class LadderMap:
    """The picture: its size, its boxes and the strokes between them."""

    width: int
    height: int
    boxes: tuple[MapBox, ...]
    strokes: tuple[tuple[int, int, int], ...]


def ladder_map(ladder: Ladder, addresses: list[str]) -> LadderMap:
    """Place the boxes: each step a little further in, formal ones told apart by words and a heavier line."""
    indent = min(_INDENT, 84 // max(1, len(ladder.rungs) - 1)) if len(ladder.rungs) > 1 else 0
    widest = indent * (len(ladder.rungs) - 1)
    boxes: list[MapBox] = []
    strokes: list[tuple[int, int, int]] = []
    y = 4
    for index, (rung, address) in enumerate(zip(ladder.rungs, addresses, strict=True)):
        x, width = 4 + index * indent, _WIDTH - 8 - widest
        lines = textwrap.wrap(rung.title, _CHARS - 4) or [rung.title]
        height = 2 * _PAD + _LINE * (len(lines) + 1) - 6
        placed = tuple((text, y + _PAD + 12 + _LINE * row) for row, text in enumerate(lines))
        mark = ("formal" if rung.standing.formal else "informal") + (
            ", recorded" if rung.standing.recorded else ""
        )
        boxes.append(
            MapBox(
                index + 1,
                x,
                y,
                width,
                height,
                placed,
                mark,
                y + _PAD + 12 + _LINE * len(lines),
                rung.standing.formal,
                address,
            )
        )
        if index + 1 < len(ladder.rungs):
            strokes.append((x + indent + 24, y + height, y + height + _GAP))
        y += height + _GAP
    return LadderMap(_WIDTH, y - _GAP + 4, tuple(boxes), tuple(strokes))
