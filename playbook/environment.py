"""The Jinja environment: where templates are found and the few filters they may use.

Author text is never evaluated as a template. Overrides: the project's own
``templates/``, then the bundled ones; ``@default/`` names the bundled original,
so that an override can extend it and replace one block. A project's templates run
in Jinja's sandbox: they fill pages and reach nothing else on this computer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from playbook.addresses import anchor, relative
from playbook.compiled_templates import COMPILED
from playbook.markdown_text import Resolve, heading_text, line_html, plain_text, prose_html
from playbook.problems import Location, Problem
from playbook.square_code import square_code
from playbook.template_faults import Missing, explained, places_of
from playbook.words_near import nearest

__all__ = ["check_overrides", "filter_meanings", "make_environment", "template_problem"]

_DEFAULT = "@default/"


def make_environment(
    own: Path | None, bundled: Path, resolve: Resolve, site_address: str | None = None
) -> Environment:
    """Build the environment for one handbook; ``resolve`` says what a placeholder stands for."""
    same = own is not None and own.resolve() == bundled.resolve()
    default = _Folder(bundled, "templates/" if same else _DEFAULT)
    overrides = [_Folder(own, "templates/")] if own and own.is_dir() and not same else []
    loader = ChoiceLoader([*overrides, default, PrefixLoader({_DEFAULT.rstrip("/"): default})])
    # bundled templates are as trustworthy as this program, and faster without the sandbox's questions;
    # Jinja's own {# #} would swallow the {#id} of a heading line
    env = (_Sandbox if overrides else Environment)(
        loader=loader,
        autoescape=True,
        undefined=Missing,
        comment_start_string="{*",
        comment_end_string="*}",
        bytecode_cache=COMPILED,
        auto_reload=False,  # an environment serves one handbook, and the next one asks the files again
    )
    env.filters.update(_filters(resolve, site_address))
    return env


def filter_meanings() -> dict[str, str]:
    """Every filter of ours that a template may use, with what it does."""
    filters = _filters(lambda name: None, None)
    return {name: " ".join((filters[name].__doc__ or "").split()) for name in sorted(filters)}


def check_overrides(own: Path, bundled: Path) -> list[Problem]:
    """An override that overrides nothing is probably a misspelt name; one that is a link may lead outside."""
    known = {path.relative_to(bundled).as_posix() for path in bundled.rglob("*.j2")}
    problems = []
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if not path.resolve().is_relative_to(own.resolve()):
            message = "this is a link to a file outside templates/"
            problems.append(
                Problem("link-outside", message, Location(f"templates/{name}"), "copy the file instead")
            )
        elif not (path.is_dir() or name in known or name.startswith("own/") or _beside(path)):
            problems.append(_unknown_override(name, known))
    return problems


def template_problem(env: Environment, error: Exception, template: str) -> Problem:
    """Say which line of which template could not be filled, and why."""
    places = [
        Location(shown, fault.line)
        for fault in places_of(error)
        for each in _folders(env)
        if (shown := each.shown(fault.file))
    ]
    # what the project wrote itself, even where the fault shows in a bundled macro that it calls
    own = [place for place in places if not place.file.startswith(_DEFAULT)]
    message, hint = explained(error, env.list_templates())
    return Problem("template", message, (own or places or [Location(_DEFAULT + template)])[-1], hint)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a short way for views, whose public fields are all a template needs."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if is_dataclass(obj) and not attr.startswith("_"):
            return True
        return super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a view at once; everything else as the sandbox allows."""
        if hasattr(type(obj), "__dataclass_fields__") and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)


class _Folder(FileSystemLoader):
    """One folder of templates, and how a problem names the files in it."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.name = name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:  # an OSError as well, and what makes Jinja look in the next folder
            raise
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = "it is not saved as UTF-8"
            raise TemplateSyntaxError(message, line, template, str(self.folder / template)) from None
        except OSError as error:
            message = f"it cannot be read: {(error.strerror or 'it cannot be opened').lower()}"
            raise TemplateSyntaxError(message, 1, template, str(self.folder / template)) from None

    def shown(self, file: str) -> str | None:
        """The name of a file of this folder in a problem."""
        path = Path(file)
        return (
            self.name + path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else None
        )


def _folders(env: Environment) -> Iterator[_Folder]:
    loaders = env.loader.loaders if isinstance(env.loader, ChoiceLoader) else ()
    return (loader for loader in loaders if isinstance(loader, _Folder))


def _beside(path: Path) -> bool:
    """Files that may lie among templates without being one."""
    return path.name.startswith(".") or path.stem.lower() == "readme"


def _unknown_override(name: str, known: set[str]) -> Problem:
    stem = name.rpartition("/")[2].partition(".")[0]
    namesakes = [other for other in known if other.rpartition("/")[2].partition(".")[0] == stem]
    meant = nearest(name, known) or (namesakes[0] if len(namesakes) == 1 else None)
    hint = (
        f'did you mean "{meant}"?'
        if meant
        else "templates of your own that others include go into templates/own/"
    )
    return Problem("unknown-template", f'no template is called "{name}"', Location(f"templates/{name}"), hint)


def _filters(resolve: Resolve, site_address: str | None) -> MutableMapping[str, Callable[..., Any]]:
    # the same words stand on many pages
    known_line = cache(partial(line_html, resolve=resolve))
    known_prose = cache(partial(prose_html, resolve=resolve))

    # each takes the context, so that Jinja asks it whenever a page is filled: what is compiled outlives this handbook
    @pass_context
    def line(_: Context, text: str) -> Markup:
        """One line of the author's words, safe inside an HTML element."""
        return known_line(text) if type(text) is str else line_html(text, resolve)

    @pass_context
    def prose(_: Context, text: str) -> Markup:
        """Paragraphs of the author, simple Markdown, as safe HTML elements."""
        return known_prose(text) if type(text) is str else prose_html(text, resolve)

    @pass_context
    def heading(_: Context, text: str) -> Markup:
        """The author's words for a heading line; none of them can become markup."""
        return heading_text(text, resolve)

    @pass_context
    def plain(_: Context, text: str) -> str:
        """The words alone, with placeholders filled, for an attribute."""
        return plain_text(text, resolve)

    @pass_context
    def code(_: Context, address: str) -> Markup:
        """A square code for paper that leads to an address of the handbook; nothing without a site address."""
        if not site_address:
            return Markup("")
        return Markup(square_code(f"{site_address.rstrip('/')}/{address}"))

    return {
        "code": code,
        "line": line,
        "prose": prose,
        "heading": heading,
        "plain": plain,
        "anchor": _anchor,
        "url": _url,
        "telephone": _telephone,
        "sentence_case": _sentence_case,
    }


def _anchor(text: str) -> str:
    """An id for a place on the page, made from words."""
    return anchor(text)


@pass_context
def _url(context: Context, address: str) -> str:
    """A link from this page to an address of the handbook, such as ``now/``."""
    if address.startswith(("http://", "https://", "mailto:", "tel:")):
        return address
    return relative(address, context["page"].address)


def _telephone(phone: str) -> str:
    """The address that calls a phone number."""
    return "tel:" + "".join(char for char in phone if char.isdigit() or char == "+")


def _sentence_case(text: str) -> str:
    """The same words with a capital letter at the beginning."""
    capital = text[:1].upper() + text[1:]
    return Markup(capital) if isinstance(text, Markup) else capital
