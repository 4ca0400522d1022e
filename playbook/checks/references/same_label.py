"""Two labels show readers the same words.

Every label names one thing, so that a reader who has learnt a word knows what it means
on every page. The words you do not change count too.

Why: if support and urgent help are both called "Help", nobody can tell which of the two
a link leads to.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
labels:
  support: Urgent help
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
labels:
  support: What helps
```

How to mend: choose other words for one of the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.labels import DEFAULT_LABELS
from playbook.problems import Level
from playbook.schema import UNREADABLE

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find words that name two things."""
    own = {key: words for key, words in inspection.handbook.settings.labels.items() if key in DEFAULT_LABELS}
    shown = {key: words for key, words in DEFAULT_LABELS.items() if key not in own}
    taken = {_folded(words): key for key, words in shown.items()}
    for key, words in own.items():
        other = taken.setdefault(_folded(words), key)
        if other != key and words != UNREADABLE:
            message = f'readers would see "{words}" for both "{other}" and "{key}"'
            yield Finding(
                inspection.settings.at("labels", key), message, "choose other words for one of the two"
            )


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
