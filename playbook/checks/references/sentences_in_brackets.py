"""Sentences stand in square brackets, where a comma may have split one of them.

In `[one, two]` every comma begins a new entry. For ids that is handy; a sentence with a
comma in it silently becomes two. Found are lists of sentences in brackets with more than
one entry, unless each entry is in quotes.

Why: "Listen, then speak" would be shown as two separate pieces of advice.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do: [Wait, then ask if they want a break]
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Wait, then ask if they want a break
```

How to mend: write each sentence on a line of its own with `- ` before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Found, Inspection, node_at
from playbook.model.walk import Path
from playbook.model.whole import Record
from playbook.problems import Level
from playbook.yaml_source import Items, Node, Text

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find lists of sentences that a comma may have cut."""
    seen: set[tuple[str, Path]] = set()
    for found in inspection.wordings:
        if found.kind != "sentence":
            continue
        path = _list_path(found)
        if not path or (found.record.source.file, path) in seen:
            continue
        seen.add((found.record.source.file, path))
        node = node_at(found.record, path)
        if (
            isinstance(node, Items)
            and node.flow
            and len(node.items) > 1
            and not _all_quoted(found.record, node)
        ):
            message = f"{len(node.items)} sentences stand in square brackets; every comma begins a new one"
            yield Finding(node.at, message, "write each sentence on a line of its own, with '- ' before it")


def _list_path(found: Found) -> Path:
    """The path of the list a sentence belongs to, also in its short form; empty if there is none."""
    path = found.path
    if isinstance(path[-1], int):
        return path[:-1]
    short_form = (
        len(path) > 1 and isinstance(path[-2], int) and isinstance(node_at(found.record, path[:-1]), Text)
    )
    return path[:-2] if short_form else ()


def _all_quoted(record: Record, node: Items) -> bool:
    lines = record.source.text.split("\n")
    return all(_first_character(lines, item) in "'\"" for item in node.items)


def _first_character(lines: list[str], item: Node) -> str:
    return lines[item.at.line - 1][item.at.column - 1 : item.at.column] or " "
