"""The square code on paper that leads back to the page. Imports nothing of the package."""

from __future__ import annotations

from functools import lru_cache

import segno

__all__ = ["square_code"]


@lru_cache(maxsize=1024)  # a card stands on its page and in the pack of all cards
def square_code(address: str) -> str:
    """An SVG picture of a web address, the same bytes for the same address, without style or script."""
    code = segno.make(address, error="m", micro=False)
    picture: str = code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None)
    return picture
