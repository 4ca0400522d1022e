"""The words on a card are hard to read: long sentences, long words, or words in capitals.

The running text of each card is graded after Flesch and Kincaid, which counts the words of a
sentence and the syllables of a word; labels and the abbreviations in words.yml are left
out. Above grade 8 is a finding, so is a sentence with more than 25 words, and so is a word
in capitals that is no known abbreviation.

Why: under stress, people read as they did years before; a second language does the same.
Grade 6 is what a twelve-year-old reads with ease. Capitals are read more slowly and look
like shouting. The grade counts and does not understand: read the card aloud as well.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Demonstrate consideration notwithstanding difficulties.
  - Communicate availability of alternative appointments.
do_not: Continue IMMEDIATELY.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Wait. Show that you have time.
do_not: Go on at once.
```

How to mend: make two sentences of a long one; say it as you would say it to a friend. An
abbreviation that everybody here knows goes into `abbreviations` in words.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.found_cards import FoundCard, cards_in
from playbook.checks.inspection import Finding, Inspection
from playbook.checks.readings import known_abbreviations
from playbook.problems import Level
from playbook.readability import capitals, grade, sentences
from playbook.wording import plain_words

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_HIGHEST = 8.0
_LONGEST = 25
_ENOUGH = 20
"""With fewer words than this, one long word decides the grade."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find cards that ask too much of a reader under stress."""
    known = tuple(known_abbreviations(inspection) | plain_words().well_known)
    for found in cards_in(inspection):
        yield from _long_sentences(found)
        yield from _capitals(found, known)
        text = "\n".join(found.text.running)
        reached = grade(text, leave_out=known)
        if reached > _HIGHEST and len(text.split()) >= _ENOUGH:
            message = f'the card "{found.text.title}" reads at grade {reached:.1f}; {_HIGHEST:.0f} is the most for a card'
            yield Finding(
                found.record.at(*found.field("title")),
                message,
                "shorter words and shorter sentences bring it down",
            )


def _long_sentences(found: FoundCard) -> Iterator[Finding]:
    for part in found.text.parts:
        for line in part.lines:
            for sentence in sentences(line):
                count = len(sentence.split())
                if count > _LONGEST:
                    message = (
                        f"a sentence on this card has {count} words, {count - _LONGEST} more than {_LONGEST}"
                    )
                    yield Finding(found.place(part.key, sentence), message, "make two sentences of it")


def _capitals(found: FoundCard, known: tuple[str, ...]) -> Iterator[Finding]:
    for part in found.text.parts:
        for word in dict.fromkeys(word for line in part.lines for word in capitals(line, known)):
            message = f'"{word}" stands in capitals, which reads like shouting'
            hint = "write it in small letters, or add it to abbreviations in words.yml if it is one"
            yield Finding(found.record.at(*found.field(part.key)), message, hint)
