"""How we know a handbook to carry again: the mark that each of our exports bears, and how its name ends.

A file with our mark may be replaced by the next export; any other is somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["SINGLE_FILE", "ZIP", "Form"]

_MOST = 1024


@dataclass(frozen=True)
class Form:
    """One form of the handbook to carry."""

    option: str
    suffix: str
    first: bytes
    mark: bytes

    def made(self, file: Path) -> bool:
        """Whether this file begins like our exports and bears their mark at its beginning or end."""
        with file.open("rb") as stream:
            start = stream.read(_MOST)
            stream.seek(max(0, file.stat().st_size - len(self.mark)))
            end = stream.read()
        return start.startswith(self.first) and (self.mark in start or end == self.mark)


ZIP = Form("--zip", ".zip", b"PK\x03\x04", b"Accountability Playbook: a handbook to carry")
SINGLE_FILE = Form(
    "--single-file",
    ".html",
    b"<!doctype html>\n",
    b'<meta name="generator" content="Accountability Playbook: a handbook to carry">',
)
