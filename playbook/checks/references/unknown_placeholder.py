"""A placeholder names nothing, or is not written as one.

`<<people-team>>` in any text stands for a contact or a decision of handbook.yml, so that
a telephone number or a number of days is written once. Names in double angle brackets
must be the id of one of them. A placeholder that is opened and not closed, or has spaces
in it, is found too.

Why: the reader would see the brackets instead of whom to call or how long there is.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
protected: If health or leave is involved, call <<poeple-team>> first.
contacts:
  - id: people-team
    title: the People team
    phone: "+00 555 0100"
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
protected: If health or leave is involved, call <<people-team>> first.
contacts:
  - id: people-team
    title: the People team
    phone: "+00 555 0100"
```

How to mend: correct the name, or add a contact or a decision with this id to
handbook.yml. What a placeholder stands for (the value of a decision, the title of a
contact) must be plain words: a placeholder inside a placeholder is not filled in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from playbook.checks.inspection import Finding, Found, Inspection, within
from playbook.checks.known import Known, known_entries
from playbook.model.walk import Path
from playbook.problems import Level
from playbook.words_near import nearest

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_ID = re.compile(r"[a-z0-9-]{1,64}")
_UNCLOSED = re.compile(r"<<[a-z0-9][^<>\n]*(?:>(?!>)|(?=<|\n|$))")
_MANY = 3
_FORM = "a placeholder is written <<id>>, with the id of a contact or a decision"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find placeholders that would stay unfilled."""
    contacts, decisions = (known_entries(inspection, kind) for kind in ("contact", "decision"))
    ids = contacts.ids | decisions.ids
    known = Known("", ids, "", "", contacts.certain and decisions.certain)
    inner = _paths_of_filled_in(inspection)
    times, told = Counter(written for _, written in inspection.placeholders), set[str]()
    for found, written in inspection.placeholders:
        if found.record is inspection.settings and found.path in inner:
            message = (
                f'"<<{written}>>" stands inside what another placeholder stands for, and is not filled in'
            )
            yield _at(found, f"<<{written}>>", message, "write the words themselves")
        elif not _ID.fullmatch(written):
            yield _at(found, f"<<{written}>>", f'"<<{written[:60]}>>" is not a placeholder', _FORM)
        elif known.lacks(written) and written not in told:
            message = f'no contact or decision "{written}" in {inspection.settings.source.file}'
            if _agreed(written, ids, times):
                told.add(written)  # said once: it is to be mended in one place
                message += f", and {times[written]} places name it"
                hint = f'was it renamed? Give it the id "{written}" back: its title can say anything'
                yield _at(found, f"<<{written}>>", message, f"{hint}; if not, {_hint(written, ids)}")
                continue
            yield _at(found, f"<<{written}>>", message, _hint(written, ids))
    yield from _unclosed(inspection)


def _unclosed(inspection: Inspection) -> Iterator[Finding]:
    for found in inspection.wordings:
        if found.kind != "search" and "<<" in found.value:
            for part in _UNCLOSED.findall(found.value):
                shown = part[:40].strip()
                yield _at(found, part, f'"{shown}" opens a placeholder that is not closed with ">>"', _FORM)


def _paths_of_filled_in(inspection: Inspection) -> set[Path]:
    """The texts that placeholders stand for."""
    used = {written for _, written in inspection.placeholders}
    settings = inspection.handbook.settings
    values = {("decisions", i, "value") for i, entry in enumerate(settings.decisions) if entry.id in used}
    return values | {
        ("contacts", i, "title") for i, entry in enumerate(settings.contacts) if entry.id in used
    }


def _at(found: Found, part: str, message: str, hint: str) -> Finding:
    return Finding(within(found.record, found.at, part), message, hint)


def _agreed(written: str, ids: frozenset[str], times: Mapping[str, int]) -> bool:
    """Where many places say the same, and fewer what they could have meant, the entry changed and not they."""
    meant = nearest(written, ids)
    return times[written] >= _MANY and (meant is None or times[written] > times[meant])


def _hint(written: str, ids: frozenset[str]) -> str:
    meant = nearest(written, ids)
    if meant:
        return f'did you mean "<<{meant}>>"?'
    return "contacts and decisions are: " + ", ".join(sorted(ids)) if 0 < len(ids) <= 12 else _FORM
