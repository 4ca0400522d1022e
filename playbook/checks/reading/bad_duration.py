"""A length of time is not written as one.

A length of time is a number with a unit: `10 minutes`, `5 working days`, `7 calendar
days`, `2 to 4 weeks`, `18 months`, `30 days or more`. A share such as `25% of daily pay`
and a placeholder such as `<<notice>>` are accepted too. Your words and your unit are
shown as they are; nothing is converted.

Why: "soon" can be neither kept nor missed. A promise that can be counted can.

Wrong:

```yaml
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity]
how_soon: soon
```

Right:

```yaml
# content/support/mentor.yml
title: Time with a mentor
what: An experienced colleague goes through the work with you, once a week.
causes: [clarity]
how_soon: 5 working days
```

How to mend: write a number and a unit. Words that explain it go into another field.
"""

from __future__ import annotations

__all__: list[str] = []
