"""Run every long measurement in order; ``make figures`` calls this. ``--quick`` takes a few minutes less."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys

from benchmarks.measured import ROOT

__all__ = ["MEASUREMENTS"]

MEASUREMENTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Speed", "benchmarks.speed", ("--quick",)),
    ("From an edit to the page", "benchmarks.edit", ("--edits", "1")),
    ("Cards and checklists", "benchmarks.cards", ()),
    ("The finder", "benchmarks.finder", ()),
    ("The first visit, and what is kept", "benchmarks.first_load", ()),
    ("Accessibility", "benchmarks.accessibility", ("--quick",)),
    ("Phrases that come back", "benchmarks.sameness", ()),
    ("The search", "benchmarks.search", ()),
    ("Faults found", "benchmarks.mutants", ("--most", "2", "--rounds", "10")),
    ("Public lists of awkward input", "benchmarks.corpora", ("--most", "20")),
    ("Checks on their own examples", "benchmarks.checks", ()),
    ("Words that judge", "benchmarks.wording", ()),
    ("Plain language", "benchmarks.plain_language", ()),
    ("Builds killed", "benchmarks.kill", ("--tries", "12")),
)
"""Title, module, and what shortens it in a quick run."""


def main() -> int:
    """Run each in a process of its own, so that none of them slows the next."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run of each")
    quick = parser.parse_args().quick
    failed = []
    for title, module, shorter in MEASUREMENTS:
        if importlib.util.find_spec(module) is None:
            continue
        print(f"\n{title}\n{'-' * len(title)}", flush=True)
        command = [sys.executable, "-m", module, *(shorter if quick else ())]
        if subprocess.run(command, cwd=ROOT).returncode:
            failed.append(title)
    print(f"\nNot as promised: {', '.join(failed)}" if failed else "\nEverything was measured.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
