"""An abbreviation is used that words.yml does not explain.

Two or more capital letters in a row, in all that people read. Silent where the same file writes the
abbreviation beside its long form in brackets, for the organisation's own name, and for what nearly everybody knows
(HR, IT, ID, PDF, UK ...). Each abbreviation is reported once, where it first stands. Words on cards
are not looked at here.

Why: whoever is new, or reads in a second language, or is on the other side of the table, does not
know it, and in a hard moment does not ask.

Wrong:

```yaml
# content/support/mentor.yml
title: Mentor
what: An experienced colleague goes through the SLA with them every week.
how: Ask the People team.
causes: [clarity]
```

Right:

```yaml
# content/support/mentor.yml
title: Mentor
what: An experienced colleague goes through the service level agreement (SLA) with them every week.
how: Ask the People team.
causes: [clarity]
```

How to mend: write the words out. Or explain it once for the whole handbook under `abbreviations` in words.yml:
`abbreviations: {SLA: service level agreement}`. A word that only stands in capitals to be loud goes in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.asked import ASKED
from playbook.checks.inspection import Finding, Inspection
from playbook.checks.readings import known_abbreviations, place_of, read
from playbook.model.whole import Record
from playbook.problems import Level
from playbook.readability import capitals
from playbook.running_text import Passage
from playbook.wording import plain_words

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_PLURAL = re.compile(r"\b([A-Z]{2,})s\b")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find abbreviations that are explained nowhere."""
    name = inspection.handbook.settings.organisation.name
    known = {*known_abbreviations(inspection), *plain_words().well_known, *capitals(name)}
    first: dict[str, tuple[Record, Passage]] = {}
    others: dict[str, set[str]] = {}
    for record, passages in read(inspection):
        whole = "\n".join(passage.text for passage in passages)
        for passage in passages:
            for word in capitals(_PLURAL.sub(r"\1", passage.text), known):
                if not _written_out(word, whole):
                    first.setdefault(word, (record, passage))
                    others.setdefault(word, set()).add(record.source.file)
    for word, (record, passage) in first.items():
        more = len(others[word]) - 1
        also = f" (also in {more} other file{'s' if more > 1 else ''})" if more else ""
        yield Finding(
            place_of(record, passage, word),
            f'"{word}" is explained nowhere{also}',
            f"write it out, or explain it under abbreviations in words.yml: {word}: {ASKED['abbreviations']}",
        )


def _written_out(word: str, text: str) -> bool:
    """Whether it stands beside its long form: "the long form (LF)" or "LF (the long form)"."""
    return re.search(rf"\w \({word}s?\)|\b{word}s? \(\w", text) is not None
