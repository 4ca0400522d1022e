"""The wheel is what people install: it works outside the repository, with nothing but what it asks for.

The environment it is installed into is made without a network. It holds the packages that
``requirements/runtime.txt`` names, taken from the environment of the tests, and no other.
"""

from __future__ import annotations

import email
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Run = Callable[..., "subprocess.CompletedProcess[str]"]

BUNDLED = ("templates", "content", "site_config")


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as a release would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        repository,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(repository: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment: the wheel and its pinned requirements."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths("venv", vars={"base": str(folder), "platbase": str(folder)})
    for name in _runtime_names(repository):
        _link(distribution(name), Path(paths["purelib"]))
    programs = Path(paths["scripts"])
    install = ["install", "--quiet", "--no-index", "--no-deps", str(wheel)]
    _run([sys.executable, "-m", "pip", "--python", str(programs / "python"), *install], folder)
    return programs


@pytest.fixture
def run(environment: Path, tmp_path: Path) -> Run:
    """Run a program of the fresh environment, in a folder outside the repository."""

    def run_one(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return _run([str(environment / program), *arguments], tmp_path)

    return run_one


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    outside = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=outside, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(
            f"{' '.join(command)}\nended with {done.returncode}\n{done.stdout}{done.stderr}", pytrace=False
        )
    return done


def _runtime_names(repository: Path) -> set[str]:
    lines = (repository / "requirements" / "runtime.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip("\\ ")) for line in lines if "==" in line]
    return {canonicalize_name(pin.name) for pin in pins if pin.marker is None or pin.marker.evaluate()}


def _link(package: Distribution, packages: Path) -> None:
    """Make one installed package visible in another environment, without copying its thousands of files."""
    assert package.files is not None, f"{package.name} does not say which files it has"
    for top in {Path(file).parts[0] for file in package.files} - {"..", "__pycache__"}:
        (packages / top).symlink_to(Path(str(package.locate_file(top))))


def test_the_wheel_holds_the_package_and_what_it_is_bundled_with(wheel: Path, repository: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in BUNDLED:
        there = {path.relative_to(repository) for path in (repository / folder).rglob("*") if path.is_file()}
        assert there, f"{folder}/ is empty"
        assert {f"playbook/_bundled/{path.as_posix()}" for path in there} <= inside
    modules = {path.relative_to(repository).as_posix() for path in (repository / "playbook").rglob("*.py")}
    assert {name for name in inside if name.endswith(".py") and "/_bundled/" not in name} == modules
    assert not [name for name in inside if name.startswith(("tests/", "benchmarks/", "requirements/"))]


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = email.message_from_bytes(archive.read(name))
        assert archive.read(name.replace("METADATA", "licenses/LICENSE")).startswith(b"MIT License")
    assert said["Name"] == "accountability-playbook"
    assert said["License-Expression"] == "MIT"
    assert said["Requires-Python"] == ">=3.11"


def test_only_what_the_wheel_asks_for_is_there(run: Run, repository: Path) -> None:
    listing = "from importlib.metadata import distributions as d; print(*{x.name for x in d()}, sep='\\n')"
    there = {canonicalize_name(name) for name in run("python", "-c", listing).stdout.split()}
    assert there == _runtime_names(repository) | {"accountability-playbook"}


def test_the_bundled_folders_are_found_in_the_installed_package(run: Run, environment: Path) -> None:
    folders = "b.templates_dir(), b.content_dir(), b.site_config_dir()"
    ask = f"from playbook import bundled as b; print({folders}, sep='\\n')"
    found = [Path(line) for line in run("python", "-c", ask).stdout.splitlines()]
    assert [folder.name for folder in found] == list(BUNDLED)
    for folder in found:
        assert folder.is_dir()
        assert folder.resolve().is_relative_to(environment.parent.resolve())


def test_the_engines_find_the_plugin(run: Run) -> None:
    ask = "from mkdocs.plugins import get_plugins; print(get_plugins()['playbook'].load().__name__)"
    assert run("python", "-c", ask).stdout.strip() == "PlaybookPlugin"


def test_every_module_runs_without_the_tools_of_the_tests(run: Run) -> None:
    walk = (
        "import importlib, pkgutil, playbook\n"
        "for module in pkgutil.walk_packages(playbook.__path__, 'playbook.'):\n"
        "    importlib.import_module(module.name)\n"
        "    print(module.name)"
    )
    assert "playbook.cli" in run("python", "-c", walk).stdout.split()


@pytest.mark.parametrize("pack", ["minimal", "full"])
def test_a_new_handbook_is_checked_and_built(run: Run, tmp_path: Path, pack: str) -> None:
    run("playbook", "new", "my-handbook", "--pack", pack)
    if pack == "minimal":  # what a check refuses no build publishes, and the other pack takes its time
        run("playbook", "check", "my-handbook")
    run("playbook", "build", "my-handbook", "--output", "published")
    home = (tmp_path / "published" / "index.html").read_text(encoding="utf-8")
    assert "<h1" in home
    assert (tmp_path / "published" / "standards" / "index.html").is_file()
    # the page that the example's words link to comes along
    assert (tmp_path / "published" / "sources" / "index.html").is_file() == (pack == "full")
