"""What goes wrong in a template, in plain words: what it asked for, and the lines it passed through.

Knows Jinja's errors and nothing of where templates lie; imported by ``environment``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.utils import missing

from playbook.words_near import nearest

__all__ = ["Fault", "Missing", "explained", "places_of"]

_GIVEN = ("view", "page", "label")
_CONTRACT = "templates/README.md of the product lists what each template gets"
_KINDS = {"str": "a text", "Markup": "a text", "tuple": "a list", "list": "a list", "Labels": "label"}


class Missing(StrictUndefined):
    """What a template asked for and does not exist, in plain words; the hint stands on a second line."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, holder = str(self._undefined_name), self._undefined_obj
        if holder is missing:
            what, known = f'nothing is called "{name}" here', list(_GIVEN)
        else:
            what, known = f'{_kind(holder)} has no "{name}"', list(_fields(holder))
        meant = nearest(name, known)
        return what + "\n" + (f'did you mean "{meant}"?' if meant else _CONTRACT)


class Fault(NamedTuple):
    """One place that an error passed through."""

    line: int
    file: str


def places_of(error: Exception) -> Iterator[Fault]:
    """Every place the error passed through, the innermost last; templates are among them."""
    frame = error.__traceback__
    while frame is not None:
        yield Fault(frame.tb_lineno, frame.tb_frame.f_code.co_filename)
        frame = frame.tb_next
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield Fault(error.lineno, error.filename)


def explained(error: Exception, templates: Iterable[str]) -> tuple[str, str]:
    """What happened, and what to do about it; ``templates`` are the names there are."""
    if isinstance(error, TemplateNotFound):
        meant = nearest(str(error.name), templates)
        return f'there is no template "{error.name}"', f'did you mean "{meant}"?' if meant else ""
    if isinstance(error, RecursionError):
        return "this template includes itself without end", "take out one of the includes"
    said, _, hint = str(getattr(error, "message", None) or error).partition("\n")
    return f"this template cannot be filled: {said}", hint


def _kind(holder: object) -> str:
    """Name what a template looked into, as templates/README.md does; imported templates by their file."""
    name = type(holder).__name__
    return str(getattr(holder, "__name__", "")) if name == "TemplateModule" else _KINDS.get(name, name)


def _fields(holder: object) -> Iterator[str]:
    fields = holder.as_dict() if hasattr(holder, "as_dict") else getattr(holder, "__dict__", {})
    return (field for field in fields if not field.startswith("_"))
