"""Which module may import which: one table, low to high, and the rules that follow from it.

The imports are read, not run, so one hidden in a function counts as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.faults import expect_none

# A module or package imports only from lower rows. A new one takes the lowest row its imports allow.
LEVELS = [
    "problems site remembered project bundled durations words_near labels text readability wording headers card_budget square_code carried compiled_templates side_by_side",
    "os_errors engine_config template_faults fixing series paper site_settings",
    "yaml_source own_pages",
    "model",
    "report schema config addresses markdown_text content_files",
    "project_files loader environment finder due open_decisions running_text planned",
    "views json_schema page_memory",
    "checks",
    "glossary_links review scaffold adding pages_around pages_on_paper pages_reader downloads export search_index template_contract",
    "pages",
    "render",
    "page_checks",
    "publish offline portable",
    "finishing",
    "compiler docs_folder",
    "engine",
    "mkdocs_plugin",
    "cli",
    "__main__",
]

# The world outside, and the only modules that may speak to it.
DOORS = {
    "click": {"cli"},
    "mkdocs": {"mkdocs_plugin", "engine"},
    "properdocs": {"mkdocs_plugin", "engine"},
    "playwright": {"paper"},
}

PACKAGE = "playbook"


@dataclass(frozen=True)
class Import:
    """One name that one module takes from another."""

    importer: str
    module: str
    name: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}, line {self.line}"


class Tree:
    """The modules of a package, parsed."""

    def __init__(self, folder: Path) -> None:
        self.modules = {
            _dotted(path, folder): ast.parse(path.read_text(encoding="utf-8"), str(path))
            for path in sorted(folder.rglob("*.py"))
        }
        self.packages = {_dotted(path, folder) for path in folder.rglob("__init__.py")}
        self.imports = [found for module in self.modules for found in self._imports(module)]

    def _imports(self, importer: str) -> Iterator[Import]:
        for node in ast.walk(self.modules[importer]):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(importer, alias.name, "", node.lineno)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(importer, node)
                for alias in node.names:
                    whole = f"{origin}.{alias.name}"
                    is_module = whole in self.modules
                    yield Import(importer, *((whole, "") if is_module else (origin, alias.name)), node.lineno)

    def _origin(self, importer: str, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        steps = importer.split(".")
        ups = node.level - (1 if importer in self.packages else 0)
        return ".".join(steps[: len(steps) - ups] + ([node.module] if node.module else []))

    @property
    def inner_imports(self) -> list[Import]:
        """Those from one module of the package to another."""
        return [found for found in self.imports if found.module in self.modules]


def _dotted(path: Path, folder: Path) -> str:
    parts = path.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _part(module: str) -> str:
    """The row entry a module belongs to: ``playbook.checks.references`` is part of ``checks``."""
    return module.partition(".")[2].partition(".")[0]


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def misplaced(tree: Tree, levels: list[str]) -> Iterator[str]:
    """Modules without a row, and imports that do not run downwards."""
    row = {part: number for number, parts in enumerate(levels) for part in parts.split()}
    for module in tree.modules:
        if _part(module) and _part(module) not in row:
            yield f"{module} has no place in LEVELS of tests/test_import_levels.py: put it into a row"
    for found in tree.inner_imports:
        lower, upper = _part(found.module), _part(found.importer)
        if lower != upper and row.get(lower, -1) >= row.get(upper, len(levels)):
            yield f"{found}: {upper} imports {lower}, which is not below it"
        elif not upper:
            yield f"{found}: the package itself imports nothing"


def circular(tree: Tree) -> Iterator[str]:
    """Modules that need each other, within a package too."""
    below: dict[str, set[str]] = {module: set() for module in tree.modules}
    for found in tree.inner_imports:
        below[found.importer].add(found.module)
    try:
        TopologicalSorter(below).prepare()
    except CycleError as error:
        yield "these import each other in a circle: " + " <- ".join(error.args[1])


def wrong_doors(tree: Tree, doors: dict[str, set[str]]) -> Iterator[str]:
    """Imports of a host or command library outside the modules that adapt it."""
    for found in tree.imports:
        outside = found.module.split(".")[0]
        if outside in doors and _part(found.importer) not in doors[outside]:
            yield f"{found}: only {' and '.join(sorted(doors[outside]))} may import {outside}"


def private_uses(tree: Tree) -> Iterator[str]:
    """Private names and modules of one part that another one uses."""
    for found in tree.inner_imports:
        parent = found.module.rpartition(".")[0]
        inside = (found.importer + ".").startswith(parent + ".")
        if _is_private(found.name) or (_is_private(found.module.split(".")[-1]) and not inside):
            yield f"{found}: {found.module} keeps {found.name or 'itself'} private"
    for module, parsed in tree.modules.items():
        yield from _private_attributes(tree, module, parsed)


def _private_attributes(tree: Tree, module: str, parsed: ast.Module) -> Iterator[str]:
    imported = {found.module for found in tree.inner_imports if found.importer == module and not found.name}
    short = {name.split(".")[-1] for name in imported}
    for node in ast.walk(parsed):
        if isinstance(node, ast.Attribute) and _is_private(node.attr):
            owner = ast.unparse(node.value)
            if owner in imported | short:
                yield f"{module}, line {node.lineno}: {owner} keeps {node.attr} private"


def wrong_exports(tree: Tree) -> Iterator[str]:
    """Public modules whose ``__all__`` is missing, or names something else than what is public there."""
    for module, parsed in tree.modules.items():
        if any(_is_private(part) for part in module.split(".")):
            continue
        listed = _listed(parsed)
        if listed is None:
            yield f"{module} has no __all__ (a plain list of names)"
            continue
        defined, imported = _top_level_names(parsed)
        for name in sorted(listed - defined - imported):
            yield f"{module}: __all__ names {name}, which is not there"
        for name in sorted(defined - listed):
            yield f"{module}: {name} is public and not in __all__"


def _listed(parsed: ast.Module) -> set[str] | None:
    for node in parsed.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            try:
                return set(ast.literal_eval(node.value))  # type: ignore[attr-defined]
            except ValueError:
                return None
    return None


def _top_level_names(parsed: ast.Module) -> tuple[set[str], set[str]]:
    defined: set[str] = set()
    imported: set[str] = set()
    for node in parsed.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            defined.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            stored = [name for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
            defined |= {name.id for name in stored if isinstance(name.ctx, ast.Store)}
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imported |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return {name for name in defined if not name.startswith("_")}, imported


@pytest.fixture(scope="module")
def tree(repository: Path) -> Tree:
    return Tree(repository / PACKAGE)


def test_imports_run_one_way(tree: Tree) -> None:
    expect_none(misplaced(tree, LEVELS))


def test_no_imports_in_a_circle(tree: Tree) -> None:
    expect_none(circular(tree))


def test_hosts_are_imported_by_their_adapters_only(tree: Tree) -> None:
    expect_none(wrong_doors(tree, DOORS))


def test_private_names_stay_at_home(tree: Tree) -> None:
    expect_none(private_uses(tree))


def test_every_public_module_says_what_is_public(tree: Tree) -> None:
    expect_none(wrong_exports(tree))


# The rules themselves, each on a small package that breaks it once.

SOUND = {
    "__init__.py": "__all__ = []",
    "low.py": "__all__ = ['thing']\ndef thing(): ...\n_secret = 1",
    "high/__init__.py": "from playbook.high.part import go\n__all__ = ['go']",
    "high/part.py": "from playbook.low import thing\n__all__ = ['go']\ndef go(): ...",
}
SMALL_LEVELS = ["low", "high"]
SMALL_DOORS = {"click": {"high"}}


def _faults(folder: Path, files: dict[str, str]) -> list[str]:
    for name, text in (SOUND | files).items():
        path = folder / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    tree = Tree(folder / PACKAGE)
    placed = [*misplaced(tree, SMALL_LEVELS), *circular(tree), *wrong_doors(tree, SMALL_DOORS)]
    return [*placed, *private_uses(tree), *wrong_exports(tree)]


def test_a_sound_package_has_no_fault(tmp_path: Path) -> None:
    assert _faults(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("new.py", "__all__ = []", "playbook.new has no place in LEVELS"),
        ("low.py", "from playbook import high\n__all__ = []", "low imports high"),
        ("low.py", "from .high.part import go\n__all__ = []", "low imports high"),
        ("low.py", "__all__ = ['thing']\ndef thing():\n    import playbook.high", "low imports high"),
        ("__init__.py", "import playbook.low\n__all__ = []", "imports nothing"),
        ("high/part.py", "from . import go\n__all__ = []", "in a circle: "),
        ("low.py", "import click\n__all__ = []", "only high may import click"),
        ("low.py", "from click.core import Group\n__all__ = []", "only high may import click"),
        ("high/part.py", "from playbook.low import _secret\n__all__ = []", "low keeps _secret private"),
        ("high/part.py", "from playbook import low\n__all__ = []\nlow._secret", "low keeps _secret private"),
        ("high/part.py", "def go(): ...", "playbook.high.part has no __all__"),
        ("high/part.py", "__all__ = ['go', 'gone']\ndef go(): ...", "names gone, which is not there"),
        ("high/part.py", "__all__ = ['go']\ndef go(): ...\nMORE = 1", "MORE is public and not in __all__"),
    ],
)
def test_each_rule_finds_its_fault(tmp_path: Path, file: str, text: str, fault: str) -> None:
    assert any(fault in found for found in _faults(tmp_path, {file: text}))
