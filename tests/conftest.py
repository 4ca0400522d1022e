"""What every test may ask for. Fixtures of one area live in that area's own folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# Where Python is told to keep nothing that it compiled, each of the many programs that the tests start
# compiles all of the package again, half a second each time.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout under test."""
    return Path(__file__).resolve().parents[1]
