"""Makes a readable record out of one that breaks its shape: leaves out what is wrong, stands in for what is missing.

Only so that every other fault of the record can be found in the same run. Part of ``schema``.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from playbook.model.fields import Model
from playbook.model.walk import Path, part_at
from playbook.yaml_source import UNREADABLE

__all__ = ["repaired", "takes_any_name"]

_ROUNDS = 6
_STAND_INS: tuple[Any, ...] = (
    UNREADABLE,
    f"<<{UNREADABLE}>>",
    "false",
    "1",
    "2000-01-01",
    "00000",
    "a@b.cc",
    [],
    {},
    [UNREADABLE],
    {"1": {}},
    {"1": UNREADABLE},
)
"""Tried in turn where something is needed, until one has the right shape."""

_M = TypeVar("_M", bound=Model)


def repaired(kind: type[_M], data: Any, errors: Iterable[ErrorDetails]) -> _M | None:
    """The rest of a record; None when nothing can be made of it."""
    data = copy.deepcopy(data)
    for round_ in range(_ROUNDS):
        for error in errors:
            path = tuple(part for part in error["loc"] if part != "[key]")
            _mend(kind, data, path[:1] if round_ >= _ROUNDS - 2 else path)
        try:
            return kind.model_validate(data)
        except ValidationError as error_again:
            errors = error_again.errors(include_url=False, include_input=False)
    return None


def takes_any_name(kind: type[Model], path: Path) -> bool:
    """Say whether what stands at this path has names of the author's own, such as labels or the columns of a row."""
    return get_origin(_bare(_annotation(kind, path))) is dict


def _mend(kind: type[Model], data: Any, path: Path) -> None:
    """Mend one fault: where the path leads into a short form, the whole short form is meant."""
    parent, done = data, 0
    while done < len(path) - 1 and isinstance(_step(parent, path[done]), dict | list):
        parent, done = _step(parent, path[done]), done + 1
    name = path[done] if path else None
    instead = _instead(kind, path[: done + 1])
    if isinstance(parent, dict) and name is not None:
        parent.pop(name, None)
        if instead is not None:
            parent[name] = instead
    elif isinstance(parent, list) and isinstance(name, int) and name < len(parent):
        # a stand-in keeps the place, so that the paths of its neighbours stay true
        parent[name] = instead if instead is not None and parent[name] != instead else UNREADABLE


def _step(parent: Any, part: str | int) -> Any:
    if isinstance(parent, dict):
        return parent.get(part)
    if isinstance(parent, list) and isinstance(part, int) and part < len(parent):
        return parent[part]
    return None


def _instead(kind: type[Model], path: Path) -> Any:
    """What stands in for the value at a path; None where it can be left out."""
    if not path:
        return None
    part = part_at(kind, path[:-1])
    if part is not None:
        return _for_field(part, str(path[-1]))
    annotation = _annotation(kind, path)
    return None if annotation is None else _made(annotation)


@cache
def _for_field(part: type[Model], name: str) -> Any:
    info = _fields(part).get(name)
    return _made(_declared(info)) if info is not None and info.is_required() else None


def _made(annotation: Any) -> Any:
    """Something of the right shape, and as little as can be."""
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, Model):
        return {name: _for_field(bare, name) for name, info in _fields(bare).items() if info.is_required()}
    candidates = [*_STAND_INS, *get_args(bare)]
    if get_origin(bare) is list:
        candidates += [[_made(get_args(bare)[0])]]
    return next((candidate for candidate in candidates if _fits(annotation, candidate)), UNREADABLE)


def _fits(annotation: Any, candidate: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python(candidate)
    except ValidationError:
        return False
    return True


def _annotation(kind: type[Model], path: Path) -> Any:
    """The declared type of what stands at a path; None if the path leads elsewhere."""
    current: Any = kind
    for step in path:
        bare = _bare(current)
        if isinstance(bare, type) and issubclass(bare, Model):
            info = _fields(bare).get(str(step))
            if info is None:
                return None
            current = _declared(info)
        elif get_origin(bare) in (list, dict):
            current = get_args(bare)[-1]
        else:
            return None
    return current


def _fields(part: type[Model]) -> dict[str, FieldInfo]:
    return {info.alias or name: info for name, info in part.model_fields.items()}


def _declared(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _bare(annotation: Any) -> Any:
    """A type without its markers and without "or nothing"."""
    while True:
        args = get_args(annotation)
        if get_origin(annotation) is Annotated:
            annotation = args[0]
        elif type(None) in args:
            annotation = next(arg for arg in args if arg is not type(None))
        else:
            return annotation
