"""Every kind of slip an author can make, as a change of a few lines of a sound handbook, with its true place.

A slip knows nothing of the reader that must find it: it takes a line of the text, spoils
it, and says in which line and column an author would have to change something. Only where
the values stand is taken from the reader, and held against the text.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.loader import FILES, FOLDERS
from playbook.model.fields import Date, Duration, Flag, Mail, Model, Number, Phone, Reference
from playbook.model.walk import Path as Steps
from playbook.model.walk import part_at
from playbook.yaml_source import Fields, Items, Node, Text, read_source

__all__ = ["KINDS", "Book", "Slip", "read_book", "slip_of_the_pen"]


@dataclass(frozen=True)
class Slip:
    """One change: the lines from ``first`` up to ``last`` become ``lines``; its place counts from the new text.

    ``meant`` is the word that was spoiled by at most two slips; ``strange`` says that the
    word is like no other, so that nothing must be proposed. ``moved`` is the name that the
    file had before.
    """

    kind: str
    file: str
    first: int
    last: int
    lines: tuple[str, ...]
    line: int
    column: int
    meant: str = ""
    strange: bool = False
    moved: str = ""


@dataclass(frozen=True)
class Field:
    """One field of a record: its path, the part it belongs to, what the model says about it, and its value."""

    file: str
    path: Steps
    part: type[Model]
    info: FieldInfo
    line: int
    column: int
    node: Node

    @property
    def name(self) -> str:
        """The name as written."""
        return str(self.path[-1])

    @property
    def reference(self) -> Reference | None:
        """What it names, if it names something."""
        return _marked(self.info)


@dataclass(frozen=True)
class Book:
    """A sound handbook: the lines of every file, and every field in them."""

    lines: Mapping[str, tuple[str, ...]]
    fields: tuple[Field, ...]
    ids: Mapping[str, frozenset[str]]


def read_book(content: Path) -> Book:
    """Read a handbook that is known to be sound."""
    lines, fields = {}, []
    for path in sorted(content.rglob("*.yml")):
        parts = path.relative_to(content).parts
        known = FILES.get(parts[0]) if len(parts) == 1 else FOLDERS.get(parts[0])
        if known is None:
            continue
        file = "content/" + "/".join(parts)
        source = read_source(file, path.read_bytes())
        assert not source.problems and source.tree is not None, source.problems
        lines[file] = tuple(source.text.split("\n"))
        fields += list(_fields(file, known[1], source.tree, ()))
    return Book(lines, tuple(fields), _ids(fields))


def slip_of_the_pen(chance: random.Random, word: str, slips: int) -> str:
    """A word with letters left out, doubled, swapped or mistyped; never the word itself."""
    letters = list(word)
    while "".join(letters) == word:
        for _ in range(slips):
            place = chance.randrange(len(letters))
            kind = chance.choice(("out", "in", "other", "swap"))
            if kind == "out" and len(letters) > 2:
                del letters[place]
            elif kind == "in":
                letters.insert(place, chance.choice("aeinorst"))
            elif kind == "other":
                letters[place] = chance.choice("aeinorstlcdu")
            elif place + 1 < len(letters):
                letters[place], letters[place + 1] = letters[place + 1], letters[place]
        if letters[0] == "-" or letters[-1] == "-":
            letters = list(word)
    return "".join(letters)


def _fields(file: str, kind: type[Model], node: Node, path: Steps) -> Iterator[Field]:
    if isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from _fields(file, kind, item, (*path, index))
    elif isinstance(node, Fields):
        part = part_at(kind, path)
        for name, value in node.values.items():
            info = _declared(part, name) if part else None
            if part is not None and info is not None:
                at = node.keys[name]
                yield Field(file, (*path, name), part, info, at.line - 1, at.column - 1, value)
            yield from _fields(file, kind, value, (*path, name))


def _declared(part: type[Model], name: str) -> FieldInfo | None:
    return next((info for field, info in part.model_fields.items() if (info.alias or field) == name), None)


def _bare(annotation: Any) -> Any:
    args = get_args(annotation)
    if type(None) in args:
        return _bare(next(arg for arg in args if arg is not type(None)))
    return _bare(args[0]) if hasattr(annotation, "__metadata__") else annotation


def _all_metadata(annotation: Any, info: FieldInfo | None = None) -> tuple[Any, ...]:
    found: tuple[Any, ...] = tuple(info.metadata) if info else ()
    found += tuple(getattr(annotation, "__metadata__", ()))
    for arg in get_args(annotation):
        if arg is not type(None) and not isinstance(arg, str):
            found += _all_metadata(arg)
    return found


def _marked(info: FieldInfo) -> Reference | None:
    return next((mark for mark in _all_metadata(info.annotation, info) if isinstance(mark, Reference)), None)


def _is(field: Field, kind: Any) -> bool:
    """Say whether a field holds one value of this kind, such as a date."""
    info, bare = field.info, _bare(field.info.annotation)
    if kind is Date:
        return bare is datetime.date
    if kind is Flag:
        return bare is bool
    if kind is Number:
        return bare is Decimal
    if kind is Literal:
        return get_origin(bare) is Literal
    if bare is not str:
        return False
    wanted = kind.__metadata__[1]
    return wanted in _all_metadata(info.annotation, info)


def _ids(fields: list[Field]) -> dict[str, frozenset[str]]:
    """The ids and file names of a handbook, by the kind that refers to them."""
    found: dict[str, set[str]] = {}
    for field in fields:
        mark = field.reference
        if mark is not None:
            values = field.node.items if isinstance(field.node, Items) else [field.node]
            found.setdefault(mark.kind, set()).update(
                value.value for value in values if isinstance(value, Text)
            )
    return {kind: frozenset(ids) for kind, ids in found.items()}


# --- where a slip can happen

_Maker = Callable[[Book, random.Random], Iterator[Slip]]


def _line(book: Book, field: Field) -> str:
    return book.lines[field.file][field.line]


def _plain(book: Book) -> Iterator[tuple[Field, str, int]]:
    """Fields with one plain text behind the colon, alone in their line: the field, the text, its column."""
    for field in book.fields:
        line = _line(book, field)
        node = field.node
        if not isinstance(node, Text) or node.style or node.at.line - 1 != field.line:
            continue
        column = node.at.column - 1
        if line[column:].strip() == node.value and _alone(book, field):
            yield field, node.value, column


def _alone(book: Book, field: Field) -> bool:
    """Say whether a field stands in its line alone and its value does not go on below."""
    line = _line(book, field)
    if not re.fullmatch(r" *(?:- )*", line[: field.column]):
        return False
    below = book.lines[field.file][field.line + 1 : field.line + 2]
    return not below or not below[0].strip() or len(below[0]) - len(below[0].lstrip()) <= field.column


def _entries(book: Book) -> Iterator[tuple[Field, int, Text]]:
    """Plain texts that are entries of a list, each in a line of its own."""
    for field in book.fields:
        if isinstance(field.node, Items) and not field.node.flow:
            for index, item in enumerate(field.node.items):
                if isinstance(item, Text) and not item.style:
                    line = book.lines[field.file][item.at.line - 1]
                    if line.strip() == f"- {item.value}":
                        yield field, index, item


def _swap(kind: str, file: str, number: int, new: str, column: int, **more: Any) -> Slip:
    return Slip(kind, file, number, number + 1, (new,), number, column, **more)


def _value(kind: str, field: Field, line: str, column: int, new: str, shift: int = 0, **more: Any) -> Slip:
    """The same field with another value behind its colon."""
    return _swap(kind, field.file, field.line, line[:column] + new, column + shift, **more)


def _texts(book: Book) -> Iterator[tuple[Field, str, int, str]]:
    for field, text, column in _plain(book):
        yield field, text, column, _line(book, field)


# --- names of fields


def _name_slips(kind: str, slips: int, shortest: int) -> _Maker:
    def make(book: Book, chance: random.Random) -> Iterator[Slip]:
        for field in book.fields:
            line, name = _line(book, field), field.name
            known = {info.alias or other for other, info in field.part.model_fields.items()}
            spoiled = slip_of_the_pen(chance, name, slips) if len(name) >= shortest else name
            if spoiled not in known and re.fullmatch(r"[a-z_]+", spoiled):
                new = line[: field.column] + spoiled + line[field.column + len(name) :]
                yield _swap(kind, field.file, field.line, new, field.column, meant=name)

    return make


def _strange_name(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        line = _line(book, field)
        if not field.info.is_required() and line[field.column :].startswith(field.name):
            new = line[: field.column] + "zymurgy" + line[field.column + len(field.name) :]
            yield _swap("strange field name", field.file, field.line, new, field.column, strange=True)


def _capital_name(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        line = _line(book, field)
        new = line[: field.column] + field.name.capitalize() + line[field.column + len(field.name) :]
        yield _swap("capital in a field name", field.file, field.line, new, field.column, meant=field.name)


def _missing(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, _, line in _texts(book):
        if not field.info.is_required():
            continue
        lines = book.lines[field.file]
        dashes = line[: field.column]
        if "-" in dashes:
            below = lines[field.line + 1]
            if below.strip() and len(below) - len(below.lstrip()) == field.column:
                new = dashes + below[field.column :]
                yield Slip(
                    "missing field", field.file, field.line, field.line + 2, (new,), field.line, field.column
                )
        else:
            owner = min(
                (
                    other
                    for other in book.fields
                    if other.file == field.file
                    and other.path[:-1] == field.path[:-1]
                    and other.path != field.path
                ),
                key=lambda other: other.line,
                default=None,
            )
            if owner is not None:
                place = owner.line - (1 if owner.line > field.line else 0)
                yield Slip("missing field", field.file, field.line, field.line + 1, (), place, owner.column)


def _empty(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, column, line in _texts(book):
        yield _swap("empty field", field.file, field.line, line[:column].rstrip(), field.column)


def _twice(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, _, line in _texts(book):
        again = " " * field.column + line[field.column :]
        yield Slip(
            "field written twice",
            field.file,
            field.line + 1,
            field.line + 1,
            (again,),
            field.line + 1,
            field.column,
        )


# --- wrong kinds of values


def _wrong_type(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, column, line in _texts(book):
        if _bare(field.info.annotation) is str:
            yield _value("list for text", field, line, column, "[one, two]")
            yield _value("fields for text", field, line, column, "{one: two}")
    for field, _, item in _entries(book):
        line = book.lines[field.file][item.at.line - 1]
        column = item.at.column - 1
        if not getattr(_bare(get_args(_bare(field.info.annotation))[0]), "shorthand", ""):
            new = line[:column] + "Remember: " + item.value
            yield _swap("colon in an entry", field.file, item.at.line - 1, new, column)


def _text_for(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        node, bare = field.node, _bare(field.info.annotation)
        line = _line(book, field)
        if isinstance(node, Text) or not re.fullmatch(r" *(?:- )*", line[: field.column]):
            continue
        end = _end(book, field)
        head = line[: field.column + len(field.name) + 1] + " "
        if get_origin(bare) is list:
            new = (head + "some words in a row",)
            yield Slip("text for list", field.file, field.line, end, new, field.line, len(head))
            if any(type(mark).__name__ == "MinLen" for mark in field.info.metadata):
                yield Slip("empty list", field.file, field.line, end, (head + "[]",), field.line, len(head))
        elif isinstance(bare, type) and issubclass(bare, Model) and not bare.shorthand:
            new = (head + "some words in a row",)
            yield Slip("text for fields", field.file, field.line, end, new, field.line, len(head))
            yield Slip(
                "list for fields", field.file, field.line, end, (head + "[one]",), field.line, len(head)
            )


def _end(book: Book, field: Field) -> int:
    """The line behind the last one of a field's value."""
    lines = book.lines[field.file]
    number = field.line + 1
    dash = lines[field.line][: field.column].find("-")
    deeper = dash if field.name == "id" and dash >= 0 else field.column
    while number < len(lines) and (
        not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) > deeper
    ):
        number += 1
    while not lines[number - 1].strip():
        number -= 1
    return number


