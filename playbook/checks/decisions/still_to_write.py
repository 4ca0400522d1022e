"""Words of a starter file or of a hint stand where your own words should.

Looked for: texts that still say `[Write ...]`, as `playbook add` puts them where only you know
what to say; and what a hint or the explanation of a field leaves to you, pasted as it stands:
nothing but `...`, words in angle brackets such as `<what happened>`, or the words that say what
belongs in the field. Blanks such as `[day]` are something else: they are filled in a talk, or on
paper. Where somebody is silent in a talk, say so in words: `They say nothing.`

Why: a half-written page looks finished in a list. Somebody opens it a minute before a hard talk
and finds an instruction to its author. While the handbook is a draft this is a warning; a
handbook in force with such a page is not published.

Wrong:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: "[Write in one or two sentences what everybody can expect of each other.]"
```

Right:

```yaml
# content/standards/quiet-hours.yml
title: Leave the evening free
track: performance
statement: We plan work so that it ends with the working day.
```

How to mend: write your own words in its place, or delete the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from playbook.checks.acceptance import entries
from playbook.checks.asked import ASKED
from playbook.checks.inspection import Finding, Inspection, within
from playbook.model.fields import Model
from playbook.model.walk import Path, is_required, part_at
from playbook.model.whole import Record
from playbook.problems import Level
from playbook.schema.words import described

__all__ = ["IN_FORCE", "LEVEL", "run"]

LEVEL = Level.WARNING
IN_FORCE = Level.ERROR

_STARTER = re.compile(r"\[Write [^\[\]]*\]")
_NOTHING = re.compile(r"""[\s\["'(<]*(?:\.{2,3}|…)[\s\]"')>]*|\s*<[^<>:@/]*>\s*""")
"""An ellipsis and nothing else, or words in angle brackets; a longer row of dots is a line to write on."""
_FOUND = "your own words are still to be written here"


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find what only the author can write, and has not yet."""
    for found in inspection.wordings:
        if found.record.kind == "paper" and found.path[:1] == ("parts",):
            continue  # what is written on paper may well ask to write something, or leave room for it
        if _is_pasted(found.record, found.path, found.value):
            yield Finding(
                within(found.record, found.at, found.value), _FOUND, _then(found.record, found.path)
            )
        else:
            for words in _STARTER.findall(found.value):
                yield Finding(within(found.record, found.at, words), _FOUND, _then(found.record, found.path))
    for entry in entries(inspection.handbook):
        path: Path = ("accepted", entry.index, "because")
        if _is_pasted(entry.record, path, entry.acceptance.because):
            yield Finding(entry.record.at(*path), _FOUND, "write them")


def _then(record: Record, path: Path) -> str:
    return "write them" if is_required(type(record.data), path) else "write them, or delete this field"


def _is_pasted(record: Record, path: Path, text: str) -> bool:
    """Say whether a text only holds the place of one, or only says what belongs there."""
    places = tuple(0 if isinstance(step, int) else step for step in path)
    return bool(_NOTHING.fullmatch(text)) or _plain(text) in _explained(type(record.data), places)


@cache
def _explained(kind: type[Model], path: Path) -> frozenset[str]:
    """What hints and the model say about the field of a text, and about the one it is the short form of."""
    said: set[str] = set()
    for end in range(len(path), 0, -1):
        name, part = path[end - 1], part_at(kind, path[: end - 1])
        if isinstance(name, str):
            said |= {ASKED.get(name, ""), described(part, name) if part else ""}
            if part and name != part.shorthand:
                break
    return frozenset(_plain(words) for words in said if words)


def _plain(text: str) -> str:
    """A text without what changes when it is copied: its frame, its end, capitals and line breaks."""
    return " ".join(text.casefold().split()).strip("\"'[]<>() .")
