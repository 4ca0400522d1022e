"""The pages around the hard moment: papers, check-ins, measures, feedback, calibration. Imported by ``pages``."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.planned import PlannedPage
from playbook.views import calibration, check_ins, feedback, measures, papers
from playbook.views.common import Atlas

__all__ = ["pages_around"]


def pages_around(atlas: Atlas) -> Iterator[PlannedPage]:
    """Every page of this kind, in a fixed order; a page with nothing on it is left out."""
    yield from _feedback(atlas)
    yield from _check_ins(atlas)
    yield from _papers(atlas)
    yield from _measures(atlas)
    yield from _calibration(atlas)


def _page(address: str, title: str, template: str, view: object) -> PlannedPage:
    return PlannedPage(address, title, title, "list", template, view)


def _feedback(atlas: Atlas) -> Iterator[PlannedPage]:
    label = atlas.labels
    if view := feedback.feedback_view(atlas):
        yield _page("feedback/", label.feedback, "feedback", view)
    if groups := feedback.thanks(atlas):
        yield _page("thank-you/", label.recognition, "thanks", groups)
    for id_, standard in atlas.handbook.standards.items():
        if sheet := feedback.feedback_sheet(atlas, id_, standard):
            title = f"Feedback sheet: {standard.title}"
            yield PlannedPage(
                f"feedback/{id_}/", title, title, "sheet", "feedback-sheet", sheet, ("standard", id_)
            )


def _check_ins(atlas: Atlas) -> Iterator[PlannedPage]:
    book = atlas.handbook
    if not book.check_ins:
        return
    yield _page("check-ins/", atlas.labels.check_ins, "check-ins", check_ins.check_in_links(atlas))
    for id_, check_in in book.check_ins.items():
        view = check_ins.check_in_view(atlas, id_, check_in)
        yield PlannedPage.of_record(atlas.addresses, "check-in", id_, check_in.title, check_in.was, view)
    title = "Next-step sheet"
    yield PlannedPage("next-steps/", title, title, "sheet", "next-steps", check_ins.next_steps_view(atlas))


def _papers(atlas: Atlas) -> Iterator[PlannedPage]:
    book = atlas.handbook
    if book.papers:
        yield _page("papers/", atlas.labels.papers, "papers", papers.papers_view(atlas))
    for id_, paper in book.papers.items():
        yield PlannedPage.of_record(atlas.addresses, "paper", id_, paper.title, paper.was, papers.paper_view(atlas, id_, paper))


def _measures(atlas: Atlas) -> Iterator[PlannedPage]:
    book = atlas.handbook
    if book.measures:
        yield _page("measures/", atlas.labels.measures, "measures", measures.measure_lines(atlas))
    for id_, measure in book.measures.items():
        view = measures.measure_view(atlas, id_, measure)
        yield PlannedPage.of_record(atlas.addresses, "measure", id_, measure.title, measure.was, view)


def _calibration(atlas: Atlas) -> Iterator[PlannedPage]:
    cases = calibration.cases_view(atlas)
    if cases:
        for address, title, template in (
            ("calibration/", "Do we all start at the same step?", "calibration"),
            ("calibration/answers/", "Answer sheet", "calibration-answers"),
        ):
            yield PlannedPage(address, title, title, "sheet", template, cases)
