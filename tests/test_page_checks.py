"""Checks on finished pages: links, places, sections, and nothing from outside; no engine involved."""

from __future__ import annotations

import time

import pytest

from playbook.checks.registry import CHECKS
from playbook.page_checks import check_pages
from playbook.problems import Location, Problem
from playbook.site import Asset, NavEntry, Page, Site

STYLE = Asset("assets/playbook.css", b"")


def page(address: str, body: str, source: str | None = None) -> Page:
    return Page(address, "Title", body, "standard", source)


def site(*pages: Page, nav: tuple[NavEntry, ...] = ()) -> Site:
    return Site("Riverside Care", "en", pages, (STYLE,), nav)


def check_body(body: str) -> list[Problem]:
    """Problems of one page, with a few others to lead to."""
    return check_pages(
        site(
            page("", "# Home {#home}\n\n<p>Welcome</p>"),
            page("cards/k7/", body, "content/moments/they-cry.yml"),
            page("steps/", "# Steps {#steps}\n\n<p id='first'>Talk</p>"),
            page("steps/performance/", "# Performance {#top}\n\n## Talk first {#talk}\n\n<p>Talk</p>"),
        )
    )


def ids(problems: list[Problem]) -> list[str]:
    return [problem.check for problem in problems]


GOOD = """\
# They start to cry {#they-cry}

<div class="pb-card" id="card">
<a href="../../">home</a> <a href="../../steps/#first">step</a> <a href="#card">card</a>
<a href="../../steps/performance/#talk">talk</a> <a href='../k7/'>here</a> <a href="#">top</a>
<a href="../../steps/performance/index.html">file</a> <a href="../../steps/?print#steps">print</a>
<a href="https://example.org/">elsewhere</a> <a href="mailto:people@example.org">write</a>
<a href="tel:+00555">call</a> <a class="x" href="../../assets/playbook.css">style</a>
<input type="checkbox" id="tick"><label for="tick">Wait</label>
<svg aria-labelledby="t d"><title id="t">Steps</title><desc id="d">Five</desc><use href="#t"/></svg>
<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="">
</div>

<!-- <a href="../gone/">not shown</a> -->

## Say {#say}

### Exact words

<p>Take your time. See <a href="#exact-words">above</a>; write href="x" and id="say" as you like.</p>
"""


def test_a_sound_page_has_no_problem() -> None:
    assert check_body(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ('"../../"', '"../../../"', "dead-link", "leads nowhere"),
        ('"../../steps/#first"', '"../../stepps/#first"', "dead-link", '"../../stepps/#first" leads nowhere'),
        ('"../../steps/#first"', '"/steps/#first"', "dead-link", "leads nowhere"),
        ('"../../steps/#first"', '"../../steps#first"', "dead-link", "leads nowhere"),
        ('"../../steps/#first"', '""', "dead-link", "has no address"),
        ('"../../steps/#first"', '"../../steps/#frist"', "dead-anchor", 'not on the page "/steps/"'),
        ('"../../steps/#first"', '"&#106;avascript:alert(1)"', "outside-source", "not an ordinary address"),
        ('"../../steps/#first"', '"ftp://example.org/"', "outside-source", "not an ordinary address"),
        ('"../../steps/#first"', '"data:text/html,x"', "outside-source", "not an ordinary address"),
        ('"#card"', '"#kard"', "dead-anchor", "not on this page"),
        ("'../k7/'", "'../k8/'", "dead-link", "leads nowhere"),
        ("playbook.css", "playbok.css", "dead-link", "leads nowhere"),
        ('for="tick"', 'for="tock"', "dead-anchor", '"#tock"'),
        ('aria-labelledby="t d"', 'aria-labelledby="t e"', "dead-anchor", '"#e"'),
        ('use href="#t"', 'use href="#u"', "dead-anchor", '"#u"'),
        ('id="tick"', 'id="card"', "repeated-anchor", '"#card" is there 2 times'),
        ("{#say}", "{#card}", "repeated-anchor", '"#card" is there 2 times'),
        ("### Exact words\n", "", "dead-anchor", '"#exact-words"'),
        ("data:image/svg+xml;base64,PHN2Zy8+", "https://pictures.example/x.png", "outside-source", "outside"),
        ("data:image/svg+xml;base64,PHN2Zy8+", "//pictures.example/x.png", "outside-source", "outside"),
        ("data:image/svg+xml;base64,PHN2Zy8+", "../../assets/x.png", "dead-link", "leads nowhere"),
        (
            "<svg ",
            "<img srcset='../../assets/playbook.css, https://p.example/a.png 2x'><svg ",
            "outside-source",
            "p.example",
        ),
        ("<use href", "<use xlink:href", "", ""),
        ('use href="#t"', 'use href="https://pictures.example/#t"', "outside-source", "outside"),
        ("<svg ", "<form action='https://forms.example/'></form><svg ", "outside-source", "outside"),
        ("## Say {#say}\n", "## Say {#say}\n\n## Do {#do}\n", "empty-section", '"Say"'),
        ("## Say {#say}\n", "## Say {#say}\n\n<ul></ul>\n\n## Do {#do}\n", "empty-section", '"Say"'),
        ("## Say {#say}\n", "## {#say}\n", "empty-section", "without words"),
        ("## Say {#say}\n", "## Say {#say}\n\n<h3> </h3>\n", "empty-section", "without words"),
    ],
)
def test_a_fault_of_a_page_is_found(old: str, new: str, check: str, words: str) -> None:
    assert old in GOOD
    problems = check_body(GOOD.replace(old, new, 1))
    expected = [check] if check else []
    if old in ('id="tick"', "{#say}"):
        # what led to the place that was renamed leads nowhere now
        problems = [problem for problem in problems if problem.check == check]
    assert ids(problems) in (expected, expected * 2), problems
    for problem in problems:
        assert words in problem.message
        assert problem.message.startswith('page "/cards/k7/": ')
        assert problem.location == Location("content/moments/they-cry.yml")


