"""Words keep people from speaking: about pay, a complaint, or what is wrong.

Do not discuss your pay, this meeting must not be mentioned, be positive, no complaining, bans on
social media, forbidding talk with a union, the press or colleagues. Protecting other
people's data ("do not discuss patients in the lift") stays silent.

Bad examples stay silent: words in quotes, and whatever stands under `do_not`, `not_this` or `also_said`.

Why: people must be able to seek advice, to compare and to raise a concern; in many places the
law protects talk about pay and conditions (in the United States section 7 of the National
Labor Relations Act, in Great Britain section 77 of the Equality Act 2010). Silence also
hides what the organisation most needs to hear.

Wrong:

```yaml
# content/standards/hand-over.yml
title: Hand work over
track: performance
statement: Whoever leaves a shift says what is open.
examples:
  - acceptable: They write the three open points on the list.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
    write_down: What you agreed. Do not discuss this with anyone.
```

Right:

```yaml
# content/standards/hand-over.yml
title: Hand work over
track: performance
statement: Whoever leaves a shift says what is open.
examples:
  - acceptable: They write the three open points on the list.
    instead_of: left-without-word
deviations:
  - id: left-without-word
    title: A shift ended without a hand-over
    observable: The list of open work was empty and nobody was told.
    severity: minor
    write_down: What you agreed. Both of you may show it to whomever you ask for advice.
```

How to mend: say exactly what must stay private, and whose data that protects; leave the rest
free. The tool does not write the sentence for
you. Where the words are right as they stand, keep them with a reason under `accepted`.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.wordings import remarks
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find such words in all that people read."""
    return remarks(inspection, "silences-people")
