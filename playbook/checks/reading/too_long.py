"""A text is longer than its field can show.

One line has at most 600 characters, a text with paragraphs 20,000.

Why: cards are read in a minute. A line of this length is most often several lines, or a
quotation mark that closes far below.

Wrong:

```text
title: They start to cry, and then it may happen that they ... (650 characters)
```

Right:

```text
title: They start to cry
```

How to mend: split it into several entries, or move the details to a field for paragraphs.
"""

from __future__ import annotations

__all__: list[str] = []
