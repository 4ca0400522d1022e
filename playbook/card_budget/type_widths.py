"""How wide each sign is in the type that phones and printers use, as data.

Advance widths in 2048ths of the type size, of Liberation Sans, which was made to the widths of Arial
and Helvetica (read from its hmtx table). Imports nothing.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["width"]

_REGULAR = {
    391: "'",
    455: "ijl‘’ł",
    532: "|",
    569: " !,./:;I[\\]ft·",
    682: "()-`r“”¡",
    684: "{}",
    717: "•",
    727: '"',
    797: "*",
    819: "°",
    961: "^",
    1024: "Jcksvxyz",
    1124: "±",
    1139: "#$0123456789?L_abdeghnopqu–€£§«»đðþ",
    1196: "+<=>~×",
    1251: "FTZ¿ßø",
    1366: "&ABEKPSVXY",
    1479: "CDHNRUw",
    1509: "©",
    1593: "GOQ",
    1706: "Mm",
    1821: "%æ",
    1933: "Wœ",
    2048: "—…",
    2079: "@",
}
_BOLD = {
    487: "'",
    569: " ,./I\\ijl‘’·ł",
    573: "|",
    682: "!()-:;[]`ft¡",
    717: "•",
    797: "*r{}",
    819: "°",
    971: '"',
    1024: "z“”",
    1124: "±",
    1139: "#$0123456789J_aceksvxy–€£§«»",
    1196: "+<=>^~×",
    1251: "?FLTZbdghnopqu¿ßøđðþ",
    1366: "EPSVXY",
    1479: "&ABCDHKNRU",
    1509: "©",
    1593: "GOQw",
    1706: "M",
    1821: "%mæ",
    1933: "Wœ",
    1997: "@",
    2048: "—…",
}
_EM = 2048
_WIDTHS = {
    bold: {sign: units for units, signs in table.items() for sign in signs}
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text at a type size, in the unit of the size; kerning, which makes it narrower, left out."""
    return _units(text, bold) * size / _EM


@lru_cache(maxsize=1 << 14)  # a handbook says the same words again and again, and each card is measured on five surfaces
def _units(text: str, bold: bool) -> int:
    table = _WIDTHS[bold]
    return sum(table.get(sign) or _unlisted(table, sign) for sign in text)


def _unlisted(table: dict[str, int], sign: str) -> int:
    """A letter with an accent is as wide as without; any other sign as wide as the type is high."""
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn"):
        return 0
    return table.get(unicodedata.normalize("NFKD", sign)[0], _EM)
