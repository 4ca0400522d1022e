"""The words of a card as they are set: what stands in which place, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["CardText", "Part"]


@dataclass(frozen=True)
class Part:
    """One labelled cluster: its key, its label and its lines. Several lines stand in a list unless ``run_on``."""

    key: str
    label: str
    lines: tuple[str, ...]
    run_on: bool = False


@dataclass(frozen=True)
class CardText:
    """Everything on a card that takes room, placeholders filled."""

    title: str
    formality: str
    parts: tuple[Part, ...]
    ready: str = ""
    formal: bool = False
    folded: str = ""
    """One folded line between the title and the card, such as "Does this apply to me?"."""
    buttons: tuple[str, ...] = ()
    call: str = ""
    """Whom to call and how, as it is printed."""
    foot: str = ""
    """Who keeps it and until when, in small print on paper."""
    draft: bool = False
    code: bool = False
    """Whether a square code is printed beside the foot."""

    @property
    def running(self) -> Iterator[str]:
        """The running text, labels and buttons left out."""
        yield from (line for part in self.parts for line in part.lines)

    @property
    def words(self) -> int:
        """How many words are read on the card, its title and labels with them."""
        every = [self.title, self.formality, self.ready, *self.buttons, *(part.label for part in self.parts)]
        return sum(len(text.split()) for text in (*every, *self.running))

    @property
    def items(self) -> int:
        """How many separate things it says."""
        return sum(1 if part.run_on else len(part.lines) for part in self.parts)
