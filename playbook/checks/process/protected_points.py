"""An event that is protected adds points.

Reported are events with `protected: true` that add more than 0, and events whose words name
an absence that law or decency protects, such as sick leave, pregnancy, a disability, caring,
bereavement, jury service, a religious day or union duties. "Absence without leave" and
"leaves early" are not meant, nor is a call that came too late.

Why: people who lose points for being ill come to work ill, and people who lose them for leave
they are owed lose what the law gave them. In the United States, for example, leave under the
Family and Medical Leave Act may not be counted under a no-fault attendance policy (29 CFR
825.220). Whoever needs time off needs support, and that is another way than a ladder.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance by points
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
points:
  events:
    - {event: Sick leave without a note, add: 1}
  thresholds:
    - {at: 3, rung: talk}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance by points
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
points:
  events:
    - {event: Sick leave, add: 0, protected: true}
    - {event: Absence without leave, add: 1}
  thresholds:
    - {at: 3, rung: talk}
```

How to mend: let it add 0 and write `protected: true`. If something else is meant, name that:
"no call before the shift began" instead of "sick".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.problems import Level

__all__ = ["LEVEL", "protected_words", "run"]

LEVEL = Level.ERROR

_LEAVE = "|".join(
    "sick medical family parental maternity paternity adoption carer's carers care protected approved agreed "
    "statutory compassionate bereavement military jury annual paid fmla health disability religious".split()
)
_TIME = (
    rf"(?:{_LEAVE}) leave", "on leave", "leave (?:that|which|under|of absence)", "fmla",
    "sick(?:ness)?", "ill(?!-)", "illness", "unwell", "in hospital", "hospital (?:stay|appointment)s?",
    r"pregnan\w+", r"miscarr\w+", "maternity", "paternity", "breast-?feeding", "antenatal", "prenatal",
    "disab(?:led|ility|ilities)", "carers?", "caring for", r"bereave\w+", "funeral",
    "jury", "military (?:service|duty)", "reserve duty", r"religio\w+", "holy days?", "prayers?",
    r"union (?:duties|duty|work|meetings?|business|activit\w+|leave|rep\w*)", "on strike", "strike action",
)  # fmt: skip
_PROTECTED = re.compile(rf"\b(?:{'|'.join(_TIME)})\b", re.IGNORECASE)
_NOT_MEANT = re.compile(
    r"\b(?:not|no|non|without|except|excluding|other than|apart from|besides|unrelated to|instead of|unless)"
    r"(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
_LATE_WORD = re.compile(
    r"\b(?:call|report|notice|notif|tell|told|said|inform)\w*\b.*\b(?:late|after)\b"
    r"|\b(?:no|without|late)\W+(?:a |any )?(?:call|report|notice|word)"
    r"|\b(?:not|never|nobody)\b.*\b(?:call|report|notif|told|inform)",
    re.IGNORECASE,
)
"""What is scored is then the call that came late or not at all, not the absence."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find events that should add nothing."""
    for record, ladder in ladders(inspection):
        for index, event in enumerate(ladder.points.events if ladder.points else ()):
            words = protected_words(event.event)
            if event.add > 0 and (event.protected or words):
                named = "it is protected" if event.protected else f'"{words}" names protected time'
                message = f'"{event.event}" adds {event.add}, but {named}'
                hint = "let it add 0 and write protected: true, or name what else is meant"
                yield Finding(record.at("points", "events", index, "add"), message, hint)


def protected_words(event: str) -> str | None:
    """The words of an event that name an absence nobody may be scored for; None where there are none."""
    if _LATE_WORD.search(event):
        return None
    for found in _PROTECTED.finditer(event):
        if not _NOT_MEANT.search(event[: found.start()]):
            return found[0]
    return None
