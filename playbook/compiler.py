"""From a project folder to a site with every problem on the way: read, check, render, check the pages.

``check`` renders in memory, so that whatever ``build`` would refuse, ``check`` has already said.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import TypeVar

from playbook.bundled import templates_dir
from playbook.checks import Round, accept_pages, levels_for
from playbook.environment import check_overrides, make_environment
from playbook.loader import load
from playbook.model.whole import Handbook
from playbook.own_pages import own_addresses, own_problems
from playbook.page_checks import check_pages
from playbook.page_memory import PageMemory, stamps
from playbook.problems import Accepted, Problem, assign_levels, has_errors, sort_problems
from playbook.project import Project
from playbook.render import render_site
from playbook.running_text import make_resolve
from playbook.side_by_side import beside
from playbook.site import Site
from playbook.site_settings import unfit_settings

__all__ = ["Compilation", "compile_handbook"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Compilation:
    """A site, unless an error stands in its way; all problems in reading order; the texts for excerpts."""

    site: Site | None
    problems: list[Problem]
    sources: dict[str, str] = field(default_factory=dict)
    handbook: Handbook | None = None
    accepted: tuple[Accepted, ...] = ()
    """What was found and is kept, each with its reason."""


def compile_handbook(
    project: Project,
    *,
    today: datetime.date | None = None,
    hosted: bool = False,
    preview: PageMemory | None = None,
) -> Compilation:
    """Compile a project; ``today`` is only for checks that depend on the day.

    ``hosted``: a site engine that the author started reads its own settings, and does more with them than we do.
    ``preview``: the pages that were shown before, of a handbook that is shown while it is written. It is no
    edition yet, and does not say that it is one.
    """
    with _nothing_collected(again=preview is not None):
        return _compile(project, today, hosted=hosted, preview=preview)


def _compile(
    project: Project, today: datetime.date | None, *, hosted: bool, preview: PageMemory | None
) -> Compilation:
    loaded = load(project)
    levels = levels_for(loaded.handbook)
    if loaded.handbook is None:
        return Compilation(None, sort_problems(assign_levels(loaded.problems, levels)), loaded.sources)
    handbook = loaded.handbook

    def weighed(found: Iterable[Problem]) -> list[Problem]:
        return assign_levels([*loaded.problems, *found], levels)

    def rendered() -> tuple[Site | None, list[Problem]]:
        return _render(project, handbook, preview=preview)

    checks = Round(handbook, today)
    found = checks.references()
    # a host has threads; a preview remembers what it looked at here
    ahead = not (hosted or preview is not None or has_errors(weighed(found)))
    with beside(checks.others) if ahead else nullcontext() as others:
        if others is not None:
            rendered = _outcome(rendered)  # before the other checks have said anything
        found += (others or checks.others)()
    checked = checks.settled(found)
    problems, accepted = weighed(checked.problems), checked.accepted
    site: Site | None = None
    if not has_errors(problems):
        site, on_pages = rendered()
        settled = accept_pages(handbook, [*on_pages, *([] if hosted else unfit_settings(project))])
        problems += assign_levels(settled.problems, levels)
        accepted += settled.accepted
    if has_errors(problems):
        site = None
    return Compilation(site, sort_problems(problems), loaded.sources, handbook, accepted)


def _outcome(work: Callable[[], _T]) -> Callable[[], _T]:
    """Do it now, and give its result, or the error it ended with, to whoever asks."""
    try:
        made = work()
    except Exception as error:
        failed = error

        def fail() -> _T:
            raise failed

        return fail
    return lambda: made


@contextmanager
def _nothing_collected(*, again: bool) -> Iterator[None]:
    """Leave memory alone: what is built here is all still needed, and looking it through takes a fifth of the time.

    Nor is it looked through afterwards, unless it is made ``again`` and again: most commands end before that.
    """
    if not again and gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on and not again:
            gc.freeze()
        if was_on:
            gc.enable()


def _render(
    project: Project, handbook: Handbook, *, preview: PageMemory | None
) -> tuple[Site | None, list[Problem]]:
    own, bundled = project.templates, templates_dir()
    same = own.resolve() == bundled.resolve()
    problems = check_overrides(own, bundled) if own.is_dir() and not same else []
    env = make_environment(own, bundled, make_resolve(handbook), handbook.settings.site_address)
    if preview is not None:  # whom to call, what is decided, our labels and words: they stand anywhere
        preview.begin((handbook.settings, handbook.words, stamps((own, bundled))))
    site, found = render_site(handbook, env, preview=preview)
    problems += found
    if site is not None:
        problems += own_problems(project, site)
        problems += check_pages(site, known=own_addresses(project))
    return site, problems
