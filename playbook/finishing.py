"""What a finished site needs beside its pages: headers, a word to robots, and what opens it without signal.

Works on a folder of finished HTML, whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from playbook.headers import headers, headers_file, robots
from playbook.offline import WORKER, Kept, choose, farewell, worker_files
from playbook.site import Site

__all__ = ["finish", "preview_files"]


def finish(
    folder: Path, site: Site, written: Iterable[str], by_hand: Collection[str] = ()
) -> tuple[set[str], Kept | None]:
    """Add those files to ``folder``; returns their paths, and what a device keeps.

    ``written`` are the paths of the finished site. What an organisation has written ``by_hand`` under the
    same path stays as it is.
    """
    files = {
        "_headers": headers_file(public=site.public).encode(),
        "robots.txt": robots(public=site.public).encode(),
    }
    kept = None
    if site.offline:
        kept, ours = _offline_files(folder, site, written)
        files |= ours
    else:
        files |= preview_files()
    for path, content in files.items():
        if path not in by_hand:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return set(files), kept


def preview_files() -> dict[str, bytes]:
    """What takes kept pages away again: else an author would go on seeing those of an earlier visit."""
    return {WORKER: farewell()}


def _offline_files(folder: Path, site: Site, written: Iterable[str]) -> tuple[Kept, dict[str, bytes]]:
    found = {path: (folder / path).read_bytes() for path in sorted(written) if (folder / path).is_file()}
    pages = {
        path.removesuffix("index.html"): content.decode()
        for path, content in found.items()
        if path == "index.html" or path.endswith("/index.html")
    }
    kinds = {page.address: page.kind for page in site.pages}
    kept = choose(pages, kinds, found)
    version = str(site.extra.get("version_line", ""))
    return kept, worker_files(kept, found, version, headers(public=site.public))
