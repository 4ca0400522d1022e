"""A stop on a reading path names no page, several pages, or a page that is not there.

Each stop of a path leads to one page: a standard, a ladder, a checklist, a way of talking,
or one of the pages every handbook has (`page: my-side`). A handbook without urgent cards has
no urgent page, one without help on offer no support page, and so on.

Why: a new colleague follows the path in the first week. A stop that leads nowhere says that
nobody has walked it.

Wrong:

```yaml
# content/paths/first-day.yml
title: Your first day
stops:
  - why: How we keep dates.
```

Right:

```yaml
# content/paths/first-day.yml
title: Your first day
stops:
  - standard: keep-dates
    why: How we keep dates.
```

How to mend: name one page in each stop. Divide a stop that names two.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.model.reader import ReadingPath, Stop
from playbook.model.whole import Handbook
from playbook.problems import Level

__all__ = ["FIXED", "LEVEL", "run"]

LEVEL = Level.ERROR
FIXED = True

_NAMES = ("standard", "ladder", "checklist", "talk", "page")


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find stops that do not lead to exactly one page."""
    for record in inspection.whole("path"):
        assert isinstance(record.data, ReadingPath)
        for index, stop in enumerate(record.data.stops):
            named = [name for name in _NAMES if getattr(stop, name)]
            at = record.at("stops", index, *named[:1], key=bool(named))
            if len(named) != 1:
                what = f"names {len(named)} pages: {' and '.join(named)}" if named else "names no page"
                hint = f"write one of {', '.join(_NAMES)}" if not named else "make a stop of its own for each"
                yield Finding(at, f"this stop {what}", hint)
            elif lacking := _not_there(inspection.handbook, stop):
                yield Finding(at, f"this stop leads to a page that is not there: {lacking}", "add one, or delete the stop")


def _not_there(book: Handbook, stop: Stop) -> str:
    there = {
        "urgent": (book.urgent, "there are no urgent cards"),
        "support": (book.support, "no help is on offer"),
        "words": (book.words.words, "the glossary is empty"),
        "start-here": (book.deviations and book.ladders, "there is nothing to start from"),
    }
    found, words = there.get(stop.page or "", (True, ""))
    return "" if found or not book.complete else words
