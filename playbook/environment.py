"""The Jinja environment: where templates are found and the few filters they may use.

Author text is never evaluated as a template. Overrides: the project's own
``templates/``, then the bundled ones; ``@default/`` names the bundled original,
so that an override can extend it and replace one block.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from playbook.addresses import anchor, relative
from playbook.markdown_text import Resolve, heading_text, line_html, plain_text, prose_html
from playbook.problems import Location, Problem
from playbook.words_near import nearest

__all__ = ["check_overrides", "make_environment"]


def make_environment(own: Path | None, bundled: Path, resolve: Resolve) -> Environment:
    """Build the environment for one handbook; ``resolve`` says what a placeholder stands for."""
    default = FileSystemLoader(str(bundled))
    folders = [FileSystemLoader(str(own))] if own and own.is_dir() and own.resolve() != bundled.resolve() else []
    loader = ChoiceLoader([*folders, default, PrefixLoader({"@default": default})])
    # Jinja's own {# #} would swallow the {#id} of a heading line
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined,
                      comment_start_string="{*", comment_end_string="*}")
    env.filters["line"] = lambda text: line_html(text, resolve)
    env.filters["prose"] = lambda text: prose_html(text, resolve)
    env.filters["heading"] = lambda text: heading_text(text, resolve)
    env.filters["plain"] = lambda text: plain_text(text, resolve)
    env.filters["anchor"] = anchor
    env.filters["url"] = _url
    env.filters["telephone"] = lambda phone: "tel:" + "".join(c for c in phone if c.isdigit() or c == "+")
    env.filters["sentence_case"] = lambda text: Markup(text[:1].upper() + text[1:]) if isinstance(text, Markup) else text[:1].upper() + text[1:]
    return env


@pass_context
def _url(context: Context, address: str) -> str:
    if address.startswith(("http://", "https://", "mailto:", "tel:")):
        return address
    page = context["page"]
    return relative(address, page.address)


def check_overrides(own: Path, bundled: Path) -> list[Problem]:
    """An override that overrides nothing, and is used by none that does, is probably a misspelt name."""
    known = {path.relative_to(bundled).as_posix() for path in bundled.rglob("*.j2")}
    problems = []
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if path.is_dir() or name in known or path.suffix == ".md" or name.startswith("own/"):
            continue
        meant = nearest(name, known)
        hint = f'did you mean "{meant}"?' if meant else "templates of your own that others include go into templates/own/"
        problems.append(Problem("unknown-template", f'no template is called "{name}"', Location(f"templates/{name}"), hint))
    return problems
