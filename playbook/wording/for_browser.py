"""The rules as plain data and as a script, for the page that looks at a text in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from playbook.wording.rules import Pattern, Rules, rules_for
from playbook.wording.text import READING

__all__ = ["rules_as_data", "rules_script"]

_SHORTEST = 40


def rules_script(language: str = "en") -> bytes:
    """The rules of a language as a script that only states data."""
    data = json.dumps(rules_as_data(language), ensure_ascii=False, separators=(",", ":"))
    # what could end the script, or open a comment, where it is written into a page
    whole = data.replace("</", r"<\/").replace("<!--", r"\u003c!--")
    return f"globalThis.playbookWordingRules={whole};\n".encode()


def rules_as_data(language: str = "en") -> dict[str, Any]:
    """Everything that is needed to find the same; in a pattern a name in braces stands for one of the ``pieces``."""
    rules = rules_for(language)
    short = _pieces(rules)

    def sources(patterns: Iterable[Pattern]) -> list[str]:
        return [_shortened(pattern.source, short) for pattern in patterns]

    return {
        "checks": [
            {
                "id": check.id,
                "says": check.says,
                "hint": check.hint,
                "heading": check.heading,
                "find": [
                    {"source": _shortened(found.source, short), "needs": sorted(found.needs)}
                    for found in check.find
                ],
                **{name: sources(getattr(check, name)) for name in ("before", "after", "sentence")},
            }
            for check in rules.checks
        ],
        "advice": sources(rules.advice),
        "bad_list": rules.bad_list.source,
        "bad_heading": rules.bad_heading.source,
        "first_names": sorted(rules.first_names),
        "not_names": sorted(rules.not_names),
        "pieces": short,
        "reading": READING,
    }


def _pieces(rules: Rules) -> dict[str, str]:
    """What patterns have in common and is long enough to be written once, the longest first: it may hold shorter ones."""
    for check in (*rules.checks, *rules.promises.values()):
        for pattern in (*check.find, *check.before, *check.after, *check.sentence):
            _ = pattern.source  # filling it names its pieces
    found = sorted(rules.filling.pieces.items(), key=lambda piece: (-len(piece[1]), piece[0]))
    return {name: text for name, text in found if len(text) >= _SHORTEST}


def _shortened(source: str, pieces: Mapping[str, str]) -> str:
    for name, text in pieces.items():
        source = source.replace(text, f"{{{name}}}")
    return source
