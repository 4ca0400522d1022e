"""The picture of a trend: one line with its points, made at build time as plain numbers.

Nothing in it is told by colour: the line is drawn through, the target is dashed, points are
dots, and the table beside it says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import floor, log10

from playbook.series import Point

__all__ = ["Chart", "ChartPoint", "ChartTick", "chart", "figure_words"]

_WIDTH, _HEIGHT = 360, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 18, 26, 190


@dataclass(frozen=True)
class ChartPoint:
    """One figure in the picture: where its dot stands, and its words."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class ChartTick:
    """One line of the grid or one word under the axis: where it stands, and its words."""

    at: float
    label: str


@dataclass(frozen=True)
class Chart:
    """The picture: its size, the line, its dots, the grid, and the target if there is one."""

    width: int
    height: int
    left: int
    right: int
    bottom: int
    path: str
    points: tuple[ChartPoint, ...]
    rows: tuple[ChartTick, ...]
    columns: tuple[ChartTick, ...]
    target: ChartTick | None


def chart(points: tuple[Point, ...], target: Decimal | None, unit: str) -> Chart:
    """Place the figures of one series; the scale covers the figures and the target, with round steps."""
    values = [point.value for point in points] + ([target] if target is not None else [])
    low, high, step = _scale(min(values), max(values))
    across = _WIDTH - _LEFT - _RIGHT

    def x(index: int) -> float:
        return round(_LEFT + 12 + (across - 24) * (index / (len(points) - 1) if len(points) > 1 else 0.5), 1)

    def y(value: Decimal) -> float:
        return round(_BOTTOM - float((value - low) / (high - low)) * (_BOTTOM - _TOP), 1)

    placed = tuple(
        ChartPoint(x(index), y(point.value), figure_words(point.value, unit)) for index, point in enumerate(points)
    )
    count = int((high - low) / step)
    rows = tuple(ChartTick(y(low + step * i), _number(low + step * i)) for i in range(count + 1))
    shown = sorted({0, len(points) // 2, len(points) - 1} if len(points) > 4 else range(len(points)))
    return Chart(
        _WIDTH,
        _HEIGHT,
        _LEFT,
        _WIDTH - _RIGHT,
        _BOTTOM,
        "M" + "L".join(f"{point.x} {point.y}" for point in placed),
        placed,
        rows,
        tuple(ChartTick(x(index), points[index].period) for index in shown),
        ChartTick(y(target), f"target {figure_words(target, unit)}") if target is not None else None,
    )


def figure_words(value: Decimal, unit: str) -> str:
    """A figure with its unit: ``87.5 %``."""
    return f"{_number(value)} {unit}".strip()


def _number(value: Decimal) -> str:
    plain = format(value.normalize(), "f")
    return f"\N{MINUS SIGN}{plain[1:]}" if plain.startswith("-") else plain


def _scale(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Round ends and the step between the lines of the grid, three to six of them."""
    spread = max(high - low, abs(high) * Decimal("0.1"), Decimal("0.1"))
    raw = float(spread) / 3
    power = Decimal(10) ** floor(log10(raw))
    step = next(power * n for n in (1, 2, 5, 10) if float(power * n) >= raw)
    begin = (low / step).to_integral_value(ROUND_HALF_UP) * step
    begin = begin - step if begin > low or begin == high else begin
    end = begin
    while end < high or end <= begin:
        end += step
    return begin, end, step
