"""Nothing says where to start when this deviation is seen.

Each deviation has a kind of concern (`track`, its own or that of its standard), and each kind
of concern has a ladder. Where that ladder has a grid under `entry`, one of its rows fits the
deviation: by its severity, its standard or its own id. A ladder without a grid leaves the
start to its order, and is not reported.

Why: the finder can only show what was agreed. Where it finds nothing, each manager decides
alone where to begin, and like cases are no longer treated alike.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
examples:
  - acceptable: They write the open points on the list and say them aloud.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
examples:
  - acceptable: They write the open points on the list and say them aloud.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
```

How to mend: give the deviation a severity that the grid knows, add a row for it, or write a
ladder for its kind of concern. This is a note: some things are better left to a talk.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.finder import matching_rows
from playbook.model.whole import FoundDeviation, Handbook
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find deviations without a place to start from."""
    handbook = inspection.handbook
    if not handbook.complete or not handbook.ladders or _misspelt(handbook):
        return  # a ladder that could not be read, or a name that is reported by itself, may be the answer
    for found in handbook.deviations.values():
        reason = _reason(handbook, found)
        if reason:
            message = f'nothing says where to start when "{found.deviation.title}": {reason[0]}'
            record = handbook.record("standard", found.standard_id)
            yield Finding(record.at(*found.path, "id"), message, reason[1])


def _misspelt(handbook: Handbook) -> bool:
    """Whether a ladder names a track, or a row a case, that there is not."""
    rows = [row.for_ for ladder in handbook.ladders.values() for row in ladder.entry]
    return (
        any(ladder.track not in handbook.tracks for ladder in handbook.ladders.values())
        or any(row.severity and row.severity not in handbook.severities for row in rows)
        or any(row.standard and row.standard not in handbook.standards for row in rows)
        or any(row.deviation and row.deviation not in handbook.deviations for row in rows)
    )


def _reason(handbook: Handbook, found: FoundDeviation) -> tuple[str, str] | None:
    """What is missing, and what to do about it."""
    if found.track is None:
        return "it has no track", "add track, here or to the standard"
    severity = found.deviation.severity
    if found.track not in handbook.tracks or (severity and severity not in handbook.severities):
        return None
    ladders = handbook.ladders_for(found.track)
    if not ladders:
        return f'no ladder has the track "{found.track}"', "write a ladder for it, or choose another track"
    for id_, ladder in ladders:
        if ladder.entry and not matching_rows(handbook, ladder, found):
            return f'no row of ladder "{id_}" fits', "give it a severity that the grid has, or add a row"
    return None
