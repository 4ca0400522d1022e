"""The figures of a measure are split into smaller groups.

A file of figures has three columns: `period,value,count`. A fourth one, such as team, site or
age, splits them, and so does a period that is there twice. Both are refused.

Why: split twice or three times, a large group becomes a few people, and then one. What is to
be shown here is whether a standard works, for everybody together.

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
period,value,count,team
2026-Q1,82,120,workshop
2026-Q1,90,120,office
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
2026-Q1,86,240
```

How to mend: put the groups together again, one figure a period.
"""

from __future__ import annotations

__all__: list[str] = []
