"""A deviation is described without what to do instead.

Each deviation should have an example of acceptable practice that names it under
`instead_of`. The pair stands side by side on the page of the standard.

Why: clarity comes before consequences. People can meet an expectation that is shown to
them; a list of what falls short only tells them what to fear. Showing acceptable practice
next to common deviations is the first step of the practice of compassionate
accountability that this tool rests on.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over so that nobody has to guess
track: performance
statement: Whoever leaves a shift says what is open and who waits for it.
examples:
  - acceptable: They write the three open points on the list and say them aloud.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
```

How to mend: describe what somebody does who meets the standard in the same situation,
so that it can be seen or heard, and add `instead_of` with the id of the deviation.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.standard import Standard
from playbook.problems import Level
from playbook.words_near import nearest

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find deviations that no acceptable example stands beside."""
    shown = _shown(inspection)
    for record in inspection.whole("standard"):
        assert isinstance(record.data, Standard)
        for index, deviation in enumerate(record.data.deviations):
            if deviation.id not in shown:
                message = f'no example shows what to do instead of "{deviation.title}"'
                hint = f"under examples, describe acceptable practice and add: instead_of: {deviation.id}"
                yield Finding(record.at("deviations", index, "id"), message, hint)


def _shown(inspection: Inspection) -> set[str | None]:
    """The deviations that examples name, also where a slip in the name is reported already."""
    handbook = inspection.handbook
    named = {
        example.instead_of
        for standard in handbook.standards.values()
        for example in standard.examples
        if example.instead_of
    }
    return named | {nearest(id_, handbook.deviations) for id_ in named if id_ not in handbook.deviations}
