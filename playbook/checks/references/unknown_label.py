"""A label is set that no page uses.

Under `labels` in handbook.yml an organisation chooses the words readers see. The names
on the left are fixed; only the words on the right are yours.

Why: with a misspelt name the page silently keeps the word you meant to change.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
labels:
  devation: What did not go well
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
labels:
  deviation: What did not go well
```

How to mend: correct the name on the left.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.labels import DEFAULT_LABELS
from playbook.problems import Level
from playbook.words_near import nearest

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find labels that nobody would see."""
    for key in inspection.handbook.settings.labels:
        if key not in DEFAULT_LABELS:
            meant = nearest(key, DEFAULT_LABELS)
            hint = f'did you mean "{meant}"?' if meant else "labels are: " + ", ".join(DEFAULT_LABELS)
            yield Finding(
                inspection.settings.at("labels", key, key=True), f'no label is called "{key}"', hint
            )
