"""From an edit to the page: an author changes one word in a YAML file while the preview runs.

``python -m benchmarks.edit`` starts ``mkdocs serve`` and ``playbook serve`` on a copy of the example
handbook and prints how long it takes until the page that is served says the new word.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measured import ROOT

__all__ = ["COMMANDS", "edit_seconds"]

COMMANDS = {
    "mkdocs serve": ["-m", "mkdocs", "serve", "--dev-addr"],
    "playbook serve": ["-c", "from playbook.cli import main; main()", "serve", "--address"],
}
TARGET = 3.0
_PATIENCE = 60.0
_PAUSE = 0.02


def edit_seconds(project: Path, command: str, edits: int = 5) -> list[float]:
    """Seconds from saving to seeing, once an edit; ``project`` is changed, so give it a copy."""
    file = sorted(project.glob("content/standards/*.yml"))[0]
    page = f"/standards/{file.stem}/"
    text = file.read_text(encoding="utf-8")
    seconds = []
    with _served(project, command) as wait_for:
        wait_for(page, "</html>")
        for number in range(edits):
            word = f"Changed{number}"
            changed = re.sub(r"(?m)^title: (['\"]?)\w+", rf"title: \1{word}", text, count=1)
            assert word in changed, f"{file} has no title in one line"
            start = time.perf_counter()
            file.write_text(changed, encoding="utf-8")
            wait_for(page, word)
            seconds.append(time.perf_counter() - start)
    return seconds


@contextmanager
def _served(project: Path, command: str) -> Iterator[Callable[[str, str], None]]:
    """Run a preview as long as it is needed; what it gives waits until a page says a word."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    call = [sys.executable, *COMMANDS[command], f"127.0.0.1:{port}"]
    ours = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    with (project / "serve.log").open("w+", encoding="utf-8") as log:
        preview = subprocess.Popen(call, cwd=project, env=ours, stdout=log, stderr=log)

        def wait_for(page: str, word: str) -> None:
            end = time.monotonic() + _PATIENCE
            while word not in (_read(port, page) or ""):
                if preview.poll() is not None or time.monotonic() > end:
                    log.seek(0)
                    raise RuntimeError(f'{command}: {page} never said "{word}"\n{log.read()}')
                time.sleep(_PAUSE)

        try:
            yield wait_for
        finally:
            preview.terminate()
            preview.wait()


def _read(port: int, page: str) -> str | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", page)
        answer = connection.getresponse()
        return answer.read().decode() if answer.status == 200 else None
    except (OSError, http.client.HTTPException):  # it has not begun to listen
        return None
    finally:
        connection.close()


def _copied(project: Path, target: Path) -> Path:
    """The part of a project that an organisation has: its records, settings and hand-written pages."""
    shutil.copytree(project / "content", target / "content")
    for name in ("mkdocs.yml", "site_config/docs"):
        source = project / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.is_file():
            shutil.copyfile(source, target / name)
    return target


def main() -> int:
    """Measure both previews and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="another handbook; it is copied")
    parser.add_argument("--edits", type=int, default=5)
    options = parser.parse_args()
    for command in COMMANDS:
        with tempfile.TemporaryDirectory(prefix="playbook-edit-") as folder:
            taken = edit_seconds(_copied(options.project, Path(folder)), command, options.edits)
        median = statistics.median(taken)
        reached = "reached" if median < TARGET else "not reached"
        each = ", ".join(f"{seconds:.2f}" for seconds in taken)
        print(f"{command}: {median:.2f} s from an edit to the page (target < {TARGET:g} s): {reached}")
        print(f"  the median of {each}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
