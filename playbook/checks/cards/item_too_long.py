"""An item to do, or words to say, are longer than one can take in at a glance.

Something to do on a card or a list holds one action in at most 12 words and 60 characters.
Words to say hold at most 25 words: more cannot be said by heart. One action means no
semicolon, no "and then", and no third sentence.

Why: the eye takes in a line of that length at once. Two actions in one item end with the
second one forgotten, and its box ticked.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Put your notes down and offer them some water, then wait quietly until they can go on.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Put your notes down. Offer water.
  - Wait until they can go on.
```

How to mend: make two items of it, or leave out what goes without saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Found, Inspection
from playbook.markdown_text import plain_text
from playbook.problems import Level
from playbook.readability import sentences
from playbook.running_text import make_resolve

__all__ = ["LEVEL", "run", "things_to_do"]

LEVEL = Level.WARNING

_WORDS, _CHARACTERS, _SAID = 12, 60, 25
_KINDS = ("standard", "moment", "urgent", "checklist", "ladder")
_SEVERAL = re.compile(r";|\band then\b", re.IGNORECASE)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find long items and long words to say."""
    resolve = make_resolve(inspection.handbook)
    for found in things_to_do(inspection):
        if found.record.kind == "urgent":  # its steps are read one by one, and some need the sign to look for
            continue
        text = plain_text(found.value, resolve)
        if "<<" in text:  # what it will say is not known yet
            continue
        if fault := _too_long(text) or _several(text):
            yield Finding(
                found.at,
                f"{fault}: {_shown(text)}",
                "make two items of it, or leave out what goes without saying",
            )
    for found in inspection.wordings:
        if found.record.kind in _KINDS and "say" in found.path:
            count = len(plain_text(found.value, resolve).split())
            if count > _SAID:
                message = (
                    f"these words to say have {count} words, {count - _SAID} more than can be said by heart"
                )
                yield Finding(
                    found.at, message, f"{_SAID} words or fewer; the rest can follow when they have answered"
                )


def things_to_do(inspection: Inspection) -> Iterator[Found]:
    """Every sentence that says what to do on a card, a list or an urgent card."""
    for found in inspection.wordings:
        if found.kind == "sentence" and found.record.kind in _KINDS and _is_action(found):
            yield found


def _is_action(found: Found) -> bool:
    names = [step for step in found.path if isinstance(step, str)]
    wanted = "manager_does" if found.record.kind == "ladder" else "do"
    return bool(names) and names[-1] == wanted and found.record.whole


def _too_long(text: str) -> str:
    words, signs = len(text.split()), len(text)
    if words > _WORDS:
        return f"this item has {words} words, {words - _WORDS} more than {_WORDS}"
    if signs > _CHARACTERS:
        return f"this item has {signs} characters, {signs - _CHARACTERS} more than {_CHARACTERS}"
    return ""


def _several(text: str) -> str:
    return "this item holds more than one action" if _SEVERAL.search(text) or len(sentences(text)) > 2 else ""


def _shown(text: str) -> str:
    return f'"{text if len(text) <= 60 else text[:57].rstrip() + "..."}"'
