"""Views of measures: what is counted and why, the trend with its table, and whether a standard works."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.model.measures import Measure
from playbook.model.standard import Standard
from playbook.views.chart import Chart, chart, figure_words
from playbook.views.common import Atlas, Fact, Link, Upkept, upkept
from playbook.views.phrases import fact, facts

__all__ = [
    "FigureRow",
    "MeasureLine",
    "MeasureView",
    "Trend",
    "measure_lines",
    "measure_view",
    "measures_of",
]


@dataclass(frozen=True)
class FigureRow:
    """One figure of the table: its period, its words, and how many people or cases it rests on."""

    period: str
    value: str
    count: str


@dataclass(frozen=True)
class Trend:
    """The trend of a measure: one sentence, the picture, and the table that says the same."""

    summary: str
    chart: Chart
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class MeasureLine:
    """A measure in a list: where it leads, its newest figure with its period, and what is aimed for."""

    measure: Link
    last: str
    target: str


@dataclass(frozen=True)
class MeasureView:
    """A measure's page."""

    title: str
    impact: str
    definition: str
    facts: tuple[Fact, ...]
    questions: tuple[str, ...]
    answers: str
    trend: Trend | None
    note: str
    care: tuple[str, ...]
    if_it_slips: tuple[str, ...]
    standards: tuple[Link, ...]
    upkeep: Upkept


def measure_view(atlas: Atlas, id_: str, measure: Measure) -> MeasureView:
    """The view of one measure."""
    return MeasureView(
        measure.title,
        measure.impact or "",
        measure.definition,
        facts(
            fact("What we aim for", _target(measure) or _direction(measure)),
            fact("Newest figure", _last(atlas, id_, measure)),
            fact("Where the figures come from", measure.source),
            fact("How often we look", measure.every),
            fact("Who looks after it", atlas.role(measure.owner)),
        ),
        tuple(measure.questions),
        measure.answers or "",
        _trend(atlas, id_, measure),
        measure.note or "",
        tuple(measure.care),
        tuple(measure.if_it_slips),
        tuple(
            Link(standard.title, atlas.addresses.of("standard", standard_id))
            for standard_id, standard in atlas.handbook.standards.items()
            if id_ in standard.measures
        ),
        upkept(atlas, measure.upkeep),
    )


def measure_lines(atlas: Atlas) -> tuple[MeasureLine, ...]:
    """Every measure with its newest figure."""
    return tuple(_line(atlas, id_, measure) for id_, measure in atlas.handbook.measures.items())


def measures_of(atlas: Atlas, standard: Standard) -> tuple[MeasureLine, ...]:
    """What shows whether a standard works."""
    known = atlas.handbook.measures
    return tuple(_line(atlas, id_, known[id_]) for id_ in standard.measures if id_ in known)


def _line(atlas: Atlas, id_: str, measure: Measure) -> MeasureLine:
    link = Link(measure.title, atlas.addresses.of("measure", id_), measure.impact or "")
    return MeasureLine(link, _last(atlas, id_, measure) or "", _target(measure) or _direction(measure))


def _direction(measure: Measure) -> str:
    return f"{measure.direction.capitalize()} is better."


def _target(measure: Measure) -> str | None:
    if measure.target is None:
        return None
    words = "or more" if measure.direction == "higher" else "or less"
    return f"{figure_words(measure.target, measure.unit or '')} {words}"


def _last(atlas: Atlas, id_: str, measure: Measure) -> str | None:
    series = atlas.handbook.series.get(id_)
    return f"{figure_words(series.last.value, measure.unit or '')} in {series.last.period}" if series else None


def _trend(atlas: Atlas, id_: str, measure: Measure) -> Trend | None:
    series = atlas.handbook.series.get(id_)
    if series is None:
        return None
    unit, first, last = measure.unit or "", series.points[0], series.last
    summary = (
        f"From {figure_words(first.value, unit)} in {first.period} "
        f"to {figure_words(last.value, unit)} in {last.period}. {_direction(measure)}"
    )
    rows = (FigureRow(p.period, figure_words(p.value, unit), str(p.count)) for p in series.points)
    return Trend(summary, chart(series.points, measure.target, unit), tuple(rows))
