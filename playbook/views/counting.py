"""What counts, in plain words: the first time, how far back, how long, what several make, points, time."""

from __future__ import annotations

from playbook.model.clocks import Clock
from playbook.model.counting import Accumulated, Accumulation, Counting, CountsFor
from playbook.model.ladder import Ladder
from playbook.model.points import Points, PointsEvent, PointsThreshold, WorkedExample
from playbook.views.common import Atlas, Fact
from playbook.views.phrases import (
    all_of,
    ended,
    fact,
    facts,
    forced,
    joined,
    length_words,
    quoted,
    roles,
    step_title,
)

__all__ = [
    "accumulation_lines",
    "clock_facts",
    "counts_for_lines",
    "first_lines",
    "look_back_lines",
    "points_facts",
    "time_facts",
    "worked_line",
]

_SIMILAR = {
    "same-deviation": "Only the same thing again counts.",
    "same-standard": "Anything under the same standard counts.",
    "same-track": "Anything of the same kind of concern counts.",
    "any": "Any earlier one counts.",
}
_LIVE = {
    "incident": "the day it happened",
    "assessment": "the day it is assessed",
    "decision": "the day of the decision",
}


def first_lines(ladder: Ladder) -> tuple[str, ...]:
    """What "first" means, what counts as alike, and what never counts."""
    counting = ladder.counting or Counting(counts_from=None, look_back=None, similar=None, similar_means=None)
    start = counting.counts_from
    counted, not_counted = (
        quoted(rung.title for rung in ladder.rungs if rung.standing.counted is is_counted)
        for is_counted in (True, False)
    )
    lines = (
        f"First means: the first that led to “{step_title(ladder, start.rung)}”."
        if start and start.rung
        else "",
        start.text if start else "",
        _SIMILAR.get(counting.similar or "", ""),
        counting.similar_means,
        f"This counts as a time: {counted}." if counted else "",
        f"This does not count as a time: {not_counted}." if not_counted else "",
        f"This never counts: {'; '.join(words.rstrip('.') for words in counting.does_not_count)}."
        if counting.does_not_count
        else "",
    )
    return tuple(line for line in lines if line)


def look_back_lines(atlas: Atlas, counting: Counting | None) -> tuple[str, ...]:
    """How far back we look, what never lapses, and how long it counts by severity."""
    if counting is None:
        return ()
    look, titles = counting.look_back, atlas.handbook.severities
    by_severity = []
    for each in counting.by_severity:
        title = titles[each.severity].title if each.severity in titles else each.severity
        by_severity.append(f"{title}: {' '.join(counts_for_lines(atlas, each))}")
    rule = ""
    if look:
        how = "counted back from the day" if look.rolling else "by calendar year"
        live = f" An earlier one must still count on {_LIVE[look.live_on]}." if look.live_on else ""
        rule = f"We look back {look.length}, {how}.{live}"
    return tuple(line for line in (rule, *counting.never_lapses, *by_severity) if line)


def counts_for_lines(atlas: Atlas, counts: CountsFor | None) -> tuple[str, ...]:
    """How long something counts, from when, every way it can end, and what happens to the record."""
    if counts is None:
        return ()
    start = f"counted from {counts.from_}" if counts.from_ else ""
    extended = counts.extended
    lines = (
        "It does not lapse." if counts.never else "",
        ended(", ".join(part for part in (counts.length, start) if part)),
        f"It counts until: {'; or '.join(counts.until)}." if counts.until else "",
        f"It ends earlier if: {'; or '.join(end.rstrip('.') for end in counts.ends_early)}."
        if counts.ends_early
        else "",
        joined(
            f"It can count longer: {extended.when}",
            f"By {extended.by}" if extended.by else None,
            f"At most {extended.at_most} in all" if extended.at_most else None,
            f"Decides: {atlas.role(extended.decided_by)}" if extended.decided_by else None,
        )
        if extended
        else "",
        joined(f"Then: {counts.then}") if counts.then else "",
    )
    return tuple(line for line in lines if line)


def accumulation_lines(atlas: Atlas, ladder: Ladder) -> tuple[str, ...]:
    """What several together lead to, one rule a line."""
    return tuple(
        _accumulation(atlas, ladder, rule)
        for rule in (ladder.counting.accumulation if ladder.counting else ())
    )


