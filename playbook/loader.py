"""From the files of a project to one handbook: every record read, every problem kept.

Opens the files that ``content_files`` names; the only module between the YAML files and
the model. Imported by ``compiler`` and the checks; imports the reader and the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from playbook.content_files import FILES, FOLDERS, ContentFile, SeriesFile, content_files, plain_id
from playbook.model import ChangesFile, HandbookFile, Ladder, MySideFile, WordsFile
from playbook.model.handbook import Organisation
from playbook.model.whole import Handbook, Record
from playbook.problems import Location, Problem, sort_problems
from playbook.project import Project
from playbook.remembered import Remembered
from playbook.schema import UNREADABLE, read_shape
from playbook.series import Series, read_series
from playbook.yaml_source import MAX_BYTES, read_source

__all__ = ["FILES", "FOLDERS", "Loaded", "load"]

_MOST = 100
"""How many problems of one file are told in one run."""


@dataclass(frozen=True)
class Loaded:
    """A handbook as far as it could be read, every problem on the way, and the texts for excerpts."""

    handbook: Handbook | None
    problems: tuple[Problem, ...]
    sources: dict[str, str]


def load(project: Project) -> Loaded:
    """Read every record of a project; problems of all files come back together."""
    if not project.content.is_dir():
        message = "there is no folder content/ here"
        hint = "run the command in your project folder, or begin one with: playbook new my-handbook"
        return Loaded(None, (Problem("no-content", message, Location("content"), hint),), {})
    reader = _Reader()
    records = {(record.kind, record.id): record for record in reader.records(content_files(project))}
    return Loaded(reader.handbook(records), tuple(reader.problems), reader.sources)


@dataclass(frozen=True)
class _Read:
    """What one file holds: its record, if it could be read; its text; and what is wrong with it."""

    record: Record | None
    text: str
    problems: tuple[Problem, ...]


_FILES: Remembered[_Read] = Remembered()


def _read_file(found: ContentFile, data: bytes, size: int) -> _Read:
    """One file: its tree, then its shape."""
    source = read_source(found.file, data, size=size)
    problems = list(source.problems)
    shaped, whole = None, False
    if source.tree is not None:
        shaped, whole, of_shape = read_shape(found.shape, source)
        problems += of_shape
    elif found.kind == "handbook":
        # what the other files say can be judged all the same
        shaped = HandbookFile(organisation=Organisation(name=UNREADABLE))
    record = Record(found.kind, found.id, source, shaped, whole) if shaped is not None else None
    return _Read(record, source.text, tuple(_the_first(problems)))


@dataclass
class _Reader:
    """Collects problems and texts while the files of one project are read."""

    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    complete: bool = True

    def records(self, files: Iterable[ContentFile | SeriesFile | Problem]) -> Iterator[Record]:
        """Every record that could be read, maybe in part."""
        for found in files:
            if isinstance(found, SeriesFile):
                self._read_series(found)
                continue
            if isinstance(found, ContentFile):
                record = self._read(found)
            else:
                self.problems.append(found)
                record = None
            if record is not None:
                yield record
            else:
                self._lost(found)

    def handbook(self, records: dict[tuple[str, str], Record]) -> Handbook | None:
        """Put the records together; without handbook.yml there is nothing to put them into."""
        settings = records.get(("handbook", "handbook"))
        if settings is None and "handbook" not in self.unread:
            hint = "it names the organisation; begin with: organisation, then name below it"
            missing = Problem("no-handbook", "content/handbook.yml is missing", Location("content"), hint)
            self.problems.append(missing)
        if settings is None:
            return None
        words, my_side, changes = (records.get((name, name)) for name in ("words", "my-side", "changes"))
        by_kind = {
            kind: {id_: record.data for (its, id_), record in records.items() if its == kind}
            for kind, _ in FOLDERS.values()
        }
        assert isinstance(settings.data, HandbookFile)
        return Handbook(
            settings=settings.data,
            standards=by_kind["standard"],  # type: ignore[arg-type]  # the folder decides the type of every record in it
            ladders=_by_track(settings.data, by_kind["ladder"]),  # type: ignore[arg-type]
            moments=by_kind["moment"],  # type: ignore[arg-type]
            urgent=by_kind["urgent"],  # type: ignore[arg-type]
            checklists=by_kind["checklist"],  # type: ignore[arg-type]
            support=by_kind["support"],  # type: ignore[arg-type]
            papers=by_kind["paper"],  # type: ignore[arg-type]
            check_ins=by_kind["check-in"],  # type: ignore[arg-type]
            measures=by_kind["measure"],  # type: ignore[arg-type]
            series=self.series,
            paths=by_kind["path"],  # type: ignore[arg-type]
            talks=by_kind["talk"],  # type: ignore[arg-type]
            my_side=my_side.data if my_side and isinstance(my_side.data, MySideFile) else None,
            changes=changes.data if changes and isinstance(changes.data, ChangesFile) else ChangesFile(),
            words=words.data if words and isinstance(words.data, WordsFile) else WordsFile(),
            records=records,
            unread=frozenset(self.unread),
            complete=self.complete,
        )

    def _read(self, found: ContentFile) -> Record | None:
        data = self._bytes(found)
        if data is None:
            return None
        size = found.path.stat().st_size
        read = _FILES.get(found, (data, size), lambda: _read_file(found, data, size))
        self.sources[found.file] = read.text
        self.problems += read.problems
        self.complete = self.complete and read.record is not None and read.record.whole
        return read.record

    def _read_series(self, found: SeriesFile) -> None:
        """The figures of one measure; none at all where one of them cannot be taken."""
        data = self._bytes(found)
        if data is None:
            return
        if len(data) > MAX_BYTES:
            message = "this file of figures is far too long for a trend"
            self.problems.append(
                Problem("bad-series", message, Location(found.file), "keep one line for each period")
            )
            return
        series, problems, self.sources[found.file] = read_series(found.file, data)
        self.problems += _the_first(problems)
        self.complete = self.complete and not problems
        if series:
            self.series[found.id] = series

    def _bytes(self, found: ContentFile | SeriesFile) -> bytes | None:
        try:
            with found.path.open("rb") as opened:
                # one byte more than allowed says that there is too much, however large the file is
                return opened.read(MAX_BYTES + 1)
        except OSError as error:
            reason = (error.strerror or "it cannot be opened").lower()
            hint = "ask for the right to read it"
            at = Location(found.file)
            self.problems.append(Problem("unreadable-file", f"this file cannot be read: {reason}", at, hint))
            return None

    def _lost(self, found: ContentFile | Problem) -> None:
        """Remember a record that is there but cannot be read: naming its id is no second problem."""
        if isinstance(found, ContentFile):
            self.unread.add(found.id)
            self.complete = False
        elif found.location is not None:
            name, _, ending = found.location.file.rpartition("/")[2].rpartition(".")
            self.unread |= {name, plain_id(name)}
            self.complete = self.complete and ending not in ("yml", "yaml")


def _by_track(settings: HandbookFile, ladders: Mapping[str, Ladder]) -> dict[str, Ladder]:
    """Ladders in the order in which handbook.yml lists the kinds of concern, and by id within each."""
    places = {track.id: place for place, track in enumerate(settings.tracks)}
    return dict(sorted(ladders.items(), key=lambda item: places.get(item[1].track, len(places))))


def _the_first(problems: list[Problem]) -> list[Problem]:
    """The problems of one file in reading order; of very many only the first, and how many more there are."""
    if len(problems) <= _MOST:
        return problems
    told = sort_problems(problems)
    shown, rest = told[:_MOST], told[_MOST:]
    if rest:
        hint = "mend those above first; the others are told in the next run"
        message = f"{len(rest):,} more problems were found in this file from here on"
        shown.append(Problem(rest[0].check, message, rest[0].location, hint))
    return shown
