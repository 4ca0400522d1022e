"""A record is to be kept in a private place.

Looked for, in `kept: where:` and in every `write_down`: somebody's own or private notebook,
diary, calendar, mailbox, phone, laptop or chat. Words that rule such a place out ("not in
your own notebook") are no finding.

Why: what lies in a private place cannot be read by the person it is about, cannot be
corrected, is not deleted when it should be, and goes with whoever leaves. Where law on
personal data gives people a right to see what is kept about them, it breaks that too.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    support: [mentor]
    records:
      kept: {where: the manager's own notebook, for: 12 months}
    way_back: The goals are met, and the note is deleted.
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: true}
    support: [mentor]
    records:
      kept: {where: a note that only the two of you can open, for: 12 months}
    way_back: The goals are met, and the note is deleted.
```

How to mend: name a place that the organisation keeps, that the person can see into, and
from which it is deleted in time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection, within
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_FIELDS = {"where", "write_down"}
_PLACE = (
    r"(?:note-?books?|diar(?:y|ies)|calendars?|mail-?box(?:es)?|in-?box(?:es)?|e-?mails?|phones?"
    r"|lap-?tops?|computers?|chats?|desks?|drawers?|pocket-?books?)"
)
_PRIVATE = re.compile(
    rf"\b(?:own|private|personal|manager's|managers'|your|my)\s+(?:\w+\s+)?{_PLACE}\b", re.I
)
_RULED_OUT = re.compile(r"\b(?:no|not|never|nor|nothing|instead of|rather than|out of)\b[^.;]*$", re.I)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find records that lie where only one person can open them."""
    for found in inspection.wordings:
        if found.path[-1] not in _FIELDS:
            continue
        private = _PRIVATE.search(found.value.replace("\u2019", "'"))
        if private and not _RULED_OUT.search(found.value[: private.start()]):
            words = found.value[private.start() : private.end()]
            message = f'a record is to be kept in a private place: "{words}"'
            hint = "name a place that the organisation keeps and that the person can see into"
            yield Finding(within(found.record, found.at, words), message, hint)