def _bad_values(name: str, kind: Any, values: tuple[str, ...]) -> _Maker:
    def make(book: Book, chance: random.Random) -> Iterator[Slip]:
        for field, text, column, line in _texts(book):
            if _is(field, kind) and not text.startswith("<<"):
                yield _value(name, field, line, column, chance.choice(values))

    return make


def _choices(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, text, column, line in _texts(book):
        if _is(field, Literal):
            known = get_args(_bare(field.info.annotation))
            yield _value("unknown choice", field, line, column, "whatever-else", strange=True)
            spoiled = slip_of_the_pen(chance, text, 1) if len(text) > 3 else text
            if spoiled not in known and re.fullmatch(r"[a-z-]+", spoiled):
                yield _value("mistyped choice", field, line, column, spoiled, meant=text)


def _long_or_broken(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, column, line in _texts(book):
        if "Line" in str(field.info.metadata) or field.name in ("title", "name"):
            yield _value("too long", field, line, column, "very " * 130 + "long")
            margin = " " * (field.column + 2)
            new = (line[:column] + "|", margin + "one line", margin + "another line")
            yield Slip(
                "line break in a line", field.file, field.line, field.line + 1, new, field.line, column
            )


# --- ids


def _references(book: Book) -> Iterator[tuple[Field, str, int, int, str]]:
    """Every single name of something, alone in its line or in brackets: field, name, line, column, text of the line."""
    for field in book.fields:
        if field.reference is None:
            continue
        values = field.node.items if isinstance(field.node, Items) else [field.node]
        for value in values:
            if isinstance(value, Text) and not value.style:
                number, column = value.at.line - 1, value.at.column - 1
                yield field, value.value, number, column, book.lines[field.file][number]


def _wrong_ids(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, name, number, column, line in _references(book):
        mark = field.reference
        assert mark is not None
        tail = line[column + len(name) :]
        new = line[:column] + "quixotic-zebra" + tail
        yield _swap("name that leads nowhere", field.file, number, new, column, strange=True)
        for slips, shortest in ((1, 4), (2, 7)):
            spoiled = slip_of_the_pen(chance, name, slips) if len(name) >= shortest else name
            if spoiled not in book.ids[mark.kind] and re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", spoiled):
                kind = f"mistyped name, {slips} slip{'s' if slips > 1 else ''}"
                yield _swap(kind, field.file, number, line[:column] + spoiled + tail, column, meant=name)


def _own_ids(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, column, line in _texts(book):
        if field.name != "id":
            continue
        if "-" in line[: field.column]:
            start, end = field.line, _end(book, field)
            again = book.lines[field.file][start:end]
            yield Slip("entry copied", field.file, end, end, again, end, column)
        yield _value("id with spaces", field, line, column, "Not an id")
        yield _value("id that Windows keeps", field, line, column, "con")


def _circles(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, name, number, column, line in _references(book):
        if field.path[-2:] == ("next", "rung") and field.path[0] == "rungs":
            first = next(
                other
                for other in book.fields
                if other.file == field.file and other.path == ("rungs", 0, "id")
            )
            assert isinstance(first.node, Text)
            new = line[:column] + first.node.value + line[column + len(name) :]
            yield _swap("circle of steps", field.file, number, new, column)


def _placeholders(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, column, line in _texts(book):
        if field.name in ("statement", "why", "do_not", "write_down", "meaning", "observable"):
            new = "Ask <<nobody-knows>> first."
            yield _value("unknown placeholder", field, line, column, new, shift=4, strange=True)


# --- signs


def _signs(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, text, column, line in _texts(book):
        if " " not in text:
            continue
        for sign in (
            "*",
            "**",
            "& ",
            "&",
            "@",
            "%",
            "`",
            "> ",
            "| ",
            "!",
            "! ",
            "? ",
            ", ",
            "] ",
            "} ",
            "- ",
        ):
            yield _value(f"text begins with {sign.strip()[:1]}", field, line, column, sign + text)
        yield _value("text begins with #", field, line, column, "#" + text)
        yield _value("text begins with brackets", field, line, column, f"[What] {text}")
        yield _value("text begins with braces", field, line, column, "{What} " + text)
        yield _value("second colon", field, line, column, f"Note: {text}", shift=4)
        yield _value("text after quotes", field, line, column, f'"First" {text}', shift=6)
        if "'" not in text:
            yield _value("apostrophe in quotes", field, line, column, f"'It's {text}'", shift=3)
        yield _value(
            "backslash",
            field,
            line,
            column,
            f'"C:\\docs {text}"' if '"' not in text else '"\\d"',
            shift=3 if '"' not in text else 1,
        )


def _entry_signs(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, _, item in _entries(book):
        number, column = item.at.line - 1, item.at.column - 1
        line = book.lines[field.file][number]
        for kind, new in (
            ("brackets", f"[What] {item.value}"),
            ("*", f"*{item.value}"),
            ("&", f"& {item.value}"),
            ("%", f"% {item.value}"),
        ):
            yield _swap(f"entry begins with {kind}", field.file, number, line[:column] + new, column)
        dash = line.index("-")
        siblings = field.node.items if isinstance(field.node, Items) else []
        if len(siblings) > 1 and item is not siblings[0]:
            yield _swap(
                "no space after the dash",
                field.file,
                number,
                line[: dash + 1] + line[dash + 1 :].lstrip(),
                dash,
            )
            yield _swap("entry one space deeper", field.file, number, " " + line, dash + 1)


def _quotes(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, text, column, line in _texts(book):
        for quote in ("'", '"'):
            if quote not in text:
                yield _value("quote not closed", field, line, column, quote + text)
    for field, _, item in _entries(book):
        number, column = item.at.line - 1, item.at.column - 1
        line = book.lines[field.file][number]
        if '"' not in item.value:
            yield _swap("quote not closed", field.file, number, line[:column] + '"' + item.value, column)


def _brackets(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        node, line = field.node, _line(book, field)
        if (
            isinstance(node, Text)
            or not node.flow
            or not _alone(book, field)
            or node.at.line - 1 != field.line
        ):
            continue
        if line.rstrip().endswith(("]", "}")):
            cut = line.rstrip()[:-1]
            if cut.count("[") + cut.count("{") == 1:
                yield _swap("bracket not closed", field.file, field.line, cut, node.at.column - 1)
        names = list(node.keys.values()) if isinstance(node, Fields) else []
        if len(names) > 1 and names[1].line - 1 == field.line:
            second = names[1].column - 1
            new = line[:second].rstrip().removesuffix(",") + " " + line[second:]
            if (
                line[:second].rstrip().endswith(",")
                and '"' not in line
                and "'" not in line
                and "}" not in line[:second]
            ):
                yield _swap("comma missing", field.file, field.line, new, new.index(line[second:]))


# --- colons, indentation, tabs


def _colons(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        line = _line(book, field)
        if not re.fullmatch(r" *(?:- )*", line[: field.column]) or line[field.column] in "\"'":
            continue
        colon = field.column + len(field.name)
        yield _swap("colon missing", field.file, field.line, line[:colon] + line[colon + 1 :], field.column)
        if re.match(r": \w", line[colon:]):
            new = line[: colon + 1] + line[colon + 2 :]
            yield _swap("no space after the colon", field.file, field.line, new, field.column)


def _indentation(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        line = _line(book, field)
        margin = len(line) - len(line.lstrip(" "))
        if not re.fullmatch(r" *(?:- )?", line[: field.column]):
            continue
        yield _swap("one space too many", field.file, field.line, " " + line, margin + 1)
        if margin:
            yield _swap("one space too few", field.file, field.line, line[1:], margin - 1)
            yield _swap("tab", field.file, field.line, "\t" + line.lstrip(" "), 0)


def _not_indented(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        node = field.node
        if (
            not isinstance(node, Fields)
            or node.flow
            or not re.fullmatch(r" *(?:- )*", _line(book, field)[: field.column])
        ):
            continue
        end, start = _end(book, field), field.line + 1
        by = node.at.column - 1 - field.column
        new = tuple(line[by:] for line in book.lines[field.file][start:end])
        yield Slip("fields not indented", field.file, start, end, new, node.at.line - 1, field.column)


# --- YAML that people do not mean


def _whole_lines(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        if field.column or not field.line:
            continue
        number = field.line
        yield Slip("second document", field.file, number, number, ("---",), number, 0)
        yield Slip("merge", field.file, number, number, ("<<: {a: b}",), number, 0)
        yield Slip("stray line", field.file, number, number, ("These words belong nowhere.",), number, 0)
        yield Slip("percent line", field.file, number, number, ("%of pay",), number, 0)


def _characters(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field, text, column, line in _texts(book):
        if " " not in text:
            continue
        place = text.index(" ") + 1
        for kind, sign in (
            ("zero character", "\0"),
            ("control character", "\x08"),
            ("turned direction", "\u202e"),
            ("line separator", "\u2028"),
        ):
            yield _value(kind, field, line, column, text[:place] + sign + text[place:], shift=place)
        yield _value(
            "wrong encoding", field, line, column, text[:place] + "\udce9" + text[place:], shift=place
        )


def _settings(book: Book, chance: random.Random) -> Iterator[Slip]:
    file = "content/handbook.yml"
    end = max(number for number, line in enumerate(book.lines[file]) if line.strip()) + 1
    tops = {field.name for field in book.fields if field.file == file and len(field.path) == 1}
    if "labels" not in tops:
        yield Slip(
            "unknown label",
            file,
            end,
            end,
            ("labels:", "  waybakc: How we make it good"),
            end + 1,
            2,
            meant="way_back",
        )
    if "checks" not in tops:
        yield Slip(
            "unknown check",
            file,
            end,
            end,
            ("checks:", "  unused-entri: off"),
            end + 1,
            2,
            meant="unused-entry",
        )
        yield Slip(
            "mistyped choice", file, end, end, ("checks:", "  unused-entry: of"), end + 1, 16, meant="off"
        )


def _cells(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        node = field.node
        if field.name != "cells" or not isinstance(node, Fields) or len(node.keys) < 2:
            continue
        names = list(node.keys)
        at = node.keys[names[1]]
        line = book.lines[field.file][at.line - 1]
        new = line[: at.column - 1] + "7" + line[at.column - 1 + len(names[1]) :]
        where = node.at
        if where.line == at.line:
            yield _swap("gap in the columns", field.file, at.line - 1, new, where.column - 1)


def _ranges(book: Book, chance: random.Random) -> Iterator[Slip]:
    for field in book.fields:
        number, line = field.line, _line(book, field)
        found = re.search(r"\{from: ([a-z-]+), to: ([a-z-]+)\}", line)
        if field.name == "cells" and found:
            new = line[: found.start()] + f"{{from: {found[2]}, to: {found[1]}}}" + line[found.end() :]
            yield _swap("heavier end first", field.file, number, new, found.start(1))


def _names_of_files(book: Book, chance: random.Random) -> Iterator[Slip]:
    for file in book.lines:
        parts = file.split("/")
        if len(parts) != 3:
            continue
        folder, name = parts[1], parts[2].removesuffix(".yml")
        moved = {
            "file ends in .yaml": f"content/{folder}/{name}.yaml",
            "file in a mistyped folder": f"content/{slip_of_the_pen(chance, folder, 1)}/{name}.yml",
            "file in no folder": f"content/{name}.yml",
            "file too deep": f"content/{folder}/more/{name}.yml",
            "file name with spaces": f"content/{folder}/{name.replace('-', ' ').title()}.yml",
            "file that is no record": f"content/{folder}/{name}.docx",
        }
        for kind, new in moved.items():
            meant = folder if "mistyped" in kind else ""
            yield Slip(kind, new, 0, 0, (), 0, 0, meant=meant, moved=file)


KINDS: tuple[_Maker, ...] = (
    _name_slips("mistyped field, 1 slip", 1, 3),
    _name_slips("mistyped field, 2 slips", 2, 6),
    _strange_name,
    _capital_name,
    _missing,
    _empty,
    _twice,
    _wrong_type,
    _text_for,
    _bad_values(
        "bad date", Date, ("2024-02-30", "31.12.2026", "2026-13-01", "tomorrow", "2026-1-5", "12:30")
    ),
    _bad_values(
        "bad length of time", Duration, ("5 wroking days", "soon", "5", "days", "five days or so", "1.10")
    ),
    _bad_values("bad flag", Flag, ("yes", "no", "on", "tru", "True", "1")),
    _bad_values("bad number", Number, ("many", "1,5", "0x1F", ".nan", "9" * 5000)),
    _bad_values("bad mail", Mail, ("people at example.org", "people@", "@example.org")),
    _bad_values("bad phone", Phone, ("call us", "5", "555-HELP")),
    _choices,
    _long_or_broken,
    _wrong_ids,
    _own_ids,
    _circles,
    _placeholders,
    _signs,
    _entry_signs,
    _quotes,
    _brackets,
    _colons,
    _indentation,
    _not_indented,
    _whole_lines,
    _characters,
    _settings,
    _cells,
    _ranges,
    _names_of_files,
)
"""Everything that makes slips; each yields one for every place in a handbook where it can happen."""
