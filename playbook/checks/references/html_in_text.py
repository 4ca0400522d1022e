"""A text holds HTML, which readers see as it was typed.

Longer texts may use simple Markdown: `**bold**`, `*italics*`, lists and links. HTML such
as `<b>` is never run: readers see the angle brackets. Words inside backquotes are meant
to be shown so, and stay silent.

Why: on the page stands `<b>Please read</b>`, and nothing looks bold.

Wrong:

```yaml
# content/words.yml
words:
  - word: early word
    meaning: A message <b>before</b> the date, not after it.
```

Right:

```yaml
# content/words.yml
words:
  - word: early word
    meaning: A message **before** the date, not after it.
```

How to mend: write it in Markdown, or take the angle brackets out.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection, within
from playbook.markdown_text import html_in
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find raw HTML in texts that may hold Markdown."""
    for found in inspection.wordings:
        if found.kind != "prose" or "<" not in found.value:
            continue
        html = html_in(found.value)
        if html:
            tag = html.partition(">")[0].split("\n")[0] + (">" if ">" in html else "")
            message = f'"{tag[:40]}" is HTML: readers see it as it stands here'
            at = within(found.record, found.at, tag)
            yield Finding(
                at, message, "write it in Markdown, such as **bold**, or take the angle brackets out"
            )
