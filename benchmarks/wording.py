"""Prints how well the wording checks do: on labelled sentences, and on prose in which little should be found.

    python -m benchmarks.wording [FILE OR FOLDER ...]

Named files and folders (.md, .txt, .rst) are prose too, each with its own line: the text a
handbook grew from, an organisation's old policies. Without any, English text of the
packages installed here stands for ordinary prose.
"""

from __future__ import annotations

import sys
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playbook.checks import check_handbook
from playbook.loader import load
from playbook.model.walk import wordings
from playbook.project import Project
from playbook.wording import find, rules_for

__all__ = ["Score", "main", "score"]

_ROOT = Path(__file__).resolve().parents[1]
_HALVES = ("training", "kept_apart")
_PROSE = (".md", ".txt", ".rst")
_ENOUGH = 60_000
_SHOWN = 8


@dataclass
class Score:
    """How one half of the corpus came out: any finding counts for the whole, the right one for its class."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    sentences: int = 0
    classes: dict[str, tuple[int, int]] = field(default_factory=dict)
    claimed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The share of sentences with a finding that are labelled as judging."""
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        """The share of judging sentences in which something was found."""
        return self.right / ((self.right + self.missed) or 1)


def score(half: Path) -> Score:
    """Hold one half of the corpus against the rules."""
    done = Score()
    for line in half.read_text(encoding="utf-8").splitlines():
        label, text = line.split("\t")
        ids = {remark.check for remark in find(text)}
        done.sentences += 1
        done.claimed.update(ids)
        if label == "-":
            done.wrong += bool(ids)
            continue
        done.right += bool(ids)
        done.missed += not ids
        found, of = done.classes.get(label, (0, 0))
        done.classes[label] = (found + (label in ids), of + 1)
    return done


def main(named: Iterable[str] = ()) -> None:
    """Print every table."""
    for name in _HALVES:
        _print_score(name, score(_ROOT / "tests/wording" / f"{name}.tsv"))
    _print_example()
    print(f"\n{'prose':40} {'words':>9} {'found':>6} {'per 2,000 words':>16}")
    places = [Path(one) for one in named]
    for place in places:
        _print_prose(place.name, _texts(place))
    _print_prose("installed packages", _installed())


def _print_score(name: str, done: Score) -> None:
    print(f"\n{name}: {done.sentences} sentences; precision {done.precision:.3f}, recall {done.recall:.3f}")
    print(f"  {'check':24} {'found':>9} {'recall':>7} {'precision':>10}")
    for check in rules_for().checks:
        found, of = done.classes.get(check.id, (0, 0))
        claimed = done.claimed[check.id]
        print(f"  {check.id:24} {found:>4}/{of:<4} {found / (of or 1):>7.2f} {found / (claimed or 1):>10.2f}")


def _print_example() -> None:
    handbook = load(Project(_ROOT)).handbook
    assert handbook is not None
    kinds = {check.id for check in rules_for().checks}
    checked = check_handbook(handbook)
    read = [
        found.value
        for record in handbook.records.values()
        for found in wordings(record.data)
        if found.mark.kind != "search"
    ]
    words = sum(len(text.split()) for text in read)
    open_ = sum(problem.check in kinds for problem in checked.problems)
    kept = sum(one.problem.check in kinds for one in checked.accepted)
    print(f"\nexample handbook: {words:,} words, {open_} findings, {kept} kept with a reason")


def _print_prose(name: str, texts: Iterable[str]) -> None:
    words, found = 0, []
    for text in texts:
        words += len(text.split())
        found += find(text)
    print(f"{name:40} {words:>9,} {len(found):>6} {len(found) * 2000 / (words or 1):>16.2f}")
    for remark in found[:_SHOWN]:
        print(f"    {remark.check}: {remark.words}")


def _texts(place: Path) -> Iterator[str]:
    files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.suffix in _PROSE)
    return (path.read_text(encoding="utf-8", errors="replace") for path in files if path.is_file())


def _installed() -> Iterator[str]:
    """Licences, guides and notes of what is installed here, each text once, until it is enough."""
    seen, words = set(), 0
    for folder in (sysconfig.get_path("purelib"), sysconfig.get_path("stdlib")):
        for path in sorted(Path(folder).rglob("*")):
            if words >= _ENOUGH:
                return
            if not path.is_file() or not (path.suffix in _PROSE or path.name in ("LICENSE", "METADATA")):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            if len(text) > 3000 and hash(text) not in seen and text.count(" the ") > len(text.split()) / 40:
                seen.add(hash(text))
                words += len(text.split())
                yield text


if __name__ == "__main__":
    main(sys.argv[1:])
