"""What the speed benchmark runs in a process of its own: one task, its figures as one line of JSON.

``python -m benchmarks.measured TASK ARGUMENT ...``; ``run`` starts one and reads its figures.
Seconds are of the processor, which other programs hardly change; ``clock`` are those that passed.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

__all__ = ["ROOT", "STAGES", "peak_megabytes", "run"]

ROOT = Path(__file__).resolve().parents[1]

STAGES = ("read", "shape", "checks", "render", "page checks")
"""Our own stages in order; ``read`` is from bytes to located trees, ``shape`` from trees to records."""

_TODAY = datetime.date(2026, 11, 1)
"""The day a made handbook is of: a command looks at dates as well."""

_Figures = dict[str, float]


def run(task: str, *arguments: object) -> _Figures:
    """Run one task in a fresh process. It must be started from a small one: a child inherits the peak."""
    command = [sys.executable, "-m", "benchmarks.measured", task, *map(str, arguments)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{task} failed:\n{done.stderr}")
    figures: _Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def peak_megabytes() -> float:
    """The most memory that this process has held."""
    kilobytes = 1 if sys.platform != "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / kilobytes


def make(folder: str, pages: str) -> _Figures:
    """Write a made handbook."""
    from benchmarks.made_handbook import make_handbook

    return {"files": make_handbook(Path(folder), int(pages))}


def stages(folder: str) -> _Figures:
    """Our own stages alone."""
    figures, site = _compiled(Path(folder))
    return {**figures, "pages": len(site.pages)}


def clock(folder: str) -> _Figures:
    """Seconds that pass until our stages have ended, as in every command: what can be done meanwhile is."""
    from playbook.compiler import compile_handbook
    from playbook.project import Project

    begun = time.perf_counter()
    assert compile_handbook(Project(Path(folder)), today=_TODAY).site is not None
    return {"clock": time.perf_counter() - begun}


def build(folder: str, output: str) -> _Figures:
    """A whole build: our stages, the site engine, publishing; then publishing the same once more."""
    from playbook.engine import build_html
    from playbook.project import Project
    from playbook.publish import publish

    project = Project(Path(folder))
    start = time.perf_counter()
    figures, site = _compiled(Path(folder))

    def published(write: Callable[[Path], list[Any]]) -> tuple[float, float]:
        """Seconds of the writer, and those of the publication around it."""
        seconds: _Figures = {}
        begun = time.process_time()
        done = publish(Path(output), _timed(write, seconds, "writer"), project=project)
        assert done.ok, done.problems
        return seconds["writer"], time.process_time() - begun - seconds["writer"]

    figures["engine"], figures["publish"] = published(lambda new: build_html(project, site, new))
    figures |= {"clock": time.perf_counter() - start, "peak": peak_megabytes()}
    copy = Path(f"{output}-copy")
    shutil.copytree(output, copy)
    _, figures["publish again"] = published(lambda new: _copy(copy, new))
    shutil.rmtree(copy)
    return {**figures, **_size(Path(output)), "pages": len(site.pages)}


def docs(folder: str, target: str) -> _Figures:
    """Write the Markdown of a handbook as an ordinary MkDocs project with bounded navigation."""
    from playbook.compiler import compile_handbook
    from playbook.engine_config import FEATURES, MARKDOWN_EXTENSIONS, nav_config
    from playbook.project import Project

    site = compile_handbook(Project(Path(folder))).site
    assert site is not None
    for page in site.pages:
        path = Path(target, "docs", page.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.markdown, encoding="utf-8")
    settings = {
        "site_name": site.name,
        "theme": {"name": "material", "font": False, "features": FEATURES},
        "markdown_extensions": [{name: options} for name, options in MARKDOWN_EXTENSIONS.items()],
        "plugins": ["search"],
        "nav": nav_config(site),
    }
    Path(target, "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return {}


def plain(folder: str, output: str) -> _Figures:
    """What plain MkDocs with Material takes for the same Markdown."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    start, begun = time.perf_counter(), time.process_time()
    config = load_config(str(Path(folder, "mkdocs.yml")), site_dir=output)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    seconds = {"seconds": time.process_time() - begun, "clock": time.perf_counter() - start}
    return {**seconds, "peak": peak_megabytes(), **_size(Path(output))}


def _compiled(folder: Path) -> tuple[_Figures, Any]:
    """Compile a handbook, one part after the other, and time the parts on the way."""
    from playbook import compiler, loader
    from playbook.project import Project

    seconds: _Figures = {}
    with (
        mock.patch.object(compiler, "beside", lambda work: contextlib.nullcontext()),
        _watch(loader, "read_shape", seconds, "shape"),
        _watch(compiler, "load", seconds, "read"),
        _watch(compiler.Round, "references", seconds, "checks"),
        _watch(compiler.Round, "others", seconds, "checks"),
        _watch(compiler.Round, "settled", seconds, "checks"),
        _watch(compiler, "render_site", seconds, "render"),
        _watch(compiler, "check_pages", seconds, "page checks"),
    ):
        start, begun = time.perf_counter(), time.process_time()
        compilation = compiler.compile_handbook(Project(folder), today=_TODAY)
        seconds |= {"stages": time.process_time() - begun, "clock": time.perf_counter() - start}
    assert compilation.site is not None, compilation.problems[:5]
    seconds["read"] -= seconds["shape"]  # the shape is judged while reading
    seconds |= {"content files": len(compilation.sources), "peak": peak_megabytes()}
    return seconds, compilation.site


@contextmanager
def _watch(module: Any, name: str, seconds: _Figures, stage: str) -> Iterator[None]:
    """Add up the time spent in one function; fails loudly when it is no longer there."""
    with mock.patch.object(module, name, _timed(getattr(module, name), seconds, stage)):
        yield


def _timed(call: Callable[..., Any], seconds: _Figures, stage: str) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        begun = time.process_time()
        try:
            return call(*args, **options)
        finally:
            seconds[stage] = seconds.get(stage, 0.0) + time.process_time() - begun

    return timed


def _copy(source: Path, target: Path) -> list[Any]:
    shutil.copytree(source, target, dirs_exist_ok=True)
    return []


def _size(folder: Path) -> _Figures:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return {"output": sum(sizes) / 1e6, "files": len(sizes)}


def main() -> int:
    """Run the task that is named, and print its figures."""
    task, *arguments = sys.argv[1:]
    tasks: dict[str, Callable[..., _Figures]] = {
        "make": make,
        "stages": stages,
        "clock": clock,
        "build": build,
        "docs": docs,
        "plain": plain,
    }
    print(json.dumps(tasks[task](*arguments)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
