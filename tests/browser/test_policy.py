"""The content security policy holds on every kind of page and in every state, and it does forbid."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from playbook.headers import POLICY
from tests.browser.conftest import OpenPage
from tests.browser.reading import BuiltHandbook, open_search, results_for

_LISTEN = """window.forbidden = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  window.forbidden.push(`${violatedDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`));"""


def listening(open_page: OpenPage) -> Page:
    """A phone whose pages note whatever the policy forbids."""
    page = open_page("phone", silent=False, service_workers="allow")
    page.add_init_script(_LISTEN)
    return page


def forbidden(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.forbidden")
    return found


def test_nothing_on_any_kind_of_page_in_any_state_is_forbidden(
    every_kind: BuiltHandbook, open_page: OpenPage
) -> None:
    page = listening(open_page)
    title = next(iter(every_kind.content.deviations.values())).deviation.title
    for kind, address in every_kind.one_of_each_kind().items():
        page.goto(every_kind.at(address))
        assert page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") == POLICY
        page.get_by_role("button", name="Dark").click()
        page.get_by_role("button", name="Menu").click()
        if kind != "home":
            open_search(page)
            assert title in results_for(page, title)
        page.keyboard.press("Escape")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")
        for box in page.get_by_role("checkbox").all()[:2]:
            box.check()
        for button in page.locator(".pb-copy:visible").all()[:1]:
            button.click()
        for choice in page.locator(".pb-ask:visible [data-pb-key]").all()[:1]:
            choice.click()
        assert forbidden(page) == [], kind
    for address in ("404.html", every_kind.at("offline/") + "#not-kept"):
        page.goto(every_kind.at(address) if ":" not in address else address)
        assert forbidden(page) == [], address


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
