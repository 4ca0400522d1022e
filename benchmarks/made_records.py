"""What the records of a made handbook say: plain data, as an author would write it.

Only for ``made_handbook``. Sentences differ from place to place, so that nothing is found twice.
"""

from __future__ import annotations

import random
from typing import Any

__all__ = ["Record", "checklist", "ladder", "moment", "settings", "standard", "support", "urgent", "words"]

Record = dict[str, Any]

_THINGS = ["report", "order", "delivery", "shift plan", "invoice", "machine", "lesson", "sample", "contract"]
_PEOPLE = ["colleague", "customer", "patient", "neighbour", "supplier", "visitor", "resident", "partner"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
_WAYS = ["in writing", "by phone", "at the desk", "on the floor", "before noon", "after the round"]


def _sentence(place: str, words: int = 14, begin: str = "The") -> str:
    """Words that differ from place to place, and are always the same for one place."""
    chance = random.Random(place)
    parts = [*begin.split(), chance.choice(_THINGS), str(chance.randrange(100, 1000))]
    while len(parts) < words:
        parts += f"for the {chance.choice(_PEOPLE)} on {chance.choice(_DAYS)} {chance.choice(_WAYS)}".split()
    return " ".join(parts[:words]) + "."


def _sentences(place: str, number: int, words: int = 10) -> list[str]:
    return [_sentence(f"{place} {n}", words) for n in range(number)]


def _actions(place: str, number: int, words: int = 9) -> list[str]:
    """The same as things to do: each begins with a verb."""
    return [_sentence(f"{place} {n}", words, "Check the") for n in range(number)]


def settings(areas: int) -> Record:
    """The file handbook.yml, with what every area adds to its lists."""
    return {
        "organisation": {"name": "Made Works", "mission": "We make handbooks to measure them."},
        "as_of": "2026-11-01",
        "welcome": "How we work together. **Read it once**, then look it up.",
        "upkeep": {
            "owner": "people-lead",
            "approver": "director",
            "effective": "2026-11-01",
            "review_by": "2027-11-01",
        },
        "first_call": "people-team",
        "first_talk": "meeting-0-0",
        "protected": "On leave, unwell, or raised a concern? Call People first.",
        "values": [
            _entry("value", area, "Reliability") | {"meaning": _sentence(f"value {area}")}
            for area in range(areas)
        ],
        "severities": [{"id": "minor", "title": "A little"}, {"id": "serious", "title": "A lot"}],
        "tracks": [
            _entry("track", area, "Work") | {"meaning": _sentence(f"track {area}")} for area in range(areas)
        ],
        "roles": [
            {"id": "manager", "title": "Manager"},
            {"id": "investigator", "title": "Somebody from another area"},
            {"id": "people-lead", "title": "People lead"},
            {"id": "director", "title": "A director who was not involved"},
        ],
        "groups": [{"id": "employees", "title": "Employees"}, {"id": "leaders", "title": "Leaders"}],
        "causes": [
            _entry("cause", area, title) | {"id": f"{id_}-{area}", "ask": f"{ask} In area {area}?"}
            for area in range(areas)
            for id_, title, ask in (
                ("clarity", "It was not clear", "What did you understand?"),
                ("capacity", "There was too much", "What else was on your desk?"),
            )
        ],
        "contacts": [
            {
                "id": "people-team",
                "title": "People team",
                "role": "people-lead",
                "phone": "+00 555 0100",
                "mail": "people@example.org",
                "hours": "Weekdays 8 to 18",
                "verified": "2026-10-01",
            }
        ],
        "decisions": [
            {
                "id": "appeal-days",
                "title": "Days to appeal",
                "question": "How long may an appeal take?",
                "ask": "your lawyer",
                "value": "7 calendar days",
            }
        ],
    }


def _entry(kind: str, area: int, title: str) -> Record:
    return {"id": f"{kind}-{area}", "title": f"{title} in area {area}"}


def words(areas: int) -> Record:
    """The glossary, a word for each area."""
    return {
        "words": [
            {
                "word": f"Word of area {area}",
                "meaning": _sentence(f"word {area}", 20),
                "also": [f"term {area}"],
            }
            for area in range(areas)
        ]
    }


def standard(area: int, number: int, deviations: int) -> Record:
    """A standard of an area, with its deviations."""
    place = f"standard {area} {number}"
    ids = [f"deviation-{area}-{number}-{n}" for n in range(deviations)]
    return {
        "title": f"Say early when something slips, {number + 1} in area {area}",
        "value": f"value-{area}",
        "track": f"track-{area}",
        "statement": f"We deliver by the date we agreed, or we say so early. {_sentence(place, 20)}",
        "why": f"Others *plan* around it.\n\n- {_sentence(place + ' why')}\n- A word costs an hour.\n",
        "timelines": _sentences(f"{place} time", 1),
        "quality": _sentences(f"{place} quality", 2),
        "collaboration": _sentences(f"{place} together", 1),
        "examples": [
            {"acceptable": _sentence(f"{id_} good", 16), "instead_of": id_, "setting": "office"}
            for id_ in ids
        ],
        "deviations": [_deviation(area, number, n, id_) for n, id_ in enumerate(ids)],
        "recognition": ["You told us on [day]. Because of that, [who] could plan."],
    }


def _deviation(area: int, number: int, n: int, id_: str) -> Record:
    return {
        "id": id_,
        "title": f"A date passed and nobody was told, {number + 1}.{n + 1} in area {area}",
        "also_said": [f"missed deadline {area} {number} again", _sentence(f"{id_} said", 5)],
        "observable": _sentence(f"{id_} seen", 16),
        "not_this": _sentence(f"{id_} not"),
        "impact": _sentence(f"{id_} impact"),
        "severity": ["minor", "serious"][(number + n) % 2],
        "raise_within": f"{1 + (number + n) % 4} working days",
        "check_first": ["Was the date clear?", "Was other work put first?"],
        "say": ["“[What] was due [day]. I heard on [day]. What happened?”"],
        "do": ["Listen. Say back what you heard.", f"Agree one step, one date, {1 + n} kinds of help."],
        "write_down": "What you saw, their view, what you agreed. Share it.",
        "do_not": "Guess why, compare people, or decide now.",
        "if_they": [f"moment-{area}-{m}" for m in range(3)],
        "causes": [f"clarity-{area}", f"capacity-{area}"],
    }


def ladder(area: int) -> Record:
    """The ladder of an area."""
    return {
        "title": f"Ladder of area {area}",
        "track": f"track-{area}",
        "summary": f"Clear first, then help, then formal steps. {_sentence(f'ladder {area}')}",
        "applies_to": {"groups": ["employees", "leaders"]},
        "counting": {
            "counts_from": {"rung": "first-warning"},
            "look_back": {"length": "12 months"},
            "similar": "same-standard",
        },
        "rights": {
            "written_concern": {"with_evidence": "true", "notice": "5 working days"},
            "companion": {"who": ["a colleague", "a union representative"], "may": ["speak", "confer"]},
            "respond": {"before": "decision"},
            "appeal": {
                "to": "director",
                "within": "<<appeal-days>>",
                "decided_within": "10 working days",
                "final": "true",
            },
            "skipped_step": {
                "tell": "people-lead",
                "effect": "The step is paused until it is done properly.",
            },
        },
        "records": {
            "kept": {"where": "the personnel file", "seen_by": ["manager", "people-lead"], "for": "12 months"}
        },
        "rungs": [_rung(area, index) for index in range(len(_RUNGS))],
        "entry": [
            {
                "for": {"severity": "minor"},
                "cells": {
                    "1": "reclarify",
                    "2": {"from": "reclarify", "to": "support-plan"},
                    "3+": "first-warning",
                },
            },
            {
                "for": {"severity": "serious"},
                "cells": {"1": {"from": "support-plan", "to": "first-warning"}, "2+": "final-warning"},
            },
        ],
        "skip_rules": [
            {
                "to": "final-warning",
                "when": "serious foreseeable harm",
                "agreed_by": ["people-lead"],
                "write_down": "the reason",
            }
        ],
        "factors": [{"id": "told-before", "title": "Was the expectation made clear before?"}],
        "tests": [
            {
                "id": "protected",
                "ask": "Is a protected reason involved?",
                "if_yes": {"end": "call-people"},
                "if_unsure": {"end": "call-people"},
                "if_no": {"go": "concern"},
            }
        ],
    }


_RUNGS = [
    ("reclarify", "Make the expectation clear again", "clarify", False),
    ("support-plan", "A plan with help", "support", False),
    ("first-warning", "First written warning", "warning", True),
    ("final-warning", "Final written warning", "warning", True),
    ("end", "End of the employment", "end", True),
]


def _rung(area: int, index: int) -> Record:
    id_, title, kind, formal = _RUNGS[index]
    place = f"{id_} {area}"
    yes = str(formal).lower()
    rung: Record = {
        "id": id_,
        "title": f"{title} ({area})",
        "kind": kind,
        "standing": {"formal": yes, "recorded": yes},
        "used_when": _sentence(f"{place} when"),
        "say": ["“I want to talk about [what] on [day].”"],
        "manager_does": ["Name the standard and what was seen.", *_actions(place, 2)],
        "you_can_expect": ["To be heard before anything is concluded.", *_sentences(f"{place} you", 1)],
        "act_within": f"{2 + index} working days",
        "support": [f"help-{area}-{n}" for n in range(3)],
        "facts_by": "investigator" if formal else "manager",
        "decided_by": "people-lead" if formal else "manager",
        "checklist": f"meeting-{area}-{int(formal)}",
        "way_back": "It lapses after 12 months without another.",
        "aftercare": "The People team calls within one working day.",
    }
    if formal:
        rung |= {"write_down": "The concern, the answer, the decision.", "counts_for": "12 months"}
    if index + 1 < len(_RUNGS):
        rung["next"] = {"rung": _RUNGS[index + 1][0], "when": "It happens again within three months."}
    return rung


def moment(area: int, number: int) -> Record:
    """A moment of an area."""
    return {
        "title": f"They fall silent, {number + 1} in area {area}",
        "short": f"say nothing {number + 1}",
        "observable": _sentence(f"moment {area} {number}"),
        "say": ["“Take the time you need.”"],
        "do": ["Stop. Offer water.", "Wait a full minute."],
        "do_not": "Hurry on.",
        "urgent": [f"urgent-{area}"],
    }


def urgent(area: int) -> Record:
    """The urgent card of an area."""
    return {
        "title": f"Somebody may be in danger in area {area}",
        "also_said": [f"danger {area}"],
        "first": "Stay with them. Call for help now.",
        "steps": [
            {"do": "Ask calmly.", "say": "“Are you safe?”"},
            {"do": _sentence(f"urgent {area}", begin="Check the")},
        ],
        "contacts": ["people-team"],
        "is_it_you": {"text": "You are not alone.", "contacts": ["people-team"]},
    }


def checklist(area: int, number: int) -> Record:
    """A meeting checklist of an area: one for a first talk, one for a formal meeting."""
    place = f"meeting {area} {number}"
    return {
        "title": f"{'Formal' if number else 'First'} meeting in area {area}",
        "used_when": _sentence(place),
        "takes": "30 minutes",
        "formal": "true" if number else "false",
        "before": ["Read the card.", *_actions(f"{place} before", 2, 8)],
        "during": [
            {"do": "Begin with what you saw.", "say": "“[What] happened on [day].”"},
            *_actions(f"{place} in", 2, 8),
        ],
        "after": ["Write down what you agreed.", *_actions(f"{place} after", 1, 8)],
    }


def support(area: int, number: int) -> Record:
    """A kind of support of an area."""
    return {
        "title": f"Time with a mentor, {number + 1} in area {area}",
        "what": f"An experienced colleague helps. {_sentence(f'support {area} {number}')}",
        "causes": [
            f"{cause}-{area}" for cause in (["clarity"], ["capacity"], ["clarity", "capacity"])[number]
        ],
        "how": "Ask your manager or the People team.",
        "how_soon": "5 working days",
        "owner": "people-lead",
    }
