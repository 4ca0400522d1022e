"""A word promises, or takes away, more than the law here may allow: ask your lawyer about it.

Only where handbook.yml names a profile under `jurisdiction`. With `at-will`: permanent
employment, job security, dismissed only for cause. With `fair-process`: instant dismissal, no
appeal, at will. With `none` nothing is looked for. It is no legal advice; it names a word.

Why: where employment is at will, courts have held an employer to the words of its handbook
(Toussaint v. Blue Cross, Michigan 1980; Woolley v. Hoffmann-La Roche, New Jersey 1985). Where
a fair process is owed, nobody is dismissed before they could answer (ILO Convention 158,
Article 7; Acas Code of Practice on disciplinary and grievance procedures).

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
jurisdiction: fair-process
protected: Theft leads to instant dismissal.
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
jurisdiction: fair-process
protected: Theft leads to a formal meeting, in which you are heard before anything is decided.
```

How to mend: ask your lawyer about this word. Where they keep it, write down so under
`accepted`, with the reason and not with their name.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.wordings import promises
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find words that this profile makes risky."""
    yield from promises(inspection, inspection.handbook.settings.jurisdiction)
