"""The contract of the templates: which view each page template gets, its fields, blocks and filters.

Written into ``templates/README.md`` by its test, so that it cannot drift. Reads the
bundled templates; imported by nobody in the product.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, nodes

from playbook.environment import filter_meanings
from playbook.views import (
    about,
    about_access,
    calibration,
    cards,
    changes,
    check_ins,
    checklists,
    draft,
    due,
    feedback,
    finder,
    ladders,
    lists,
    measures,
    my_side,
    newcomers,
    offline,
    packs,
    papers,
    standards,
    steps,
    support,
    talks,
    words,
)
from playbook.views.common import Link

__all__ = ["PAGE_VIEWS", "contract"]

PAGE_VIEWS: dict[str, Any] = {
    "home": lists.HomeView,
    "now": tuple[lists.Group, ...],
    "situation": cards.SituationView,
    "urgent-list": tuple[Link, ...],
    "urgent": cards.UrgentView,
    "standards": tuple[standards.ValueGroup, ...],
    "standard": standards.StandardView,
    "steps": tuple[Link, ...],
    "ladder": ladders.LadderView,
    "step": steps.RungView,
    "start-here": finder.FinderView,
    "checklists": tuple[Link, ...],
    "checklist": checklists.ChecklistView,
    "support": support.SupportView,
    "words": tuple[words.WordEntry, ...],
    "new-here": newcomers.NewHereView,
    "path": newcomers.PathView,
    "self-check": tuple[newcomers.SelfCheckStandard, ...],
    "for-group": newcomers.GroupView,
    "my-side": my_side.MySideView,
    "talks": tuple[Link, ...],
    "talk": talks.TalkView,
    "wording": draft.DraftView,
    "changes": changes.ChangesView,
    "about": about.AboutView,
    "due": due.DueView,
    "print": packs.PrintView,
    "print-cards": packs.CardPackView,
    "print-lists": packs.ListPackView,
    "accessibility": about_access.AccessibilityView,
    "feedback": feedback.FeedbackView,
    "feedback-sheet": feedback.FeedbackSheet,
    "thanks": tuple[feedback.Thanks, ...],
    "check-ins": tuple[Link, ...],
    "check-in": check_ins.CheckInView,
    "next-steps": check_ins.NextStepsView,
    "papers": papers.PapersView,
    "paper": papers.PaperView,
    "measures": tuple[measures.MeasureLine, ...],
    "measure": measures.MeasureView,
    "calibration": calibration.CalibrationKit,
    "calibration-answers": calibration.CalibrationKit,
    "offline": offline.OfflineView,
}
"""The view of each page template, in the order in which a reader meets the pages."""

_PLAIN = {str: "text", bool: "true or false", int: "number", float: "number"}


def contract(templates: Path) -> str:
    """Everything a template may rely on, as Markdown."""
    shown: dict[str, type] = {}
    pages = [
        _page_line(name, view, _blocks(templates / f"pages/{name}.md.j2"))
        for name, view in PAGE_VIEWS.items()
    ]
    for view in PAGE_VIEWS.values():
        _collect(view, shown)
    filters = [f"| `{name}` | {meaning} |" for name, meaning in filter_meanings().items()]
    return (
        "\n".join(
            [
                "## Pages",
                "",
                "| template | `view` is | blocks |",
                "| --- | --- | --- |",
                *pages,
                "",
                "## Filters",
                "",
                "| filter | gives |",
                "| --- | --- |",
                *filters,
                "",
                "## Views",
                "",
                *(line for name in sorted(shown) for line in _view(shown[name])),
            ]
        ).rstrip()
        + "\n"
    )


def _page_line(name: str, view: Any, blocks: list[str]) -> str:
    return f"| `pages/{name}.md.j2` | {_words(view)} | {', '.join(f'`{block}`' for block in blocks)} |"


def _blocks(template: Path) -> list[str]:
    tree = Environment(comment_start_string="{*", comment_end_string="*}").parse(
        template.read_text(encoding="utf-8")
    )
    return [block.name for block in tree.find_all(nodes.Block)]


def _view(view: type) -> Iterator[str]:
    yield f"### {view.__name__}"
    yield ""
    yield " ".join((view.__doc__ or "").split())
    yield ""
    yield "| field | holds |"
    yield "| --- | --- |"
    for name, kind in get_type_hints(view).items():
        yield f"| `{name}` | {_words(kind)} |"
    yield ""


def _words(kind: Any) -> str:
    """A type in the words of somebody who writes templates."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if dataclasses.is_dataclass(kind):
        name = kind.__name__ if isinstance(kind, type) else ""
        return f"[{name}](#{name.lower()})"
    arguments = get_args(kind)
    if get_origin(kind) in (Union, types.UnionType):
        return (
            " or ".join(_words(argument) for argument in arguments if argument is not type(None))
            + ", or nothing"
        )
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return f"list of {_words(arguments[0])}"
    return "(" + ", ".join(_words(argument) for argument in arguments) + ")"


def _collect(kind: Any, into: dict[str, type]) -> None:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if kind.__name__ not in into:
            into[kind.__name__] = kind
            for field in get_type_hints(kind).values():
                _collect(field, into)
    else:
        for argument in get_args(kind):
            _collect(argument, into)
