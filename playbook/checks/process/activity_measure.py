"""A measure counts activity, not what gets better for anybody.

Looked at are the title and the definition of each measure: whether they count trainings,
meetings, messages, hours, forms or warnings, rather than what came of them.

Why: what is counted is what people do more of. Talks that are held and courses that are
sat through can all go up while nothing changes for a customer or a colleague.

Wrong:

```yaml
# content/standards/dates.yml
title: Say early when a date will slip
statement: We say so before the date passes.
measures: [talks-held]
# content/measures/talks-held.yml
title: Number of check-ins held
definition: How many check-ins each manager has held in a quarter.
source: The calendars.
direction: higher
```

Right:

```yaml
# content/standards/dates.yml
title: Say early when a date will slip
statement: We say so before the date passes.
measures: [dates-kept]
# content/measures/dates-kept.yml
title: Dates kept, or moved in time
definition: Of all agreed dates in a quarter, the share that was kept, or moved before it passed.
source: The list of agreed dates.
direction: higher
```

How to mend: ask what should be different afterwards, and for whom. Measure that. If the count
truly shows what gets better, keep it and say so under `accepted`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection, within
from playbook.model.measures import Measure
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_DOINGS = (
    r"(?:trainings?|courses?|workshops?|sessions?|lessons?|modules?|webinars?|meetings?|talks?|conversations?|check-?ins?"
    r"|one-to-ones?|1:1s?|reviews?|e-?mails?|messages?|posts?|newsletters?|calls? made|log-?ins?|clicks?"
    r"|page views|downloads?|forms?|reports? written|documents?|policies|plans?|letters?|warnings?|sign-?offs?"
    r"|attendees|participants|hours)"
)
_DONE = (
    r"(?:held|completed|attended|delivered|given|written|sent|run|done|issued|filled in|signed|logged|booked|worked"
    r"|opened|made|published|posted|finished)"
)
_COUNTED = re.compile(
    rf"\b(?:number|count|total|amount) of (?:[\w-]+ ){{0,2}}?{_DOINGS}\b"
    rf"|\bhow (?:many|much) (?:[\w-]+ ){{0,2}}?{_DOINGS}\b"
    rf"|\bhours (?:of|spent|in|on)\b"
    rf"|\b{_DOINGS} (?:that (?:were|are) |were |are |have been )?{_DONE}\b"
    rf"|\b(?:completed|attended|finished|sat through) (?:the |a |their |an? [\w-]+ )?{_DOINGS}\b",
    re.IGNORECASE,
)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find measures that count what was done."""
    for record in inspection.whole("measure"):
        measure = record.data
        assert isinstance(measure, Measure)
        for field, text in (("title", measure.title), ("definition", measure.definition)):
            found = _COUNTED.search(text)
            if found:
                first = found[0].split("\n")[0]
                message = f'"{found[0]}" counts activity, not what gets better'
                hint = "ask what is different afterwards, and for whom, and measure that"
                yield Finding(within(record, record.at(field), first), message, hint)
                break
