"""Pay is cut, or somebody is sent away without pay, and nothing says where that is lawful.

Looked at are the parts of a response, and being away while facts are found: `pay: none` or
`pay: part`, and words such as "unpaid", "without pay", "pay deduction", "a fine" or "25% of
daily pay". Each needs `jurisdiction`, at the part or at the step.

Why: in many places this is unlawful, or lawful only where law, contract or agreement say so;
in Great Britain, for example, section 13 of the Employment Rights Act 1996 forbids deductions
from wages that are not authorised in that way. Whoever reads the handbook elsewhere must see
that it is not meant for them. It also hits hardest those who have least.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: suspension
    title: Three days away from work
    kind: suspend
    standing: {formal: true, recorded: true}
    response:
      parts:
        - {kind: suspend, what: Away from work, pay: none, lasts: 3 days}
    way_back: They return on the day that was named.
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: support
    standing: {formal: false, recorded: false}
  - id: suspension
    title: Three days away from work
    kind: suspend
    standing: {formal: true, recorded: true}
    response:
      parts:
        - kind: suspend
          what: Away from work
          pay: none
          lasts: 3 days
          jurisdiction: only where contract and law allow unpaid days
    way_back: They return on the day that was named.
```

How to mend: ask an employment lawyer where this is lawful, and write the answer under
`jurisdiction`; or choose a response that does not touch pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders
from playbook.model.ladder import Ladder, Part
from playbook.model.response import Suspension
from playbook.model.walk import Path
from playbook.problems import Level

__all__ = ["LEVEL", "pay_words", "run"]

LEVEL = Level.ERROR

_MONEY = r"(?:pay|wages?|salary|earnings)"
_CUTS = (
    "unpaid",
    rf"(?:without|no|loss of|reduced|half|forfeit\w*|stopp\w+|withh\w+)(?: of)?(?: \w+)? {_MONEY}",
    rf"{_MONEY} (?:deduction|cut|reduction|penalty|penalties|forfeiture)s?",
    rf"dock\w*\b.*\b{_MONEY}",
    r"deduct\w*(?!.*\bpoints?\b)",
    "fined",
    "fines",
    "fine of",
    r"an? fine(?= for\b|\W*$)",
    rf"(?:percent|per cent) of\b.*?\b{_MONEY}",
)
_PAY = re.compile(rf"\b(?:{'|'.join(_CUTS)})\b|\b\d+(?:\.\d+)? ?% of\b.*?\b{_MONEY}\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|nor|neither|no|without|instead of|rather than)\W+(?:be |any |an? )*$", re.IGNORECASE
)
_HARMLESS = {"support", "training", "repair", "none", "clarify"}
"""Kinds of parts whose words may speak of unpaid time that somebody asked for."""


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find cuts of pay without the place where they are lawful."""
    for record, ladder in ladders(inspection):
        for path, found in _touching_pay(ladder):
            message = f'this touches pay ("{found}"), and nothing says where that is lawful'
            hint = "add jurisdiction with the law or agreement that allows it; an employment lawyer can tell"
            yield Finding(record.at(*path), message, hint)


def _touching_pay(ladder: Ladder) -> Iterator[tuple[Path, str]]:
    yield from _away(ladder.while_facts_are_found, ("while_facts_are_found",))
    for index, rung in enumerate(ladder.rungs):
        if rung.jurisdiction:
            continue
        here: Path = ("rungs", index)
        yield from _away(rung.while_facts_are_found, (*here, "while_facts_are_found"))
        parts = rung.response.parts if rung.response else []
        yield from _in_parts(parts, (*here, "response", "parts"))
        words = None if any(map(_is_placed, parts)) else pay_words(rung.title)
        if words and not any(True for _ in _in_parts(parts, here)):
            yield (*here, "title"), words


def _away(suspension: Suspension | None, path: Path) -> Iterator[tuple[Path, str]]:
    if suspension and suspension.pay != "full" and not suspension.jurisdiction:
        yield (*path, "pay"), f"pay: {suspension.pay}"


def _in_parts(parts: list[Part], path: Path) -> Iterator[tuple[Path, str]]:
    """The parts that touch pay, down to those within others; a place named above holds below."""
    for index, part in enumerate(parts):
        here = (*path, index)
        if part.jurisdiction:
            continue
        if part.pay in ("none", "part"):
            yield (*here, "pay"), f"pay: {part.pay}"
        elif part.kind not in _HARMLESS and (found := _said(part)):
            yield (*here, found[0]), found[1]
        yield from _in_parts(part.parts, (*here, "parts"))


def _said(part: Part) -> tuple[str, str] | None:
    for name in ("what", "amount", "note"):
        words = pay_words(getattr(part, name) or "")
        if words:
            return name, words
    return None


def _is_placed(part: Part) -> bool:
    return part.jurisdiction is not None or any(map(_is_placed, part.parts))


def pay_words(text: str) -> str | None:
    """The words that cut pay; None where there are none, or where the text rules it out."""
    for found in _PAY.finditer(text):
        if not _DENIED.search(text[: found.start()]):
            return found[0]
    return None
