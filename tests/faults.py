"""How a test that reads the repository reports: every fault on a line of its own, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

__all__ = ["expect_none"]


def expect_none(faults: Iterable[str]) -> None:
    """Fail with all faults found, each once."""
    if found := "\n".join(dict.fromkeys(faults)):
        pytest.fail(found, pytrace=False)
