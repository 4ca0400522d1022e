"""Packs as PDF: every card on exactly one sheet, tagged, made without asking anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from playbook.paper import SHEETS, documents
from tests.browser.reading import BuiltHandbook, count_pages

URGENT_SIDES = 2


@pytest.fixture(scope="module")
def printed(handbook: BuiltHandbook, browser: Browser, repository: Path) -> Iterator[dict[str, bytes]]:
    """The packs of cards on each paper, and the checklists on A4."""
    css = (repository / "site_config/assets/playbook.css").read_text(encoding="utf-8")
    with browser.new_context(offline=True, java_script_enabled=False) as context:
        page, found = context.new_page(), {}
        for sheet in SHEETS:
            for one in documents(handbook.site, css, sheet):
                if one.name == f"cards-{sheet}" or (one.name == "checklists" and sheet != "a6"):
                    page.set_content(one.html)
                    width, height = one.paper
                    pdf = page.pdf(
                        width=f"{width}mm", height=f"{height}mm", tagged=True, print_background=True
                    )
                    found[one.name if sheet in one.name else f"{one.name}-{sheet}"] = pdf
        yield found


def test_every_card_prints_to_exactly_one_sheet(handbook: BuiltHandbook, printed: dict[str, bytes]) -> None:
    cards = len(handbook.of_kind("card", "step", "standard", "ladder"))
    urgent = len(handbook.of_kind("urgent"))
    small = count_pages(printed["cards-a6"])
    assert cards + urgent <= small <= cards + URGENT_SIDES * urgent
    large = -(-cards // 4) + -(-urgent // 2)
    assert count_pages(printed["cards-a4"]) == count_pages(printed["cards-letter"]) == large


def test_every_checklist_prints_to_exactly_one_page(
    handbook: BuiltHandbook, printed: dict[str, bytes]
) -> None:
    lists = len(handbook.of_kind("checklist"))
    assert count_pages(printed["checklists-a4"]) == count_pages(printed["checklists-letter"]) == lists


def test_a_pack_is_tagged(printed: dict[str, bytes]) -> None:
    for name, pdf in printed.items():
        assert b"/StructTreeRoot" in pdf and re.search(rb"/Marked true", pdf), name
