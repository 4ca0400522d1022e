"""Turns findings into words for a terminal, a program or a pull request, and into one closing sentence.

Never says that something is fair, compliant or passed: only what was looked for and
found. Pure: gets the texts of the files, returns text; the command line prints it.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from playbook.problems import Accepted, Level, Location, Problem, sort_problems

__all__ = [
    "format_accepted",
    "format_github",
    "format_gitlab",
    "format_json",
    "format_text",
    "published_with",
    "summary",
]

_LONGEST = 120
"""How much of a very long line is shown around its fault."""

_COLORS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_GITLAB = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def format_text(problems: Iterable[Problem], sources: Mapping[str, str], *, color: bool = False) -> str:
    """Findings for a reader: where, what, the author's own line with a mark under the fault, what to do.

    ``sources`` holds the text of each file by its name; a file that is not in it has no excerpt.
    """
    return "\n".join(_finding(problem, sources, color=color) for problem in sort_problems(problems))


def format_json(problems: Iterable[Problem]) -> str:
    """Findings as a list for programs; the place is null where there is none."""
    return (
        json.dumps([_as_data(problem) for problem in sort_problems(problems)], ensure_ascii=False, indent=2)
        + "\n"
    )


def format_github(problems: Iterable[Problem]) -> str:
    """Findings as workflow commands, which GitHub shows beside the changed lines of a pull request."""
    return "".join(_command(problem) for problem in sort_problems(problems))


def format_gitlab(problems: Iterable[Problem]) -> str:
    """Findings as a code quality report, which GitLab shows in a merge request."""
    return json.dumps(list(_quality(sort_problems(problems))), ensure_ascii=False, indent=2) + "\n"


def format_accepted(accepted: Iterable[Accepted]) -> str:
    """What was found and is kept, a line each with its reason; nothing where nothing is."""
    kept = sorted(accepted, key=lambda one: one.problem.sort_key)
    if not kept:
        return ""
    lines = [f"{_place(one.problem)}{one.problem.check}: {_visible(one.because)}" for one in kept]
    return "\n".join(["Found, and kept with a reason:", *(f"  {line}" for line in lines)]) + "\n"


def summary(problems: Iterable[Problem], checked: int, accepted: int = 0) -> str:
    """One sentence: how many checks were made, how many found something, and what is left to people."""
    found = list(problems)
    ids = {problem.check for problem in found}
    checks = "check" if checked == 1 else "checks"
    counts = Counter(problem.level for problem in found)
    listed = [
        _counted(counts[level], level) for level in (Level.ERROR, Level.WARNING, Level.NOTE) if counts[level]
    ]
    if [*counts] == [Level.NOTE]:  # the first thing an author looks for
        listed.insert(0, "no errors, no warnings")
    tail = f": {', '.join(listed)}" if listed else ""
    kept = f"; {_counted(accepted, 'finding')} kept with a reason" if accepted else ""
    return f"{len(ids)} of {checked} {checks} found something{tail}{kept}; a person must still judge."


def published_with(problems: Iterable[Problem]) -> str:
    """What a publisher should know of an edition that is out in spite of warnings; nothing without any."""
    places = [problem.location for problem in problems if problem.level is Level.WARNING]
    urgent = sum("/urgent/" in place.file for place in places if place)
    about = f", {urgent:,} of them on urgent cards" if urgent else ""
    return f"It is published with {_counted(len(places), 'warning')}{about}; each stands above." if places else ""


def _counted(number: int, level: str) -> str:
    return f"{number:,} {level}" + ("" if number == 1 else "s")


def _finding(problem: Problem, sources: Mapping[str, str], *, color: bool) -> str:
    at, place = problem.location, _place(problem)
    level = f"{problem.level}:"
    if color:
        place = f"\x1b[1m{place}\x1b[0m" if place else ""
        level = f"\x1b[1;{_COLORS.get(problem.level, '0')}m{level}\x1b[0m"
    lines = [f"{place}{level} {_visible(problem.message)} [{problem.check}]"]
    if at and at.file in sources:
        lines += _excerpt(sources[at.file], at, color=color)
    if problem.hint:
        lines.append(f"   hint: {_visible(problem.hint)}")
    return "\n".join(lines) + "\n"


def _place(problem: Problem) -> str:
    at = problem.location
    return f"{_visible(at.file)}:{at.line}:{at.column}: " if at else ""


def _excerpt(text: str, at: Location, *, color: bool) -> list[str]:
    """The author's line and a mark under the fault, as wide as it looks on the screen."""
    lines = text.split("\n", at.line)
    line = lines[at.line - 1].rstrip() if at.line <= len(lines) else ""
    if not line:
        return []
    start = min(at.column - 1, len(line))
    stop = min(max(start + at.length, start + 1), max(len(line), start + 1))
    shown, start, stop = _cut(line, start, stop)
    before, marked = (_screen(shown[:start]), _screen(shown[start:stop]))
    carets = "^" * max(1, _width(marked))
    if color:
        carets = f"\x1b[1;31m{carets}\x1b[0m"
    number = f"{at.line:>5}"
    return [
        f"{number} | {_screen(shown)}",
        f"{'':>{len(number)}} | {' ' * _width(before)}{carets}",
    ]


