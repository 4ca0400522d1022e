"""What a reviewer of a whole handbook wants to see: gaps, one-sided and overlapping records, the trace, what is kept.

Pure: from a handbook to tables; ``as_text``, ``as_markdown`` and ``as_html`` write them down. It
counts and shows, and judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from playbook.model.standard import Deviation
from playbook.model.whole import FoundDeviation, Handbook
from playbook.problems import Accepted, Problem
from playbook.readability import reading
from playbook.running_text import make_resolve, running_text

__all__ = ["Table", "as_html", "as_markdown", "as_text", "review"]

_OVERLAP = frozenset({"rows-overlap", "rows-touch", "same-label"})
_UNUSED = frozenset({"unreachable-rung", "unused-entry", "unused-record", "unused-acceptance"})
_ONE_SIDED = frozenset({"acceptable-twin", "one-sided-step"})
_NOTHING = "-"
_HARDEST = 10
_GRADE = "School grade: the years of school that a reader needs; at most 8 on a card, 9 on a page. The hardest come first."


@dataclass(frozen=True)
class Table:
    """One part of the report: a heading, the names of its columns, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """What its figures mean, where the names of the columns do not say it."""
    in_text: int | None = None
    """How many rows a terminal shows; None for all."""


def review(handbook: Handbook, problems: Iterable[Problem], accepted: Iterable[Accepted]) -> list[Table]:
    """Every part of the report, in a fixed order; a part with nothing to show keeps its heading."""
    found = list(problems)
    known = _OVERLAP | _UNUSED | _ONE_SIDED | {"open-decision"}
    others = [problem for problem in found if problem.check not in known]
    return [
        Table("Missing", ("where", "what"), (*_missing(handbook), *_lines(others))),
        Table(
            "One-sided",
            ("where", "what"),
            (*_one_sided(handbook), *_lines(p for p in found if p.check in _ONE_SIDED)),
        ),
        Table(
            "Overlapping",
            ("where", "what"),
            (*_shared_words(handbook), *_lines(p for p in found if p.check in _OVERLAP)),
        ),
        Table("Unused", ("where", "what"), tuple(_lines(p for p in found if p.check in _UNUSED))),
        Table("Kept with a reason", ("where", "what", "because"), tuple(_kept(accepted))),
        Table(
            "How easily it reads",
            ("card or page", "words", "longest sentence", "school grade"),
            tuple(_reading(handbook)),
            note=_GRADE,
            in_text=_HARDEST,
        ),
        Table(
            "From value to measure",
            ("value", "standard", "falls short", "where we start", "support", "measures"),
            tuple(_trace(handbook)),
        ),
    ]


def _place(problem: Problem) -> str:
    at = problem.location
    return f"{at.file}:{at.line}" if at else ""


def _lines(problems: Iterable[Problem]) -> Iterator[tuple[str, ...]]:
    return ((_place(problem), f"{problem.message} [{problem.check}]") for problem in problems)


def _kept(accepted: Iterable[Accepted]) -> Iterator[tuple[str, ...]]:
    for one in sorted(accepted, key=lambda kept: kept.problem.sort_key):
        yield _place(one.problem), f"{one.problem.message} [{one.problem.check}]", one.because


def _missing(book: Handbook) -> Iterator[tuple[str, ...]]:
    used = {standard.value for standard in book.standards.values()}
    for value in book.settings.values:
        if value.id not in used:
            yield f"value: {value.title}", "no standard makes it concrete"
    for track in book.settings.tracks:
        if not book.ladders_for(track.id):
            yield f"kind of concern: {track.title}", "no ladder answers it"
    helped = {cause for support in book.support.values() for cause in support.causes}
    for cause in book.settings.causes:
        if cause.id not in helped:
            yield f"cause: {cause.title}", "no support fits it"
    for standard in book.standards.values():
        parts = ("examples", "deviations", "timelines", "quality", "collaboration", "measures")
        lacking = [part for part in parts if not getattr(standard, part)]
        if lacking:
            yield f"standard: {standard.title}", f"it has no {', no '.join(lacking)}"
    for found in book.deviations.values():
        lacking = [
            part
            for part in ("check_first", "say", "do", "causes", "impact")
            if not getattr(found.deviation, part)
        ]
        if lacking:
            yield f"card: {found.deviation.title}", f"it has no {', no '.join(lacking)}"


def _one_sided(book: Handbook) -> Iterator[tuple[str, ...]]:
    for standard in book.standards.values():
        if standard.deviations and not standard.recognition:
            yield f"standard: {standard.title}", "it says what falls short, and has no words of thanks"
        settings = {example.setting for example in standard.examples if example.setting}
        if len(standard.examples) > 1 and len(settings) == 1:
            yield (
                f"standard: {standard.title}",
                f"all its examples come from one kind of work: {settings.pop()}",
            )


def _shared_words(book: Handbook) -> Iterator[tuple[str, ...]]:
    """Search words that several cards share, so that a search cannot tell them apart."""
    cards: dict[str, list[str]] = {}
    for found in book.deviations.values():
        for said in dict.fromkeys(found.deviation.also_said):
            cards.setdefault(said.casefold(), []).append(found.deviation.title)
    for said, titles in cards.items():
        if len(titles) > 1:
            yield f'search words "{said}"', " / ".join(titles)


