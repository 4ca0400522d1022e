"""Walks a record and yields every reference and every piece of wording with its path.

The one place that knows how marked fields are found, so that a check for
references or for wording covers a new field the moment it is declared.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.model.fields import Model, Reference, Wording

__all__ = ["Marked", "Path", "is_required", "marked", "part_at", "references", "wordings"]

Path = tuple[str | int, ...]
_Walker = Callable[[Path, Any, list["Marked"]], None]


class Marked(NamedTuple):
    """One marked value: where it stands in its record, what it says, and what it is."""

    path: Path
    value: str
    mark: Reference | Wording


def references(part: Model, path: Path = ()) -> Iterator[Marked]:
    """Every field that names something defined elsewhere."""
    return (found for found in marked(part, path) if isinstance(found.mark, Reference))


def wordings(part: Model, path: Path = ()) -> Iterator[Marked]:
    """Every field with words that people read, and those that only feed the search."""
    return (found for found in marked(part, path) if isinstance(found.mark, Wording))


def marked(part: Model, path: Path = ()) -> list[Marked]:
    """Every reference and every wording, in the order of the fields."""
    found: list[Marked] = []
    _walk(part, path, found)
    return found


def part_at(kind: type[Model], path: Path) -> type[Model] | None:
    """The type of part that stands at this path in a record of this kind; None if the path leads elsewhere."""
    current: Any = kind
    for step in path:
        current = _bare(current)
        if isinstance(current, type) and issubclass(current, Model):
            field = _by_name(current).get(str(step))
            current = field.annotation if field else None
        elif get_origin(current) is list:
            current = get_args(current)[0]
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        else:
            return None
    current = _bare(current)
    return current if isinstance(current, type) and issubclass(current, Model) else None


def is_required(kind: type[Model], path: Path) -> bool:
    """Say whether the field at this path in a record of this kind cannot be left out."""
    part = part_at(kind, path[:-1])
    field = _by_name(part).get(str(path[-1])) if part and path else None
    return field is not None and field.is_required()


def _by_name(part: type[Model]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in part.model_fields.items()}


def _bare(annotation: Any) -> Any:
    """An annotation without its markers and without "or nothing"."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
        else:
            return annotation


def _walk(part: Model, path: Path, found: list[Marked]) -> None:
    for attribute, name, walker in _fields(type(part)):
        value = getattr(part, attribute)
        if value is not None:
            walker((*path, name), value, found)


@cache
def _fields(kind: type[Model]) -> tuple[tuple[str, str, _Walker], ...]:
    found = []
    for attribute, info in kind.model_fields.items():
        walker = _walker(info.annotation, _marks(info.metadata))
        if walker:
            found.append((attribute, info.alias or attribute, walker))
    return tuple(found)


def _marks(metadata: Any) -> tuple[Reference | Wording, ...]:
    return tuple(item for item in metadata if isinstance(item, Reference | Wording))


def _walker(annotation: Any, marks: tuple[Reference | Wording, ...]) -> _Walker | None:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _walker(args[0], marks + _marks(args[1:]))
    if origin in (Union, types.UnionType):
        return _walker(next(arg for arg in args if arg is not type(None)), marks)
    if origin is list:
        return _each(_walker(args[0], marks), enumerate)
    if origin is dict:
        return _each(_walker(args[1], marks), dict.items)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return lambda path, value, found: _walk(value, path, found)
    if annotation is str and marks:
        mark = marks[-1]
        return lambda path, value, found: found.append(Marked(path, value, mark))
    return None


def _each(inner: _Walker | None, pairs: Callable[[Any], Any]) -> _Walker | None:
    if inner is None:
        return None

    def walk_each(path: Path, value: Any, found: list[Marked]) -> None:
        for key, item in pairs(value):
            inner((*path, key), item, found)

    return walk_each
