"""The folder to publish into is, or holds, something that must not be replaced.

Refused are the project folder, content/, templates/ and site_config/, the folders above
them, your home folder and the top of a disk. A zip or a single file is refused in those
folders, in the folder of the site, and under a name that does not end as it should.

Why: publishing replaces the whole folder. Your content would be gone.

Wrong:

```text
playbook build --output content
```

Right:

```text
playbook build --output published
```

How to mend: name a folder of its own.
"""

from __future__ import annotations

__all__: list[str] = []
