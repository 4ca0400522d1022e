"""Writes a handbook whose ladder fills every field there is, each with words that stand nowhere else."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator

from playbook.model.fields import Duration, Model, Reference, Wording
from playbook.model.ladder import Ladder, Rung

__all__ = ["WholeLadder"]

_DURATION = next(mark for mark in get_args(Duration) if isinstance(mark, AfterValidator))
_SIMPLE = {"kind": "warning", "standing": {"formal": True, "recorded": True}}
_LISTS = {
    "role": "roles",
    "group": "groups",
    "severity": "severities",
    "track": "tracks",
    "contact": "contacts",
}
_FILES: dict[str, tuple[str, dict[str, Any]]] = {
    "support": ("support", {"what": "Help."}),
    "checklist": ("checklists", {"before": ["Breathe."]}),
    "standard": ("standards", {"statement": "A rule."}),
    "moment": ("moments", {"do": ["Wait."]}),
    "paper": ("papers", {"kind": "invitation", "parts": [{"text": "Please come."}]}),
    "check-in": (
        "check-ins",
        {"rhythm": "weekly", "wins": ["What went well?"], "next_steps": ["Agree on one."]},
    ),
}
"""Records that a ladder names: their folder, and the least that each must say beside its title."""

_BESIDES = {"contact": {"phone": "+00 555 0100"}}
"""What an entry of a list must say beside its title to be offered to a reader."""

_POINTERS = {"go", "was", "id"}
"""Fields that hold no words for readers: they say where to go on, or are names."""


class WholeLadder:
    """One ladder in which every field is used; ``expected`` is what a reader must find, with its field.

    ``flags`` is the value of every true-or-false field: some words matter only
    beside one of them. A choice of words takes its ``choice``-th value.
    """

    def __init__(self, *, flags: bool, choice: int = 0) -> None:
        self.flags, self.choice = flags, choice
        self.expected: list[tuple[str, str]] = []
        self._number = count(1001)
        self._named: dict[str, dict[str, str]] = {
            kind: {} for kind in (*_LISTS, *_FILES, "deviation", "ladder")
        }
        self._rungs: dict[str, str] = {}
        self.ladder = self._part(Ladder, "ladder")

    def write(self, project: Path) -> Path:
        """Write the project's files."""
        content = project / "content"
        settings = {
            "organisation": {"name": "Works"},
            **{
                _LISTS[kind]: [
                    {"id": id_, "title": title, **_BESIDES.get(kind, {})} for id_, title in named.items()
                ]
                for kind, named in self._named.items()
                if kind in _LISTS
            },
        }
        files = {"handbook.yml": settings, "ladders/whole.yml": self.ladder}
        for kind, (folder, rest) in _FILES.items():
            for id_, title in self._named[kind].items():
                files[f"{folder}/{id_}.yml"] = {"title": title, **rest}
        deviations = [
            {"id": id_, "title": title, "observable": "Seen."}
            for id_, title in self._named["deviation"].items()
        ]
        files["standards/some.yml"] = {"title": "Some", "statement": "A rule.", "deviations": deviations}
        for id_, title in self._named["ladder"].items():
            track = next(iter(self._named["track"]))
            files[f"ladders/{id_}.yml"] = {
                "title": title,
                "track": track,
                "rungs": [{"id": "one", "title": "One", **_SIMPLE}],
            }
        for name, data in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, indent=1), encoding="utf-8")
        return project

    def _part(self, kind: type[Model], path: str) -> dict[str, Any]:
        written: dict[str, Any] = {}
        for name, info in kind.model_fields.items():
            key = info.alias or name
            if key not in _POINTERS and not self._left_out(kind, key, path):
                written[key] = self._value(info.annotation, tuple(info.metadata), f"{path}.{key}")
            elif key == "id":
                written[key] = f"id-{next(self._number)}"
        return self._finished(kind, written, path)

    def _left_out(self, kind: type[Model], key: str, path: str) -> bool:
        """Rungs are written last; parts have parts of their own, but not for ever."""
        return (kind is Ladder and key == "rungs") or (key == "parts" and path.count(".parts.") == 2)

    def _finished(self, kind: type[Model], written: dict[str, Any], path: str) -> dict[str, Any]:
        name = kind.__name__
        if name == "Ladder":
            written["rungs"] = self._all_rungs(path)
        if name == "SkipRule":
            self._drop(written, path, "from")
        if name == "TestBranch":
            self._one_way(written, path)
        if name == "WorkedExample":
            written["events"] = []
        if name == "Appeal":
            # one can appeal from the rung that has every field, and not from the one beside it
            written["not_from"] = ["second"]
            if ".rungs." in path:
                self._drop(written, path, "from_rungs", "because")
        return written

    def _one_way(self, written: dict[str, Any], path: str) -> None:
        """An answer leads to one place only: each of the three branches takes another one."""
        keep = {"if_yes": "end", "if_no": "rung", "if_unsure": "track"}[path.rpartition(".")[2]]
        self._drop(written, path, *(other for other in ("end", "rung", "track") if other != keep))

    def _drop(self, written: dict[str, Any], path: str, *keys: str) -> None:
        for key in keys:
            written.pop(key)
            self.expected = [(place, words) for place, words in self.expected if place != f"{path}.{key}"]

    def _all_rungs(self, path: str) -> list[dict[str, Any]]:
        first = self._part(Rung, f"{path}.rungs.0") | {"standing": {"formal": True, "recorded": True}}
        second = {"id": "second", "title": "Second rung", **_SIMPLE}
        others = [{"id": id_, "title": title, **_SIMPLE} for id_, title in self._rungs.items()]
        return [first, second, *others]

    def _value(self, annotation: Any, marks: tuple[Any, ...], path: str) -> Any:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._value(args[0], (*args[1:], *marks), path)
        if origin in (Union, types.UnionType):
            return self._value(next(arg for arg in args if arg is not type(None)), marks, path)
        if origin is list:
            many = 1 if isinstance(args[0], type) and issubclass(args[0], Model) else 2
            return [self._value(args[0], (), f"{path}.{index}") for index in range(many)]
        if origin is dict:
            return {key: self._value(args[1], (), f"{path}.{key}") for key in ("1", "2+")}
        if origin is Literal:
            return args[self.choice % len(args)]
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return self._part(annotation, path)
        return self._leaf(annotation, marks, path)

    def _leaf(self, annotation: Any, marks: tuple[Any, ...], path: str) -> Any:
        number = next(self._number)
        reference = next((mark for mark in marks if isinstance(mark, Reference)), None)
        if reference:
            return self._name(reference.kind, number, path)
        if annotation is bool:
            return self.flags
        if annotation.__name__ == "date":
            return self._expect(path, f"2{number % 1000:03d}-01-01")
        if annotation.__name__ == "Decimal":
            return int(self._expect(path, str(number)))
        if not any(isinstance(mark, Wording) for mark in marks):
            return f"id-{number}"
        if _DURATION in marks:
            return self._expect(path, f"{number} working days")
        return self._expect(path, f"Words {number} of {path.rpartition('.')[2]}")

    def _expect(self, path: str, words: str) -> str:
        self.expected.append((path, words))
        return words

    def _name(self, kind: str, number: int, path: str) -> str:
        id_, title = f"{kind}-{number}", f"The {kind} {number}"
        if kind == "rung":
            self._rungs[id_] = title
        else:
            self._named[kind][id_] = title
        self._expect(path, title)
        return id_

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.expected)
