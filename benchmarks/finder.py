"""Every way through the finder, walked on the rendered pages as a reader without a script walks them.

``python -m benchmarks.finder [FOLDER ...]`` prints, for the example handbook and for every real ladder
under tests/ladders: how many ways there are, how many screens the longest one has, and what is wrong:
a way that does not end, one that comes back, a question without "I don't know", an answer that differs
from the ladder's table or from the card. Only the pages are read, never the model or the graph.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.measured import ROOT
from playbook.compiler import compile_handbook
from playbook.project import Project
from playbook.site import Page, Site

__all__ = ["Choice", "Finder", "Node", "Part", "Walked", "handbooks", "read_finder", "walked"]

NOTHING = "Nothing is agreed here. Ask before you act."
_VOID = {"br", "hr", "img", "input", "path", "rect", "line"}


@dataclass
class Node:
    """An element of a page: its attributes, and its children in order, texts among them."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it, on one line."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        words = "".join(child if isinstance(child, str) else child._words() for child in self.children)
        return f" {words} " if self.tag in _BLOCKS else words

    def has(self, name: str) -> bool:
        """Whether it carries a class."""
        return name in self.attributes.get("class", "").split()

    def all(self, tag: str = "", name: str = "") -> Iterator[Node]:
        """Every element inside it with this tag and class, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if tag in ("", child.tag) and (not name or child.has(name)):
                    yield child
                yield from child.all(tag, name)

    def first(self, tag: str = "", name: str = "") -> Node | None:
        """The first of them."""
        return next(self.all(tag, name), None)


_BLOCKS = set("p li ul dt dd td th tr div section h2 h3 h4 summary details".split())


class _Tree(HTMLParser):
    """Builds the elements of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("page")
        self._open = [self.root]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


@dataclass(frozen=True)
class Choice:
    """One answer on a screen: its words, where its link leads, and whether it is "I don't know"."""

    words: str
    href: str
    unsure: bool


@dataclass(frozen=True)
class Part:
    """One screen: a question with choices, or an end with what it says."""

    id: str
    title: str
    choices: tuple[Choice, ...]
    node: Node

    @property
    def agreed(self) -> str:
        """The agreed range, as the reader reads it."""
        cell = self.node.first("p", "pb-range__cell")
        return cell.text if cell else ""

    @property
    def row(self) -> str:
        """The row of the ladder's table that it says it comes from."""
        row = self.node.first("span", "pb-why__row")
        return row.text if row else ""

    @property
    def column(self) -> str:
        """The column of that table."""
        column = self.node.first("span", "pb-why__column")
        return column.text if column else ""

    @property
    def ladder(self) -> str:
        """The address of that table, from the root of the site."""
        why = self.node.first("p", "pb-why")
        link = why.first("a") if why else None
        return link.attributes["href"].removeprefix("../").partition("#")[0] if link else ""


@dataclass(frozen=True)
class Finder:
    """The finder's page, read: where it starts, and every screen by its id."""

    start: str
    parts: dict[str, Part]

    def ways(self) -> Iterator[tuple[list[Part], str]]:
        """Every way: the questions on it, and the id where it ends, a link to a card, or ``loop``."""
        stack: list[tuple[str, list[Part]]] = [(self.start, [])]
        while stack:
            id_, asked = stack.pop()
            part = self.parts.get(id_)
            if part is None or not part.choices or part in asked:
                yield asked, "loop" if part in asked else id_
                continue
            for choice in reversed(part.choices):
                if choice.href.startswith("#"):
                    stack.append((choice.href[1:], [*asked, part]))
                else:
                    yield [*asked, part], choice.href

    def ends_from(self, id_: str) -> list[Part]:
        """Every end that can be reached from a screen."""
        seen: dict[str, None] = {}
        waiting = [id_]
        while waiting:
            node = waiting.pop()
            if node not in seen and node in self.parts:
                seen[node] = None
                waiting += [choice.href[1:] for choice in self.parts[node].choices if choice.href[0] == "#"]
        return [self.parts[node] for node in seen if not self.parts[node].choices]


@dataclass(frozen=True)
class Walked:
    """What one handbook's finder came to."""

    name: str
    questions: int
    ends: int
    ways: int
    longest: int
    compared: int
    size: int
    dead_ends: tuple[str, ...]
    loops: tuple[str, ...]
    disagreements: tuple[str, ...]
    unused_rows: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether every way ends, none comes back, and no answer differs from its table."""
        return not (self.dead_ends or self.loops or self.disagreements)


def read_finder(site: Site) -> Finder:
    """Read the finder's page of a site."""
    root = _Tree(_page(site, "start-here/").body).root
    finder = root.first("div", "pb-finder")
    assert finder is not None
    parts = [_part(node) for node in finder.all("section")]
    return Finder(finder.attributes["data-pb-start"], {part.id: part for part in parts})


def _part(node: Node) -> Part:
    title = node.first("h2")
    choices = [
        Choice(link.text, link.attributes["href"], link.has("pb-choice--unsure"))
        for link in node.all("a", "pb-choice")
    ]
    return Part(node.attributes["id"], title.text if title else "", tuple(choices), node)


def walked(name: str, site: Site) -> Walked:
    """Walk every way of a site's finder, and compare each answer with the ladder's table and the card."""
    finder = read_finder(site)
    ways = list(finder.ways())
    addresses = {page.address for page in site.pages}
    asks = [part for part in finder.parts.values() if part.choices]
    tables = {address: _table(_page(site, address)) for address in _ladders(finder)}
    answers = [part for part in finder.parts.values() if part.row]
    shown = {(part.ladder, part.row) for part in answers}
    unused = [(address, row) for address, table in tables.items() for row in table[1]]
    return Walked(
        name=name,
        questions=len(asks),
        ends=len(finder.parts) - len(asks),
        ways=len(ways),
        longest=max(len(asked) for asked, _ in ways),
        compared=len(answers),
        size=len(_page(site, "start-here/").body.encode()),
        dead_ends=tuple(_dead_ends(finder, ways, addresses)),
        loops=tuple(asked[-1].title for asked, end in ways if end == "loop"),
        disagreements=(*_beside_tables(answers, tables), *_beside_cards(site, finder)),
        unused_rows=tuple(f"{address}: {row}" for address, row in unused if (address, row) not in shown),
    )


