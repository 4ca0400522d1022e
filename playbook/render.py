"""From views to a site: templates filled, pages and assets collected, navigation laid out.

Pure but for reading templates and theme files. The result is the same bytes for
the same input: no clock, no absolute path, no hash order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from jinja2 import Environment

from playbook.addresses import relative
from playbook.downloads import downloads
from playbook.environment import template_problem
from playbook.export import as_csv, as_json, edition, export_rows
from playbook.glossary_links import LONG_PAGES, GlossaryLinks
from playbook.labels import Labels
from playbook.markdown_text import Resolve, heading_text, plain_text
from playbook.model.whole import Handbook
from playbook.page_memory import PageMemory
from playbook.pages import PlannedPage, plan_pages
from playbook.problems import Problem
from playbook.running_text import make_resolve
from playbook.search_index import INDEX, search_script
from playbook.site import Asset, NavEntry, Page, Site
from playbook.views.common import Atlas
from playbook.views.draft import RULES
from playbook.views.suggest import Suggestions
from playbook.wording import rules_script

__all__ = ["render_site"]


def render_site(
    handbook: Handbook, env: Environment, *, preview: PageMemory | None = None
) -> tuple[Site | None, list[Problem]]:
    """Render every page; a fault in a template is a problem with the template's place.

    A ``preview`` is what it rendered before. It has no edition: the name of one changes with every edit, and
    stands on every page.
    """
    resolve = make_resolve(handbook)
    atlas = _atlas(handbook, resolve)
    planned = list(plan_pages(atlas))
    rows = export_rows(atlas, resolve)
    extra = _extra(atlas, f"edition {edition(rows)}" if preview is None else "preview", resolve)
    glossary, suggestions = _glossary(atlas, resolve), Suggestions(atlas, resolve)
    anything = suggestions.anything()
    memory = preview or PageMemory()
    pages, problems = [], []
    for plan in planned:
        try:
            suggest = (suggestions.about(plan.address, plan.heading), anything)
            make = partial(_render, plan, atlas, env, resolve, glossary, suggest, extra)
            pages.append(memory.page(plan, suggest, make))
        except Exception as error:  # a template may do anything; an author gets a place, never a traceback
            problems.append(template_problem(env, error, _template(plan)))
    if problems:
        return None, problems
    settings = handbook.settings
    site = Site(
        name=plain_text(settings.title, resolve),
        language=settings.language,
        pages=tuple(sorted(pages, key=lambda page: page.address)),
        assets=tuple(sorted(_assets(atlas, planned, pages, rows, resolve), key=lambda asset: asset.address)),
        nav=tuple(_navigation(atlas, planned, resolve)),
        draft=settings.status == "draft",
        public=settings.public,
        offline=settings.offline,
        extra=extra,
    )
    return site, []


def _atlas(handbook: Handbook, resolve: Resolve) -> Atlas:
    """The atlas with placeholders in labels filled: labels also stand where no filter comes by."""
    atlas = Atlas.of(handbook)
    return replace(
        atlas,
        labels=Labels({key: plain_text(words, resolve) for key, words in atlas.labels.as_dict().items()}),
    )


def _glossary(atlas: Atlas, resolve: Resolve) -> GlossaryLinks:
    entries = atlas.handbook.words.words
    return GlossaryLinks(
        {plain_text(entry.word, resolve): atlas.addresses.of("word", entry.word) for entry in entries}
    )


def _render(
    plan: PlannedPage,
    atlas: Atlas,
    env: Environment,
    resolve: Resolve,
    glossary: GlossaryLinks,
    suggest: tuple[str, str],
    extra: Mapping[str, object],
) -> Page:
    source = atlas.handbook.record(*plan.record).source.file if plan.record else None
    page = Page(plan.address, plain_text(plan.title, resolve), "", plan.kind, source, plan.hide)
    text = env.get_template(_template(plan)).render(
        view=plan.view,
        page=page,
        label=atlas.labels,
        version=extra["version_line"],
        banner=extra["banner"],
        suggest=suggest[0],
        suggest_anything=suggest[1],
    )
    # an anchor of its own: the engine would make one from the words, which may be one of the page's others
    heading = f"# {heading_text(plan.heading, resolve)} {{#top}}"
    blocks = _blocks(text)
    if plan.kind in LONG_PAGES:
        blocks = glossary.on_page(plan.address, blocks)
    body = "\n\n".join([heading, *blocks])
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


def _template(plan: PlannedPage) -> str:
    return f"pages/{plan.template}.md.j2"


def _assets(
    atlas: Atlas,
    planned: list[PlannedPage],
    pages: list[Page],
    rows: list[dict[str, str]],
    resolve: Resolve,
) -> Iterator[Asset]:
    yield Asset("playbook.json", as_json(rows))
    yield Asset("playbook.csv", as_csv(rows))
    yield Asset(INDEX, search_script(atlas, pages, resolve))
    if atlas.handbook.settings.wording_page:
        yield Asset(RULES, rules_script(atlas.handbook.settings.language))
    yield from downloads(atlas, resolve)
    yield from _redirects(planned, public=atlas.handbook.settings.public)


def _redirects(planned: Iterable[PlannedPage], *, public: bool) -> Iterator[Asset]:
    """Old addresses that lead to the new ones; a page that has the address today comes first."""
    taken = {plan.address for plan in planned}
    for plan in planned:
        for old in plan.was:
            if old not in taken:
                taken.add(old)
                yield Asset(f"{old}index.html", _moved(old, plan.address, public=public))


def _moved(old: str, new: str, *, public: bool) -> bytes:
    """A page at an old address that leads to the new one, also without JavaScript."""
    target = relative(new, old)
    listed = "" if public else '<meta name="robots" content="noindex">'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>'
        f'<meta name="referrer" content="no-referrer">{listed}'
        f'<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{target}"></head>'
        f'<body><p>This page has moved: <a href="{target}">open it</a>.</p></body></html>\n'
    ).encode()


def _navigation(atlas: Atlas, planned: list[PlannedPage], resolve: Resolve) -> Iterator[NavEntry]:
    """Tabs, each with its section; cards are reached through lists, not through navigation."""
    by_address = {plan.address: plan for plan in planned}
    words = {plan.address: plain_text(plan.heading, resolve) for plan in planned}

    def entry(address: str) -> NavEntry:
        return NavEntry(words[address], address)

    def section(address: str, kind: str) -> Iterator[NavEntry]:
        if address in by_address:
            leaves = tuple(entry(plan.address) for plan in planned if plan.kind == kind)
            yield NavEntry(words[address], address, (entry(address), *leaves))

    yield NavEntry("Home", "")
    yield entry("now/")
    yield from section("standards/", "standard")
    if "steps/" in by_address:
        yield NavEntry(words["steps/"], "steps/", (entry("steps/"), *_ladder_entries(planned, words)))
    yield from section("meetings/", "checklist")
    if "support/" in by_address:
        yield entry("support/")
    yield from section("talking/", "talk")
    if "new-here/" in by_address:
        below = [plan.address for plan in planned if plan.address.startswith(("new-here/", "self-check/", "for/"))]
        yield NavEntry(words["new-here/"], "new-here/", tuple(entry(address) for address in below))
    more = (
        "about/",
        "due/",
        "my-side/",
        "wording/",
        "feedback/",
        "check-ins/",
        "papers/",
        "measures/",
        "calibration/",
        "changes/",
        "words/",
        "print/",
        "offline/",
        "accessibility/",
    )
    yield NavEntry("More", "about/", tuple(entry(address) for address in more if address in by_address))
    if atlas.handbook.urgent:
        yield entry("urgent/")


def _ladder_entries(planned: list[PlannedPage], words: Mapping[str, str]) -> Iterator[NavEntry]:
    """Each ladder as a section of its own: its page first, then its steps."""
    sections: dict[str, list[NavEntry]] = {}
    for plan in planned:
        if plan.kind in ("ladder", "step"):
            ladder = "/".join(plan.address.split("/")[:2]) + "/"
            sections.setdefault(ladder, []).append(NavEntry(words[plan.address], plan.address))
    for address, entries in sections.items():
        yield NavEntry(words[address], address, tuple(entries))


def _extra(atlas: Atlas, which: str, resolve: Resolve) -> dict[str, object]:
    """What the theme's partials show in the bar of every page."""
    settings = atlas.handbook.settings
    as_of = f"As of {settings.as_of.isoformat()} · " if settings.as_of else ""
    return {
        "labels": atlas.labels.as_dict(),
        "home": "",
        "search_index": INDEX,
        "urgent": {"title": atlas.labels.urgent, "address": "urgent/"} if atlas.handbook.urgent else None,
        "search_label": "Search in your own words",
        "hide_label": "Hide",
        "banner": "Draft, not in force" if settings.status == "draft" else "",
        "org": plain_text(settings.organisation.name, resolve),
        "as_of": settings.as_of.isoformat() if settings.as_of else "",
        "site_address": settings.site_address or "",
        "version_line": f"{as_of}{which}",
        "public": settings.public,
    }
