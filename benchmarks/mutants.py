"""Spoil a sound handbook in every way an author can, and see whether each slip is found at its true place.

``python -m benchmarks.mutants`` prints, by kind of slip, how many were found in the exact
line and column, how many were accepted without a word, how many ended in a traceback, and
how many further findings followed from one slip; then the same for five independent slips
in three files at once, and how often the right word was proposed. The same seed gives the
same slips. ``--kind WORD`` shows every slip of some kinds, with what was said about it.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from benchmarks.mutant_kinds import KINDS, Book, Slip, read_book, slip_of_the_pen
from playbook import loader
from playbook.checks import levels_for, run_checks
from playbook.model.fields import Model
from playbook.problems import Level, Problem, assign_levels
from playbook.project import Project
from playbook.schema import read_shape
from playbook.words_near import nearest
from playbook.yaml_source import Source, read_source

__all__ = ["ROOT", "Judgement", "Proposals", "Tally", "five_at_once", "one_by_one", "proposals", "sample"]

ROOT = Path(__file__).resolve().parents[1]
_PLAIN: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SLOWEST = 2.0
"""Seconds after which a reading counts as hanging."""


@dataclass
class Bench:
    """A copy of a handbook on the disk in which slips are made and taken back."""

    book: Book
    project: Project
    known: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for file in self.book.lines:
            self._write(file, self.book.lines[file])
        self.known = Counter(_gist(problem) for problem in self._report())

    def judge(self, slips: Iterable[Slip]) -> list[Problem]:
        """What is found with these slips that is not found without them; errors and warnings only."""
        spoiled = _spoiled(self.book, slips)
        for file, lines in spoiled.items():
            self._write(file, lines)
        try:
            left = self.known.copy()
            new = []
            for problem in self._report():
                if left[_gist(problem)]:
                    left[_gist(problem)] -= 1
                else:
                    new.append(problem)
            return new
        finally:
            for file in spoiled:
                self._write(file, self.book.lines.get(file))

    def _report(self) -> list[Problem]:
        # reading is pure: a file that was not touched reads as it did before
        with mock.patch.object(loader, "read_source", _read), mock.patch.object(loader, "read_shape", _shape):
            loaded = loader.load(self.project)
        found = list(loaded.problems)
        if loaded.handbook is not None:
            found += run_checks(loaded.handbook)
        weighed = assign_levels(found, levels_for(loaded.handbook))
        return [problem for problem in weighed if problem.level in (Level.ERROR, Level.WARNING)]

    def _write(self, file: str, lines: Iterable[str] | None) -> None:
        path = self.project.root / file
        if lines is None:
            path.unlink()
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        # a lone half of a pair stands for one byte that is not UTF-8
        path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))


@lru_cache(maxsize=200)
def _read(file: str, data: bytes, *, size: int = 0) -> Source:
    return read_source(file, data, size=size)


def _shape(kind: type[Model], source: Source) -> Any:
    return _shape_of(kind, source.file, source.text, _Same(source))


class _Same:
    """Carries a source past the cache: the same file with the same text has the same shape."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=200)
def _shape_of(kind: type[Model], file: str, text: str, same: _Same) -> Any:
    return read_shape(kind, same.source)


def _gist(problem: Problem) -> tuple[str, str, str]:
    return problem.check, problem.message, problem.location.file if problem.location else ""


def _spoiled(book: Book, slips: Iterable[Slip]) -> dict[str, list[str] | None]:
    by_file: dict[str, list[Slip]] = defaultdict(list)
    result: dict[str, list[str] | None] = {}
    for slip in slips:
        if slip.moved:
            result |= {slip.moved: None, slip.file: list(book.lines[slip.moved])}
        else:
            by_file[slip.file].append(slip)
    for file, changes in by_file.items():
        lines = list(book.lines[file])
        for slip in sorted(changes, key=lambda slip: slip.first, reverse=True):
            lines[slip.first : slip.last] = slip.lines
        result[file] = lines
    return result


