"""What the plain-language checks know about the words of a language; the data ships with the package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

__all__ = ["PlainWords", "plain_words"]

_LANGUAGES = Path(__file__).resolve().parent / "languages"


@dataclass(frozen=True)
class PlainWords:
    """``well_known``: abbreviations that need no explanation."""

    well_known: frozenset[str]


@cache
def plain_words(language: str = "en") -> PlainWords:
    """The words of one language."""
    text = (_LANGUAGES / f"{language}-plain.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return PlainWords(frozenset(data["well_known"].split()))
