"""The pages for the reader's own use: newcomers, my side, ways of talking, a draft's words, what changed. Imported by ``pages``."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.planned import PlannedPage
from playbook.views import changes, draft, my_side, newcomers, talks
from playbook.views.common import Atlas

__all__ = ["pages_reader"]


def pages_reader(atlas: Atlas) -> Iterator[PlannedPage]:
    """Every page of this kind, in a fixed order; a page with nothing on it is left out."""
    yield from _newcomers(atlas)
    yield _page("my-side/", "My side", "my-side", my_side.my_side_view(atlas), _file(atlas, "my-side"))
    yield from _talks(atlas)
    if looked := draft.draft_view(atlas):
        yield _page("wording/", "Look at your words", "wording", looked)
    view = changes.changes_view(atlas)
    if view.changes or view.propose or view.begun_before:
        yield _page("changes/", "What changed", "changes", view, _file(atlas, "changes"))


def _page(
    address: str, title: str, template: str, view: object, record: tuple[str, str] | None = None
) -> PlannedPage:
    return PlannedPage(address, title, title, template, template, view, record)


def _file(atlas: Atlas, kind: str) -> tuple[str, str] | None:
    """The file behind a page, where the organisation has written one."""
    return (kind, kind) if (kind, kind) in atlas.handbook.records else None


def _newcomers(atlas: Atlas) -> Iterator[PlannedPage]:
    yield _page("new-here/", atlas.labels.door_new, "new-here", newcomers.new_here_view(atlas))
    for id_, path in atlas.handbook.paths.items():
        yield PlannedPage.of_record(atlas.addresses, "path", id_, path.title, path.was, newcomers.path_view(atlas, id_, path))
    if pairs := newcomers.self_check(atlas):
        yield _page("self-check/", "What good looks like, to think through", "self-check", pairs)
    for view in newcomers.group_views(atlas):
        title = f"What is different for: {view.title}"
        yield _page(f"for/{view.id}/", title, "for-group", view)


def _talks(atlas: Atlas) -> Iterator[PlannedPage]:
    if atlas.handbook.talks:
        yield _page("talking/", atlas.labels.talks, "talks", talks.group_of_talks(atlas))
    for id_, talk in atlas.handbook.talks.items():
        yield PlannedPage.of_record(atlas.addresses, "talk", id_, talk.title, talk.was, talks.talk_view(atlas, talk))
