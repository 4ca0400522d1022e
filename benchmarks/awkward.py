"""What came of trying awkward input: everything that must not happen, counted and kept to show."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playbook.problems import Problem

__all__ = ["SMALL", "STANDARD", "Tally", "write"]

STANDARD = "content/standards/one.yml"
SMALL = {
    "content/handbook.yml": "organisation: {name: Example}\ntracks: [{id: work, title: Work}]\n",
    STANDARD: "title: Say it early\nstatement: We say so.\n",
}
"""A handbook of two files, by name."""

_SLOWEST = 2.0


@dataclass
class Tally:
    """What came of one list: how many were tried, refused, hold Markdown; and everything that must not happen."""

    tried: int = 0
    refused: int = 0
    marked: int = 0
    bad: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def tell(self, kind: str, name: str, what: str) -> None:
        """Count one thing that must not happen, and keep the first of them to show."""
        self.bad[kind] += 1
        self.told.append(f"{kind}: {name!r:.60}: {what}")

    @contextmanager
    def attempt(self, name: str) -> Iterator[None]:
        """Try one entry, and notice a traceback or a long time."""
        begun = time.process_time()
        try:
            yield
        except Exception:  # whatever it is, an author would have seen it
            self.tell("tracebacks", name, traceback.format_exc().splitlines()[-1])
        spent = time.process_time() - begun
        self.slowest = max(self.slowest, spent)
        if spent > _SLOWEST:
            self.tell("over 2 seconds", name, f"{spent:.1f} s")

    def placed(self, name: str, problems: Iterable[Problem]) -> None:
        """Every refusal must name a file, a line and a column."""
        for problem in problems:
            at = problem.location
            if at is None or not at.file or at.line < 1 or at.column < 1:
                self.tell("without a place", name, f"{problem.check}: {problem.message}")


def write(path: Path, content: bytes) -> None:
    """Write one file, and the folders it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
