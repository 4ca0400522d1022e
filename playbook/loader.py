"""From the files of a project to one handbook: every record read, every problem kept.

Reads the disk; the only module between the YAML files and the model. Imported by
``compiler``; imports the reader and the model.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.model import Checklist, HandbookFile, Ladder, Moment, Standard, Support, Urgent, WordsFile
from playbook.model.fields import Model
from playbook.model.whole import Handbook, Record
from playbook.problems import Location, Problem
from playbook.project import Project
from playbook.schema import read_shape
from playbook.words_near import nearest
from playbook.yaml_source import Source, read_source

__all__ = ["FILES", "FOLDERS", "Loaded", "load"]

FOLDERS: dict[str, tuple[str, type[Model]]] = {
    "standards": ("standard", Standard),
    "ladders": ("ladder", Ladder),
    "moments": ("moment", Moment),
    "urgent": ("urgent", Urgent),
    "checklists": ("checklist", Checklist),
    "support": ("support", Support),
}
FILES: dict[str, tuple[str, type[Model]]] = {
    "handbook.yml": ("handbook", HandbookFile),
    "words.yml": ("words", WordsFile),
}
_BESIDE = {"schemas"}
"""Folders that may lie in content/ and hold no records."""
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True)
class Loaded:
    """A handbook as far as it could be read, every problem on the way, and the texts for excerpts."""

    handbook: Handbook | None
    problems: tuple[Problem, ...]
    sources: dict[str, str]


def load(project: Project) -> Loaded:
    """Read every record of a project; problems of all files come back together."""
    reader = _Reader(project)
    if not project.content.is_dir():
        message = "there is no folder content/ here"
        hint = "run the command in your project folder, or begin one with: playbook new my-handbook"
        return Loaded(None, (Problem("no-content", message, Location("content"), hint),), {})
    records = {}
    for path in _files(project.content):
        record = reader.read(path)
        if record:
            records[record.kind, record.id] = record
    return Loaded(reader.handbook(records), tuple(reader.problems), reader.sources)


class _Reader:
    """Collects problems and texts while the files of one project are read."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.problems: list[Problem] = []
        self.sources: dict[str, str] = {}
        self.unread: set[str] = set()
        self.seen: dict[tuple[str, str], str] = {}
        self.complete = True

    def read(self, path: Path) -> Record | None:
        """One file: its kind by its folder, its tree, its shape."""
        file = self.project.relative(path)
        kind, shape = self._kind(path, file)
        if shape is None or not self._name_is_good(path, kind, file):
            return None
        source = self._source(path, file)
        if source is None:
            return None
        self.sources[file] = source.text
        self.problems += source.problems
        record_id = path.stem
        if source.tree is None:
            self._lost(record_id)
            return None
        data, whole, problems = read_shape(shape, source)
        self.problems += problems
        whole = whole and not source.problems
        self.complete = self.complete and whole
        if data is None:
            self._lost(record_id)
            return None
        return Record(kind, record_id, source, data, whole)

    def handbook(self, records: dict[tuple[str, str], Record]) -> Handbook | None:
        """Put the records together; without a readable handbook.yml an empty one stands in."""
        settings = records.get(("handbook", "handbook"))
        if settings is None and "handbook" not in self.unread:
            hint = "it names the organisation; begin with: organisation, then name below it"
            self.problems.append(Problem("no-handbook", "content/handbook.yml is missing", Location("content"), hint))
        if settings is None:
            return None
        words = records.get(("words", "words"))
        by_kind = {kind: {id_: record.data for (its, id_), record in records.items() if its == kind}
                   for kind, _ in FOLDERS.values()}
        assert isinstance(settings.data, HandbookFile)
        return Handbook(
            settings=settings.data,
            standards=by_kind["standard"],  # type: ignore[arg-type]  # the folder decides the type of every record in it
            ladders=by_kind["ladder"],  # type: ignore[arg-type]
            moments=by_kind["moment"],  # type: ignore[arg-type]
            urgent=by_kind["urgent"],  # type: ignore[arg-type]
            checklists=by_kind["checklist"],  # type: ignore[arg-type]
            support=by_kind["support"],  # type: ignore[arg-type]
            words=words.data if words and isinstance(words.data, WordsFile) else WordsFile(),
            records=records,
            unread=frozenset(self.unread),
            complete=self.complete,
        )

    def _lost(self, record_id: str) -> None:
        self.unread.add(record_id)
        self.complete = False

    def _kind(self, path: Path, file: str) -> tuple[str, type[Model] | None]:
        parts = path.relative_to(self.project.content).parts
        known = FILES.get(parts[0]) if len(parts) == 1 else FOLDERS.get(parts[0]) if len(parts) == 2 else None
        if known and path.suffix == ".yml":
            return known
        if known and path.suffix == ".yaml":
            self._problem("unknown-file", "this file ends in .yaml, but records end in .yml", file, "rename it")
            self._lost(path.stem)
        elif path.suffix in (".yml", ".yaml"):
            names = FILES if len(parts) == 1 else FOLDERS
            meant = nearest(parts[0], names)
            hint = f'did you mean "{meant}"?' if meant else "records lie in: " + ", ".join((*FILES, *(f"{f}/" for f in FOLDERS)))
            self._problem("unknown-file", "no kind of record lies here", file, hint)
            self._lost(path.stem)
        else:
            hint = "records are .yml files; keep other files outside content/"
            self._problem("unknown-file", "this file is not a record and will not be published", file, hint)
        return "", None

    def _name_is_good(self, path: Path, kind: str, file: str) -> bool:
        name = path.stem
        folded = unicodedata.normalize("NFKC", name).casefold()
        if not all(char in "abcdefghijklmnopqrstuvwxyz0123456789-" for char in name) or not 1 <= len(name) <= 64 \
                or name.strip("-") != name:
            hint = "the file name is the id: small letters a-z, digits and hyphens, at most 64"
            self._problem("bad-id", f'the file name "{name[:80]}" cannot be an id', file, hint)
            self._lost(name)
            return False
        if folded in _RESERVED:
            self._problem("bad-id", f'"{name}" is a reserved name on Windows', file, "choose another file name")
            return False
        if (kind, folded) in self.seen:
            self._problem("duplicate-id", f'"{name}" and {self.seen[kind, folded]} would have the same address', file, "")
            return False
        self.seen[kind, folded] = file
        return True

    def _source(self, path: Path, file: str) -> Source | None:
        root = self.project.content.resolve()
        try:
            if not path.resolve().is_relative_to(root):
                self._problem("link-outside", "this is a link to a file outside content/", file, "copy the file instead")
                return None
            return read_source(file, path.read_bytes())
        except OSError as error:
            reason = error.strerror or "it cannot be opened"
            self._problem("unreadable-file", f"this file cannot be read: {reason.lower()}", file, "")
            self._lost(path.stem)
            return None

    def _problem(self, check: str, message: str, file: str, hint: str) -> None:
        self.problems.append(Problem(check, message, Location(file), hint))


def _files(content: Path) -> Iterator[Path]:
    """Every file below content/, in a fixed order; hidden ones and schemas are not records."""
    for path in sorted(content.iterdir(), key=lambda p: p.name):
        if path.name.startswith(".") or path.name in _BESIDE or path.stem.lower() == "readme":
            continue
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if not p.is_dir() and not p.name.startswith(".")
                              and p.stem.lower() != "readme")
        else:
            yield path
