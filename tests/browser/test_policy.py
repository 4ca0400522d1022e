"""The content security policy holds on every kind of page and in every state, and it does forbid."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from playbook.headers import POLICY
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for

_LISTEN = """window.forbidden = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  window.forbidden.push(`${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`));"""


def listening(open_page: OpenPage, **options: Any) -> Page:
    """A phone whose pages note whatever the policy forbids."""
    page = open_page("phone", silent=False, **options)
    page.add_init_script(_LISTEN)
    return page


def forbidden(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.forbidden")
    return found


# Whatever a reader can press on any page, pressed by the page itself; the policy asks nobody who did it.
_PRESS = """async () => {
  const press = (which, most) => [...document.querySelectorAll(which)]
    .filter((one) => one.checkVisibility()).slice(0, most).forEach((one) => one.click());
  press("[data-pb-theme=dark]", 1);
  for (const which of [".pb-bar button", "input[type=checkbox]", ".pb-copy", "summary"]) press(which, 3);
  press(".pb-ask [data-pb-key][href^='#']", 1);
  dispatchEvent(new Event("beforeprint"));
  dispatchEvent(new Event("afterprint"));
  await new Promise(requestAnimationFrame);
}"""


def test_nothing_on_any_kind_of_page_in_any_state_is_forbidden(
    every_kind: BuiltHandbook, open_page: OpenPage
) -> None:
    page = listening(open_page)
    for kind, address in every_kind.one_of_each_kind().items():
        page.goto(every_kind.at(address))
        assert page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") == POLICY
        page.evaluate(_PRESS)
        assert forbidden(page) == [], kind
    for address in ("404.html", "offline/#not-kept"):
        page.goto(every_kind.at(address))
        assert forbidden(page) == [], address


def test_nothing_that_a_reader_asks_copies_prints_or_keeps_is_forbidden(
    handbook: BuiltHandbook, open_page: OpenPage
) -> None:
    page = listening(open_page, service_workers="allow")
    title = next(iter(handbook.content.deviations.values())).deviation.title
    for kind in ("card", "my-side", "talk"):
        page.goto(handbook.at(handbook.of_kind(kind)[0]))
        for button in page.locator(".pb-copy:visible").all()[:1]:
            button.click()
        open_search(page)
        assert title in results_for(page, title)
        page.keyboard.press("Escape")
        page.emulate_media(media="print")
        page.pdf()
        page.emulate_media(media="screen")
        assert forbidden(page) == [], kind


def test_the_policy_forbids_what_a_page_must_not_do(handbook: BuiltHandbook, open_page: OpenPage) -> None:
    page = listening(open_page)
    page.goto(handbook.home)
    page.evaluate("""async () => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<p style='color: red' id=red>x</p><img src=http://other.invalid/x.png>");
      await fetch("http://other.invalid/").catch(() => {});
    }""")
    expect(page.locator("#red")).not_to_have_css("color", "rgb(255, 0, 0)")
    assert not page.evaluate("window.ran")
    assert sorted({found.split(":")[0] for found in forbidden(page)}) == [
        "connect-src",
        "img-src",
        "script-src-elem",
        "style-src-attr",
    ]
