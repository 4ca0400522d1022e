"""The packs for paper cannot be made as PDF on this computer.

Why: PDF is printed by an installed Chromium, Chrome or Edge, steered by one package more than
the handbook needs. Without `--pdf` the packs are HTML files, which any browser prints.

Wrong:

```text
playbook cards --pdf            (no browser is installed, or the extra package is missing)
```

Right:

```text
pip install "accountability-playbook[pdf]"
playbook cards --pdf
```

How to mend: install what the hint names, or name a browser in PLAYBOOK_BROWSER.
"""

from __future__ import annotations

__all__: list[str] = []
