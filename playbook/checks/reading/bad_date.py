"""A date is not written as a date, or does not exist.

Dates are written year-month-day, such as 2027-01-31.

Why: 03/04/2027 is March in one country and April in another. The form year-month-day
(ISO 8601) is read the same everywhere.

Wrong:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
upkeep:
  review_by: 31.01.2027
```

Right:

```yaml
# content/handbook.yml
organisation:
  name: Riverside Care
upkeep:
  review_by: 2027-01-31
```

How to mend: write the year with four digits, then month and day with two each.
"""

from __future__ import annotations

__all__: list[str] = []
