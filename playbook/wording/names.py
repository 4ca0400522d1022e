"""Finds what looks like a person in a text: a name, a personal e-mail address, an employee number.

By pattern and a small list of first names, precise before complete: roles, organisations,
products and places are none. Pure; shares the lists of the language's rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from playbook.wording.rules import Rules, rules_for

__all__ = ["persons_in"]

_NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?"
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof)\.? {_NAME}(?: {_NAME})?")
# looked for at every word, because "Tell Anna Meier" holds two pairs
_PAIR = re.compile(rf"\b(?=(({_NAME}) (?:[A-Z]\. )?({_NAME}))\b)")
_ALONE = re.compile(
    rf"\b(?:[Aa]sk|[Cc]all|[Tt]ell|[Cc]ontact|[Mm]ail|[Ee]-mail|[Ww]rite to|[Ss]peak (?:to|with)|[Tt]alk (?:to|with)|[Tt]hank)"
    rf" ({_NAME})\b(?! {_NAME})"
)
_SAID = re.compile(
    rf"\b({_NAME}) (?:said|says|told|wrote|writes|asked|reported|complained|shouted|admitted)\b"
)
_MAIL = re.compile(r"\b([A-Za-z0-9._+-]{1,64})@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_NUMBER = re.compile(
    r"\b(?:employee|staff|personnel|payroll|badge|social security|national insurance) (?:no|number|id|nr)\b"
    r"[.:]? *(?:is )?[A-Z]{0,3}-?\d[\d -]{2,}",
    re.IGNORECASE,
)
_PRIVATE = frozenset(
    "gmail googlemail outlook hotmail live yahoo icloud me gmx web aol proton protonmail mail zoho".split()
)


def persons_in(text: str, rules: Rules | None = None) -> tuple[tuple[int, str, str], ...]:
    """Each place that looks like a person: how many characters stand before it, the words, and what it is."""
    return _persons_in(text, rules or rules_for())


@lru_cache(maxsize=100_000)  # a preview looks at every text after every edit, and few of them are new
def _persons_in(text: str, rules: Rules) -> tuple[tuple[int, str, str], ...]:
    found: list[tuple[int, str, str]] = []
    for start, words, what in (*_numbers(text), *_mails(text, rules), *_names(text, rules)):
        if all(start + len(words) <= first or start >= first + len(other) for first, other, _ in found):
            found.append((start, words, what))
    return tuple(found)


def _numbers(text: str) -> Iterator[tuple[int, str, str]]:
    for found in _NUMBER.finditer(text):
        yield found.start(), found[0].rstrip(" -"), "an employee number"


def _mails(text: str, rules: Rules) -> Iterator[tuple[int, str, str]]:
    for found in _MAIL.finditer(text):
        parts = re.split(r"[._+-]", found[1].lower())
        own = found[2].lower().split(".")[0] in _PRIVATE
        if own or (len(parts) > 1 and parts[0] in rules.first_names):
            yield found.start(), found[0], "a person's own e-mail address"


def _names(text: str, rules: Rules) -> Iterator[tuple[int, str, str]]:
    for found in _TITLED.finditer(text):
        yield found.start(), found[0], "the name of a person"
    for found in _PAIR.finditer(text):
        first, last = found[2].lower(), found[3].lower()
        if first in rules.first_names and last not in rules.not_surnames and last not in rules.not_names:
            yield found.start(), found[1], "the name of a person"
    for pattern in (_ALONE, _SAID):
        for found in pattern.finditer(text):
            if found[1].lower() in rules.first_names - rules.also_words:
                yield found.start(1), found[1], "the name of a person"
