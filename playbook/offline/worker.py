"""The script that serves kept pages, and the one that takes it away again.

Both are published under one name, so that whatever a device has, its next visit gets the current one.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping

from playbook.bundled import site_config_dir
from playbook.offline.kept import Kept

__all__ = ["WORKER", "farewell", "worker_files"]

WORKER = "offline-worker.js"
"""Where the script lies: at the root of the site, because a browser lets it serve only what lies below."""


_AWAY = "offline/"


def worker_files(
    kept: Kept, published: Mapping[str, bytes], version: str, sent: Mapping[str, str]
) -> dict[str, bytes]:
    """The script and the bundle it serves from, by address.

    ``version`` is what the handbook calls its edition; ``sent`` are the headers a kept page comes with.
    """
    bundle = f"assets/playbook/offline.{hashlib.sha256(kept.bundle).hexdigest()[:10]}.json"
    script = (site_config_dir() / "worker/serve.js").read_text(encoding="utf-8")
    edition = {
        "version": version,
        "bundle": [bundle, _integrity(kept.bundle)],
        "files": [[address, _integrity(published[address])] for address in kept.files],
        "away": _AWAY,
        "headers": {"Content-Type": "text/html; charset=utf-8", **sent},
    }
    told = json.dumps(edition, ensure_ascii=True, indent=1)
    name = hashlib.sha256(f"{told}{script}".encode()).hexdigest()[:10]
    text = f"self.EDITION = {json.dumps(name)};\nself.KEPT = {told};\n{script}"
    return {WORKER: text.encode(), bundle: kept.bundle}


def farewell() -> bytes:
    """The script that removes an earlier one with all it kept: the organisation keeps nothing on devices."""
    return (site_config_dir() / "worker/farewell.js").read_bytes()


def _integrity(content: bytes) -> str:
    """The content's hash, as a browser checks it before it takes a file."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
