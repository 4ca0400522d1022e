"""Build a whole new folder beside the published one, then switch.

Whatever ends the program, and whenever, the published folder is wholly the old edition or
wholly the new one; what a killed build left behind is removed by the next.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playbook.os_errors import cannot_write
from playbook.problems import Location, Problem, has_errors
from playbook.project import Project
from playbook.publish.exchange import Exchange, exchange_in_one_call, repair, replace_folder
from playbook.publish.lock import build_lock
from playbook.publish.manifest import MANIFEST_NAME, Holds, is_ours
from playbook.publish.places import beside, foreign_output, in_the_way, settle_output, unsafe_output
from playbook.publish.plan import Plan, sync

__all__ = ["Published", "publish"]


@dataclass(frozen=True)
class Published:
    """What a publication did, in files; with an error among ``problems`` it changed nothing."""

    problems: tuple[Problem, ...] = ()
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def ok(self) -> bool:
        """Whether the folder now is the new edition."""
        return not has_errors(self.problems)


def publish(
    output: Path,
    write: Callable[[Path], list[Problem]],
    *,
    project: Project,
    progress: Callable[[str], None] = lambda stage: None,
    exchange: Exchange = exchange_in_one_call,
) -> Published:
    """Let ``write`` fill a new folder, then put it in the place of ``output`` in one step.

    ``write`` gets an empty folder on the same disk; an error among the problems it returns
    leaves ``output`` as it was. ``exchange`` is the system's way to switch two folders.
    """
    named, output = str(output), settle_output(output)
    if problems := unsafe_output(output, project, named):
        return Published(tuple(problems))
    publication = _Publication(output, named, write, progress, exchange)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with build_lock(beside(output, "lock"), publication.tell_waiting):
            return publication.run()
    except OSError as error:
        return Published((cannot_write(error, named, "what was published before is untouched"),))


@dataclass(frozen=True)
class _Publication:
    """One publication while the lock is held."""

    output: Path
    named: str
    write: Callable[[Path], list[Problem]]
    progress: Callable[[str], None]
    exchange: Exchange

    def tell_waiting(self) -> None:
        """Say why nothing happens yet."""
        self.progress("waiting for another build of this folder")

    def run(self) -> Published:
        """Repair what a killed build left, then build beside the published folder and switch."""
        new, aside = beside(self.output, "building"), beside(self.output, "previous")
        repair(self.output, aside)
        problems = [*_clear(aside), *_clear(new)] or foreign_output(self.output, Holds.SITE, self.named)
        if problems:
            return Published(tuple(problems))
        try:
            return self._fill_and_switch(new, aside)
        finally:
            # Nothing may hide how it went; what stays behind now, the next build removes.
            with contextlib.suppress(OSError):
                repair(self.output, aside)
                _clear(new)
                _clear(aside)

    def _fill_and_switch(self, new: Path, aside: Path) -> Published:
        new.mkdir()
        (new / MANIFEST_NAME).touch()
        problems = self.write(new)
        if has_errors(problems):
            return Published(tuple(problems))
        self.progress("comparing with what is published")
        plan = Plan(new, self.output)
        if taken := plan.taken_paths:
            return Published(tuple(in_the_way(self.named, path) for path in taken))
        if not plan.nothing_to_do:
            plan.complete()
            self.progress("switching to the new edition")
            replace_folder(new, self.output, aside, self.exchange)
            sync(self.output.parent)
        return _report(plan, problems)


def _report(plan: Plan, problems: list[Problem]) -> Published:
    return Published(
        problems=tuple(problems),
        added=len(plan.added),
        changed=len(plan.fresh) - len(plan.added) - len(plan.unchanged),
        removed=len(plan.removed),
        unchanged=len(plan.unchanged),
    )


def _clear(folder: Path) -> list[Problem]:
    """Remove a folder of ours; its record goes last, so that a half-removed one is still known as ours."""
    if not folder.exists() and not folder.is_symlink():
        return []
    if folder.is_symlink() or not folder.is_dir() or (not is_ours(folder) and any(folder.iterdir())):
        message = "playbook needs this name for its work, and something else lies there"
        return [Problem("output-not-ours", message, Location(str(folder)), "move it away, then run it again")]
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MANIFEST_NAME:
            entry.unlink()
    (folder / MANIFEST_NAME).unlink(missing_ok=True)
    folder.rmdir()
    return []
