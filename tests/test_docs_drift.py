"""What the documentation says is what there is: commands, options, exit codes, files, snippets, templates."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from playbook.bundled import templates_dir
from playbook.cli import main
from playbook.loader import FILES, FOLDERS
from playbook.schema import read_shape
from playbook.template_contract import contract
from playbook.yaml_source import read_source
from tests.faults import expect_none
from tests.golden.cases import GOLDEN, golden, refresh, try_to_render

DOCS = ("README.md", "CONTRIBUTING.md", "tests/README.md", "templates/README.md")
GENERATED = "<!-- From here on made from the code: PLAYBOOK_UPDATE=1 pytest tests/test_docs_drift.py -->\n"


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command by the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def options(command: click.Command) -> set[str]:
    """Its long options."""
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if name.startswith("--")
    }


def _table(readme: str) -> dict[str, str]:
    """The commands of the README's table, each with all that stands behind it."""
    found = {}
    for cell in re.findall(
        r"^\| `playbook (.*?)` \|", readme.partition("## Commands")[2].partition("\n## ")[0], re.MULTILINE
    ):
        first = ""
        for written in cell.split("`, `"):
            words = written.split()
            known = dict(commands())
            name = next((" ".join(words[:n]) for n in (2, 1) if " ".join(words[:n]) in known), "")
            name = name or f"{first} {words[0]}"
            first = name.split()[0]
            found[name] = written
    return found


def test_every_command_and_option_stands_in_the_readme_and_nothing_else(repository: Path) -> None:
    table = _table((repository / "README.md").read_text(encoding="utf-8"))
    expect_none(_command_drift(table))


def _command_drift(table: dict[str, str]) -> Iterator[str]:
    known = dict(commands())
    yield from (
        f"the README does not name the command: playbook {name}" for name in known.keys() - table.keys()
    )
    yield from (
        f"the README names a command that is not there: playbook {name}"
        for name in table.keys() - known.keys()
    )
    for name in known.keys() & table.keys():
        written = set(re.findall(r"--[a-z-]+", table[name]))
        yield from (
            f"playbook {name}: the README does not name {option}" for option in options(known[name]) - written
        )
        yield from (f"playbook {name} has no {option}" for option in written - options(known[name]))
        for parameter in known[name].params:
            if isinstance(parameter.type, click.Choice):
                choices = "\\|".join(parameter.type.choices)
                if f"{parameter.opts[0]} {choices}" not in table[name]:
                    yield f"playbook {name}: write {parameter.opts[0]} {choices}"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"new": "new DIR"}, "does not name --pack"),
        ({"new": "new DIR [--pack full\\|minimal] [--force]"}, "playbook new has no --force"),
        ({"new": "new DIR [--pack full]"}, "write --pack full\\|minimal"),
        ({"gone": "gone"}, "not there: playbook gone"),
        ({}, "does not name the command: playbook build"),
    ],
)
def test_each_drift_is_noticed(row: dict[str, str], fault: str) -> None:
    assert any(fault in found for found in _command_drift(row))


def _calls(text: str) -> Iterator[list[str]]:
    """Every call of the command in code, in words."""
    code = re.findall(r"`([^`\n]+)`", text) + [
        line
        for block in re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)
        for line in block.split("\n")
    ]
    for line in code:
        found = re.match(r"\s*(?:\$ )?(?:\S*/bin/)?playbook ([a-z].*)", line.replace("\\|", "|"))
        if found:
            yield shlex.split(found[1].partition("#")[0], posix=False)


def test_every_call_in_the_documentation_exists(repository: Path) -> None:
    known = dict(commands())
    for name in DOCS:
        for words in _calls((repository / name).read_text(encoding="utf-8")):
            command = next((known[" ".join(words[:n])] for n in (2, 1) if " ".join(words[:n]) in known), None)
            assert command is not None, f"{name}: playbook {' '.join(words)}"
            used = {word.strip("[]") for word in words if word.strip("[]").startswith("--")}
            assert used <= options(command), f"{name}: playbook {' '.join(words)}"


def test_every_option_says_what_it_does_or_shows_its_choices() -> None:
    expect_none(
        f"playbook {name}: {parameter.opts[0]} has no help"
        for name, command in commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        and not parameter.help
        and not isinstance(parameter.type, click.Choice)
    )
    expect_none(f"playbook {name} has no help" for name, command in commands() if not command.help)