def _reading(book: Handbook) -> Iterator[tuple[str, ...]]:
    """The hardest first; an abbreviation that the glossary explains does not count for the grade."""
    resolve = make_resolve(book)
    texts = [
        (f"card: {found.deviation.title}", _card_text(found.deviation)) for found in book.deviations.values()
    ]
    texts += [
        (f"{record.kind}: {getattr(record.data, 'title', None) or record.id}", running_text(record, resolve))
        for record in book.records.values()
    ]
    measured = [(reading(text, leave_out=book.words.abbreviations), title) for title, text in texts]
    for one, title in sorted(measured, key=lambda row: (-row[0].grade, row[1])):
        if one.words:
            yield title, str(one.words), str(one.longest), f"{one.grade:.1f}"


def _card_text(deviation: Deviation) -> str:
    lines = [*deviation.check_first, *deviation.say, *deviation.do, deviation.write_down, deviation.do_not]
    return " ".join(line if line.endswith((".", "?", "!")) else f"{line}." for line in lines if line)


def _trace(book: Handbook) -> Iterator[tuple[str, ...]]:
    values = {value.id: value.title for value in book.settings.values}
    for found in book.deviations.values():
        standard, causes = found.standard, set(found.deviation.causes)
        helping = [support.title for support in book.support.values() if causes & set(support.causes)]
        measures = [book.measures[id_].title for id_ in standard.measures if id_ in book.measures]
        yield (
            values.get(standard.value or "", _NOTHING),
            standard.title,
            found.deviation.title,
            _start(book, found) or _NOTHING,
            "; ".join(helping) or _NOTHING,
            "; ".join(measures) or _NOTHING,
        )


def _start(book: Handbook, found: FoundDeviation) -> str:
    """The step with which the first time begins, on each ladder for it."""
    titles = []
    for _, ladder in book.ladders_for(found.track):
        steps = {rung.id: rung.title for rung in ladder.rungs}
        own = [row for row in ladder.entry if row.for_.deviation == found.deviation.id]
        rows = own or [
            row for row in ladder.entry if row.for_.severity and row.for_.severity == found.deviation.severity
        ]
        cell = next((row.cells["1"] for row in rows if "1" in row.cells), None)
        if cell and cell.from_ and cell.from_.rung in steps:
            titles.append(steps[cell.from_.rung])
    return "; ".join(dict.fromkeys(titles))


def as_text(tables: Iterable[Table], summary: str, whole: str = "playbook report --format markdown") -> str:
    """For a terminal: headings and one line a row; of a long list the first rows, and the command for all."""
    return "\n\n".join([*(_text(table, whole) for table in tables), summary]) + "\n"


def _text(table: Table, whole: str) -> str:
    if not table.rows:
        return f"{table.title}\n  nothing"
    shown = table.rows[: table.in_text]
    lines = [*filter(None, [table.note]), *(" | ".join(row) for row in (table.columns, *shown))]
    if others := len(table.rows) - len(shown):
        noun = "other" if others == 1 else "others"
        lines.append(f"and {others} {noun}; the whole list: {whole} (or html)")
    return "\n  ".join([table.title, *lines])


def as_markdown(tables: Iterable[Table], summary: str) -> str:
    """For a pull request or a wiki: tables of Markdown."""
    return "\n\n".join(["# Report", *map(_markdown, tables), _cell(summary)]) + "\n"


def _markdown(table: Table) -> str:
    if not table.rows:
        return f"## {table.title}\n\nNothing."
    rows = (table.columns, tuple("---" for _ in table.columns), *table.rows)
    escape: Callable[[str], str] = _cell
    head = "".join(f"{line}\n\n" for line in (f"## {table.title}", escape(table.note)) if line)
    return head + "\n".join(f"| {' | '.join(map(escape, row))} |" for row in rows)


def _cell(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in text.replace("\n", " "))


def as_html(tables: Iterable[Table], summary: str) -> str:
    """For authors who read in a browser: one file that asks for nothing else."""
    page = Xml.Element("html", lang="en")
    head = Xml.SubElement(page, "head")
    Xml.SubElement(head, "meta", charset="utf-8")
    Xml.SubElement(head, "title").text = "Report"
    body = Xml.SubElement(page, "body")
    Xml.SubElement(body, "h1").text = "Report"
    for table in tables:
        Xml.SubElement(body, "h2").text = table.title
        _html(body, table)
    Xml.SubElement(body, "p").text = summary
    return "<!doctype html>\n" + Xml.tostring(page, encoding="unicode", method="html") + "\n"


def _html(body: Xml.Element, table: Table) -> None:
    if not table.rows:
        Xml.SubElement(body, "p").text = "Nothing."
        return
    if table.note:
        Xml.SubElement(body, "p").text = table.note
    made = Xml.SubElement(body, "table", border="1")
    top = Xml.SubElement(made, "tr")
    for name in table.columns:
        Xml.SubElement(top, "th", scope="col").text = name
    for row in table.rows:
        line = Xml.SubElement(made, "tr")
        for words_of in row:
            Xml.SubElement(line, "td").text = words_of
