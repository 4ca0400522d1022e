"""Add a record: a commented, valid file of its kind, filled with names that this handbook already has.

A line that names something the handbook does not list yet is written as a comment; where no
record of that kind can do without it, nothing is written and the author hears what comes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playbook.content_files import FOLDERS, is_id, plain_id
from playbook.model.fields import RESERVED_NAMES
from playbook.model.whole import Handbook
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.schema import UNREADABLE
from playbook.words_near import nearest

__all__ = ["KINDS", "Added", "add_record", "where_it_is_written"]

_STARTERS = Path(__file__).parent / "starters" / "records"
_TOKEN = re.compile(r"\{\{(\w+)\}\}")

KINDS: Mapping[str, str] = {kind: folder for folder, (kind, _) in FOLDERS.items()}
"""The kinds of records that have a file each, with the folder they lie in."""

_INSIDE: Mapping[str, str] = {
    "deviation": 'stands in the standard it falls short of, under "deviations"',
    "example": 'stands in its standard, under "examples"',
    "rung": 'stands in its ladder, under "rungs"',
    "step": 'stands in its ladder, under "rungs"',
    "response": "stands in its ladder, with the step it belongs to",
    "word": 'stands in content/words.yml, under "words"',
    "change": 'stands in content/changes.yml, under "changes"',
    **dict.fromkeys(
        ("contact", "decision", "role", "value", "group", "cause", "track"),
        "stands in content/handbook.yml, in the list of its name",
    ),
    "severity": 'stands in content/handbook.yml, under "severities"',
}
"""What has no file of its own, and where it is written."""

_NEEDS: Mapping[str, tuple[str, ...]] = {
    "ladder": ("new_track", "severity", "decider", "hears_appeal"),
    "urgent": ("contact",),
    "path": ("standard",),
}
"""What a record of a kind cannot do without."""

_FIRST: Mapping[str, tuple[str, str]] = {
    "new_track": ("a kind of concern", 'add one under "tracks" in content/handbook.yml first'),
    "severity": ("a severity", 'add one under "severities" in content/handbook.yml first'),
    "decider": ("a role that decides", 'add one under "roles" in content/handbook.yml first'),
    "hears_appeal": (
        "a second role, so that an appeal goes to somebody who did not decide",
        'add one under "roles" in content/handbook.yml first',
    ),
    "contact": ("a contact to call", 'add one under "contacts" in content/handbook.yml first'),
    "standard": ("a standard to read", "begin with: playbook add standard say-early"),
}
"""How each of them is named, and how one comes by it."""

_WORDS = "replace each [Write ...] in {file} by your own words; delete a field that you do not need"
"""What comes first wherever a starter leaves words to its author."""

_THEN: Mapping[str, tuple[str, ...]] = {
    "standard": ('for each further situation that deserves a card, copy the block under "deviations"',),
    "ladder": (
        "choose each number in {file} with an employment lawyer and staff representatives",
        "read it aloud with staff representatives, and change what nobody would say",
    ),
    "moment": ('name it where it may happen: "if_they: [{id}]" in a deviation or a step',),
    "urgent": ("try each number on it; it stands in Urgent help of every page at once",),
    "checklist": ('name it where it is used: "checklist: {id}" in a step or a deviation',),
    "support": ('name it in the step that offers it ("support: [{id}]"), or let its causes lead to it',),
    "paper": ('name it in the step it belongs to: "papers: [{id}]"',),
    "check-in": ('name it in content/handbook.yml: "check_ins: [{id}]"',),
    "measure": ('name it in the standard it is for: "measures: [{id}]"',),
    "path": ("add a stop for each page that is worth reading; people find it under New here",),
    "talk": ("rehearse it aloud with somebody, then change what sounds stiff",),
}
"""What comes then, step by step: what makes each kind fit, and found by its readers."""


class _Named(Protocol):
    """An entry of a list in handbook.yml."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Added:
    """The file that was written, from the project folder, and what its author does next: a step a line, indented."""

    file: str
    next: str


def where_it_is_written(kind: str) -> Problem | None:
    """Why this word names no kind of record with a file of its own; None when it does."""
    if kind in KINDS:
        return None
    if place := _INSIDE.get(kind):
        return Problem("unknown-choice", f"a {kind} has no file of its own: it {place}")
    meant = nearest(kind, (*KINDS, *_INSIDE))
    hint = f'did you mean "{meant}"?' if meant else f"kinds are: {', '.join(KINDS)}"
    return Problem("unknown-choice", f'there is no kind of record called "{kind[:40]}"', None, hint)


def add_record(project: Project, handbook: Handbook, kind: str, id_: str) -> Added | Problem:
    """Write the starter of a kind under this id; a problem, and nothing written, where that cannot be."""
    path = project.content / KINDS[kind] / f"{id_}.yml"
    file = project.relative(path)
    names = _names(handbook, id_)
    if wrong := _refused(project, handbook, kind, id_) or _lacking(kind, names, file):
        return wrong
    path.parent.mkdir(exist_ok=True)
    starter = (_STARTERS / f"{kind}.yml").read_text(encoding="utf-8")
    text = _filled(starter, names, _ids(handbook.settings.severities))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as written:
            written.write(text)
    except FileExistsError:  # a folder, or a link that leads nowhere
        return _there_already(file)
    steps = [*([_WORDS] if "[Write " in text else []), *_THEN[kind]]
    return Added(file, "\n  ".join(steps).format(file=file, id=id_))


