"""Represented staff are left out of a ladder, without a word on their agreement or representative.

Looked for under `excludes`: a group whose id, title or meaning speaks of a union, a works
council, a collective agreement or representation, with neither `see` nor `none` naming the
agreement or the representative. A `ladder` of their own is an answer too.

Why: where staff are represented, their agreement usually says how concerns are handled and
who may stand beside them, and it comes first. Somebody who reads "this does not apply to you"
must learn in the same line what does, and whom they may bring.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
applies_to:
  excludes:
    - {group: union-staff, see: the other handbook}
rungs:
  - id: reclarify
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {act-within-missing: off}
tracks:
  - {id: performance, title: How work is done}
groups:
  - {id: union-staff, title: Staff represented by a union}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
applies_to:
  excludes:
    - {group: union-staff, see: the collective agreement. You may bring your union representative to any talk.}
rungs:
  - id: reclarify
    title: Make the expectation clear again
    kind: clarify
    standing: {formal: false, recorded: false}
# content/handbook.yml
organisation: {name: Riverside Care}
checks: {act-within-missing: off}
tracks:
  - {id: performance, title: How work is done}
groups:
  - {id: union-staff, title: Staff represented by a union}
```

How to mend: name the agreement under `see`, and who may come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_REPRESENTED = re.compile(
    r"\b(?:union|unions|unioni[sz]ed|represented|bargaining|collective|works[ -]council)\b", re.I
)
_ANSWERED = re.compile(r"agreement|contract|represent|steward|works council|bargain|<<", re.I)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find represented staff who are left out without that line."""
    groups = {group.id: group for group in inspection.handbook.settings.groups}
    for record, ladder in ladders(inspection):
        for index, left_out in enumerate(ladder.applies_to.excludes if ladder.applies_to else []):
            group = groups.get(left_out.group)
            words = f"{group.id.replace('-', ' ')} {group.title} {group.meaning or ''}" if group else ""
            said = f"{left_out.see or ''} {left_out.none or ''}"
            if group and _REPRESENTED.search(words) and not left_out.ladder and not _ANSWERED.search(said):
                message = f'"{group.title}" are left out, without a word on their agreement or who stands beside them'
                hint = "name under see the agreement that applies, and the representative they may bring"
                yield Finding(record.at("applies_to", "excludes", index, "group"), message, hint)
