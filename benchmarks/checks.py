"""Prints for every check what it finds in the wrong and in the right example of its own page.

    python -m benchmarks.checks

In the wrong example a check must find something, in the right one nothing. "Others" counts what other
checks find there: an example shows one thing. What YAML cannot show (a file that is too large, a link
that leads out) is made on the disk; the sound one is the handbook that all cases of bad content share.
Ends with 1 when a row is off. Checks of publishing speak of folders and programs, and have no example
that could be judged here: they are listed by name.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.checks.registry import CHECKS, Check
from playbook.problems import Problem
from playbook.project import Project
from tests.test_checks import BASE, HERE, MADE, examples, files_of, found_in, lay, write
from tests.test_page_checks import check_body

__all__ = ["Row", "main", "rows"]

_NO_EXAMPLE = {"wrong-value"}
"""Kept for what no other check explains: as long as each fault is explained, nothing shows it."""


@dataclass(frozen=True)
class Row:
    """What one check, and what others, found in its two examples."""

    check: str
    kind: str
    wrong: int
    right: int
    others: int

    @property
    def off(self) -> bool:
        """Whether it is not as its page says."""
        return not self.wrong or bool(self.right or self.others)


def rows(checks: Iterable[Check]) -> Iterator[Row]:
    """A row for each check that has an example to be judged."""
    for check in checks:
        judge = _judge_of(check)
        if judge:
            kind, look = judge
            wrong, right = look(check)
            others = wrong.total() - wrong[check.id] + right.total() - right[check.id]
            yield Row(check.id, kind, wrong[check.id], right[check.id], others)


_Found = tuple[Counter[str], Counter[str]]


def _judge_of(check: Check) -> tuple[str, Callable[[Check], _Found]] | None:
    """How the examples of a check are looked at; None where that cannot be done here."""
    if check.group == "publishing" or check.id in _NO_EXAMPLE:
        return None
    if check.group == "pages":
        return "a page", _on_a_page
    if examples(check.page)["Wrong"][0] == "yaml":
        return "content", _in_content
    return "a file", _in_a_file


def _in_content(check: Check) -> _Found:
    found = examples(check.page)
    return _content(found["Wrong"][1]), _content(found["Right"][1])


def _content(example: str) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        files = files_of(example)
        problems, _ = found_in(write(Path(folder), files))
    return _counted(one for one in problems if one.location and one.location.file in files)


def _in_a_file(check: Check) -> _Found:
    with tempfile.TemporaryDirectory() as folder:
        project = _spoiled(check.id, Path(folder))
        wrong = _counted(found_in(project)[0])
    return wrong, _counted(found_in(Project(BASE))[0])


def _spoiled(check: str, folder: Path) -> Project:
    if check not in MADE:
        case = next(path.parent for path in sorted((HERE / check).rglob("content")))
        return lay(folder, case / "content")
    shutil.copytree(BASE / "content", folder / "content")
    MADE[check][0](folder)
    return Project(folder)


def _on_a_page(check: Check) -> _Found:
    """Fragments of a page lead to others that are not there, so that only this check is counted."""
    found = examples(check.page)
    wrong, right = (
        _counted(one for one in check_body(_body(found[label][1])) if one.check == check.id)
        for label in ("Wrong", "Right")
    )
    return wrong, right


def _body(fragment: str) -> str:
    words = re.sub(r"^(## .*)$(?!\n\n##)", r"\1\n\n<p>Words.</p>", fragment, flags=re.MULTILINE)
    return f"# A page {{#a-page}}\n\n<p>Words.</p>\n\n{words}\n"


def _counted(problems: Iterable[Problem]) -> Counter[str]:
    return Counter(problem.check for problem in problems)


def main() -> int:
    """Print the table; 1 when a check is not what its page says."""
    told = list(rows(CHECKS.values()))
    width = max(len(row.check) for row in told)
    print(f"{'check':{width}}  shown by  wrong  right  others")
    for row in told:
        mark = "  not as its page says" if row.off else ""
        print(f"{row.check:{width}}  {row.kind:8}  {row.wrong:5}  {row.right:5}  {row.others:6}{mark}")
    off = sum(row.off for row in told)
    left = sorted(set(CHECKS) - {row.check for row in told})
    print(f"\n{len(told)} of {len(CHECKS)} checks looked at, {off} not as their page says.")
    print(f"Without an example to be judged here: {', '.join(left)}.")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())
