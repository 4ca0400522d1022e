"""The figures of a measure cannot be read.

The figures of a measure stand in a CSV file of the same name beside it. Its first line is
`period,value,count`. Every other line is one period with its figure, and with how many people
or cases the figure rests on. Periods are years (`2026`), quarters (`2026-Q1`) or months
(`2026-01`), the oldest first. A line that begins with # is a remark.

Why: a trend is drawn from these lines. A figure that is guessed at would be a wrong one.

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
Spring,87.5,240
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
2026-Q1,87.5,240
```

How to mend: correct the line. Without figures, delete the file: the measure stays.
"""

from __future__ import annotations

__all__: list[str] = []
