"""From views to a site: templates filled, pages and assets collected, navigation laid out.

Pure but for reading templates and theme files. The result is the same bytes for
the same input: no clock, no absolute path, no hash order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateError

from playbook.export import as_csv, as_json, edition, export_rows
from playbook.markdown_text import Resolve, heading_text, plain_text
from playbook.model.whole import Handbook
from playbook.pages import PlannedPage, plan_pages
from playbook.problems import Location, Problem
from playbook.search_index import search_payload
from playbook.site import Asset, NavEntry, Page, Site
from playbook.views.common import Atlas

__all__ = ["make_resolve", "render_site"]


def make_resolve(handbook: Handbook) -> Resolve:
    """What each placeholder stands for: a contact's words, or a decision's value and whether it is open."""
    known = {id_: (contact.title, False) for id_, contact in handbook.contacts.items()}
    known |= {id_: (decision.value, not decision.decided) for id_, decision in handbook.decisions.items()}
    return known.get


def render_site(handbook: Handbook, env: Environment) -> tuple[Site | None, list[Problem]]:
    """Render every page; a fault in a template is a problem with the template's place."""
    atlas = Atlas.of(handbook)
    planned = list(plan_pages(atlas))
    resolve = make_resolve(handbook)
    pages, problems = [], []
    for plan in planned:
        try:
            pages.append(_render(plan, atlas, env, resolve))
        except TemplateError as error:
            problems.append(_template_problem(plan, error))
    if problems:
        return None, problems
    rows = export_rows(atlas)
    settings = handbook.settings
    site = Site(
        name=settings.title,
        language=settings.language,
        pages=tuple(sorted(pages, key=lambda page: page.address)),
        assets=tuple(sorted(_assets(atlas, planned, rows), key=lambda asset: asset.address)),
        nav=tuple(_navigation(atlas, planned)),
        draft=settings.status == "draft",
        public=settings.public,
        extra=_extra(atlas, edition(rows)),
    )
    return site, []


def _render(plan: PlannedPage, atlas: Atlas, env: Environment, resolve: Resolve) -> Page:
    source = atlas.handbook.record(*plan.record).source.file if plan.record else None
    page = Page(plan.address, plain_text(plan.title, resolve), "", plan.kind, source, plan.hide)
    text = env.get_template(f"pages/{plan.template}.md.j2").render(view=plan.view, page=page, label=atlas.labels)
    heading = f"# {heading_text(plan.heading, resolve)}"
    body = "\n\n".join([heading, *_blocks(text)])
    return Page(plan.address, page.title, body, plan.kind, source, plan.hide)


def _blocks(text: str) -> Iterator[str]:
    """Heading lines and HTML blocks, with blank lines between them and none inside."""
    block: list[str] = []
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith(("## ", "### ")):
            if block:
                yield "\n".join(block)
            yield line
            block = []
        elif line:
            block.append(line)
    if block:
        yield "\n".join(block)


def _template_problem(plan: PlannedPage, error: TemplateError) -> Problem:
    name = getattr(error, "filename", None) or getattr(error, "name", None) or f"pages/{plan.template}.md.j2"
    line = getattr(error, "lineno", None) or 1
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename.endswith(".j2"):
            name, line = frame.tb_frame.f_code.co_filename, frame.tb_lineno
        frame = frame.tb_next
    short = "templates/" + Path(name).as_posix().rpartition("templates/")[2]
    return Problem("template", f"this template cannot be filled: {error.message}", Location(short, line))


def _assets(atlas: Atlas, planned: Iterable[PlannedPage], rows: list[dict[str, str]]) -> Iterator[Asset]:
    yield Asset("playbook.json", as_json(rows))
    yield Asset("playbook.csv", as_csv(rows))
    payload = json.dumps(search_payload(atlas), ensure_ascii=False, separators=(",", ":"))
    yield Asset("assets/playbook/search.json", payload.encode())
    for plan in planned:
        for old in plan.was:
            yield Asset(f"{old}index.html", _moved(old, plan.address))


def _moved(old: str, new: str) -> bytes:
    """A page at an old address that leads to the new one, also without JavaScript."""
    target = "../" * old.count("/") + new
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>'
            f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{target}"></head>'
            f'<body><p>This page has moved: <a href="{target}">open it</a>.</p></body></html>\n').encode()


def _navigation(atlas: Atlas, planned: list[PlannedPage]) -> Iterator[NavEntry]:
    """Tabs, each with its section; cards are reached through lists, not through navigation."""
    by_address = {plan.address: plan for plan in planned}

    def entry(address: str, title: str | None = None) -> NavEntry:
        return NavEntry(title or by_address[address].heading, address)

    def section(address: str, kind: str) -> Iterator[NavEntry]:
        if address in by_address:
            leaves = tuple(entry(plan.address) for plan in planned if plan.kind == kind)
            yield NavEntry(by_address[address].heading, address, (entry(address), *leaves))

    yield NavEntry("Home", "")
    yield entry("now/")
    yield from section("standards/", "standard")
    if "steps/" in by_address:
        yield NavEntry(by_address["steps/"].heading, "steps/", (entry("steps/"), *_ladder_entries(planned)))
    yield from section("meetings/", "checklist")
    yield from (entry(address) for address in ("support/", "my-side/", "new-here/", "words/", "about/") if address in by_address)
    if atlas.handbook.urgent:
        yield entry("urgent/")


def _ladder_entries(planned: list[PlannedPage]) -> Iterator[NavEntry]:
    for plan in planned:
        if plan.kind == "ladder":
            steps = tuple(NavEntry(p.heading, p.address) for p in planned if p.kind == "step" and p.address.startswith(plan.address))
            yield NavEntry(plan.heading, plan.address, (NavEntry(plan.heading, plan.address), *steps))


def _extra(atlas: Atlas, fingerprint: str) -> dict[str, object]:
    """What the theme's partials show in the bar of every page."""
    settings = atlas.handbook.settings
    as_of = f"As of {settings.as_of.isoformat()} · " if settings.as_of else ""
    return {
        "labels": atlas.labels.as_dict(),
        "home": "",
        "search_index": "assets/playbook/search.json",
        "urgent": {"title": atlas.labels.urgent, "address": "urgent/"} if atlas.handbook.urgent else None,
        "search_label": "Search in your own words",
        "hide_label": "Hide",
        "banner": "Draft, not in force" if settings.status == "draft" else "",
        "org": settings.organisation.name,
        "version_line": f"{as_of}edition {fingerprint}",
        "public": settings.public,
    }
