"""What makes a card or a list usable in the moment: short enough, plain enough, one action at a time."""

from playbook.checks.cards import card_too_long, checklist_too_long, hard_to_read, item_too_long, verb_first

__all__ = ["MODULES"]

MODULES = (card_too_long, checklist_too_long, hard_to_read, item_too_long, verb_first)
