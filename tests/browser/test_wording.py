"""The page that looks at the words of a draft: what it finds is what the command finds, and nothing typed leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from playbook.headers import POLICY
from playbook.scaffold import new_project
from playbook.wording import find
from tests.browser.conftest import OpenPage, Serve
from tests.browser.reading import BuiltHandbook, Watch, built_handbook, tab_to
from tests.browser.states import EVERYTHING, faults

_CORPUS = Path(__file__).parents[1] / "wording"
_LISTEN = """window.forbidden = [];
document.addEventListener("securitypolicyviolation", (found) => window.forbidden.push(found.violatedDirective));"""
_FOUND = """() => [...document.querySelectorAll(".pb-look__found li")].map((item) =>
  [item.dataset.pbCheck, item.querySelector("button").textContent, item.querySelector("strong").textContent])"""
# What the search needs comes when the page is at rest, whatever is typed.
_AT_REST = "() => Object.keys(globalThis.playbook.settings().search).every((part) => globalThis[part])"
_KEPT = "() => [Object.values(localStorage), Object.values(sessionStorage), document.cookie, location.href].join(' ')"


@pytest.fixture(scope="module")
def switched_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest handbook with the page switched on; it keeps nothing on a device, so that it asks for nothing later."""
    folder = tmp_path_factory.mktemp("words")
    assert new_project(folder / "project", "minimal") == []
    settings = folder / "project/content/handbook.yml"
    settings.write_text(
        f"{settings.read_text(encoding='utf-8')}\nwording_page: true\noffline: false\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def small(switched_on: Path, serve: Serve) -> BuiltHandbook:
    """That handbook, built and served."""
    return built_handbook(switched_on / "project", switched_on / "site", serve)


def _draft() -> str:
    """Forty sentences of the corpus, judging and describing, among headings, lists, quotations and signs."""
    lines = [
        line.split("\t")[1]
        for name in ("training", "kept_apart")
        for line in (_CORPUS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    ]
    picked = lines[:: len(lines) // 40][:40]
    return "\n".join(
        [
            "# Problem employees",
            "",
            *picked[:20],
            "",
            "😀 Éloi, you are lazy. “You never listen” is what I must not say.",
            "",
            "Words to avoid:",
            "",
            "- She is rude.",
            "",
            "What I mean to write:",
            *(f"- {line}" for line in picked[20:]),
            "| Say this | Not this |",
            "| --- | --- |",
            "| You are unreliable. | He is a liar. |",
        ]
    )


def test_the_page_finds_what_the_command_finds_and_keeps_and_sends_nothing(
    small: BuiltHandbook, open_page: OpenPage
) -> None:
    page = open_page("phone")
    watch = Watch(page.context)
    page.add_init_script(_LISTEN)
    page.goto(small.at("wording/"))
    expect(page.locator("meta[http-equiv=Content-Security-Policy]")).to_have_attribute("content", POLICY)
    draft = _draft()
    page.wait_for_function(_AT_REST)
    asked = len(watch.sent)
    page.get_by_label("Your text").fill(draft)
    tab_to(page, "Look at the words")
    page.keyboard.press("Enter")
    wanted = [[one.check, f"Line {one.line}, column {one.column}", one.message] for one in find(draft)]
    assert len(wanted) > 20
    assert page.evaluate(_FOUND) == wanted
    expect(page.get_by_role("status")).to_contain_text(f"in {len(wanted)} places; a person must still judge.")
    assert faults(page, EVERYTHING, "phone, with findings") == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, EVERYTHING, "dark, with findings") == []
    _marks_the_words(page, draft)
    assert "lazy" not in page.evaluate(_KEPT)
    assert watch.sent[asked:] == []
    assert page.evaluate("window.forbidden") == []
    _forgets(page, small)
    watch.stop()


def _marks_the_words(page: Page, draft: str) -> None:
    """A place is a button that marks the words in the text."""
    last = find(draft)[-1]
    page.get_by_role("button", name=f"Line {last.line}, column {last.column}").click()
    marked = "() => { const box = document.activeElement; return box.value.slice(box.selectionStart, box.selectionEnd); }"
    assert page.evaluate(marked) == last.words


def _forgets(page: Page, small: BuiltHandbook) -> None:
    """A changed text has no old findings; too long a one is not looked at; what was typed is gone after leaving."""
    box = page.get_by_label("Your text")
    box.fill("The form came on Friday.")
    expect(page.locator(".pb-look__found")).to_be_hidden()
    page.get_by_role("button", name="Look at the words").click()
    expect(page.get_by_role("status")).to_have_text(
        "0 of 12 checks on wording found something; a person must still judge."
    )
    box.fill("Calm words. " * 2000)
    page.get_by_role("button", name="Look at the words").click()
    expect(page.get_by_role("status")).to_contain_text("parts of at most 20,000")
    page.goto(small.home)
    page.go_back()
    expect(page.get_by_label("Your text")).to_have_value("")


def test_without_a_script_one_sentence_says_what_to_do_instead(
    small: BuiltHandbook, open_page: OpenPage
) -> None:
    page = open_page("phone", java_script_enabled=False)
    page.goto(small.at("wording/"))
    expect(page.locator("textarea")).to_be_hidden()
    expect(page.get_by_text("use the command playbook wording instead")).to_be_visible()
