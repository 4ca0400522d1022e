"""A sentence on a page is so long that its beginning is forgotten before its end.

More than 30 words in one sentence, on any page. A line or a list entry ends a sentence too. Words on a card
are not looked at here: a card has a narrower bound.

Why: a reader keeps about one thought a sentence. What a long sentence promises, and under
which condition, is read wrongly first by those who read in a second language or in distress.

Wrong:

```yaml
# content/support/mentor.yml
title: Mentor
what: >
  An experienced colleague meets them every week for an hour and goes through the work of the last days
  and the work that is to come and says what went well and what could go better.
how: Ask the People team.
causes: [clarity]
```

Right:

```yaml
# content/support/mentor.yml
title: Mentor
what: >
  An experienced colleague meets them every week for an hour. They go through the last days and the
  next ones. They say what went well and what could go better.
how: Ask the People team.
causes: [clarity]
```

How to mend: one thought a sentence. Where there are several cases, make a list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.readings import place_of, read
from playbook.problems import Level
from playbook.readability import sentences, words

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_LONGEST = 30


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find long sentences on pages."""
    for record, passages in read(inspection):
        for passage in passages:
            for sentence, count in _long_ones(passage.text):
                message = f"this sentence has {count} words, {count - _LONGEST} more than {_LONGEST}"
                hint = "make two sentences of it, one thought each"
                yield Finding(place_of(record, passage, sentence), message, hint)


@lru_cache(maxsize=100_000)  # a preview looks at every text after every edit, and few of them are new
def _long_ones(text: str) -> tuple[tuple[str, int], ...]:
    counted = ((sentence, len(words(sentence))) for sentence in sentences(text))
    return tuple((sentence, count) for sentence, count in counted if count > _LONGEST)
