"""The words of a card as they are set, placeholders filled: what the card budget measures."""

from __future__ import annotations

from playbook.card_budget import CardText, Part
from playbook.markdown_text import Resolve, plain_text
from playbook.views.cards import Card
from playbook.views.common import Atlas, Upkept

__all__ = ["card_words"]


def card_words(
    atlas: Atlas, card: Card, upkeep: Upkept, resolve: Resolve, *, folded: bool = False
) -> CardText:
    """Everything on a card that takes room; ``folded`` says that the page asks "does this apply to me?" first."""
    label, settings = atlas.labels, atlas.handbook.settings

    def words(text: str) -> str:
        return plain_text(text, resolve)

    call = f"{label.call} {card.call.title}" if card.call else ""
    reach = (card.call.phone or card.call.mail or "") if card.call else ""
    return CardText(
        title=words(card.title),
        formality=words(card.formality),
        parts=tuple(
            Part(group.key, words(group.label), tuple(map(words, group.lines)), run_on=group.key == "check")
            for group in card.clusters
        ),
        ready=words(card.ready),
        formal=card.formal,
        folded=words(label.applies) if folded else "",
        buttons=tuple(words(text) for text in (card.if_they and (card.more or label.moment), call) if text),
        call=words(f"{call}: {reach}") if call else "",
        foot=words(_fine_print(upkeep)),
        draft=settings.status == "draft",
        code=bool(settings.site_address),
    )


def _fine_print(upkeep: Upkept) -> str:
    said = (
        f"Kept by: {upkeep.owner}." if upkeep.owner else "",
        f"Approved by: {upkeep.approver}." if upkeep.approver else "",
        f"In force from {upkeep.effective}." if upkeep.effective else "",
        f"To be reviewed by {upkeep.review_by}." if upkeep.review_by else "",
    )
    return " ".join(filter(None, said))
