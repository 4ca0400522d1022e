"""Public lists of awkward input, each entry tried as a file and as the value of every field with words.

    python -m benchmarks.corpora [--most N]

Counted are tracebacks, entries that take over 2 seconds of the processor, and refusals without a
place; for text that is read also pages that show it otherwise than given, gain an element, or
would run something. The lists are fetched when this runs; where they cannot be, it says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.awkward import SMALL, Tally, write
from benchmarks.every_field import try_texts
from benchmarks.hostile_page import ran_in_a_browser
from benchmarks.public_lists import Case, Unreachable, json_cases, naughty_strings, yaml_cases
from playbook.compiler import compile_handbook
from playbook.problems import has_errors
from playbook.project import Project
from playbook.report import format_text
from playbook.yaml_source import read_source

__all__ = ["main", "try_files"]

_SHOWN = 12
_KINDS = ("tracebacks", "over 2 seconds", "without a place")
_PAGE_KINDS = ("not as given", "more or fewer elements", "would run")


def try_files(cases: Sequence[Case], folder: Path) -> tuple[Tally, int]:
    """Each case as a whole file, as a standard and as handbook.yml; also how many wrong ones were read as YAML."""
    tally, read_though_wrong = Tally(), 0
    for place in SMALL:
        for name, text in SMALL.items():
            write(folder / name, text.encode())
        for case in cases:
            write(folder / place, case.content)
            tally.tried += 1
            with tally.attempt(f"{case.name} as {place}"):
                made = compile_handbook(Project(folder))
                tally.placed(case.name, made.problems)
                format_text(made.problems, made.sources)
                tally.refused += made.site is None
                if made.site is None and not has_errors(made.problems):
                    tally.tell("without a place", case.name, "refused without a word")
    for case in cases:
        if case.wrong and not read_source("any.yml", case.content).problems:
            read_though_wrong += 1
    return tally, read_though_wrong


def main() -> int:
    """Fetch, try and print; what must not happen fails the run, a list out of reach does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=0, help="entries of each list; 0: all")
    most = parser.parse_args().most
    bad = 0
    for title, fetch, attempt in _LISTS:
        try:
            entries = fetch()
        except Unreachable as why:
            print(f"\n{title}: not measured, because {why}", flush=True)
            continue
        with tempfile.TemporaryDirectory() as folder:
            bad += attempt(title, _spread(entries, most), Path(folder))
    return 1 if bad else 0


def _spread(entries: Sequence[Any], most: int) -> Sequence[Any]:
    return entries[:: max(1, len(entries) // most)] if most else entries


def _files(title: str, cases: Sequence[Case], folder: Path) -> int:
    tally, read_though_wrong = try_files(cases, folder)
    wrong = sum(case.wrong for case in cases)
    _print(title, tally, _KINDS)
    if wrong:
        print(f"  {read_though_wrong} of {wrong} that are no YAML are read as YAML")
    return sum(tally.bad.values())


def _texts(title: str, texts: Sequence[str], folder: Path) -> int:
    tally = try_texts(texts, folder)
    _print(title, tally, (*_KINDS, *_PAGE_KINDS))
    print(
        f"  {tally.marked} hold what simple Markdown means otherwise: in long fields only their elements were compared"
    )
    return sum(tally.bad.values()) + _in_a_browser(texts)


def _in_a_browser(texts: Sequence[str]) -> int:
    try:
        ran = ran_in_a_browser(texts)
    except Unreachable as why:
        print(f"  in a browser: not measured, because {why}")
        return 0
    print(f"  in a browser, all on one page without a policy: {len(ran)} ran or asked for something")
    for one in ran[:_SHOWN]:
        print(f"    {one}")
    return len(ran)


def _print(title: str, tally: Tally, kinds: Sequence[str]) -> None:
    print(f"\n{title}: {tally.tried} tried, {tally.refused} refused, slowest {tally.slowest:.2f} s")
    print("  " + ", ".join(f"{kind}: {tally.bad[kind]}" for kind in kinds))
    for told in tally.told[:_SHOWN]:
        print(f"    {told}")


_LISTS: tuple[tuple[str, Callable[[], Sequence[Any]], Callable[[str, Sequence[Any], Path], int]], ...] = (
    ("YAML test suite, as files", yaml_cases, _files),
    ("JSON test suite, as files", json_cases, _files),
    ("Naughty strings, as text", naughty_strings, _texts),
)

if __name__ == "__main__":
    sys.exit(main())
