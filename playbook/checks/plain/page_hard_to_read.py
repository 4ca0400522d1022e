"""The running text of a record reads above school grade 9.

Titles, names, what stands on a card and the abbreviations of words.yml are left out. The grade is
Flesch and Kincaid's: it counts the words of a sentence and the syllables of a word. Records with
fewer than 40 words are not graded.

Why: grade 9 is what most people read without effort, in a second language or with a lot on their mind. A
promise that only lawyers can read protects nobody. The grade counts and does not understand:
short and empty scores well, so read the page aloud too.

Wrong:

```yaml
# content/support/mentor.yml
title: Mentor
what: >
  Mentoring constitutes a confidential developmental relationship facilitating professional
  orientation. Participation necessitates mutual agreement regarding objectives, availability and
  communication arrangements. Documentation responsibilities remain exclusively with participants.
how: >
  Applications require preliminary consultation with the relevant departmental coordinator, including
  consideration of organisational capacity and individual development requirements.
causes: [clarity]
```

Right:

```yaml
# content/support/mentor.yml
title: Mentor
what: >
  A mentor is a colleague who knows the work well. You meet for an hour each week and talk about what is hard.
  You agree what you want to reach, and when you meet. What you say stays between you.
how: >
  Ask the People team. They know who has time, and they look for somebody who fits what you want to learn.
causes: [clarity]
```

How to mend: begin with the hardest sentence, which the finding points at. Say who does what, in the
words you would use across a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.readings import known_abbreviations, place_of, read
from playbook.model.whole import Record
from playbook.problems import Level, Location
from playbook.readability import grade, sentences, words
from playbook.running_text import Passage

__all__ = ["LEVEL", "run"]

LEVEL = Level.NOTE

_HIGHEST = 9.0
_ENOUGH = 40
"""With fewer words than this, one long word decides the grade."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find records whose running text asks too much."""
    known = known_abbreviations(inspection)
    for record, passages in read(inspection):
        running = [passage for passage in passages if not passage.heading]
        text = "\n".join(passage.text for passage in running)
        if len(words(text)) < _ENOUGH:
            continue
        reached = grade(text, leave_out=known)
        if reached > _HIGHEST:
            yield Finding(
                _hardest(record, running, known),
                f"what people read here comes to school grade {reached:.1f}; {_HIGHEST:.0f} is the most for a page",
                "this is its hardest sentence: begin here, with shorter words and one thought a sentence",
            )


def _hardest(record: Record, running: list[Passage], known: frozenset[str]) -> Location:
    """Where the sentence stands that weighs most: the highest grade, and enough words to carry it."""
    each = [(passage, sentence) for passage in running for sentence in sentences(passage.text)]
    passage, sentence = max(each, key=lambda one: grade(one[1], leave_out=known) * len(words(one[1])))
    return place_of(record, passage, sentence)