def _cut(line: str, start: int, stop: int) -> tuple[str, int, int]:
    """Show only the neighbourhood of a fault in a very long line."""
    if len(line) <= _LONGEST:
        return line, start, stop
    first = max(0, min(start - _LONGEST // 2, len(line) - _LONGEST))
    last = min(len(line), first + _LONGEST)
    front, end = "…" if first else "", "…" if last < len(line) else ""
    moved = start - first + len(front)
    return front + line[first:last] + end, moved, min(stop - first, _LONGEST) + len(front)


def _screen(text: str) -> str:
    """Text as it is shown: a tab becomes spaces, and nothing invisible can move the line or the cursor."""
    return _visible(text.replace("\t", "    "))


def _visible(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\r\n\t":
        return " "
    # joiners (Cf) shape emoji and scripts; of that class only marks that reorder or hide text are replaced
    reorders = unicodedata.bidirectional(char) in {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    return "\ufffd" if reorders or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} else char


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, marks that combine none."""
    return sum(_columns(char) for char in text) if not text.isascii() else len(text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _sound(text: str) -> str:
    """A file name may hold bytes that no encoding knows; they could not be printed."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _as_data(problem: Problem) -> dict[str, str | int | None]:
    at = problem.location
    return {
        "file": _sound(at.file) if at else None,
        "line": at.line if at else None,
        "column": at.column if at else None,
        "length": at.length if at else None,
        "level": str(problem.level),
        "check": problem.check,
        "message": _sound(problem.message),
        "hint": _sound(problem.hint),
    }


def _command(problem: Problem) -> str:
    at = problem.location
    fields = {"title": problem.check}
    if at:
        end = at.column + max(1, at.length)
        fields = {
            "file": at.file,
            "line": str(at.line),
            "col": str(at.column),
            "endColumn": str(end),
            **fields,
        }
    named = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    words = problem.message + (f"\nhint: {problem.hint}" if problem.hint else "")
    return f"::{_GITHUB.get(problem.level, 'notice')} {named}::{_data(words)}\n"


def _quality(problems: Iterable[Problem]) -> Iterator[dict[str, object]]:
    # https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    seen: Counter[str] = Counter()
    for problem in problems:
        at = problem.location or Location("content/handbook.yml")
        words = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        # the line is left out, so that a finding that only moves is not called a new one
        same = _sound(f"{at.file}\n{problem.check}\n{problem.message}")
        seen[same] += 1
        yield {
            "description": _sound(words),
            "check_name": problem.check,
            "fingerprint": sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
            "severity": _GITLAB.get(problem.level, "info"),
            "location": {"path": _sound(at.file), "lines": {"begin": at.line}},
        }


def _data(text: str) -> str:
    # https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    return _sound(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
