"""Fetch the browser library that the handbook's search uses, minify it, and write it beside its licence.

Run by a maintainer, never by a build: ``python site_config/vendor/refresh.py [VERSION]``.
Needs npm (``npm pack`` for the package, ``npm exec`` for the minifier). Without a version the one
recorded in ``minisearch/version.json`` is fetched again, which must give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

__all__ = ["main"]

HERE = Path(__file__).parent / "minisearch"
MINIFIER = "terser@5.44.1"


def npm(*arguments: str, folder: Path) -> str:
    """What npm prints for a command run in a folder."""
    done = subprocess.run(["npm", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def minified(source: str, banner: str, folder: Path) -> str:
    """The library without comments and long names; no source map, so that nothing else is asked for."""
    raw = folder / "minisearch.js"
    raw.write_text(source, encoding="utf-8")
    small = npm("exec", "--yes", "--", MINIFIER, raw.name, "--compress", "--mangle", folder=folder)
    return banner + small.strip() + "\n"


def main(version: str | None = None) -> None:
    """Replace the vendored copy by the given version, or by the recorded one."""
    record = json.loads((HERE / "version.json").read_text(encoding="utf-8")) if version is None else {}
    wanted = version or record["version"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = folder / npm("pack", "--silent", f"minisearch@{wanted}", folder=folder).split()[-1]
        digest = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if record and digest != record["integrity"]:
            raise SystemExit(f"minisearch {wanted}: the package has changed, {digest}")
        with tarfile.open(archive) as package:
            package.extractall(folder, filter="data")
        licence = (folder / "package/LICENSE.txt").read_text(encoding="utf-8")
        source = (folder / "package/dist/umd/index.js").read_text(encoding="utf-8")
        banner = f"/*! MiniSearch {wanted}, MIT licence, see minisearch.LICENSE.txt */\n"
        script = minified(source, banner, folder)
    HERE.mkdir(exist_ok=True)
    (HERE / "minisearch.js").write_text(script, encoding="utf-8", newline="\n")
    (HERE / "minisearch.LICENSE.txt").write_text(licence, encoding="utf-8", newline="\n")
    facts = {"name": "minisearch", "version": wanted, "integrity": digest, "minifier": MINIFIER}
    (HERE / "version.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8", newline="\n")
    print(f"minisearch {wanted}: {len(script.encode())} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
