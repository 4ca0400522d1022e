"""Curly quotation marks stand around a whole text, where straight ones may be meant.

Looked for: a text that begins with a curly quotation mark and ends with the matching one, such as
one that a word processor has changed. Only straight ones, `"` or `'`, are marks for YAML;
readers see curly ones as part of the text.

Why: quotation marks around a title make it sound as if we did not mean it. Around words to say
they stand twice, because the page sets them in marks already.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - “We can go on when you are ready.”
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
say:
  - "We can go on when you are ready."
```

How to mend: write straight quotation marks in their place, or leave them out where the text holds
no sign that YAML reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE

_PAIRS = {
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    "\u00ab": "\u00bb",
}


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find texts that stand in curly quotation marks as a whole."""
    for found in inspection.wordings:
        if found.record.whole and _in_curly(found.value):
            message = f"the curly quotation marks {found.value[0]} {found.value[-1]} are part of this text"
            hint = 'readers see them; to put a text in quotes for YAML, write straight ones: "'
            yield Finding(found.at, message, hint)


def _in_curly(text: str) -> bool:
    """One pair of marks around all of it; two quotations in a row are none."""
    closing = _PAIRS.get(text[:1], "")
    inside = text[1:-1]
    return len(text) > 2 and text[-1] in closing and not any(mark in inside for mark in (text[0], *closing))