def test_exit_codes_are_what_the_readme_says(repository: Path, tmp_path: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert "Exit codes: 0 clean, 1 problems found (warnings only with `--strict`), 2 could not run." in readme

    def code(*words: str | Path) -> int:
        return CliRunner().invoke(main, [str(word) for word in words]).exit_code

    (tmp_path / "broken/content").mkdir(parents=True)
    (tmp_path / "broken/content/handbook.yml").write_text("organisation: {}\n", encoding="utf-8")
    (tmp_path / "warned/content").mkdir(parents=True)
    (tmp_path / "warned/content/handbook.yml").write_text(
        "organisation: {name: Us}\nroles: [{id: nobody, title: Nobody}]\nchecks: {unused-entry: warning}\n",
        encoding="utf-8",
    )
    assert code("check", GOLDEN / "minimal") == 0
    assert code("check", tmp_path / "warned") == 0
    assert code("check", tmp_path / "warned", "--strict") == 1
    assert code("check", tmp_path / "broken") == 1
    assert code("build", tmp_path / "broken") == 1
    assert code("new", tmp_path / "broken") == 2
    assert code("check", tmp_path / "nowhere") == 2
    assert code("explain", "no-such-check") == 2
    assert code("check", "--no-such-option") == 2


def test_every_make_target_in_the_documentation_exists(repository: Path) -> None:
    targets = set(
        re.findall(r"^([a-z]+):", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    named = {
        target
        for name in DOCS
        for target in re.findall(
            r"(?:^|`)make ([a-z]+)", (repository / name).read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert named <= targets
    table = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {target for target in targets - {"help"} if f"| `make {target}` |" not in table} == set()


def test_every_file_named_in_the_documentation_exists(repository: Path) -> None:
    for name in DOCS:
        text = (repository / name).read_text(encoding="utf-8")
        named = re.findall(
            r"`((?:playbook|templates|site_config|tests|requirements|benchmarks|content|\.ci)/[\w./-]*)`",
            text,
        )
        named += [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
        for path in named:
            places = [repository / path, (repository / name).parent / path]
            assert any(place.exists() for place in places) or path.startswith(
                ("content/", "templates/own")
            ), f"{name}: {path}"


def _snippets(text: str) -> Iterator[str]:
    yield from re.findall(r"^```ya?ml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _snippet_faults(text: str) -> Iterator[str]:
    """Each snippet begins with a comment that says which file it stands in, and can be read as one."""
    for snippet in _snippets(text):
        file = re.match(r"# (content/\S+\.yml)\n", snippet)
        parts = file[1].split("/")[1:] if file else []
        kind = FILES.get(parts[0]) if len(parts) == 1 else FOLDERS.get(parts[0]) if len(parts) == 2 else None
        if kind is None:
            yield f"begin with the file it belongs to, such as # content/standards/dates.yml:\n{snippet}"
            continue
        source = read_source("snippet", snippet.encode())
        problems = [*source.problems, *(read_shape(kind[1], source)[2] if source.tree else ())]
        yield from (
            f"{snippet.splitlines()[0]}, line {found.location.line if found.location else 1}: {found.message}"
            for found in problems
        )


def test_every_yaml_snippet_in_the_documentation_can_be_used(repository: Path) -> None:
    expect_none(
        f"{name}: {found}"
        for name in DOCS
        for found in _snippet_faults((repository / name).read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize(
    ("snippet", "fault"),
    [
        ("# content/standards/x.yml\ntitle: X\nstatement: Y\n", None),
        ("# content/standards/x.yml\ntitel: X\nstatement: Y\n", '"titel" is not a field of a standard'),
        ("title: X\n", "begin with the file it belongs to"),
        ("# content/handbook.yml\norganisation: {name: Us\n", "line "),
    ],
)
def test_a_snippet_that_cannot_be_used_is_noticed(snippet: str, fault: str | None) -> None:
    found = list(_snippet_faults(f"Text\n```yaml\n{snippet}```\n"))
    assert fault in found[0] if fault else not found


def test_the_contract_of_the_templates_is_what_the_code_says(repository: Path) -> None:
    path = repository / "templates/README.md"
    by_hand, mark, _ = path.read_text(encoding="utf-8").partition(GENERATED)
    assert mark, f"this line is missing in templates/README.md: {GENERATED}"
    wanted = by_hand + GENERATED + "\n" + contract(templates_dir())
    if refresh():
        path.write_text(wanted, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == wanted


def test_the_template_shown_in_the_contract_works(repository: Path, tmp_path: Path) -> None:
    text = (repository / "templates/README.md").read_text(encoding="utf-8")
    examples = re.findall(r"^`templates/(\S+)`:\n\n```jinja\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert len(examples) >= 2
    for number, (name, template) in enumerate(examples):
        own = tmp_path / str(number)
        (own / name).parent.mkdir(parents=True)
        (own / name).write_text(template, encoding="utf-8")
        site, problems = try_to_render(golden("everything"), own)
        assert site is not None, problems
        before, _ = try_to_render(golden("everything"))
        assert before is not None and json.dumps([p.body for p in site.pages]) != json.dumps(
            [p.body for p in before.pages]
        )