@dataclass(frozen=True)
class Judgement:
    """One slip and what was said about it."""

    slip: Slip
    found: tuple[Problem, ...]
    seconds: float
    traceback: str = ""

    @property
    def in_line(self) -> bool:
        """Found in the exact line."""
        return any(_is_in(problem, self.slip.file, self.slip.line) for problem in self.found)

    @property
    def in_column(self) -> bool:
        """Found in the exact line and column."""
        return any(
            _is_in(problem, self.slip.file, self.slip.line, self.slip.column) for problem in self.found
        )

    @property
    def further(self) -> int:
        """How many findings lie elsewhere."""
        return sum(1 for problem in self.found if not _is_in(problem, self.slip.file, self.slip.line))

    @property
    def proposed(self) -> bool | None:
        """Whether the right word was proposed, or rightly none; None where there is nothing to propose."""
        hints = [problem.hint for problem in self.found if _is_in(problem, self.slip.file, self.slip.line)]
        if self.slip.meant:
            return any(f'"{self.slip.meant}"' in hint for hint in hints)
        return not any("did you mean" in hint for hint in hints) if self.slip.strange else None


def _is_in(problem: Problem, file: str, line: int, column: int | None = None) -> bool:
    at = problem.location
    return at is not None and at.file == file and at.line == line + 1 and column in (None, at.column - 1)


@dataclass
class Tally:
    """Judgements of one kind, or of all."""

    judged: list[Judgement] = field(default_factory=list)

    def share(self, name: str) -> float:
        """The share of slips for which this holds, in percent."""
        return 100 * sum(bool(getattr(one, name)) for one in self.judged) / max(1, len(self.judged))

    @property
    def silent(self) -> int:
        """Slips that nobody said a word about."""
        return sum(not one.found and not one.traceback for one in self.judged)

    @property
    def tracebacks(self) -> int:
        """Slips that ended in a traceback."""
        return sum(bool(one.traceback) for one in self.judged)

    @property
    def slow(self) -> int:
        """Slips that took longer than ``SLOWEST``."""
        return sum(one.seconds > SLOWEST for one in self.judged)

    @property
    def further(self) -> int:
        """Findings elsewhere."""
        return sum(one.further for one in self.judged)

    @property
    def proposed(self) -> tuple[int, int]:
        """How often the right word was proposed, or rightly none, and of how many."""
        asked = [one.proposed for one in self.judged if one.proposed is not None]
        return sum(asked), len(asked)


def sample(book: Book, most: int, seed: int, only: Collection[str] = ()) -> list[Slip]:
    """At most so many slips of each kind, spread over the handbook; those that change nothing are no slips.

    ``only`` names the kinds to take, else all; a kind has the same slips whether others are taken or not.
    """
    by_kind: dict[str, list[Slip]] = defaultdict(list)
    for number, make in enumerate(KINDS):
        for slip in make(book, random.Random(f"{seed} {number}")):
            if not only or slip.kind in only:
                by_kind[slip.kind].append(slip)
    chosen = []
    for kind, slips in by_kind.items():
        random.Random(f"{seed} {kind}").shuffle(slips)
        chosen += _first(most, (slip for slip in slips if _matters(book, slip)))
    return chosen


def _first(most: int, slips: Iterator[Slip]) -> list[Slip]:
    return [slip for _, slip in zip(range(most), slips, strict=False)]


def _matters(book: Book, slip: Slip) -> bool:
    """A space more in front of an only child means the same: that is not for the reader to find."""
    if slip.moved:
        return True
    before = _meant("\n".join(book.lines[slip.file]))
    after = "\n".join(_spoiled(book, [slip])[slip.file] or [])
    try:
        return bool(before != yaml.load(after, Loader=_PLAIN))
    except (yaml.YAMLError, UnicodeError):
        return True