def _refused(project: Project, handbook: Handbook, kind: str, id_: str) -> Problem | None:
    """Why nothing can be written under this id."""
    folder = project.content / KINDS[kind]
    file = project.relative(folder / f"{id_}.yml")
    if not is_id(id_):
        return _bad(id_, kind)
    for written in (folder, project.content / "schemas"):
        if not written.resolve().is_relative_to(project.root.resolve()):
            message = "this folder is a link that leads out of the project"
            return Problem("link-outside", message, Location(project.relative(written)))
    if (folder / f"{id_}.yml").exists():
        return _there_already(file)
    if place := _taken(handbook, kind).get(id_):
        message = f'"{id_}" {place}, and both would have the same address'
        return Problem("duplicate-id", message, Location(file), "choose another id")
    return None


def _taken(handbook: Handbook, kind: str) -> dict[str, str]:
    """The ids beside the files of a kind that lead somewhere already, each with what it is."""
    taken = {
        old: f"is an earlier id of {record.source.file}"
        for record in handbook.of_kind(kind)
        for old in getattr(record.data, "was", ())
    }
    if kind == "moment":  # a situation card has one address, whichever of the two it is
        for id_, found in handbook.deviations.items():
            file = handbook.record("standard", found.standard_id).source.file
            taken |= dict.fromkeys(found.deviation.was, f"is an earlier id of a deviation in {file}")
            taken[id_] = f"is the id of a deviation in {file}"
    return taken


def _bad(id_: str, kind: str) -> Problem:
    better = plain_id(id_)
    message = f'"{id_[:80]}" cannot be an id: it may hold small letters a-z, digits and hyphens, at most 64'
    if id_ in RESERVED_NAMES:
        message = f'"{id_}" is a name that Windows keeps for itself'
    hint = f"try: playbook add {kind} {better}" if better else "choose a short name, such as say-early"
    return Problem("bad-id", message, None, hint)


def _there_already(file: str) -> Problem:
    return Problem(
        "not-empty", "this file is there already", Location(file), "choose another id; nothing was changed"
    )


def _lacking(kind: str, names: Mapping[str, str], file: str) -> Problem | None:
    for need in _NEEDS.get(kind, ()):
        if need not in names:
            what, hint = _FIRST[need]
            article = "an" if kind[0] in "aeiou" else "a"
            message = f"{article} {kind} needs {what}, and this handbook has none yet; nothing was written"
            return Problem("missing-field", message, Location(file), hint)
    return None


def _names(handbook: Handbook, id_: str) -> dict[str, str]:
    """What a starter can name in this handbook; nothing for what it does not list yet."""
    settings = handbook.settings
    tracks, contacts = _ids(settings.tracks), _ids(settings.contacts)
    free = [track for track in tracks if not handbook.ladders_for(track)]
    listed: dict[str, list[str]] = {
        "track": tracks,
        "new_track": [*free, *tracks],
        "value": _ids(settings.values),
        "severity": _ids(settings.severities),
        "cause": _ids(settings.causes),
        "contact": [called for called in (settings.first_call, *contacts) if called and called in contacts],
        "standard": [*handbook.standards],
        **_roles(handbook),
    }
    found = {name: ids[0] for name, ids in listed.items() if ids}
    return {**found, "id": id_, "title": _title(id_), "new_deviation": _new_deviation(handbook, id_)}


def _roles(handbook: Handbook) -> dict[str, list[str]]:
    """Who keeps, decides and hears an appeal here, as other ladders and handbook.yml say it, the likeliest first."""
    upkeep, roles = handbook.settings.upkeep, _ids(handbook.settings.roles)
    ladders = handbook.ladders.values()
    deciders = [rung.decided_by for ladder in ladders for rung in ladder.rungs]
    appeals = [ladder.rights.appeal.to for ladder in ladders if ladder.rights and ladder.rights.appeal]
    known = {*roles}
    decides = [role for role in (*deciders, upkeep.approver, *roles) if role and role in known][:1]
    hears = [role for role in (*appeals, *reversed(roles)) if role in known and role not in decides]
    keeps = [role for role in (upkeep.owner, *roles) if role and role in known]
    return {"owner": keeps, "decider": decides, "hears_appeal": hears}


def _ids(entries: Sequence[_Named]) -> list[str]:
    return [entry.id for entry in entries if entry.id != UNREADABLE]


def _title(id_: str) -> str:
    """The id as words, to begin with."""
    return id_.replace("-", " ").capitalize()


def _new_deviation(handbook: Handbook, id_: str) -> str:
    """An id for the first deviation of a new standard that no situation has yet."""
    taken = {*handbook.moments, *_taken(handbook, "moment")}
    wanted = [f"{id_[:57].rstrip('-')}-missed{number or ''}" for number in range(len(taken) + 1)]
    return next(name for name in wanted if name not in taken)


def _filled(starter: str, names: Mapping[str, str], severities: Sequence[str]) -> str:
    lines = starter.splitlines(keepends=True)
    return "".join(
        _line(line, {**names, "each_severity": severity})
        for line in lines
        for severity in (severities if "{{each_severity}}" in line else [""])
    )


def _line(line: str, names: Mapping[str, str]) -> str:
    """One line with its names filled in; a comment where one of them is not listed yet."""
    written = _TOKEN.findall(line)
    if not written:
        return line
    text, gap, remark = line.partition("  #")
    filled = _TOKEN.sub(lambda found: names.get(found[1], "..."), text)
    if any(name not in names for name in written):
        words = filled.lstrip()
        filled = f"{filled[: len(filled) - len(words)]}# {words}"
    return f"{filled.rstrip():<{len(text)}}{gap}{remark}" if gap else filled
