"""Where the templates, example content and site files that ship with the product lie.

In a checkout they lie beside the package, and that copy wins: an editable install
copies them once and would go stale. In an installed wheel they lie inside the
package. Imports nothing of the package.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

__all__ = ["content_dir", "site_config_dir", "templates_dir"]

_PACKAGE = Path(__file__).resolve().parent
_DISTRIBUTION = "accountability-playbook"


def templates_dir() -> Path:
    """The bundled page templates, which a project's own ``templates/`` may override."""
    return _bundled_root(_PACKAGE) / "templates"


def content_dir() -> Path:
    """The content of the example organisation, which ``playbook new`` starts from."""
    return _bundled_root(_PACKAGE) / "content"


def site_config_dir() -> Path:
    """The bundled pages, styles, scripts and theme parts of the published site."""
    return _bundled_root(_PACKAGE) / "site_config"


def _bundled_root(package: Path) -> Path:
    checkout = package.parent
    return checkout if _is_checkout(checkout) else package / "_bundled"


def _is_checkout(folder: Path) -> bool:
    """Whether ``folder`` is this product's source; any other project's folder is not."""
    try:
        settings = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # missing, unreadable or not TOML: not ours
        return False
    project = settings.get("project")
    return isinstance(project, dict) and project.get("name") == _DISTRIBUTION
