"""A rule goes straight to a step, past one that must come before it.

A rule under `skip_rules` that names the step it goes `to` leaves out the steps between. None
of these may have `must_not_skip: true`, and none may stand under `needs_before` of the step
that the rule leads to, or of a step that this one needs. Finding the facts is not left out by
a rule that leads to a heavier step, and is not reported. A rule without `to` is a general
permission, within what must come before each step.

Why: what must not be skipped is mostly help, or the last clear word before a job is at
stake. The Acas Code of Practice on disciplinary and grievance procedures says that some acts
may call for dismissal at the first time, and that a fair process should be followed even then.
Where two rules contradict each other, the stronger side chooses between them.

Wrong:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: clarify
    standing: {formal: false, recorded: false}
  - id: coaching
    title: Four weeks of coaching
    kind: support
    standing: {formal: false, recorded: false}
    next: {rung: agreed-plan, when: The coaching did not help.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
    needs_before: [coaching]
skip_rules:
  - {from: talk, to: agreed-plan, when: Others are held up every day.}
```

Right:

```yaml
# content/ladders/attendance.yml
title: Attendance, step by step
track: performance
rungs:
  - id: talk
    title: Ask what got in the way
    kind: clarify
    standing: {formal: false, recorded: false}
  - id: coaching
    title: Four weeks of coaching
    kind: support
    standing: {formal: false, recorded: false}
    next: {rung: agreed-plan, when: The coaching did not help.}
  - id: agreed-plan
    title: Agree on a plan together
    kind: plan
    standing: {formal: false, recorded: false}
    needs_before: [coaching]
skip_rules:
  - {from: talk, to: coaching, when: Others are held up every day.}
```

How to mend: let the rule lead to the step that must come before, or begin there with `from`;
or take that step out of `needs_before`, if it can truly be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.checks.inspection import Finding, Inspection
from playbook.checks.ladders import ladders, listed, places
from playbook.model.ladder import Ladder, Rung, SkipRule
from playbook.problems import Level

__all__ = ["LEVEL", "run"]

LEVEL = Level.ERROR


def run(inspection: Inspection) -> Iterator[Finding]:
    """Find rules that leave out what must come before."""
    for record, ladder in ladders(inspection):
        place = places(ladder)
        for index, rule in enumerate(ladder.skip_rules):
            left_out = [f'"{rung.id}"' for rung in _left_out(ladder, place, rule)]
            if left_out:
                past = listed(left_out)
                message = f'this goes straight to "{rule.to}", past {past}, which must come before it'
                hint = "let the rule begin there (from), or take away what says that it must come before"
                yield Finding(record.at("skip_rules", index, "to"), message, hint)


def _left_out(ladder: Ladder, place: Mapping[str, int], rule: SkipRule) -> list[Rung]:
    """The steps between the two ends of a rule that must not be left out."""
    if rule.to is None or rule.to not in place or (rule.from_ != "any" and rule.from_ not in place):
        return []  # a rule without a target, or one that begins in words, names no steps between
    between = ladder.rungs[place.get(rule.from_, -1) + 1 : place[rule.to]]
    needed = _needed(ladder, place, rule.to)
    return [rung for rung in between if rung.must_not_skip or rung.id in needed]


def _needed(ladder: Ladder, place: Mapping[str, int], rung_id: str) -> set[str]:
    """What must come before a step, and before that in turn; the facts are found in any case."""
    waiting, seen = [rung_id], {rung_id}
    while waiting:
        for before in ladder.rungs[place[waiting.pop()]].needs_before:
            if before in place and before not in seen:
                seen.add(before)
                waiting.append(before)
    return {before for before in seen if ladder.rungs[place[before]].kind != "find-facts"}
