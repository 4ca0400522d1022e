"""Reads a rendered page the way a person does: what stands under a heading, beside a question, in a cell."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from playbook.compiler import compile_handbook
from playbook.project import Project
from playbook.site import Page, Site

__all__ = ["CASES", "PageReader", "case", "flat", "page"]

CASES = Path(__file__).parent


@cache
def case(name: str) -> Site:
    """The site of one case; it must be built without an error or a warning."""
    compiled = compile_handbook(Project(CASES / name))
    said = [str(problem) for problem in compiled.problems if problem.level.value != "note"]
    assert said == []
    assert compiled.site is not None
    return compiled.site


def page(name: str, address: str) -> PageReader:
    """One page of a case."""
    return PageReader(next(page for page in case(name).pages if page.address == address))


def flat(text: str) -> str:
    """Words as a reader sees them: without tags, entities resolved, single spaces."""
    spaced = re.sub(r"</?(?:p|li|ul|ol|dt|dd|dl|td|th|tr|section|h\d|div|details|summary)\b[^>]*>", " ", text)
    words = html.unescape(re.sub(r"<[^>]+>", "", spaced))
    return re.sub(r" ([.,:;])", r"\1", " ".join(words.split()))


class PageReader:
    """A rendered page; every answer is taken from its text alone."""

    def __init__(self, page: Page) -> None:
        self.body = page.body

    @property
    def words(self) -> str:
        """Everything a reader sees."""
        return flat(re.sub(r"\{#[a-z0-9-]+\}", "", self.body))

    @property
    def headings(self) -> list[str]:
        """Every heading of the page, in order."""
        return [flat(title) for title in re.findall(r"^#{1,3} (.*?) \{#[a-z0-9-]+\}$", self.body, re.M)]

    def answer(self, question: str) -> str:
        """What stands beside a question in a list of questions and answers; it must be asked exactly once."""
        pairs = re.findall(r"<dt[^>]*>(.*?)</dt>((?:\s*<dd>.*?</dd>)+)", self.body, re.DOTALL)
        found = [flat(answers) for asked, answers in pairs if flat(asked) == question]
        assert len(found) == 1, (
            f"{question!r} is asked {len(found)} times; there are {[flat(asked) for asked, _ in pairs]}"
        )
        return found[0]

    def under(self, heading: str) -> str:
        """What stands under a heading, down to the next one of any level."""
        found = [flat(block) for title, block in self._blocks() if title == heading]
        assert len(found) == 1, (
            f"{heading!r} stands {len(found)} times; there are {[title for title, _ in self._blocks()]}"
        )
        return found[0]

    def side(self, heading: str, side: str) -> str:
        """One side of a block of a step page: ``manager`` or ``you``."""
        block = next(block for title, block in self._blocks() if title == heading)
        css = {"manager": "pb-manager", "you": "pb-youside"}[side]
        return flat(next(iter(re.findall(rf'<section class="{css}".*?</section>', block, re.DOTALL)), ""))

    def question(self, ask: str) -> dict[str, str]:
        """Where each answer to a question leads."""
        for asked, answers in re.findall(
            r"<li>([^<]*?)(?: <span[^>]*>[^<]*</span>)?\s*<ul>(.*?)</ul></li>", self.body, re.DOTALL
        ):
            if flat(asked) == ask:
                pairs = re.findall(r"<li><strong>(.*?):</strong>(.*?)</li>", answers, re.DOTALL)
                return {flat(answer): flat(leads) for answer, leads in pairs}
        raise AssertionError(f"{ask!r} is not asked")

    def cell(self, row: str, column: str) -> str:
        """What a table says where a row and a column meet."""
        for table in re.findall(r"<table>.*?</table>", self.body, re.DOTALL):
            head, *rows = [
                re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.DOTALL)
                for line in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)
            ]
            columns = [flat(cell) for cell in head]
            for first, *cells in rows:
                if column in columns and flat(first).startswith(row):
                    return flat(cells[columns.index(column) - 1])
        raise AssertionError(f"no table has a row {row!r} and a column {column!r}")

    def _blocks(self) -> list[tuple[str, str]]:
        body = re.sub(r'<nav.*?</nav>|<p class="pb-upkeep">.*?</p>', "", self.body, flags=re.DOTALL)
        pieces = re.split(r"^#{1,3} (.*?) \{#[a-z0-9-]+\}$", body, flags=re.MULTILINE)
        return [(flat(title), block) for title, block in zip(pieces[1::2], pieces[2::2], strict=True)]
