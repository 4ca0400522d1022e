"""Links the first use of each glossary word on a long page; cards, headings and other links stay as they are.

Works on finished HTML blocks, one page at a time. Only the word itself becomes a link, as it
was written, so no sentence changes. Imported by ``render``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser

from markupsafe import escape

from playbook.addresses import relative

__all__ = ["LONG_PAGES", "GlossaryLinks"]

LONG_PAGES = frozenset({"standard", "ladder", "step", "my-side", "support", "talk", "about"})
"""Kinds of pages that are read in peace; a card or a list to tick is not."""

_LEFT_ALONE = frozenset(
    "a article blockquote button caption code dt h1 h2 h3 h4 h5 h6 label legend nav pre q summary svg th".split()
)
"""Elements whose words stay as they are: links, labels, exact words to say, and whole cards (``article``)."""


class GlossaryLinks:
    """The words of one glossary, ready to be found in any page."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = {word.casefold(): address for word, address in addresses.items()}
        longest_first = sorted(self._addresses, key=lambda word: (-len(word), word))
        words = "|".join(re.escape(str(escape(word))) for word in longest_first)
        self._pattern = re.compile(rf"(?<![\w&#-])(?:{words})(?![\w-])", re.IGNORECASE) if words else None

    def on_page(self, page: str, blocks: Iterable[str]) -> Iterator[str]:
        """The blocks of the page at this address with the first use of each word linked; headings stay."""
        waiting = dict(self._addresses)
        for block in blocks:
            if self._pattern is None or block.startswith("#") or not self._pattern.search(block):
                yield block
                continue
            linker = _Linker(self._pattern, waiting, page)
            linker.feed(block)
            linker.close()
            yield "".join(linker.out)


class _Linker(HTMLParser):
    """Writes a block out again as it stands, with links around words in running text."""

    def __init__(self, pattern: re.Pattern[str], waiting: dict[str, str], page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._pattern, self._waiting, self._page = pattern, waiting, page
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag in _LEFT_ALONE
        self.out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag in _LEFT_ALONE
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data if self._inside else self._pattern.sub(self._link, data))

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def _link(self, found: re.Match[str]) -> str:
        address = self._waiting.pop(found[0].casefold(), None)
        if address is None:
            return found[0]
        return f'<a class="pb-word" href="{escape(relative(address, self._page))}">{found[0]}</a>'
