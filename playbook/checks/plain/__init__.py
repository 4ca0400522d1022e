"""Plain language on the pages behind the cards: grade, length of sentences, abbreviations."""

from playbook.checks.plain import long_sentence, page_hard_to_read, undefined_abbreviation

__all__ = ["MODULES"]

MODULES = (long_sentence, page_hard_to_read, undefined_abbreviation)
