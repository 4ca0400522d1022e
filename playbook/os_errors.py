"""Say in plain words why the computer could not write: disk full, read-only, no permission.

Everything that writes files turns an ``OSError`` into one problem here, so that an author
never meets an error number. Imports only ``problems``.
"""

from __future__ import annotations

import errno

from playbook.problems import Location, Problem

__all__ = ["cannot_write"]

_NO_PERMISSION = (
    "you have no permission to write here",
    "choose a folder of your own, or ask for the right to write here",
)
_REASONS = {
    errno.ENOSPC: ("the disk is full", "make room on the disk, then run it again"),
    errno.EDQUOT: ("your share of the disk is used up", "make room on the disk, then run it again"),
    errno.EFBIG: ("the file would be larger than this system allows", "ask who runs this system"),
    errno.EROFS: ("the disk can only be read", "choose a folder on a disk that can be written to"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ENAMETOOLONG: ("the name is too long for this disk", "choose a shorter path"),
    errno.ENOTDIR: ("a part of this path is a file, not a folder", "choose another folder"),
    errno.EISDIR: ("a folder lies where a file should go", "move that folder away"),
    errno.EEXIST: ("something else already lies here", "move it away, or choose another folder"),
    errno.EBUSY: (
        "another program uses this folder, or it is the top of a disk",
        "choose a folder inside it, or close the other program",
    ),
    errno.EXDEV: ("this folder cannot be renamed, because it spans two disks", "choose a folder inside it"),
    errno.ELOOP: ("links on this path lead in a circle", "choose another folder"),
}


def cannot_write(error: OSError, place: str, comfort: str = "") -> Problem:
    """One problem for a failed write at ``place``; ``comfort`` says what is still as it was."""
    reason, hint = _REASONS.get(
        error.errno or 0, (f"the system said “{error.strerror or error}”", "mend that, then run it again")
    )
    hint = f"{hint}; {comfort}" if comfort else hint
    return Problem("cannot-write", f"cannot write: {reason}", Location(place), hint)
