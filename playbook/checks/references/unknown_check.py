"""A level is set, or a finding accepted, for a check that does not exist.

Under `checks` in handbook.yml the names on the left are those of the checks; an entry
under `accepted` in a record names its check too.

Why: with a misspelt name the check silently keeps its usual level, so that you believe
something is looked for, or left alone, when it is not.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
checks:
  unused-entri: off
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
checks:
  unused-entry: off
```

How to mend: correct the name. `playbook explain` lists all checks.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.acceptance import entries
from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level
from playbook.words_near import nearest

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find levels and acceptances that have no effect."""
    settings = inspection.settings
    named = [
        (written, settings.at("checks", written, key=True)) for written in inspection.handbook.settings.checks
    ]
    named += [(entry.acceptance.check, entry.at) for entry in entries(inspection.handbook)]
    for written, at in named:
        if written not in inspection.checks:
            meant = nearest(written, inspection.checks)
            hint = f'did you mean "{meant}"?' if meant else "all checks are listed by: playbook explain"
            yield Finding(at, f'no check is called "{written}"', hint)
