"""A card does not fit the screen of a phone, or its sheet of paper.

A card is read in five seconds by somebody whose heart beats fast. It has to stand on one
screen, without scrolling: of a small phone (360x640) and of a usual one (390x664), in type
of 18 px; and on a sheet of A6 or a quarter of Letter, in 11 points. How high it stands is
worked out from its words, the widths of letters and the sizes of the page. The finding
says which field to shorten and by how much; what the card shares with all others (the
title, `protected` and `readiness` of handbook.yml) counts too.

Why: what is below the edge of the screen is not read in the moment. With crisis checklists
at hand, teams missed 6 of 100 critical steps, and 23 without (a trial with 106 simulated
crises, New England Journal of Medicine 2013): but only what can be seen at a glance is used.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Put your notes down and offer some water or hot tea.
  - Stay quiet for as long as they need, even a whole minute.
  - Offer a break, a walk around the yard or quite another day.
  - Ask whether they would like to go on now or rather later.
  - Say that nothing is decided today and nobody else hears it.
  - Sum up in one sentence where both of you were just now.
  - Agree what happens next and on which day you both meet.
  - Write it down together before either of you leaves the room.
write_down: That you took a break, and when you go on.
do_not: Take it all back, or ask what is wrong at home.
say:
  - "Take your time. We go on when you can, or on [day]."
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Put your notes down. Offer water.
  - Stay quiet. A minute is not long.
```

How to mend: shorten the field that is named by what is named, and put the rest where a
reader looks afterwards: the standard, the step, or the help on offer. To let no card grow
too long, write `card-too-long: error` under `checks` in handbook.yml.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from playbook.card_budget import SURFACES, Measured, measure
from playbook.checks.found_cards import FoundCard, cards_in
from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_USUAL = {"title": 2, "ready": 1, "check": 4, "say": 2, "do": 4, "write": 2, "not": 2, "expect": 4, "good": 3}
"""How many lines a part usually takes; 2 where none is said."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find cards that are too high, each on the surface where it is too high by the most."""
    for found in cards_in(inspection):
        worst = max((measure(found.text, on) for on in SURFACES), key=lambda one: (one.over, one.height))
        if worst.over:
            yield _finding(found, worst)


def _finding(found: FoundCard, card: Measured) -> Finding:
    part = max(found.fields, key=lambda key: _above_usual(card, key))
    field = found.field(part)
    name = next(str(step) for step in reversed(field) if isinstance(step, str))
    message = (
        f'the card "{found.text.title}" is {card.over} px too long for {card.surface.name}: '
        f"shorten {name} by {_amount(found, card, part)}"
    )
    return Finding(found.record.at(*field, key=True), message, _hint(card, part))


def _above_usual(card: Measured, part: str) -> float:
    return card.pieces.get(part, 0) - _USUAL.get(part, 2) * card.surface.body.line


def _amount(found: FoundCard, card: Measured, part: str) -> str:
    """Whole items where they are enough, and lines."""
    lines = math.ceil(card.over / card.surface.body.line)
    in_lines = f"{lines} line{'s' if lines > 1 else ''} ({card.over} px)"
    entries, freed, count = card.entries.get(part, ()), 0.0, 0
    if len(entries) > 1:
        for height in reversed(entries[1:]):
            freed, count = freed + height, count + 1
            if freed >= card.over:
                return f"{count} item{'s' if count > 1 else ''}, or {in_lines}"
    return in_lines


def _hint(card: Measured, part: str) -> str:
    usual = _USUAL.get(part, 2) * card.surface.body.line
    if card.pieces.get(part, 0) - usual >= card.over:
        return "a card is read standing up: keep what is needed in the talk, and move the rest to the details"
    others = sorted((key for key in card.entries if key != part), key=lambda key: -card.pieces.get(key, 0))
    return f"it may take more than one field: the next longest is the part {others[0]!r}" if others else ""
