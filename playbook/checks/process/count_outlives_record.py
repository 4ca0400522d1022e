"""Something counts for longer than its record is kept.

Compared with the time for which the record is kept are: how long a step counts, also when it
is extended; how far back we look; how long it counts by severity; the time in which several
add up; how long points count; and whatever never lapses. Only lengths in like units are
compared. Where a length names a decision, its value is used.

Why: once the record is gone, nobody can show what it said, neither the person nor whoever
decides. What is then counted is memory and hearsay. And a record that is destroyed on the
promised day, as rules on personal data ask (in the European Union, Article 5(1)(e) of the
General Data Protection Regulation), should end what it stood for.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
records:
  kept: {where: the personnel file, for: 6 months}
rungs:
  - id: agreed-help
    title: Agree on help and a time to improve
    kind: support
    standing: {formal: false, recorded: false}
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    counts_for: 12 months
    way_back: It no longer counts after 12 months.
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
records:
  kept: {where: the personnel file, for: 12 months}
rungs:
  - id: agreed-help
    title: Agree on help and a time to improve
    kind: support
    standing: {formal: false, recorded: false}
  - id: first-warning
    title: First written warning
    kind: warning
    standing: {formal: true, recorded: true}
    counts_for: 12 months
    way_back: It no longer counts after 12 months.
```

How to mend: let it count for a shorter time, or keep the record for as long as it counts. A
step with a longer life can have `records` of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import is_longer, ladders, spelled_out
from playbook.model.counting import CountsFor
from playbook.model.inherited import records_at
from playbook.model.ladder import Ladder
from playbook.model.walk import Path
from playbook.model.whole import Handbook, Record
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR

_Outlived = Callable[..., Iterator[Finding]]
_HINT = "let it count for a shorter time, or keep the record for as long as it counts"


@dataclass(frozen=True)
class _Kept:
    """How long a record is kept, and where that is written."""

    length: str
    path: Path


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what is counted when its record is gone."""
    for record, ladder in ladders(inspection):
        outlived = partial(_outlived, inspection.handbook, record)
        yield from _of_steps(ladder, outlived)
        yield from _of_look_back(ladder, outlived)
        longest = _longest(inspection.handbook, ladder)
        if longest:
            for path, length in _on_the_ladder(ladder):
                yield from outlived("this counts", path, length, longest)


def _of_steps(ladder: Ladder, outlived: _Outlived) -> Iterator[Finding]:
    for index, rung in enumerate(ladder.rungs):
        kept = _kept(ladder, index)
        for path, length in _lives(rung.counts_for, ("rungs", index, "counts_for")) if kept else ():
            yield from outlived(f'"{rung.title}" counts', path, length, kept)


def _of_look_back(ladder: Ladder, outlived: _Outlived) -> Iterator[Finding]:
    """The first step we look back for, though its record is gone by then."""
    look_back = ladder.counting.look_back if ladder.counting else None
    for index, rung in enumerate(ladder.rungs if look_back else ()):
        # a step that says for itself how long it counts does not count for longer
        own = rung.standing.counted is False or (rung.counts_for and rung.counts_for.length)
        kept = None if own else _kept(ladder, index)
        if look_back and kept:
            path = ("counting", "look_back", "length")
            found = list(outlived(f'we look back to "{rung.title}"', path, look_back.length, kept))
            if found:
                yield found[0]
                return


def _kept(ladder: Ladder, index: int) -> _Kept | None:
    """For how long the record of a step is kept; None where it has none, or no end."""
    rung = ladder.rungs[index]
    records = records_at(ladder, rung) if rung.standing.recorded else None
    if records is None or records.kept is None or records.kept.for_ is None:
        return None
    own: Path = ("rungs", index) if rung.records and rung.records.kept else ()
    return _Kept(records.kept.for_, (*own, "records", "kept", "for"))


def _lives(counts: CountsFor | None, path: Path) -> Iterator[tuple[Path, str | None]]:
    """The lengths for which something counts, each with its place; None: it never lapses."""
    if counts is None:
        return
    if counts.never:
        yield (*path, "never"), None
    elif counts.length:
        yield (*path, "length"), counts.length
    if counts.extended and counts.extended.at_most:
        yield (*path, "extended", "at_most"), counts.extended.at_most


def _on_the_ladder(ladder: Ladder) -> Iterator[tuple[Path, str | None]]:
    """What the ladder counts whatever the step."""
    counting = ladder.counting
    if counting:
        for index, counts in enumerate(counting.by_severity):
            yield from _lives(counts, ("counting", "by_severity", index))
        for index in range(len(counting.never_lapses)):
            yield ("counting", "never_lapses", index), None
        for index, line in enumerate(counting.accumulation):
            if line.within:
                yield ("counting", "accumulation", index, "within"), line.within
    if ladder.points and ladder.points.fades and ladder.points.fades.each:
        yield ("points", "fades", "each"), ladder.points.fades.each


def _longest(handbook: Handbook, ladder: Ladder) -> _Kept | None:
    """The longest time for which any record of the ladder is kept; None where one has no end."""
    recorded = [index for index, rung in enumerate(ladder.rungs) if rung.standing.recorded]
    longest: _Kept | None = None
    for kept in (_kept(ladder, index) for index in recorded):
        if kept is None:
            return None
        if longest is None or is_longer(handbook, kept.length, longest.length):
            longest = kept
    return longest


def _outlived(
    handbook: Handbook, record: Record, what: str, path: Path, length: str | None, kept: _Kept
) -> Iterator[Finding]:
    if length is None or is_longer(handbook, length, kept.length):
        how_long = f"for {spelled_out(handbook, length)}" if length else "for ever"
        is_kept = f"{spelled_out(handbook, kept.length)} (line {record.at(*kept.path).line})"
        message = f"{what} {how_long}, but the record is kept only for {is_kept}"
        yield Finding(record.at(*path), message, _HINT)
