"""The zip and the single file, opened from a folder: no server, no worker, no fetch."""

from __future__ import annotations

import zipfile

import pytest
from playwright.sync_api import Page, expect

from playbook.portable import single_file, zip_of
from playbook.publish import published_files
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for

_LISTEN = """window.forbidden = [];
document.addEventListener("securitypolicyviolation", (found) => window.forbidden.push(found.violatedDirective));"""


@pytest.fixture(scope="module")
def carried(handbook: BuiltHandbook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where the first page of each lies, as a browser opens it from a folder."""
    folder = tmp_path_factory.mktemp("carried")
    files = published_files(handbook.folder)
    (folder / "handbook.zip").write_bytes(zip_of(files))
    (folder / "handbook.html").write_bytes(single_file(files))
    with zipfile.ZipFile(folder / "handbook.zip") as archive:
        archive.extractall(folder)
    return {"zip": (folder / "handbook/index.html").as_uri(), "single": (folder / "handbook.html").as_uri()}


def heading(page: Page) -> str:
    """The one heading that a reader sees."""
    shown = page.locator("h1:visible")
    expect(shown).to_have_count(1)
    return shown.inner_text()


@pytest.mark.parametrize("form", ["zip", "single"])
def test_it_opens_from_a_folder_with_its_search_and_its_finder(
    handbook: BuiltHandbook, carried: dict[str, str], open_page: OpenPage, form: str
) -> None:
    page = open_page("phone", silent=False)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(_LISTEN)
    page.goto(carried[form])
    assert heading(page) == handbook.site.name
    situation = next(iter(handbook.content.deviations.values())).deviation
    open_search(page)
    assert results_for(page, situation.title)[0] == situation.title
    page.locator(".pb-results a:visible").first.click()
    expect(page.locator(".pb-card:visible")).to_have_count(1)
    assert heading(page) == situation.title
    assert page.title().startswith("Card ")
    page.locator("a[href*='#for-']:visible").first.click()  # where do we start, with this card's answer given
    assert heading(page) == "Where do we start?"
    page.wait_for_load_state()  # until its script has run, a page shows every question
    page.locator(".pb-ask:visible [data-pb-key][href^='#']").last.click()
    expect(page.locator(".pb-trail:visible")).to_contain_text(situation.title)
    page.get_by_role("link", name="Hide").click()
    assert heading(page) == handbook.site.name
    page.get_by_role("button", name="Dark").click()
    page.get_by_role("link", name="Urgent help").first.click()
    assert page.locator("html").get_attribute("data-pb-theme") == "dark"
    page.locator(".pb-list a:visible").first.click()
    expect(page.locator(".pb-card--urgent:visible")).to_have_count(1)
    assert page.evaluate("window.forbidden") == []
    assert said == []


def test_without_a_script_the_single_file_shows_every_page(
    handbook: BuiltHandbook, carried: dict[str, str], open_page: OpenPage
) -> None:
    page = open_page("phone", java_script_enabled=False, silent=False)
    page.goto(carried["single"])
    pages = page.locator(".pb-one").count()
    assert pages >= len(handbook.site.pages)  # pages written by hand are there as well
    assert page.locator("h1:visible").count() == pages
