"""Many pages as one small file: lines that pages share are kept once.

Loses nothing: a page comes out as the same text that went in, whatever theme made it. The
worker in the browser puts pages together in the same way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

__all__ = ["pack", "unpack"]


def pack(pages: Mapping[str, str]) -> bytes:
    """Pages by address as JSON: the shared lines, and each page as its own lines and numbers of shared ones."""
    split = {address: text.split("\n") for address, text in pages.items()}
    met = Counter(line for lines in split.values() for line in set(lines))
    often = dict.fromkeys(line for lines in split.values() for line in lines if met[line] > 1)
    shared = {line: number for number, line in enumerate(often)}
    packed = {address: [shared.get(line, line) for line in lines] for address, lines in split.items()}
    whole = {"shared": list(shared), "pages": packed}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(bundle: bytes) -> dict[str, str]:
    """The pages of a bundle, as they went in."""
    whole: dict[str, Any] = json.loads(bundle)
    shared: list[str] = whole["shared"]
    return {
        address: "\n".join(shared[part] if isinstance(part, int) else part for part in parts)
        for address, parts in whole["pages"].items()
    }