@cache
def _meant(text: str) -> Any:
    """What a sound file says; each is asked for once a slip."""
    return yaml.load(text, Loader=_PLAIN)


def one_by_one(book: Book, slips: Iterable[Slip], folder: Path) -> list[Judgement]:
    """Make each slip alone."""
    bench = Bench(book, Project(folder))
    judged = []
    for slip in slips:
        start = time.perf_counter()
        try:
            found, traceback = bench.judge([slip]), ""
        except Exception as error:  # a traceback is what is counted here
            found, traceback = [], f"{type(error).__name__}: {error}"
        judged.append(Judgement(slip, tuple(found), time.perf_counter() - start, traceback))
    return judged


@dataclass
class Together:
    """Slips made at once: how many of them were found in their line, how many findings lie elsewhere."""

    slips: int = 0
    found: int = 0
    findings: int = 0
    elsewhere: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    caused: Counter[str] = field(default_factory=Counter)


def five_at_once(book: Book, slips: list[Slip], rounds: int, folder: Path, *, seed: int) -> Together:
    """Make five independent slips in three files, many times."""
    bench = Bench(book, Project(folder))
    slips = [slip for slip in slips if not slip.moved]
    chance = random.Random(f"{seed} five")
    total = Together()
    for _ in range(rounds):
        chosen = _five(slips, chance)
        places = [_place(slip, chosen) for slip in chosen]
        found = bench.judge(chosen)
        for slip, (file, line) in zip(chosen, places, strict=True):
            hit = any(_is_in(problem, file, line) for problem in found)
            total.found += hit
            total.lost[slip.kind] += not hit
        total.slips += len(chosen)
        total.findings += len(found)
        astray = [
            problem for problem in found if not any(_is_in(problem, file, line) for file, line in places)
        ]
        total.elsewhere += len(astray)
        total.caused.update(problem.check for problem in astray)
    return total


def _five(slips: list[Slip], chance: random.Random) -> list[Slip]:
    """Five slips of five kinds in three files, in lines of their own."""
    by_file = defaultdict(list)
    for slip in slips:
        by_file[slip.file].append(slip)
    while True:
        files = chance.sample(sorted(by_file), 3)
        chosen: list[Slip] = []
        for file in (files[0], files[0], files[1], files[1], files[2]):
            fitting = [slip for slip in by_file[file] if not any(_meet(slip, other) for other in chosen)]
            if fitting:
                chosen.append(chance.choice(fitting))
        if len(chosen) == 5:
            return chosen


def _meet(slip: Slip, other: Slip) -> bool:
    """Say whether two slips are too much alike, or too near to each other, to be independent."""
    near = slip.first <= other.last + 2 and other.first <= slip.last + 2
    return slip.kind == other.kind or (slip.file == other.file and near)


def _place(slip: Slip, together: list[Slip]) -> tuple[str, int]:
    """Where a slip lies when other slips above it have added or taken lines."""
    moved = sum(
        len(other.lines) - (other.last - other.first)
        for other in together
        if other is not slip and other.file == slip.file and other.first < slip.first
    )
    return slip.file, slip.line + moved


@dataclass(frozen=True)
class Proposals:
    """How often the right word was proposed for a word with one or two slips, and how often any for a strange word."""

    right: int
    wrong: int
    none: int
    strange: int
    misled: int


def proposals(book: Book, tries: int, *, seed: int) -> Proposals:
    """Mistype the names of fields and ids of a handbook, and ask for the word that was meant."""
    chance = random.Random(f"{seed} proposals")
    groups = [sorted(ids) for ids in book.ids.values() if ids]
    groups += [
        sorted(names)
        for names in {frozenset(i.alias or n for n, i in f.part.model_fields.items()) for f in book.fields}
    ]
    groups.sort()
    counts: Counter[str] = Counter()
    for _ in range(tries):
        known = chance.choice(groups)
        word = chance.choice(known)
        slips = 1 if len(word) < 6 else chance.choice((1, 2))
        spoiled = slip_of_the_pen(chance, word, slips)
        if len(word) >= 3 and spoiled not in known:
            meant = nearest(spoiled, known)
            counts["right" if meant == word else "none" if meant is None else "wrong"] += 1
        strange = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(len(word) + 4))
        counts["strange"] += 1
        counts["misled"] += nearest(strange, known) is not None
    return Proposals(counts["right"], counts["wrong"], counts["none"], counts["strange"], counts["misled"])


