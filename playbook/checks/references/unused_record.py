"""A moment, checklist, kind of support, paper, check-in or measure is written but nothing leads to it.

A moment is used when a card offers it under `if_they`; a checklist when a step, a
deviation, `first_talk` or `feedback_talk` names it; a kind of support when a step names it or it helps
with a cause that a deviation names; a paper when a step names it under `papers`; a
check-in when `check_ins` of handbook.yml or a step names it; a measure when a standard
names it under `measures`. Urgent cards need no such link: they are on every
page. Nothing is called unused while any file cannot be read.

Why: help that no card leads to is not found in the minute it is needed. Often a link was
forgotten rather than the record being unwanted.

Wrong:

```yaml
# content/moments/they-walk-out.yml
title: They get up and leave
say:
  - We can go on when you are ready. I will be here until five.
```

Right:

```yaml
# content/moments/they-walk-out.yml
title: They get up and leave
say:
  - We can go on when you are ready. I will be here until five.

# content/moments/they-cry.yml
title: They start to cry
if_they: [they-walk-out]
```

How to mend: name it where it helps, or delete the file. If readers should find it by
searching only, set `unused-record: off` under `checks` in handbook.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.known import named_ids
from playbook.model.records import Support
from playbook.problems import Level, Location

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_HINTS = {
    "moment": "add its id under if_they where this may happen, or delete the file",
    "checklist": "add its id as the checklist of a step or deviation, or delete the file",
    "paper": "add its id under papers of the step it belongs to, or delete the file",
    "check-in": "add its id under check_ins in handbook.yml, or as check_in of a step, or delete the file",
    "measure": "add its id under measures of the standard whose effect it shows, or delete the file",
    "support": "add its id under support at a step, or a cause it helps with, or delete the file",
}
_WORDS = {
    "moment": "no card offers this moment",
    "checklist": "no step and no card leads to this checklist",
    "paper": "no step has this paper",
    "check-in": "nothing says that anybody has this check-in",
    "measure": "no standard is measured by this",
    "support": "no step and no cause leads to this support",
}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find records that stand alone."""
    handbook = inspection.handbook
    if not handbook.complete:
        return
    used = named_ids(inspection)
    causes = {cause for found in handbook.deviations.values() for cause in found.deviation.causes}
    for kind, words in _WORDS.items():
        for record in handbook.of_kind(kind):
            helps = isinstance(record.data, Support) and not causes.isdisjoint(record.data.causes)
            if (kind, record.id) not in used and not helps:
                yield Finding(Location(record.source.file), words, _HINTS[kind])
