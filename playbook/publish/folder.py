"""Bring a folder of ours up to date in place: for sources that other programs read, not for a live site.

Writes only files that changed and removes only our own stale ones.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from pathlib import Path

from playbook.os_errors import cannot_write
from playbook.project import Project
from playbook.publish.lock import build_lock
from playbook.publish.manifest import (
    Holds,
    Manifest,
    file_hash,
    files_below,
    read_manifest,
    write_manifest,
)
from playbook.publish.places import (
    beside,
    blocking_paths,
    foreign_output,
    in_the_way,
    settle_output,
    unsafe_output,
)
from playbook.publish.staging import Published

__all__ = ["replace_file", "update_folder"]


def update_folder(output: Path, files: Mapping[str, bytes], *, project: Project) -> Published:
    """Let ``output`` hold exactly these files of ours, beside whatever others put there since."""
    named, output = str(output), settle_output(output)
    if problems := unsafe_output(output, project, named):
        return Published(tuple(problems))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with build_lock(beside(output, "lock"), lambda: None):
            return _update(output, named, files)
    except OSError as error:
        return Published((cannot_write(error, named),))


def _update(output: Path, named: str, files: Mapping[str, bytes]) -> Published:
    if problems := foreign_output(output, Holds.DOCS, named):
        return Published(tuple(problems))
    before = (read_manifest(output) or Manifest()).files
    after = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    if taken := blocking_paths(after, set(files_below(output)) - before.keys()):
        return Published(tuple(in_the_way(named, path) for path in taken))
    output.mkdir(exist_ok=True)
    # Ended half-way, the folder must know old and new files as ours.
    write_manifest(output, Manifest(before | after, holds=Holds.DOCS))
    stale = before.keys() - after.keys()
    for path in sorted(stale):
        _remove(output, path)
    written = {path for path in after if _write_if_changed(output / path, files[path], after[path])}
    write_manifest(output, Manifest(after, holds=Holds.DOCS))
    added = after.keys() - before.keys()
    return Published((), len(added), len(written - added), len(stale), len(after) - len(written | added))


def _write_if_changed(target: Path, content: bytes, digest: str) -> bool:
    if target.is_file() and file_hash(target) == digest:
        return False
    replace_file(target, content)
    return True


def replace_file(target: Path, content: bytes) -> None:
    """Let ``target`` hold this content: the whole old file or the whole new one, at every moment."""
    target.parent.mkdir(parents=True, exist_ok=True)
    spare = target.with_name(f"{target.name}.playbook-new")
    spare.write_bytes(content)
    spare.chmod(0o644)
    spare.replace(target)


def _remove(output: Path, path: str) -> None:
    target = output / path
    target.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # the first folder that is not empty stays, and so do those above it
        for above in target.relative_to(output).parents:
            if above.name:
                (output / above).rmdir()
