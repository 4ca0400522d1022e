"""The end of a text is lost, because YAML takes it for a comment.

In a text without quotes, a space followed by `#` begins a comment, and the rest of the
line is dropped. Found are only those where a word or number follows the `#` at once, as
in `rule #3`; a comment that is meant as one has a space after its `#`.

Why: the sentence is published without its end, and nothing shows it.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: Do not skip step #3 of the list.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do_not: "Do not skip step #3 of the list."
```

How to mend: put the whole text in double quotes. If it is a comment, put a space after
the `#`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection, texts
from playbook.model.whole import Record
from playbook.problems import Level, Location
from playbook.yaml_source import Text

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_MARK = re.compile(r"(?<=[ \t])#\S")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find texts that end where their author did not end them."""
    for record in inspection.handbook.records.values():
        if _MARK.search(record.source.text):
            yield from _in_record(record)


def _in_record(record: Record) -> Iterator[Finding]:
    lines = record.source.text.split("\n")
    written = sorted((text for text in texts(record) if not text.empty), key=lambda text: text.at)
    places = [(text.at.line, text.at.column) for text in written]
    for number, line in enumerate(lines, start=1):
        mark = _MARK.search(line)
        if not mark:
            continue
        index = bisect_left(places, (number, mark.start() + 1)) - 1
        if index >= 0 and _ends_here(written[index], lines, number, line[: mark.start()]):
            lost = line[mark.start() :].strip()
            at = Location(record.source.file, number, mark.start() + 1, len(lost))
            message = f'the text ends before "{lost[:40]}": YAML reads the rest of the line as a comment'
            hint = "put the whole text in double quotes; if it is a comment, put a space after the #"
            yield Finding(at, message, hint)


def _ends_here(text: Text, lines: list[str], number: int, before: str) -> bool:
    """Say whether this text, written without quotes, ends right before the mark."""
    first = lines[text.at.line - 1]
    if first[text.at.column - 1] in "\"'|>&!*":
        return False
    if text.at.line == number:
        return before[text.at.column - 1 :].strip() == text.value
    words = before.split()
    return bool(words) and text.value.split()[-len(words) :] == words
