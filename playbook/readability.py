"""How easily a text reads: its sentences, its syllables, and the school grade they come to.

The grade is Flesch-Kincaid's: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
It counts, it does not understand: short and empty scores well. Pure; imports nothing of the package.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

__all__ = ["Reading", "capitals", "grade", "reading", "sentences", "syllables", "words"]

_END = re.compile(r"([.!?…][\"'”’)\]]*)[^\S\n]+(?=[\"'“‘(\[]*[A-Z0-9\[])")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|a\.m|p\.m|no|vs|approx)\.$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:['’]?[A-Z]+)*\b")

# Vowels that are written and not heard, at the end of a word and inside one ("somebody", "every", "timeline").
_VOWELS = re.compile(r"[aeiouyà-æè-öø-ÿ]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]|[aeiouy]l)es?$|(?<![bcdfgkptz])led$|(?<![bcdhkt])red$|[^lrtdaeiouy]ed$"
    r"|[^aeiouy]e(?=(?:ly|ful|fully|less|lessly|ness|ment)s?$)(?<![bcdfgkptz]le)"
)
_SILENT_BUT = re.compile(r"(?:[cgszx]|[cs]h)es$")
_SILENT_INSIDE = re.compile(
    r"(?<=[vfms])e(?=(?:ty|where|body|one|thing|times?|what|how|fore)s?$)|(?<=\bev)e(?=ry|ning)"
    r"|(?<=[aeiouy][^laeiouy])e(?=(?:line|stone|book|work|style|guard|guarding|hand|house|mail|hold|ball|man|men)s?$)"
    r"|(?<=bus)i|(?<=her)e(?=fore)|(?<=wedn)e|(?<=ic)a(?=lly$)|(?<=mil)e(?=stone)|(?<=[^r][gq])ue(?=s?$)"
)
# Vowels side by side that are heard apart ("create", "client"), and those that look so and are not ("nation").
_APART = re.compile(
    r"i[ao]|[aeou]ing|y(?=ing)|[aeiou]y(?=[aou]|e(?!d?s?$))|eo|ua|[iuo]et|uou|ue(?:[lt]|n[ct])|coop|coin(?=c)"
    r"|re(?=ac[tqx])|\bre(?=ass|im|in[a-z]{2})|crea(?=[tx](?!ur))|real(?=i[tsz])|ie(?=n(?!d)|t)|(?<=[a-z]{2}[^aeiouy])ie(?=r|st)|ruin|fluid|suic|[ia]sms?$|hythm"
)
_TOGETHER = re.compile(
    r"[ctsx]i(?=[ao][nulr]|en)|[gn]i(?=o[nu])|(?<=[a-z])li(?=on)|ni(?=or)|lli(?=ant)|havi(?=ou?r)|[gq]u(?=[aeiou])|people"
)
_BY_HEART = {
    "anyone": 3, "area": 3, "areas": 3, "awesome": 2, "being": 2, "cement": 2, "colleague": 2, "colleagues": 2,
    "element": 3, "elements": 3, "everyone": 3, "handsome": 2, "idea": 3, "ideas": 3, "increment": 3, "initiative": 4,
    "maybe": 2, "museum": 3, "naked": 2, "science": 2, "whoever": 3,
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """How easily a text reads: its words, its sentences, the words of its longest one, and its school grade."""

    words: int
    sentences: int
    longest: int
    grade: float


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line ends one too, a list entry being one."""
    found: list[str] = []
    for part in _END.sub(r"\1\n", text).split("\n"):
        if not part.strip():
            continue
        if found and _SHORT.search(found[-1]):
            found[-1] += f" {part.strip()}"
        else:
            found.append(part.strip())
    return found


def words(text: str) -> list[str]:
    """The words of a text; a blank such as [day] is the words in it."""
    return _WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, at least one: the vowels that are heard."""
    plain = re.sub(r"['’](?:s|d|ll|m|re|t|ve)$", "", word.lower())
    if not plain.isalpha():
        return max(1, sum(char.isdigit() for char in plain))  # read out figure by figure
    if plain in _BY_HEART:
        return _BY_HEART[plain]
    heard = _SILENT_INSIDE.sub("", plain)
    heard = _SILENT.sub(lambda end: end[0] if _SILENT_BUT.search(plain) else end[0].replace("e", ""), heard)
    count = len(_VOWELS.findall(heard)) + len(_APART.findall(_TOGETHER.sub("x", heard)))
    return max(1, count)


def grade(text: str, *, leave_out: Collection[str] = ()) -> float:
    """The school grade of a text, 0 when it has no words; ``leave_out`` names words that do not count."""
    skipped = {word.casefold() for word in leave_out}
    counted = [
        [word for word in words(sentence) if word.casefold() not in skipped] for sentence in sentences(text)
    ]
    every = [word for sentence in counted for word in sentence]
    if not every:
        return 0.0
    filled = sum(1 for sentence in counted if sentence)
    heard = sum(map(syllables, every))
    return max(0.0, 0.39 * len(every) / filled + 11.8 * heard / len(every) - 15.59)


def reading(text: str, *, leave_out: Collection[str] = ()) -> Reading:
    """The figures of a text; ``leave_out`` names words that do not count for the grade."""
    counts = [count for count in (len(words(sentence)) for sentence in sentences(text)) if count]
    return Reading(sum(counts), len(counts), max(counts, default=0), grade(text, leave_out=leave_out))


def capitals(text: str, known: Iterable[str] = ()) -> list[str]:
    """Words written in capitals throughout, except the abbreviations that readers know."""
    found = _CAPITALS.findall(text)
    if not found:
        return []
    known = {word.upper() for word in known}
    return [word for word in found if word not in known]
