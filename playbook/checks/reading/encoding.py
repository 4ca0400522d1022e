"""A file is not saved as UTF-8.

UTF-8 is the way nearly every editor saves text today. Older programs may save as Latin-1,
Windows-1252 or UTF-16.

Why: in another encoding an accent, a dash or a curly quote turns into a wrong character,
so that a name or a sentence would be published garbled.

Wrong:

```text
content/moments/they-cry.yml, saved as Windows-1252 or as "Unicode text"
```

Right:

```text
content/moments/they-cry.yml, saved as UTF-8
```

How to mend: open the file in your editor, choose "Save with encoding" and UTF-8.
"""

from __future__ import annotations

__all__: list[str] = []
