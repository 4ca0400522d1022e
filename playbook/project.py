"""Where the files of one project lie. Reads nothing; imports nothing of the package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Project"]


@dataclass(frozen=True)
class Project:
    """A folder of an organisation: its content and, if wanted, its own templates and site settings."""

    root: Path

    @property
    def content(self) -> Path:
        """The YAML records."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """The organisation's template overrides; may be missing."""
        return self.root / "templates"

    @property
    def site_config(self) -> Path:
        """The organisation's own pages and theme files; may be missing."""
        return self.root / "site_config"

    @property
    def config_file(self) -> Path:
        """The site engine's settings; may be missing."""
        return self.root / "mkdocs.yml"

    def relative(self, path: Path) -> str:
        """Name a file the way problems do: from the project folder, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()
