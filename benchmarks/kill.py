"""Kill a build at many moments: the published folder must be wholly the old edition or the new one.

``python -m benchmarks.kill`` runs 100 tries on a real build of the example handbook. That takes
about 20 minutes, so it says every ten tries how many are whole so far, and at the end how all of
them ended; the tests run a few tries on a folder of plain files.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from playbook.problems import Problem, has_errors
from playbook.project import Project
from playbook.publish import no_exchange, publish
from playbook.publish.exchange import exchange_in_one_call
from playbook.publish.manifest import read_manifest, record_tree

__all__ = ["Outcome", "kill_tries"]

_Write = Callable[[Path], list[Problem]]

ROOT = Path(__file__).resolve().parents[1]
SIGNALS = [signal.SIGKILL, signal.SIGINT, signal.SIGTERM]
STAGES = ["", "comparing", "switching"]
"""A third of the tries each aim at the whole run, at its end, and at the switch itself."""
TOLD_EVERY = 10
"""After so many tries it is said how they went so far; a run that is cut off has then shown something."""


@dataclass
class Outcome:
    """How many tries left the old edition, the new one, or neither."""

    counts: Counter[str] = field(default_factory=Counter)
    leftovers: list[str] = field(default_factory=list)

    @property
    def so_far(self) -> str:
        """How the tries made until now ended."""
        whole = self.counts["old"] + self.counts["new"]
        found = ", ".join(f"{number} {name}" for name, number in sorted(self.counts.items()))
        return f"{whole} of {self.counts.total()} whole ({found})"

    def __str__(self) -> str:
        left = "nothing left behind" if not self.leftovers else f"left behind: {self.leftovers}"
        return f"{self.so_far}; after one more build {left}"


def kill_tries(
    folder: Path, tries: int, kind: str, *, seed: int = 1, tell: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Publish two editions in turn into ``folder``, ending each run at another moment.

    ``tell`` hears every ten tries how many left a whole edition so far.
    """
    chance = random.Random(seed)
    references = {edition: _reference(folder / f"reference-{edition}", kind, edition) for edition in "AB"}
    output = folder / "public" / "site"
    _timed_run(output, kind, "A")
    seconds = [_timed_run(output, kind, "BAB"[number], stage) for number, stage in enumerate(STAGES)]
    outcome = Outcome()
    published = "B"
    for number in range(tries):
        wanted = "A" if published == "B" else "B"
        turn, aim = divmod(number, len(STAGES))
        # Spread evenly over the time of that part; chance only moves a try within its share.
        delay = (turn + chance.random()) * len(STAGES) / tries * seconds[aim]
        _killed_run(output, kind, wanted, SIGNALS[turn % len(SIGNALS)], STAGES[aim], delay)
        found = _edition(output, references)
        outcome.counts["new" if found == wanted else "old" if found == published else "broken"] += 1
        published = found or published
        if outcome.counts.total() % TOLD_EVERY == 0:
            tell(f"so far {outcome.so_far}")
    _timed_run(output, kind, "A")
    outcome.leftovers = sorted(path.name for path in output.parent.iterdir() if path != output)
    return outcome


def _edition(output: Path, references: dict[str, dict[str, str]]) -> str | None:
    """Which edition lies there, every file of it and nothing else but what is kept for open pages."""
    record = read_manifest(output) if output.is_dir() else None
    if record is None:
        return None
    there = {path: digest for path, digest in record_tree(output).files.items() if path not in record.kept}
    return next((name for name, files in references.items() if files == there == record.files), None)


def _reference(output: Path, kind: str, edition: str) -> dict[str, str]:
    _timed_run(output, kind, edition)
    return record_tree(output).files


def _timed_run(output: Path, kind: str, edition: str, after: str = "") -> float:
    """Seconds of an undisturbed run, from its start or from its first stage that begins with ``after``."""
    start = time.monotonic()
    with _start(output, kind, edition) as run:
        if after:
            _wait_for_stage(run, after)
            start = time.monotonic()
        run.communicate()
    if run.returncode:
        raise RuntimeError(f"an undisturbed build failed: {run.returncode}")
    return time.monotonic() - start


def _killed_run(output: Path, kind: str, edition: str, how: signal.Signals, after: str, delay: float) -> None:
    with _start(output, kind, edition, stderr=subprocess.DEVNULL) as run:
        if after:
            _wait_for_stage(run, after)
        try:
            run.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            run.send_signal(how)
        run.communicate()


def _start(output: Path, kind: str, edition: str, stderr: int | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.kill", "--victim", kind, edition, str(output)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, text=True)


def _wait_for_stage(run: subprocess.Popen[str], name: str) -> None:
    assert run.stdout
    for line in run.stdout:
        if line.startswith(name):
            return


# What runs in the process that is killed.


def _victim(kind: str, edition: str, output: Path) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also when we were started in the background
    project = Project(ROOT)
    write = _handbook(project, edition) if kind == "handbook" else _plain_files(edition)
    exchange = no_exchange if kind == "files-two-step" else exchange_in_one_call
    done = publish(output, write, project=project, progress=_say, exchange=exchange)
    return 0 if done.ok else 1


def _say(line: str) -> None:
    print(line, flush=True)


def _plain_files(edition: str) -> _Write:
    def write(folder: Path) -> list[Problem]:
        for number in range(60):
            page = folder / f"page-{number}/index.html"
            page.parent.mkdir()
            letter = edition if number % 3 else "any"
            page.write_text(f"edition {letter}, page {number}\n" * 50, encoding="utf-8")
        (folder / f"only-{edition}.html").write_text(edition, encoding="utf-8")
        (folder / f"style.{ord(edition):08x}.css").write_text(edition, encoding="utf-8")
        return []

    return write


def _handbook(project: Project, edition: str) -> _Write:
    from playbook.compiler import compile_handbook  # a victim of plain files starts faster without it
    from playbook.engine import build_html

    compiled = compile_handbook(project)
    site = compiled.site
    if site is None:
        raise SystemExit("\n".join(str(problem) for problem in compiled.problems if has_errors([problem])))
    pages = tuple(replace(page, body=f"{page.body}\n\n<p>Edition {edition}.</p>") for page in site.pages)
    return lambda folder: build_html(project, replace(site, pages=pages), folder, progress=_say)


def main() -> int:
    """Run the tries and print how they ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=100)
    parser.add_argument("--victim", nargs=3, metavar=("KIND", "EDITION", "OUTPUT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.victim:
        kind, edition, output = options.victim
        return _victim(kind, edition, Path(output))
    folder = Path(tempfile.mkdtemp(prefix="playbook-kill-"))
    try:
        outcome = kill_tries(folder, options.tries, "handbook", tell=_say)
    finally:
        shutil.rmtree(folder)
    print(f"killed builds of the example handbook: {outcome}")
    return 0 if not outcome.counts["broken"] and not outcome.leftovers else 1


if __name__ == "__main__":
    sys.exit(main())
