"""Two ladders answer for the same people and the same thing, and nothing says which one is used.

For one kind of concern, two ladders both have a row that fits, and no `applies_to` tells the
people apart. Ladders for different groups, and rows for different things, are not meant.

Why: what follows must be predictable, and the same for all. Here the finder has to ask the
manager which of two ladders is meant, so two managers may start the same thing in two ways.

Wrong:

```yaml
# content/standards/dates.yml
title: We keep the dates we give
track: performance
statement: We say at once when a date moves.
examples: [{acceptable: We say so on the same day., instead_of: silent-miss}]
deviations:
  - {id: silent-miss, title: A date passed and nobody was told, observable: The date passed., severity: minor}
# content/ladders/talk.yml
title: Steps of the office
track: performance
rungs:
  - {id: talk, title: Ask what happened, kind: clarify, standing: {formal: false, recorded: false}}
entry:
  - {for: {severity: minor}, cells: {1+: talk}}
# content/ladders/work.yml
title: Steps of the field teams
track: performance
rungs:
  - {id: reclarify, title: Make it clear again, kind: clarify, standing: {formal: false, recorded: false}}
entry:
  - {for: {severity: minor}, cells: {1+: reclarify}}
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {act-within-missing: off, first-undefined: off}
tracks:
  - {id: performance, title: How work is done}
severities:
  - {id: minor, title: Minor}
```

Right:

```yaml
# content/standards/dates.yml
title: We keep the dates we give
track: performance
statement: We say at once when a date moves.
examples: [{acceptable: We say so on the same day., instead_of: silent-miss}]
deviations:
  - {id: silent-miss, title: A date passed and nobody was told, observable: The date passed., severity: minor}
# content/ladders/talk.yml
title: Steps of the office
track: performance
rungs:
  - {id: talk, title: Ask what happened, kind: clarify, standing: {formal: false, recorded: false}}
entry:
  - {for: {severity: minor}, cells: {1+: talk}}
# content/ladders/work.yml
title: Steps of the field teams
track: performance
applies_to: {groups: [field]}
rungs:
  - {id: reclarify, title: Make it clear again, kind: clarify, standing: {formal: false, recorded: false}}
entry:
  - {for: {severity: minor}, cells: {1+: reclarify}}
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {act-within-missing: off, first-undefined: off}
tracks:
  - {id: performance, title: How work is done}
severities:
  - {id: minor, title: Minor}
groups:
  - {id: field, title: Field teams}
```

How to mend: say with `applies_to` who each ladder is for, give the second ladder a track of
its own, or move its rows into the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders, listed
from playbook.finder.audience import audiences
from playbook.finder.rows import rows_for
from playbook.model.whole import FoundDeviation, Handbook
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find ladders beside which another one answers for the same people and the same thing."""
    book = inspection.handbook
    shared: dict[str, dict[str, str]] = {}
    for found in book.deviations.values():
        for first, *others in _together(book, found):
            for other in others:
                shared.setdefault(other, {}).setdefault(first, found.deviation.title)
    for record, _ in ladders(inspection):
        if record.id in shared:
            beside = shared[record.id]
            titles = listed([f'"{book.ladders[id_].title}"' for id_ in beside])
            example = next(iter(beside.values()))
            message = f'for "{example}" both this ladder and {titles} answer, for the same people'
            hint = "say with applies_to who each ladder is for, or give one of them a track of its own"
            yield Finding(record.at("title"), message, hint)


def _together(book: Handbook, found: FoundDeviation) -> Iterator[list[str]]:
    """Ladders between which a manager would have to choose, in id order."""
    ways = audiences(book, book.ladders_for(found.track), found)
    for way in ways:
        answering = [id_ for id_ in way.ladders if rows_for(book, book.ladders[id_], found, way.group)]
        if len(answering) > 1:
            yield sorted(answering)
