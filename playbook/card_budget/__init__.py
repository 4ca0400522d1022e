"""How much room a card takes on a phone and on paper, worked out from its words before any browser sees it.

The front door of this package. Pure; imports nothing else of the product.
"""

from __future__ import annotations

from playbook.card_budget.measure import Measured, measure
from playbook.card_budget.surfaces import SURFACES, Surface
from playbook.card_budget.words_of_card import CardText, Part

__all__ = ["SURFACES", "CardText", "Measured", "Part", "Surface", "measure"]
