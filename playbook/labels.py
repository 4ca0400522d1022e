"""The words readers see, one block for the whole handbook (the glossary's right-hand column).

An author's word (rung, deviation) stays in YAML and code; pages, pictures and
search use these. Imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DEFAULT_LABELS", "Labels"]

DEFAULT_LABELS: dict[str, str] = {
    "standard": "standard",
    "standards": "What we expect",
    "example": "What good looks like",
    "deviation": "What falls short",
    "moment": "If they ...",
    "situation": "situation",
    "severity": "How much it affected others",
    "track": "kind of concern",
    "ladder": "What happens, step by step",
    "rung": "step",
    "response": "What happens next",
    "occurrence": "How many times",
    "look_back": "How far back we look",
    "counts_for": "How long it counts",
    "way_back": "How it ends well",
    "entry": "Where we start",
    "skip_rule": "When a step may be skipped",
    "factor": "What else we take into account",
    "test": "Ask these first",
    "support": "Help on offer",
    "cause": "What got in the way",
    "rules": "The rules in short",
    "rules_full": "The rules in full",
    "applies": "Does this apply to me?",
    "manager_side": "Your manager",
    "you_side": "You",
    "side_before": "Before",
    "side_with_you": "With you",
    "side_meeting": "The meeting",
    "side_decision": "The decision",
    "side_help": "Help",
    "side_after": "Afterwards",
    "side_disagree": "If you disagree",
    "side_skipped": "If a step was skipped",
    "plan": "The plan",
    "points": "How points count",
    "clocks": "By when",
    "ways_out": "How it can end",
    "next": "If it does not get better",
    "hand_over": "When it goes elsewhere",
    "urgent": "Urgent help",
    "checklist": "meeting checklist",
    "talks": "How to talk about it",
    "recognition": "Say thank you",
    "feedback": "Feedback in ten minutes",
    "check_ins": "Check-ins",
    "papers": "Papers",
    "measures": "How we see that it works",
    "working": "Is this standard working?",
    "rights": "What you may ask for",
    "check_first": "Check first",
    "say": "Say",
    "do": "Do",
    "write_down": "Write down",
    "do_not": "Do not",
    "call": "Call",
    "invite": "Invite them to the talk",
    "is_it_you": "Is it you?",
    "suggest": "Suggest a change",
    "for_everyone": "Holds for everyone.",
    "informal": "Informal talk. No decision today.",
    "recorded": "Not formal, but written down.",
    "formal": "Formal. Never alone.",
    "door_now": "I need to talk with someone",
    "door_expect": "What we expect of each other",
    "door_new": "I am new here",
    "door_my_side": "Someone raised a concern with me",
}
"""Key -> label. Keys are the author's words; an organisation changes labels, never keys."""


class Labels:
    """The labels of one handbook; templates read them as attributes (``label.way_back``)."""

    def __init__(self, own: Mapping[str, str]) -> None:
        self._labels = {**DEFAULT_LABELS, **{key: text for key, text in own.items() if key in DEFAULT_LABELS}}

    def __getattr__(self, key: str) -> str:
        try:
            return self._labels[key]
        except KeyError:
            raise AttributeError(key) from None

    def as_dict(self) -> dict[str, str]:
        """All labels by key, in a fixed order."""
        return dict(self._labels)
