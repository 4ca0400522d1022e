"""The link in the foot of a page that lets its reader suggest better words: a mail, or the organisation's editor.

The mail opens in the reader's own program, with the place filled in; the page itself sends and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import quote

from playbook.markdown_text import Resolve, plain_text
from playbook.model.fields import Model
from playbook.model.ladder import Ladder
from playbook.model.standard import Standard
from playbook.views.common import Atlas

__all__ = ["Suggestions"]

_SAYS = ("statement", "say", "first", "definition", "what", "used_when", "intro", "observable", "title")
"""Fields that say what a record is about, the first one that is filled counts."""
_LONGEST = 900
"""Signs of the address that the words of today may take: some mail programs cut an address off at 2,000."""
_LONGEST_HEADING = 200
_NOT_PERSONS = "Please write about the words of the handbook, not about a person."


@dataclass(frozen=True)
class _Part:
    """What a page is about: its record, where that lies, and the words that stand for it."""

    id: str
    file: str
    data: Model | None = None

    @property
    def words(self) -> tuple[str, str]:
        """The field that says what it is about, and what stands there."""
        for field in _SAYS:
            found = getattr(self.data, field, None)
            if found:
                return field, found[0] if isinstance(found, list) else found
        return "", ""


class Suggestions:
    """Where each page's suggestion goes; nowhere as long as handbook.yml names neither a contact nor an editor."""

    def __init__(self, atlas: Atlas, resolve: Resolve) -> None:
        self._resolve = resolve
        settings = atlas.handbook.settings
        contact = atlas.handbook.contacts.get(settings.suggest_to or "")
        self._mail = contact.mail if contact else None
        self._editor = (settings.suggest_at or "").rstrip("/")
        self._parts = dict(_parts(atlas)) if self._mail or self._editor else {}

    def about(self, address: str, heading: str) -> str:
        """The link of one page; empty where there is none."""
        part = self._parts.get(address)
        if part is None:
            return ""
        if self._editor:
            return f"{self._editor}/{quote(part.file)}"
        field, written = part.words
        name = f"{part.id}, {field}" if field else part.id
        place = [f"Page: {self._short(heading, _LONGEST_HEADING)}", f"File: {part.file}"]
        if written:
            place += [f"Part: {name} (or name another)", f"Words now: {self._short(written, _LONGEST)}"]
        return self._letter(f"Suggestion: {name}", *place)

    def anything(self) -> str:
        """The link for a change that the reader has to place, as on the page of changes; empty if there is none."""
        if self._editor or not self._mail:
            return self._editor
        return self._letter("Suggestion for the handbook", "Page: ", "Words now: ")

    def _short(self, words: str, most: int) -> str:
        plain = " ".join(plain_text(words, self._resolve).split())
        if len(quote(plain)) <= most:
            return plain
        lengths = accumulate(len(quote(sign)) for sign in plain[: most + 1])
        kept = sum(length <= most for length in lengths)
        return plain if kept == len(plain) else f"{plain[:kept]} ..."

    def _letter(self, subject: str, *place: str) -> str:
        lines = (*place, "", "What I would write instead: ", "", "Why it helps: ", "", _NOT_PERSONS)
        body = "\r\n".join(lines)  # the line end that such addresses ask for (RFC 6068, section 5)
        return f"mailto:{quote(self._mail or '', safe='@')}?subject={quote(subject)}&body={quote(body)}"


def _parts(atlas: Atlas) -> Iterator[tuple[str, _Part]]:
    """Every record that has a page, by the address of that page."""
    book, at = atlas.handbook, atlas.addresses.of
    for (kind, id_), record in book.records.items():
        file = record.source.file
        if kind == "support":
            yield at(kind, id_).partition("#")[0], _Part("support", file.rpartition("/")[0])
        elif kind not in ("handbook", "changes"):
            yield at(kind, id_), _Part(id_, file, record.data)
        if isinstance(record.data, Standard):
            for deviation in record.data.deviations:
                yield at("deviation", deviation.id), _Part(deviation.id, file, deviation)
        if isinstance(record.data, Ladder):
            for rung in record.data.rungs:
                yield at("rung", rung.id, id_), _Part(f"{id_}/{rung.id}", file, rung)