def _dead_ends(finder: Finder, ways: list[tuple[list[Part], str]], addresses: set[str]) -> Iterator[str]:
    for asked, end in ways:
        if end not in finder.parts and end != "loop" and end.removeprefix("../") not in addresses:
            yield f"{asked[-1].title} leads to {end}, which is nowhere"
    for part in finder.parts.values():
        if part.choices and not part.choices[-1].unsure:
            yield f'{part.title} does not offer "I don\'t know" last'


def _ladders(finder: Finder) -> list[str]:
    return sorted({part.ladder for part in finder.parts.values() if part.row})


_Table = tuple[list[str], dict[str, list[str]]]


def _table(page: Page) -> _Table:
    """The heads of the columns, and the cells of every row, of the table of where to start."""
    root = _Tree(page.body.partition("{#entry}")[2]).root
    table = root.first("table")
    assert table is not None
    heads, *rows = [list(line.all()) for line in table.all("tr")]
    cells = {
        row[0].text: [cell.text for cell in row[1:] if cell.tag == "td"]
        for row in rows
        if row and row[0].tag == "th"
    }
    return [head.text for head in heads if head.tag == "th"][1:], cells


def _beside_tables(answers: list[Part], tables: dict[str, _Table]) -> Iterator[str]:
    """Answers that read otherwise than the cell of the ladder's own table."""
    for part in answers:
        heads, rows = tables[part.ladder]
        there = [head for head in heads if head.lower().split()[0] == part.column.split()[0]]
        said = rows[part.row][heads.index(there[0])] if there and part.row in rows else NOTHING
        if said.replace(f" ({part.column})", "") != part.agreed:
            yield f"{part.row}, {part.column}: the finder says {part.agreed!r}, the table {said!r}"


def _beside_cards(site: Site, finder: Finder) -> Iterator[str]:
    """Cards that show other rows or other ranges than the finder reaches from what they are about."""
    what = next(part for part in finder.parts.values() if part.node.attributes.get("data-pb-kind") == "what")
    for link in what.node.all("a", "pb-choice"):
        card = link.attributes.get("data-pb-card", "").removeprefix("../")
        if card:
            begin = link.attributes["href"][1:]
            ends = [end for end in finder.ends_from(begin) if end.row]
            found = {
                (end.row, end.column, end.agreed) for end in ends if not _is_silent(end.agreed, end.column)
            }
            shown = set(_on_card(_page(site, card)))
            # a question may hand the concern over to another ladder, whose rows stand on that ladder's page
            own = {one for one in found if one[0] in {row for row, _, _ in shown}}
            # or all its answers may end before the table
            ends_before = not ends and begin.startswith("ask-")
            if (shown != own and not ends_before) or (found and not shown):
                yield f"{card}: only the card: {sorted(shown - own)}, only the finder: {sorted(own - shown)}"


def _is_silent(said: str, column: str) -> bool:
    """Whether this is the end of a row that ends early: the finder says so, a card leaves it out."""
    return said == NOTHING and column.endswith("and later")


def _on_card(page: Page) -> Iterator[tuple[str, str, str]]:
    for entry in _Tree(page.body).root.all("div", "pb-entry"):
        about = entry.first("p")
        facts = entry.first("dl")
        assert about is not None and facts is not None
        row = about.text.rpartition(" · ")[0]
        for head, cell in zip(facts.all("dt"), facts.all("dd"), strict=True):
            if not _is_silent(cell.text, head.text):
                yield row, head.text[:1].lower() + head.text[1:], cell.text


def _page(site: Site, address: str) -> Page:
    return next(page for page in site.pages if page.address == address)


def handbooks(folders: list[Path] | None = None) -> Iterator[tuple[str, Site]]:
    """The example handbook and every real ladder of the tests, or the projects that are named."""
    cases = sorted(content.parent for content in (ROOT / "tests" / "ladders").glob("*/content"))
    for folder in folders or [ROOT, *cases]:
        compiled = compile_handbook(Project(folder))
        if compiled.site is None:
            raise SystemExit(f"{folder} does not compile: {compiled.problems[:3]}")
        if any(page.address == "start-here/" for page in compiled.site.pages):
            yield "example handbook" if folder == ROOT else folder.name, compiled.site


def main() -> int:
    """Print the figures of every handbook, and what is wrong with any of them."""
    found = [walked(name, site) for name, site in handbooks([Path(name) for name in sys.argv[1:]])]
    heads = ("ways", "longest", "dead ends", "loops", "disagree", "compared", "KB")
    print(f"{'':20}" + "".join(f"{head:>10}" for head in heads))
    for one in found:
        figures = (
            one.ways,
            one.longest,
            len(one.dead_ends),
            len(one.loops),
            len(one.disagreements),
            one.compared,
        )
        print(f"{one.name:20}" + "".join(f"{figure:10}" for figure in figures) + f"{one.size / 1000:10.0f}")
    for one in found:
        for fault in (*one.dead_ends, *one.loops, *one.disagreements):
            print(f"{one.name}: {fault}")
        for row in one.unused_rows:
            print(f"{one.name}: no deviation leads to the row {row}")
    return 0 if all(one.sound for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