def test_every_kind_of_fault_has_a_page() -> None:
    assert {id_ for id_, check in CHECKS.items() if check.group == "pages"} == {
        "dead-link", "dead-anchor", "repeated-anchor", "empty-section", "outside-source",
    }  # fmt: skip


def test_an_ending_section_is_found_too() -> None:
    assert ids(check_body("# Title {#t}\n\n<p>x</p>\n\n## Last {#last}\n")) == ["empty-section"]


def test_a_picture_or_a_box_fills_a_section() -> None:
    assert check_body('# Map {#m}\n\n<svg role="img"></svg>\n\n## Notes {#n}\n\n<textarea></textarea>') == []


def test_code_is_no_heading() -> None:
    assert check_body("# Title {#t}\n\n```\n# a comment\n```\n") == []


def test_a_fault_of_a_template_is_told_once_with_its_number() -> None:
    pages = [page(f"p{n}/", "# T {#t}\n\n<a href='../gone/'>x</a>", f"content/{n}.yml") for n in range(30)]
    (problem,) = check_pages(site(*pages))
    assert problem.message == 'page "/p0/": the link "../gone/" leads nowhere (and on 29 more pages)'
    assert problem.location == Location("content/0.yml")


def test_a_page_without_a_file_has_no_place() -> None:
    (problem,) = check_pages(site(page("", "# T {#t}\n\n<a href='gone/'>x</a>")))
    assert problem.location is None
    assert problem.message.startswith('page "/": ')


def test_helpful_hints_for_links() -> None:
    (without,) = check_pages(site(page("a/", "# T {#t}\n\n<a href='../a'>x</a>")))
    assert without.hint == "addresses of pages end in /"
    (rooted,) = check_pages(site(page("a/", "# T {#t}\n\n<a href='/a/'>x</a>")))
    assert "subfolder" in rooted.hint


def test_pages_written_by_hand_can_be_linked_to() -> None:
    pages = site(page("", "# T {#t}\n\n<a href='about/#us'>x</a>"))
    assert ids(check_pages(pages)) == ["dead-link"]
    assert check_pages(pages, known=["about/"]) == []


def test_every_entry_of_the_navigation_leads_to_a_page() -> None:
    nav = (NavEntry("Home", ""), NavEntry("More", None, (NavEntry("Gone", "gone/"),)))
    (problem,) = check_pages(site(page("", "# T {#t}\n\n<p>x</p>"), nav=nav))
    assert (problem.check, problem.message) == (
        "dead-link",
        'the navigation entry "Gone" leads to "/gone/", which is no page',
    )


def test_two_thousand_pages_take_seconds_at_most() -> None:
    links = "".join(f'<p class="x"><a href="../p{n}/#s">Link</a> and some words</p>' for n in range(40))
    pages = [page(f"p{n}/", f"# T {{#t}}\n\n## S {{#s}}\n\n<div>{links}</div>\n") for n in range(2000)]
    start = time.process_time()
    assert check_pages(site(*pages)) == []
    assert time.process_time() - start < 5  # of this process: a busy machine is no fault of the page


@pytest.mark.parametrize(
    "body", ["<" * 20_000, '<a href="' * 5_000, "<a " * 20_000, "<!--" * 5_000, "# " * 20_000]
)
def test_no_page_takes_for_ever(body: str) -> None:
    start = time.process_time()
    check_body(f"# T {{#t}}\n\n<p>x</p>\n\n{body}")
    assert time.process_time() - start < 2
