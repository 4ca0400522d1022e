"""A figure of a measure rests on fewer than ten people or cases.

The third column of a measure's figures says how many people or cases each of them rests on.
Under ten, the file is refused.

Why: in a small group everybody can guess who is meant. This handbook holds nothing about a
person, and a figure about four people is about four persons.

Wrong:

```yaml
# content/standards/dates.yml
title: Say early when a date will slip
statement: We say so before the date passes.
measures: [dates-kept]
# content/measures/dates-kept.yml
title: Dates kept or moved in time
definition: Of all agreed dates in a quarter, how many were kept, or moved before they passed.
source: The list of agreed dates.
unit: "%"
direction: higher
# content/measures/dates-kept.csv
period,value,count
2026-Q1,75,4
```

Right:

```yaml
# content/standards/dates.yml
title: Say early when a date will slip
statement: We say so before the date passes.
measures: [dates-kept]
# content/measures/dates-kept.yml
title: Dates kept or moved in time
definition: Of all agreed dates in a quarter, how many were kept, or moved before they passed.
source: The list of agreed dates.
unit: "%"
direction: higher
# content/measures/dates-kept.csv
period,value,count
2026,81,37
```

How to mend: take a longer period or a larger group, or leave the figure out.
"""

from __future__ import annotations

__all__: list[str] = []