def _table(judged: list[Judgement]) -> str:
    kinds: dict[str, Tally] = defaultdict(Tally)
    for one in judged:
        kinds[one.slip.kind].judged.append(one)
    rows = [
        f"{'kind of slip':30} {'slips':>5} {'line':>7} {'column':>7} {'silent':>6} {'trace':>5} {'slow':>4} {'further':>7}"
    ]
    for kind, tally in [*sorted(kinds.items()), ("all", Tally(judged))]:
        rows.append(
            f"{kind:30} {len(tally.judged):5} {tally.share('in_line'):6.1f}% {tally.share('in_column'):6.1f}% "
            f"{tally.silent:6} {tally.tracebacks:5} {tally.slow:4} {tally.further:7}"
        )
    return "\n".join(rows)


def _shown(one: Judgement) -> str:
    slip = one.slip
    rows = [
        f"{slip.file}:{slip.line + 1}:{slip.column + 1}  {slip.kind}{'' if one.in_column else '  <-- not found there'}"
    ]
    rows += [f"    | {line}" for line in slip.lines]
    rows += [
        f"    {p.location and p.location.line}:{p.location and p.location.column} {p.message} [{p.check}] ({p.hint})"
        for p in one.found
    ]
    return "\n".join([*rows, *([f"    {one.traceback}"] if one.traceback else [])])


def main() -> int:
    """Measure, and print the tables."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    options.add_argument("--content", type=Path, default=ROOT / "content", help="a sound handbook")
    options.add_argument("--most", type=int, default=12, help="slips of each kind")
    options.add_argument("--rounds", type=int, default=200, help="rounds of five slips at once")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kind", help="show every slip of the kinds with this word in their name")
    options.add_argument(
        "--missed", action="store_true", help="show every slip that was not found in its place alone"
    )
    given = options.parse_args()
    book = read_book(given.content)
    slips = sample(book, given.most, given.seed)
    if given.kind:
        slips = [slip for slip in slips if given.kind in slip.kind]
    with tempfile.TemporaryDirectory() as folder:
        judged = one_by_one(book, slips, Path(folder))
        for one in judged:
            if given.kind or (given.missed and (not one.in_column or one.further or one.proposed is False)):
                print(_shown(one))
        print(_table(judged))
        right, asked = Tally(judged).proposed
        print(
            f"right word proposed, or rightly none: {right} of {asked} ({100 * right / max(1, asked):.1f}%)"
        )
        if given.kind:
            return 0
        five = five_at_once(book, slips, given.rounds, Path(folder), seed=given.seed)
    print(
        f"five slips in three files, {given.rounds} times: {five.found} of {five.slips} found in one run "
        f"({100 * five.found / five.slips:.1f}%), {five.elsewhere} of {five.findings} findings elsewhere "
        f"({100 * five.elsewhere / five.findings:.1f}%)"
    )
    print(
        "  not found:", ", ".join(f"{kind} {number}" for kind, number in five.lost.most_common(8) if number)
    )
    print("  elsewhere:", ", ".join(f"{check} {number}" for check, number in five.caused.most_common(8)))
    words = proposals(book, 4000, seed=given.seed)
    tried = words.right + words.wrong + words.none
    print(
        f"did you mean, {tried} words with one or two slips: right {100 * words.right / tried:.1f}%, "
        f"wrong {100 * words.wrong / tried:.1f}%, none {100 * words.none / tried:.1f}%; "
        f"{words.strange} strange words: {words.misled} misled"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
