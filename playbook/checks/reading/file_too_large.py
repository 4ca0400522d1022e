"""A file is larger than one megabyte.

One record, even with long explanations, is a few thousand characters.

Why: a file of this size is something else, such as an export or a picture, or many
records in one.

Wrong:

```text
content/standards/all-our-policies.yml     3,400,000 bytes
```

Right:

```text
content/standards/keep-dates.yml           2,100 bytes
content/standards/answer-in-time.yml       1,900 bytes
```

How to mend: put each record into a file of its own; keep other files outside content/.
"""

from __future__ import annotations

__all__: list[str] = []
