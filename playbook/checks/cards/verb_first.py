"""An item to do does not begin with what is to be done.

Items under `do`, `manager_does` and in checklists begin with a verb: "Ask", "Write down",
"Call". A condition may come before it when a comma follows: "If so, call them." Found are
first words that are no verb: articles, pronouns, question words, "please", and words that
end like a noun, an adverb or in -ing.

Why: in a tense moment the eye looks for the verb. With the verb in front, a list can be
gone through by its first words alone.

Wrong:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - You could offer water.
  - Silence is fine.
```

Right:

```yaml
# content/moments/they-cry.yml
title: They start to cry
do:
  - Offer water.
  - Stay quiet.
```

How to mend: begin with the verb, as when you tell a friend what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.cards.item_too_long import things_to_do
from playbook.checks.inspection import Finding, Inspection
from playbook.markdown_text import plain_text
from playbook.problems import Level
from playbook.running_text import make_resolve

__all__ = ["LEVEL", "run"]

LEVEL = Level.WARNING

_NO_VERB = frozenset(
    "a an the this that these those my your his her its our their i you he she it we they who whom whose what when "
    "where why how which is are was were will would should could can may might must shall there here please maybe "
    "perhaps always never no not none nothing nobody somebody someone everybody everyone all any some each every "
    "both in on at by for from with without to of about after before during until as so because "
    "silence patience empathy".split()
)
_OPENS = frozenset(
    "if when once where while unless in on at with after before during as for from to until by".split()
)
_LIKE_A_NOUN = re.compile(r"(?:tion|sion|ness|ity|ance|ence|ism|ship|ly|ing)$")
_VERBS_ALL_THE_SAME = frozenset(
    "apply bring cling comply fling mention position question reply rely ring sing spring sting supply swing "
    "commission condition petition station advance balance distance dance enhance finance glance influence "
    "reference sequence silence word ship worship".split()
)


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find items that begin with something else than a verb."""
    resolve = make_resolve(inspection.handbook)
    for found in things_to_do(inspection):
        first = _first(plain_text(found.value, resolve))
        if first and _is_no_verb(first):
            message = f'this item begins with "{first}", not with what is to be done'
            yield Finding(found.at, message, 'begin with the verb, such as "Ask" or "Write down"')


def _first(text: str) -> str:
    """The first word, past a condition that a comma or a question mark ends."""
    words = re.findall(r"[A-Za-z][\w'’-]*", text)
    if words and words[0].lower() in _OPENS:
        after = re.split(r"[,?:]\s+", text, maxsplit=1)
        if len(after) == 2:
            return _first(after[1])
    return words[0] if words else ""


def _is_no_verb(word: str) -> bool:
    plain = word.lower()
    if plain in _VERBS_ALL_THE_SAME:
        return False
    return plain in _NO_VERB or bool(_LIKE_A_NOUN.search(plain) and len(plain) > 4)
