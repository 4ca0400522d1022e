"""How long a handbook takes, stage by stage, beside plain MkDocs on the same Markdown.

``python -m benchmarks.speed [N ...]`` makes handbooks of N pages and prints a table and what it
means for the targets; ``--quick`` does so for small ones. Each figure comes from a fresh process.
Seconds are of the processor, because other programs make those of the clock longer. The table takes
one stage after the other; a command makes pages and checks at the same time where there are two
cores, so what a person waits for is shorter: that is given by the clock, and true of an idle machine.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measured import ROOT, STAGES, run

__all__ = ["PAGES", "Speed", "report"]

PAGES = (50, 500, 2000)
QUICK_PAGES = (50, 200)
GROWTH = (500, 5000)
PAGES_IN_A_SECOND = 300
PAGES_OF_A_THOUSAND_FILES = 2462

_Figures = dict[str, float]


@dataclass
class Speed:
    """Every figure taken so far; handbooks are made in ``folder`` and kept while it is in use."""

    folder: Path
    builds: dict[int, _Figures] = field(default_factory=dict)
    plain: dict[int, _Figures] = field(default_factory=dict)

    def handbook(self, pages: int) -> Path:
        """A made handbook of this many pages."""
        made = self.folder / f"handbook-{pages}"
        if not made.is_dir():
            run("make", made, pages)
        return made

    def pair(self, pages: int) -> None:
        """Build one handbook, and the same Markdown with plain MkDocs."""
        made = self.handbook(pages)
        self.builds[pages] = run("build", made, self.folder / f"site-{pages}")
        run("docs", made, self.folder / f"docs-{pages}")
        self.plain[pages] = run("plain", self.folder / f"docs-{pages}", self.folder / f"plain-{pages}")

    def stages(self, pages: int, runs: int = 3) -> float:
        """Seconds of our own stages together, the median of a few runs."""
        made = self.handbook(pages)
        return statistics.median(run("stages", made)["stages"] for _ in range(runs))

    def clock(self, pages: int, runs: int = 3) -> float:
        """Seconds that pass until our own stages have ended, the median of a few runs."""
        made = self.handbook(pages)
        return statistics.median(run("clock", made)["clock"] for _ in range(runs))

    def check(self, pages: int, runs: int = 3) -> tuple[float, float]:
        """Seconds of the command ``playbook check``, its start included: by the clock, and of the processor."""
        check = ["-c", "from playbook.cli import main; main()", "check"]
        command = [sys.executable, *check, str(self.handbook(pages))]
        clock, processor = zip(*(_seconds(command) for _ in range(runs)), strict=True)
        return statistics.median(clock), statistics.median(processor)


def report(speed: Speed, sizes: tuple[int, ...], *, quick: bool = False) -> Iterator[str]:
    """The table and the verdicts, a line at a time as soon as it is known."""
    yield f"{os.cpu_count()} cores, load before the first figure: {os.getloadavg()[0]:.1f}"
    yield ""
    for pages in sizes:
        speed.pair(pages)
    yield from _table(speed, sizes)
    yield ""
    for pages in sizes:
        build = speed.builds[pages]
        share = build["stages"] / _total(build)
        yield _verdict(f"our stages' share of the build of {pages:,} pages", share * 100, 10, "%")
    runs = 1 if quick else 3
    clock, seconds = speed.clock(PAGES_IN_A_SECOND, runs), speed.stages(PAGES_IN_A_SECOND, runs)
    yield _verdict(f"our stages for {PAGES_IN_A_SECOND} pages, by the clock", clock, 1, "s")
    yield f"  of the processor: {seconds:.3g} s"
    if quick:
        yield "growth and the check of 1,000 files: left out of a quick run"
        return
    few, many = GROWTH
    growth = speed.stages(many) / speed.stages(few)
    yield _verdict(f"growth of our stages from {few:,} to {many:,} pages", growth, 12, "times")
    clock, seconds = speed.check(PAGES_OF_A_THOUSAND_FILES)
    yield _verdict("check of 1,000 content files, by the clock", clock, 3, "s")
    yield f"  of the processor: {seconds:.3g} s"


def _table(speed: Speed, sizes: tuple[int, ...]) -> Iterator[str]:
    builds = [speed.builds[pages] for pages in sizes]
    plain = [speed.plain[pages] for pages in sizes]
    yield _row("pages", [f"{build['pages']:,.0f}" for build in builds])
    yield _row("content files", [f"{build['content files']:,.0f}" for build in builds])
    for stage in STAGES:
        yield _row(stage, [f"{build[stage]:.2f} s" for build in builds])
    yield _row("our stages", [f"{build['stages']:.2f} s" for build in builds])
    yield _row("site engine", [f"{build['engine']:.2f} s" for build in builds])
    yield _row("publish", [f"{build['publish']:.2f} s" for build in builds])
    yield _row("the whole build", [f"{_total(build):.2f} s" for build in builds])
    yield _row("  by the clock", [f"{build['clock']:.2f} s" for build in builds])
    yield _row("publish the same again", [f"{build['publish again']:.2f} s" for build in builds])
    yield _row("memory", [f"{build['peak']:.0f} MB" for build in builds])
    yield _row("output", [f"{build['output']:.1f} MB" for build in builds])
    yield _row("plain MkDocs + Material", [f"{figures['seconds']:.2f} s" for figures in plain])
    yield _row("  by the clock", [f"{figures['clock']:.2f} s" for figures in plain])
    yield _row("  its memory", [f"{figures['peak']:.0f} MB" for figures in plain])
    yield _row("  its output", [f"{figures['output']:.1f} MB" for figures in plain])


def _row(name: str, cells: list[str]) -> str:
    return f"{name:26}" + "".join(f"{cell:>12}" for cell in cells)


def _seconds(command: list[str]) -> tuple[float, float]:
    """Seconds of a program, by the clock and of the processor."""
    began, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    clock = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, ended.ru_utime - began.ru_utime + ended.ru_stime - began.ru_stime


def _total(build: _Figures) -> float:
    return build["stages"] + build["engine"] + build["publish"]


def _verdict(name: str, figure: float, target: float, unit: str) -> str:
    reached = "reached" if figure <= target else "not reached"
    return f"{name}: {figure:.3g} {unit} (target <= {target:g} {unit}): {reached}"


def main() -> int:
    """Measure and print; whether the targets are reached is said in words only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, metavar="N", help="sizes of the handbooks")
    parser.add_argument("--quick", action="store_true", help="small handbooks only")
    options = parser.parse_args()
    sizes = tuple(options.pages) or (QUICK_PAGES if options.quick else PAGES)
    with tempfile.TemporaryDirectory(prefix="playbook-speed-") as folder:
        for line in report(Speed(Path(folder)), sizes, quick=options.quick):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
