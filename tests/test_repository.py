"""What lies in the repository: the layout, the pins, and nothing that belongs to one machine only."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.faults import expect_none

TOP_LEVEL = {
    # fixed by the design
    *"playbook templates content site_config tests mkdocs.yml pyproject.toml README.md".split(),
    # what a newcomer expects beside it
    *"Makefile LICENSE CHANGELOG.md CONTRIBUTING.md .ci benchmarks requirements .gitignore".split(),
}
# git's own settings, wanted as soon as a test file must keep its line ends
MAY_BE_THERE = {".gitattributes"}
OUR_OWN_IN_VENDOR = {"site_config/vendor/README.md", "site_config/vendor/refresh.py"}

# The patterns are written so that they do not find themselves.
LOCAL_PATH = re.compile(r"(?<![\w.])/(?:home|Users)/[\w.-]+/|(?<![\w.])/roo[t]/|\b[A-Z]:\\Users\\")
INDEX_ADDRESS = re.compile(r"--(?:extra-)?inde[x]-url|--find-link[s]|\bfil[e]:///|//pypi\.|\.pythonhosted\.")
ANY_ADDRESS = re.compile(r"\b(?:https?|git\+\w+|file)://")


@pytest.fixture(scope="module")
def files(repository: Path) -> list[str]:
    """Every file that is committed or would be with ``git add .``."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    return sorted(name for name in set(listing.stdout.split("\0")) if name and (repository / name).is_file())


def found_in(texts: Mapping[str, str], pattern: re.Pattern[str], what: str) -> Iterator[str]:
    """Each line that holds what must not be there."""
    for name, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if match := pattern.search(line):
                yield f"{name}:{number}: {what}: {match[0]}"


def _texts(repository: Path, files: Iterable[str]) -> dict[str, str]:
    return {name: (repository / name).read_text(encoding="utf-8", errors="replace") for name in files}


def test_the_top_level_is_what_the_design_says(files: list[str]) -> None:
    there = {name.split("/")[0] for name in files}
    expect_none(f"{name} is missing" for name in sorted(TOP_LEVEL - there))
    expect_none(f"{name} has no place here" for name in sorted(there - TOP_LEVEL - MAY_BE_THERE))


def test_no_path_of_one_machine(repository: Path, files: list[str]) -> None:
    expect_none(found_in(_texts(repository, files), LOCAL_PATH, "a path of one machine"))


def test_no_address_of_a_package_index(repository: Path, files: list[str]) -> None:
    expect_none(found_in(_texts(repository, files), INDEX_ADDRESS, "an address of a package index"))
    pins = [
        name for name in files if name.startswith("requirements/") or name.endswith((".lock", "lock.json"))
    ]
    expect_none(found_in(_texts(repository, pins), ANY_ADDRESS, "an address among the pins"))


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("see /home/" + "kim/notes", LOCAL_PATH),
        ('"/Users/' + 'kim/Desktop/x.yml"', LOCAL_PATH),
        ("cd /roo" + "t/work", LOCAL_PATH),
        ("C:\\Users" + "\\kim", LOCAL_PATH),
        ("--extra-index" + "-url x", INDEX_ADDRESS),
        ("-i https://py" + "pi.example/simple", ANY_ADDRESS),
        ("find = 'file:" + "///opt/wheels'", INDEX_ADDRESS),
    ],
)
def test_each_pattern_finds_what_it_is_for(line: str, pattern: re.Pattern[str]) -> None:
    (found,) = found_in({"file": f"sound\n{line}\n"}, pattern, "found")
    assert found.startswith("file:2: found")


def test_ordinary_addresses_are_no_paths_of_a_machine() -> None:
    sound = {"file": "https://example.org/home/kim/\nsite/home/index.md\n~/Users\n"}
    assert list(found_in(sound, LOCAL_PATH, "found")) == []


def vendor_faults(names: Iterable[str]) -> Iterator[str]:
    """Third-party parts, one folder each in site_config/vendor, without a licence or a version."""
    parts: dict[str, set[str]] = {}
    for name in names:
        if name.startswith("site_config/vendor/") and name not in OUR_OWN_IN_VENDOR:
            part, _, rest = name.removeprefix("site_config/vendor/").partition("/")
            parts.setdefault(part, set()).add(rest)
    for part, inside in sorted(parts.items()):
        if not any("LICEN" in name.upper() for name in inside):
            yield f"site_config/vendor/{part} has no licence file"
        if "version.json" not in inside:
            yield f"site_config/vendor/{part} has no version.json"


def test_third_party_parts_carry_licence_and_version(repository: Path, files: list[str]) -> None:
    expect_none(vendor_faults(files))
    for name in files:
        if re.fullmatch(r"site_config/vendor/[^/]+/version\.json", name):
            said = json.loads((repository / name).read_text(encoding="utf-8"))
            assert re.match(r"\d+\.\d", said["version"]), f"{name} says no version"


def test_a_third_party_part_without_them_is_found() -> None:
    part = "site_config/vendor/finder/"
    assert len(list(vendor_faults([part + "finder.js"]))) == 2
    assert len(list(vendor_faults(["site_config/vendor/finder.js"]))) == 2
    assert list(vendor_faults([part + name for name in ("finder.js", "LICENSE.txt", "version.json")])) == []


def _pins(path: Path) -> list[Requirement]:
    joined = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    for line in lines:
        assert "--hash=sha256:" in line, f"{path.name}: no hash: {line}"
    return [Requirement(line.partition(" --hash")[0]) for line in lines]


def test_the_pins_are_those_of_the_project(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = repository / "requirements"
    runtime, build, dev = (_pins(folder / f"{name}.txt") for name in ("runtime", "build", "dev"))
    wanted = [Requirement(line) for line in project["dependencies"]]
    expect_none(
        f"requirements/runtime.txt does not pin {need}: run make requirements"
        for need in wanted
        if not any(_fits(pin, need) for pin in runtime)
    )
    missing = {str(pin) for pin in [*runtime, *build]} - {str(pin) for pin in dev}
    expect_none(f"requirements/dev.txt does not hold {pin}: run make requirements" for pin in sorted(missing))


def _fits(pin: Requirement, need: Requirement) -> bool:
    version = str(pin.specifier).removeprefix("==")
    return canonicalize_name(pin.name) == canonicalize_name(need.name) and need.specifier.contains(version)