def _accumulation(atlas: Atlas, ladder: Ladder, rule: Accumulation) -> str:
    severity = atlas.handbook.severities.get(rule.counts_as or "")
    parts = all_of(_so_many(atlas, ladder, part) for part in rule.when)
    leads = (
        f"leads to “{step_title(ladder, rule.leads_to)}”" if rule.leads_to else "",
        f"counts as “{severity.title if severity else rule.counts_as}”" if rule.counts_as else "",
    )
    conditions = ", ".join(
        part
        for part in (
            parts,
            f"within {rule.within}" if rule.within else "",
            "all still counting" if rule.active else "",
        )
        if part
    )
    return joined(forced(rule.force, f"{conditions}: {all_of(leads) or 'see the note'}"), rule.note)


def _so_many(atlas: Atlas, ladder: Ladder, part: Accumulated) -> str:
    book = atlas.handbook
    severity, found = book.severities.get(part.severity or ""), book.deviations.get(part.deviation or "")
    standard = book.standards.get(part.standard or "")
    about = [
        f"“{severity.title}”" if severity else part.severity or "",
        f"“{found.deviation.title}”" if found else part.deviation or "",
        f"under “{standard.title}”" if standard else part.standard or "",
        f"that led to “{step_title(ladder, part.rung)}”" if part.rung else "",
        part.what or "",
    ]
    return f"{part.times} × {' '.join(word for word in about if word) or 'any'}"


def points_facts(ladder: Ladder) -> tuple[Fact, ...]:
    """Points: what adds them, what follows, how they lapse."""
    points = ladder.points
    if points is None:
        return ()
    fades = points.fades
    each = (
        ", ".join(
            part
            for part in (
                f"each counts for {fades.each}" if fades.each else "",
                f"from {fades.from_}" if fades.from_ else "",
            )
            if part
        )
        if fades
        else ""
    )
    return facts(
        fact("What one point is called", points.unit),
        fact("What adds points", *(_event(event) for event in points.events)),
        fact("What follows", *(_threshold(ladder, limit) for limit in points.thresholds)),
        fact("How points lapse", joined(each) if each else None, fades.all if fades else None),
        fact("What clears all points", points.cleared_by),
        fact("What a clean period earns", points.reward),
    )


def _event(event: PointsEvent) -> str:
    scored = "0, protected: it never scores" if event.protected and not event.add else str(event.add)
    return joined(f"{event.event}: {scored}", event.note)


def _threshold(ladder: Ladder, limit: PointsThreshold) -> str:
    lasts = length_words(limit.lasts)
    rule = f"At {limit.at}: {step_title(ladder, limit.rung)}{f', {lasts}' if lasts else ''}"
    return joined(forced(limit.force, rule), limit.note)


def worked_line(ladder: Ladder, points: Points, example: WorkedExample) -> str:
    """The author's example as a sum, from its events and the ladder's own points."""
    if not example.events:
        made = f"{example.makes} in all" if example.makes is not None else ""
        return joined(made, f"Follows: {step_title(ladder, example.leads_to)}" if example.leads_to else None)
    worth = {event.id: event for event in points.events}
    terms = [f"{worth[id_].event} ({worth[id_].add})" for id_ in example.events if id_ in worth]
    total = points.total(example.events)
    shown = example.makes if example.makes is not None else total
    follows = step_title(ladder, example.leads_to) if example.leads_to else "nothing yet"
    return joined(f"{' + '.join(terms)} = {shown}", f"Follows: {follows}")


def time_facts(ladder: Ladder) -> tuple[Fact, ...]:
    """What follows from time alone."""
    by_time = ladder.by_time
    if by_time is None:
        return ()
    return facts(
        fact("The time is counted from", by_time.from_),
        *(
            fact(f"After {step.after}", joined(forced(step.force, step_title(ladder, step.rung)), step.note))
            for step in by_time.steps
        ),
        fact("It ends when", by_time.stops_when),
        fact("It stands still when", by_time.pauses),
    )


def clock_facts(atlas: Atlas, clocks: list[Clock]) -> tuple[Fact, ...]:
    """What is owed in which time, by whom."""
    return facts(*(fact(clock.for_, *_clock(atlas, clock)) for clock in clocks))


def _clock(atlas: Atlas, clock: Clock) -> tuple[str, ...]:
    time = all_of(
        part
        for part in (
            f"within {clock.within}" if clock.within else "",
            f"at least {clock.at_least}" if clock.at_least else "",
        )
    )
    counted = f"{time}, {clock.from_}" if time and clock.from_ else time or clock.from_ or ""
    return (
        joined(forced(clock.force, counted)),
        joined(f"Owed by: {roles(atlas, [clock.owner])}") if clock.owner else "",
        joined(f"It stands still: {clock.pauses}") if clock.pauses else "",
        joined(f"If it is missed: {clock.if_missed}") if clock.if_missed else "",
    )
