"""The files a reader takes along: papers for a word processor, check-ins for a calendar.

Blanks are filled there, never in the handbook. The same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.downloads.calendar import calendar_file
from playbook.downloads.due import due_calendar, due_table
from playbook.downloads.markdown import markdown_file
from playbook.downloads.sheet import Sheet, sheet_of
from playbook.downloads.word import word_file
from playbook.markdown_text import Resolve, plain_text
from playbook.site import Asset
from playbook.views.check_ins import check_in_view
from playbook.views.common import Atlas
from playbook.views.due import due_view
from playbook.views.papers import paper_view

__all__ = ["Sheet", "calendar_file", "downloads", "markdown_file", "sheet_of", "word_file"]


def downloads(atlas: Atlas, resolve: Resolve) -> Iterator[Asset]:
    """Every file to take along, at the address its page names."""
    book = atlas.handbook
    organisation = plain_text(book.settings.organisation.name, resolve)
    for id_, paper in book.papers.items():
        view = paper_view(atlas, id_, paper)
        sheet = sheet_of(view, book.settings, resolve)
        word, plain = (file.address for file in view.files)
        yield Asset(word, word_file(sheet))
        yield Asset(plain, markdown_file(sheet).encode())
    for id_, check_in in book.check_ins.items():
        address = check_in_view(atlas, id_, check_in).calendar
        yield Asset(address, calendar_file(id_, check_in, organisation, book.settings.as_of, resolve))
    if dates := due_view(atlas):
        yield Asset(dates.table, due_table(dates, resolve))
        yield Asset(dates.calendar, due_calendar(dates, organisation, resolve))
